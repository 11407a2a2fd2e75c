package org.sitrep.acquire.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** Writes an answer as a WARC record, so that it can be kept and read as any web archive is. */
final class AnswerRecord {
    /** They tell how the bytes were cut up for the way, which is over. */
    private static final Set<String> FRAMING = Set.of("transfer-encoding", "connection", "keep-alive");

    private AnswerRecord() {}

    static byte[] of(URI address, Asking.Reply reply, Instant when) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" \r\n");
        for (Map.Entry<String, List<String>> header : reply.headers().map().entrySet()) {
            String name = header.getKey();
            if (name.startsWith(":") || FRAMING.contains(name.toLowerCase(Locale.ROOT))) continue;
            for (String value : header.getValue())
                head.append(name).append(": ").append(value).append("\r\n");
        }
        message.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(reply.body());
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                WarcWriter writer = new WarcWriter(java.nio.channels.Channels.newChannel(out), WarcCompression.NONE)) {
            writer.write(new WarcResponse.Builder(address)
                    .date(when)
                    .body(MediaType.HTTP_RESPONSE, message.toByteArray())
                    .build());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory only
        }
    }
}
