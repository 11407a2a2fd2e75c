package org.sitrep.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sitrep.model.Article;
import org.sitrep.model.Attribution;
import org.sitrep.model.Claim;
import org.sitrep.model.Evidence;
import org.sitrep.model.Situation;
import org.sitrep.model.Span;

/**
 * Masks the names of people who hold no office in texts, titles, quotes and words taken from them, for what leaves the machine. Each masked character
 * becomes "•", one for one, so that spans stay right; ids of claims do not change. Immutable; safe for use by several threads.
 */
public final class PrivateNames {
    private static final char MASK = '•';

    /** Nobody's name is masked. */
    public static final PrivateNames SHOWN = new PrivateNames(Map.of());

    private final Map<String, Names> pages;

    private PrivateNames(Map<String, Names> pages) {
        this.pages = pages;
    }

    /**
     * The names on one page.
     *
     * @param text the article's text, masked
     * @param words the names as they are written, the longest first
     */
    private record Names(String text, List<String> words) {
        static Names of(Article article, List<Span> spans) {
            StringBuilder text = new StringBuilder(article.text());
            TreeSet<String> words = new TreeSet<>(
                    Comparator.comparing(String::length).reversed().thenComparing(w -> w));
            for (Span span : spans) {
                words.add(span.of(article.text()));
                mask(text, span.start(), span.end());
            }
            return new Names(text.toString(), List.copyOf(words));
        }

        /** Words taken from the page, whose place in it is not known. */
        String masked(String taken) {
            StringBuilder out = new StringBuilder(taken);
            for (String word : words)
                for (int at = taken.indexOf(word); at >= 0; at = taken.indexOf(word, at + 1))
                    if (whole(taken, at, at + word.length())) mask(out, at, at + word.length());
            return out.toString();
        }

        /** No letter of the same word stands beside it; where no blanks part words, nothing tells. */
        private static boolean whole(String text, int from, int to) {
            if (Character.isIdeographic(text.charAt(from))) return true;
            return (from == 0 || !spelled(text.charAt(from - 1))) && (to == text.length() || !spelled(text.charAt(to)));
        }

        /** Letters, and the vowel signs that other scripts write as marks on them. */
        private static boolean spelled(char c) {
            int type = Character.getType(c);
            return Character.isLetter(c)
                    || type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK;
        }

        private static void mask(StringBuilder out, int from, int to) {
            for (int i = from; i < to; i++)
                if (spelled(out.charAt(i)) || Character.isDigit(out.charAt(i))) out.setCharAt(i, MASK);
        }
    }

    /**
     * @param inOffice who may be named all the same
     * @param names where an article names people of whom it does not say that they hold an office
     */
    public static PrivateNames of(List<Article> articles, PublicNames inOffice, Function<Article, List<Span>> names) {
        Map<String, Names> pages = new HashMap<>();
        for (Article a : articles) {
            List<Span> spans = names.apply(a).stream()
                    .filter(s -> !inOffice.hold(s.of(a.text())))
                    .toList();
            if (!spans.isEmpty()) pages.put(a.page(), Names.of(a, spans));
        }
        return new PrivateNames(Map.copyOf(pages));
    }

    /** The same article without the names. */
    public Article masked(Article a) {
        return names(a.page())
                .map(n -> a.withWords(a.title().map(n::masked), n.text()))
                .orElse(a);
    }

    private Optional<Names> names(String page) {
        return Optional.ofNullable(pages.get(page));
    }

    /** The same claim without the names. */
    public Claim masked(Claim claim) {
        Optional<Names> names = names(claim.evidence().page());
        if (names.isEmpty()) return claim;
        UnaryOperator<String> mask = names.get()::masked;
        Claim.Common c = claim.common();
        Claim.Common common = new Claim.Common(
                c.id(),
                quoted(c.evidence(), names.get()),
                said(c.attribution(), mask),
                c.status(),
                c.background(),
                c.knownOn(),
                c.rule(),
                c.verified());
        return switch (claim.with(common)) {
            case Claim.Figure f -> figure(f, mask);
            case Claim.Commitment x ->
                new Claim.Commitment(
                        common,
                        x.by().map(mask),
                        x.to().map(mask),
                        x.what(),
                        x.object().map(mask),
                        x.due(),
                        x.durationDays(),
                        x.base(),
                        x.dueQualifier(),
                        x.condition().map(mask));
            case Claim.Event e ->
                new Claim.Event(
                        common,
                        e.type(),
                        e.plover(),
                        e.date(),
                        e.actor().map(mask),
                        e.target().map(mask),
                        e.place());
            case Claim.Statement s ->
                new Claim.Statement(
                        common, s.about(), s.labelText().map(mask), s.target().map(mask));
        };
    }

    private static Claim.Figure figure(Claim.Figure f, UnaryOperator<String> mask) {
        return new Claim.Figure(
                f.common(),
                f.measure(),
                f.amount(),
                f.valueFrom(),
                f.antecedent(),
                f.who(),
                f.whoText().map(mask),
                f.contributor(),
                f.counts(),
                f.period(),
                f.scopeText().map(mask),
                f.place(),
                f.asOf(),
                f.increment(),
                f.partOf());
    }

    /** The words at the quote's place; the words themselves where the text there is another. */
    private static Evidence quoted(Evidence e, Names names) {
        boolean there = e.span().end() <= names.text().length();
        String quote = there ? e.span().of(names.text()) : names.masked(e.quote());
        return new Evidence(e.page(), e.version(), e.passage(), e.role(), e.flags(), quote, e.span());
    }

    private static Attribution said(Attribution a, UnaryOperator<String> mask) {
        return new Attribution(
                a.speaker().map(mask),
                a.name().map(mask),
                a.via().stream().map(mask).toList());
    }

    /** The same refused passages without the names. */
    public List<Claim.Refused> masked(List<Claim.Refused> refused) {
        return refused.stream()
                .map(r -> names(r.page())
                        .map(n -> new Claim.Refused(r.page(), r.span(), n.masked(r.quote()), r.reason(), r.rule()))
                        .orElse(r))
                .toList();
    }

    /** The claims of one page without the names. */
    public Claim.Claims masked(Claim.Claims page) {
        return new Claim.Claims(
                masked(page.article()), page.claims().stream().map(this::masked).toList(), masked(page.refused()));
    }

    /** The same situation without the names. */
    public Situation masked(Situation s) {
        if (pages.isEmpty()) return s;
        return new Masked(this).situation(s);
    }

    /** The same claims, of the kind that they are. */
    <C extends Claim> List<C> claims(List<C> claims, Class<C> kind) {
        List<C> out = new ArrayList<>(claims.size());
        for (C claim : claims) out.add(kind.cast(masked(claim)));
        return out;
    }
}
