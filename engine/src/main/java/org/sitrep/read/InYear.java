package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Span;

/** Dates an article that names days but no year, once other pages of its crisis have told the year. */
final class InYear {
    private final Vocabulary vocabulary;

    InYear(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Article date(Article article, int year) {
        Scan scan = new Scan(vocabulary, article.text());
        Days days = new Days(vocabulary, scan, article.language());
        Inference inference = new Inference(
                scan, days, article.language(), pieces(article, scan.words()), Edtf.parse(Integer.toString(year)));
        Optional<Published> found = inference
                .infer()
                .filter(p -> p.date().day().isPresent() && p.date().day().get().getYear() == year)
                .map(p ->
                        new Published(p.date(), p.from(), "the year is that of the crisis's other pages; " + p.why()));
        return found.map(article::dated).orElse(article);
    }

    /** The paragraphs of every passage. */
    private static List<Layout.Piece> pieces(Article article, Words words) {
        List<Layout.Piece> out = new ArrayList<>();
        for (Passage p : article.passages())
            for (int from = p.span().start(); from < p.span().end(); ) {
                int mark = article.text().indexOf('\n', from, p.span().end());
                int end = mark < 0 ? p.span().end() : mark;
                int first = words.from(from);
                int last = words.from(end);
                if (last > first)
                    out.add(new Layout.Piece(p.role(), new Span(from, end), first, last, out.size(), Optional.empty()));
                from = end + 1;
            }
        return out;
    }
}
