package org.sitrep.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Page;
import org.sitrep.model.Passage;
import org.sitrep.model.Passage.Role;
import org.sitrep.model.Published;
import org.sitrep.model.Span;

/** Reads a saved web page: its text in page order, with passages told apart by markup first and by their words second. */
final class HtmlReader {
    private final Vocabulary vocabulary;
    private final Markup markup;

    HtmlReader(Vocabulary vocabulary, Packs packs) {
        this.vocabulary = vocabulary;
        this.markup = new Markup(packs);
    }

    Article read(Page page) {
        WebPage web = WebPage.of(page.content(), markup);
        Tree tree = web.tree();
        Metadata meta = Metadata.of(web);
        String text = tree.text();
        Scan scan = new Scan(vocabulary, text);
        List<Line> lines = lines(tree, scan.words());
        MainText main = new MainText(tree, text);
        Tongue tongue = new Tongue(vocabulary, scan.words());
        String language =
                page.language().or(meta::language).map(PlainReader::primary).orElse(Tongue.UNKNOWN);
        language = language(tongue, main, lines, language);
        Days days = new Days(vocabulary, scan, meta.language().orElse(language));
        Signs signs = new Signs(vocabulary, scan, days);
        List<Layout.Piece> pieces = new HtmlLayout(main, scan, lines, signs, language, meta.title()).pieces();
        Optional<String> address = page.address().or(meta::address);
        Dating dating = new Dating(scan, days, language, pieces, dated(page));
        HtmlDating dates = new HtmlDating(meta, main, pieces, dating, page, address);
        Credits credits = new Credits(scan);
        Optional<String> agency = credits.agency(pieces).or(meta::agency);
        LiveEntries live = new LiveEntries(main, tree);
        Optional<String>[] hosts = hosts(lines.size());
        List<Passage> passages = new Assembly(vocabulary, scan, lines, tongue, language, live::of)
                .passages(pieces, dating, hosts, agency);
        Optional<Published> published = dates.published();
        return new Article(
                page.key(),
                page.version(),
                address,
                language,
                meta.outlet().or(() -> address.map(Signs::host)),
                agency,
                title(pieces, text).or(meta::title),
                published,
                dates.updated(),
                Optional.empty(),
                text,
                redated(passages, dating.page(), published, live, lines));
    }

    private static Page dated(Page page) {
        return new Page(
                page.key(),
                page.version(),
                page.format(),
                "",
                Optional.empty(),
                page.language(),
                Optional.empty(),
                page.damage());
    }

    /** Entries take their own dates; passages that have the page's own date take the one that metadata gave. */
    private static List<Passage> redated(
            List<Passage> passages,
            Optional<Published> text,
            Optional<Published> page,
            LiveEntries live,
            List<Line> lines) {
        List<Passage> out = new ArrayList<>();
        int line = 0;
        for (Passage p : passages) {
            while (line + 1 < lines.size()
                    && lines.get(line + 1).span().start() <= p.span().start()) line++;
            Optional<Published> entry = lines.isEmpty() ? Optional.empty() : live.published(live.of(line));
            boolean own = p.published().isPresent() && !p.published().equals(text);
            out.add(new Passage(
                    p.id(),
                    p.role(),
                    p.span(),
                    p.language(),
                    p.outlet(),
                    p.agency(),
                    entry.or(() -> own ? p.published() : page),
                    p.flags(),
                    p.flagEvidence()));
        }
        return out;
    }

    private static List<Line> lines(Tree tree, Words words) {
        List<Line> out = new ArrayList<>();
        int word = 0;
        for (Tree.Block b : tree.blocks()) {
            int from = word;
            while (word < words.size() && words.start(word) < b.end()) word++;
            out.add(new Line(new Span(b.start(), b.end()), from, word, true));
        }
        return out;
    }

    /** The language of the paragraphs; what the page declares is the prior. */
    private static String language(Tongue tongue, MainText main, List<Line> lines, String declared) {
        java.util.Map<String, Integer> votes = new java.util.TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Tree.Block b = main.blocks().get(i);
            if (main.paragraph(b) && main.inside(b.owner()))
                votes.merge(tongue.of(lines.get(i).from(), lines.get(i).to(), declared), b.words(), Integer::sum);
        }
        return votes.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(declared);
    }

    @SuppressWarnings("unchecked")
    private static Optional<String>[] hosts(int size) {
        Optional<String>[] out = new Optional[size];
        Arrays.fill(out, Optional.empty());
        return out;
    }

    private static Optional<String> title(List<Layout.Piece> pieces, String text) {
        return pieces.stream()
                .filter(p -> p.role() == Role.HEADLINE)
                .findFirst()
                .map(p -> p.span().of(text));
    }
}
