package org.sitrep.cluster;

import java.util.Optional;
import org.sitrep.acquire.Acquired;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;

/**
 * What a stream brought at one place: a page, or why there is none. Of types that Flink can send from machine to machine; an empty
 * text stands for what is absent.
 *
 * @param argument number of the argument under which the stream was found, from 0
 * @param stream the file, or the Kafka topic and partition
 * @param position place in the stream: how many came before it
 * @param original the page's bytes where they are not the UTF-8 form of its content
 * @param record the server's answer that it was fetched in
 * @param fault why there is no page, in words; the other texts are empty then
 */
public record Arrival(
        int argument,
        String stream,
        long position,
        String key,
        String version,
        String format,
        String content,
        String address,
        String language,
        String published,
        String damage,
        byte[] original,
        byte[] record,
        String fault) {
    private static final byte[] NONE = {};

    static Arrival of(int argument, String stream, long position, Acquired acquired) {
        return switch (acquired) {
            case Acquired.Unreadable fault ->
                new Arrival(argument, stream, position, "", "", "", "", "", "", "", "", NONE, NONE, fault.toString());
            case Acquired.Arrived a -> of(argument, stream, position, a);
        };
    }

    private static Arrival of(int argument, String stream, long position, Acquired.Arrived arrived) {
        Page page = arrived.page();
        return new Arrival(
                argument,
                stream,
                position,
                page.key(),
                page.version(),
                page.format().name(),
                page.content(),
                page.address().orElse(""),
                page.language().orElse(""),
                page.published().map(Edtf::toString).orElse(""),
                page.damage().orElse(""),
                arrived.original().orElse(NONE),
                arrived.record().orElse(NONE),
                "");
    }

    /** The page; nothing where there is only a fault. */
    Optional<Page> page() {
        if (!fault.isEmpty()) return Optional.empty();
        return Optional.of(new Page(
                key,
                version,
                Page.Format.valueOf(format),
                content,
                present(address),
                present(language),
                present(published).map(Edtf::new),
                present(damage)));
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
