package org.sitrep.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Span;

/**
 * What is different between two versions of one page.
 *
 * @param silent whether the newer version does not say that it was changed: it names no later day of update or publication
 * @param parts what was removed, added and edited, in the order of the text; a sentence that only moved is none of these
 * @param figures figures that the versions give differently
 */
public record Revision(String page, boolean silent, List<Part> parts, List<Refigured> figures) {
    public Revision {
        parts = List.copyOf(parts);
        figures = List.copyOf(figures);
    }

    /** A sentence before and after: removed where there is none after, added where there was none before. */
    public record Part(Optional<String> before, Optional<String> after) {}

    /** A figure before and after, as its measure and amount; gone where there is none after, new where there was none before. */
    public record Refigured(Optional<String> before, Optional<String> after) {}

    /** Whether the versions say the same in the same words; menus and teasers may differ. */
    public boolean none() {
        return parts.isEmpty() && figures.isEmpty();
    }

    /** What {@code after} says otherwise. */
    public static Revision between(Version before, Version after) {
        List<Alignment.Matched> matched = new Alignment(before.texts(), after.texts()).matched();
        List<Part> parts = matched.stream()
                .filter(m -> !m.same())
                .map(m ->
                        new Part(m.before().map(before.texts()::get), m.after().map(after.texts()::get)))
                .toList();
        return new Revision(
                after.claims.article().page(),
                !later(before.claims.article(), after.claims.article()),
                parts,
                figures(before, after, matched));
    }

    /** A version of a page. @param sentences where its own sentences stand, in text order; none of menus, teasers and comments */
    public record Version(Claim.Claims claims, List<Span> sentences) {
        public Version {
            sentences = List.copyOf(sentences);
        }

        private List<String> texts() {
            String text = claims.article().text();
            return sentences.stream()
                    .map(s -> String.join(" ", s.of(text).strip().split("\\s+")))
                    .toList();
        }

        private List<Claim.Figure> figures(int sentence) {
            Span span = sentences.get(sentence);
            return claims.claims().stream()
                    .filter(c -> c instanceof Claim.Figure
                            && c.evidence().span().start() >= span.start()
                            && c.evidence().span().start() < span.end())
                    .map(c -> (Claim.Figure) c)
                    .toList();
        }
    }

    private static boolean later(Article before, Article after) {
        return after.updated().isPresent() && !after.updated().equals(before.updated())
                || !after.published()
                        .map(p -> p.date())
                        .equals(before.published().map(p -> p.date()));
    }

    private static List<Refigured> figures(Version before, Version after, List<Alignment.Matched> matched) {
        List<Refigured> out = new ArrayList<>();
        Set<String> were = new HashSet<>();
        Set<String> are = new HashSet<>();
        for (int i = 0; i < before.sentences.size(); i++) before.figures(i).forEach(f -> were.add(words(f)));
        for (int i = 0; i < after.sentences.size(); i++) after.figures(i).forEach(f -> are.add(words(f)));
        for (Alignment.Matched m : matched) {
            List<Claim.Figure> old =
                    new ArrayList<>(m.before().map(before::figures).orElse(List.of()));
            List<Claim.Figure> now =
                    new ArrayList<>(m.after().map(after::figures).orElse(List.of()));
            old.removeIf(f -> are.contains(words(f)));
            now.removeIf(f -> were.contains(words(f)));
            for (Claim.Figure f : old) {
                Optional<Claim.Figure> other =
                        now.stream().filter(n -> subject(n).equals(subject(f))).findFirst();
                other.ifPresent(now::remove);
                out.add(new Refigured(Optional.of(words(f)), other.map(Revision::words)));
            }
            for (Claim.Figure f : now) out.add(new Refigured(Optional.empty(), Optional.of(words(f))));
        }
        return List.copyOf(new LinkedHashSet<>(out));
    }

    private static String subject(Claim.Figure f) {
        return f.measure() + (f.who().equals("people") ? "" : " " + f.who());
    }

    private static String words(Claim.Figure f) {
        return subject(f) + " " + FigureChanges.amount(f.amount())
                + f.place().map(p -> ", " + p.label()).orElse("");
    }
}
