package org.sitrep.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.model.Passage;
import org.sitrep.model.Passage.Role;

/** Pages written for the reader's tests, and short ways to look at what was read. */
final class Pages {
    static final Reader READER = new Reader(Packs.load(Path.of("..", "languages")));

    private Pages() {}

    static Page text(String content) {
        return new Page(
                "page",
                "0",
                Page.Format.TEXT,
                content,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Page html(String content) {
        return new Page(
                "page",
                "0",
                Page.Format.HTML,
                content,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Page given(String content, String date) {
        return new Page(
                "page",
                "0",
                Page.Format.TEXT,
                content,
                Optional.empty(),
                Optional.empty(),
                Edtf.parse(date),
                Optional.empty());
    }

    static Article read(String content) {
        return READER.read(text(content));
    }

    /** The texts of all passages with a role. */
    static List<String> texts(Article a, Role role) {
        return a.passages().stream()
                .filter(p -> p.role() == role)
                .map(p -> p.span().of(a.text()))
                .toList();
    }

    /** The passage that holds {@code words}. */
    static Passage with(Article a, String words) {
        int at = a.text().indexOf(words);
        return a.passages().stream()
                .filter(p -> p.span().start() <= at && at < p.span().end())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no passage holds " + words));
    }

    static Role role(Article a, String words) {
        return with(a, words).role();
    }

    static String published(Article a) {
        return a.published().map(p -> p.date().text() + " " + p.from().code()).orElse("unknown");
    }

    static List<String> evidence(Article a, String words) {
        return with(a, words).flagEvidence().stream().map(s -> s.of(a.text())).toList();
    }
}
