package org.sitrep.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The readable text of a page, split into passages.
 *
 * @param page the page's key
 * @param version the page's version
 * @param address where it was published, where known
 * @param language language of the body; "und" when unknown
 * @param outlet who published it, where the page tells
 * @param agency the news agency it credits
 * @param title the headline
 * @param published when it was published
 * @param updated when it says it was last updated
 * @param repost why this page is no origin of its own ("forum", "aggregator", "source link"), where it is not
 * @param text the whole readable text, chrome and teasers included; every span counts in it
 * @param passages in text order, not overlapping
 */
public record Article(
        String page,
        String version,
        Optional<String> address,
        String language,
        Optional<String> outlet,
        Optional<String> agency,
        Optional<String> title,
        Optional<Published> published,
        Optional<Edtf> updated,
        Optional<String> repost,
        String text,
        List<Passage> passages) {

    public Article {
        passages = List.copyOf(passages);
    }

    /** The same article, published then; a passage that tells its own day keeps it, and a teaser is of no day that is known. */
    public Article dated(Published day) {
        List<Passage> parts = passages.stream()
                .map(p -> p.published().equals(published) && p.role() != Passage.Role.TEASER ? p.dated(day) : p)
                .toList();
        return with(agency, title, Optional.of(day), repost, text, parts);
    }

    /** The same article, where what it says comes from is put right. */
    public Article withOrigin(Optional<String> creditedTo, Optional<String> noOrigin) {
        return with(creditedTo, title, published, noOrigin, text, passages);
    }

    /** The same article in other words of the same lengths, so that every span stays right. */
    public Article withWords(Optional<String> headline, String words) {
        return with(agency, headline, published, repost, words, passages);
    }

    private Article with(
            Optional<String> creditedTo,
            Optional<String> headline,
            Optional<Published> day,
            Optional<String> noOrigin,
            String words,
            List<Passage> parts) {
        return new Article(
                page, version, address, language, outlet, creditedTo, headline, day, updated, noOrigin, words, parts);
    }

    /**
     * The day by which one of its claims was known at the latest, inclusive: the day on which it became known, else the last day that
     * vague dates of the page and the passage allow; empty where nothing tells.
     */
    public Optional<LocalDate> knownBy(Claim c) {
        if (c.common().knownOn().isPresent()) return c.common().knownOn();
        Optional<LocalDate> page = last(published);
        Optional<Published> own = passages.stream()
                .filter(p -> p.id().equals(c.evidence().passage()))
                .findFirst()
                .flatMap(Passage::published);
        return own.isEmpty() ? page : page.flatMap(d -> last(own).map(o -> o.isAfter(d) ? o : d));
    }

    private static Optional<LocalDate> last(Optional<Published> published) {
        return published.flatMap(p -> p.date().last());
    }

    /** The headline and body passages joined by a line break. */
    public String body() {
        StringBuilder out = new StringBuilder();
        for (Passage p : passages) {
            if (p.role() != Passage.Role.HEADLINE && p.role() != Passage.Role.BODY && p.role() != Passage.Role.QUOTED)
                continue;
            if (!out.isEmpty()) out.append('\n');
            out.append(p.span().of(text));
        }
        return out.toString();
    }
}
