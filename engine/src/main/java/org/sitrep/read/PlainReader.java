package org.sitrep.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Page;
import org.sitrep.model.Passage;
import org.sitrep.model.Passage.Role;

/** Reads a page that somebody has already flattened to text; the text stays as it is. */
final class PlainReader {
    private final Vocabulary vocabulary;

    PlainReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Article read(Page page) {
        Scan scan = new Scan(vocabulary, page.content());
        List<Line> lines = Line.of(scan.words());
        Tongue tongue = new Tongue(vocabulary, scan.words());
        String language = page.language()
                .map(PlainReader::primary)
                .orElseGet(() -> tongue.of(0, scan.words().size(), Tongue.UNKNOWN));
        Days days = new Days(vocabulary, scan, page.language().orElse(language));
        Signs signs = new Signs(vocabulary, scan, days);
        Forum forum = new Forum(scan, lines, signs);
        Optional<String>[] hosts = hosts(lines.size());
        List<Layout.Piece> pieces = new Layout(scan, lines, signs, tongue, language).pieces(forum, hosts);
        Dating dating = new Dating(scan, days, language, pieces, page);
        Credits credits = new Credits(scan);
        Optional<String> agency = credits.agency(pieces);
        List<Passage> passages = new Assembly(vocabulary, scan, lines, tongue, language, line -> 0)
                .passages(pieces, dating, hosts, agency);
        return new Article(
                page.key(),
                page.version(),
                page.address(),
                language,
                new Mastheads(scan).outlet(pieces).or(() -> page.address().map(Signs::host)),
                agency,
                title(pieces, page.content()),
                dating.page(),
                dating.updated(),
                repost(scan, pieces, passages, forum),
                page.content(),
                passages);
    }

    @SuppressWarnings("unchecked")
    private static Optional<String>[] hosts(int size) {
        Optional<String>[] out = new Optional[size];
        Arrays.fill(out, Optional.empty());
        return out;
    }

    static String primary(String tag) {
        int end = 0;
        while (end < tag.length() && Character.isLetter(tag.charAt(end))) end++;
        return tag.substring(0, end).toLowerCase(java.util.Locale.ROOT);
    }

    private static Optional<String> title(List<Layout.Piece> pieces, String text) {
        return pieces.stream()
                .filter(p -> p.role() == Role.HEADLINE)
                .findFirst()
                .or(() -> pieces.stream()
                        .filter(p -> p.role() == Role.QUOTED && p.to() - p.from() <= 30)
                        .findFirst())
                .map(p -> p.span().of(text));
    }

    /** Why the page is no origin of its own. */
    private static Optional<String> repost(Scan scan, List<Layout.Piece> pieces, List<Passage> passages, Forum forum) {
        if (forum.found()) return Optional.of("forum");
        for (Layout.Piece p : pieces) {
            Optional<Phrases.Hit> link = p.to() > p.from() && p.to() - p.from() <= 20
                    ? scan.first(p.from(), p.to(), "reposts")
                    : Optional.empty();
            if (link.isPresent() && p.role() != Role.BODY)
                return link.map(h -> h.sense().value());
        }
        long foreign = passages.stream()
                .filter(p -> p.role() == Role.TEASER)
                .flatMap(p -> p.outlet().stream())
                .distinct()
                .count();
        return foreign >= 2 ? Optional.of("aggregator") : Optional.empty();
    }
}
