package org.sitrep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Situation;
import org.sitrep.model.Span;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;

/** The pages' own words around a claim, with contact details masked. */
final class Quotes {
    /** Most characters between a name and a number that belongs to it. */
    private static final int BESIDE = 80;
    /** A shorter sentence is a headline's stump or a caption. */
    private static final int ENOUGH = 36;
    /** Characters by which a sentence is longer than its quote and still the same: a full stop. */
    private static final int STOP = 2;
    /** Characters of the words that tell what a part is. */
    private static final int ONWARD = 70;

    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, String> masked = new HashMap<>();
    /** Where office-holders are named, by page. */
    private final Map<String, List<Span>> persons = new HashMap<>();

    /** Beside more pages than this a report prints a claim's own words only: whole sentences would be several times the rest of it. */
    private static final int WHOLE = 2_000;

    Quotes(Situation situation) {
        for (Article article : situation.articles()) articles.put(article.page(), article);
        for (Situation.Name n : situation.names())
            if (n.kind() == Situation.Name.Kind.PERSON)
                for (Situation.Name.Variant v : n.variants())
                    persons.computeIfAbsent(v.page(), k -> new ArrayList<>()).add(v.span());
    }

    /** The article of the page with that key, where it is of this situation. */
    Optional<Article> article(String page) {
        return Optional.ofNullable(articles.get(page));
    }

    /** The article's text with contact details masked; offsets as in the text itself. */
    String text(Article article) {
        return masked.computeIfAbsent(article.page(), page -> Contacts.masked(article.text()));
    }

    /** The claim's quote with contact details masked. */
    String quote(Claim claim) {
        return article(claim.evidence().page())
                .filter(a -> claim.evidence().span().end() <= a.text().length())
                .map(a -> claim.evidence().span().of(text(a)))
                .orElseGet(() -> Contacts.masked(claim.evidence().quote()));
    }

    /** Language of the passage that holds the claim; "und" when unknown. */
    String language(Claim claim) {
        return passage(claim)
                .map(Passage::language)
                .or(() -> article(claim.evidence().page()).map(Article::language))
                .orElse("und");
    }

    Optional<Passage> passage(Claim claim) {
        return article(claim.evidence().page())
                .flatMap(a -> a.passages().stream()
                        .filter(p -> p.id().equals(claim.evidence().passage()))
                        .findFirst());
    }

    /** A page's words as a short quotation: whole words, at most {@code most} characters. */
    static Inline words(String text, String language, int most) {
        return new Inline.Words(clip(Plain.text(text), most), language);
    }

    /** A figure's quote; for what else is said, the clause that holds the quote, with dots where the sentence goes on. */
    Inline quoted(Claim claim) {
        return words(readable(claim), language(claim), 160);
    }

    /**
     * What a footnote prints as evidence: the sentence that holds the quote, with dots where it is cut, and for a figure its own words
     * behind it, for a sentence may hold several.
     *
     * @param here what stands before the figure's own words
     */
    String evidence(Claim claim, String open, String close, String here) {
        String own = Plain.text(quote(claim));
        if (articles.size() > WHOLE) return open + own + close;
        String sentence = Plain.text(window(claim, ClauseWindow.SENTENCE));
        String shown = open + sentence + close;
        boolean more = claim instanceof Claim.Figure && sentence.length() > own.length() + STOP;
        return more ? shown + " (" + here + " " + open + own + close + ")" : shown;
    }

    /** The clause around any claim's quote. */
    Inline clause(Claim claim) {
        return words(window(claim), language(claim), 160);
    }

    /** A claim's quote and the rest of its clause, shortened: what "39" is a part of, "39 died in clashes". */
    Inline onward(Claim claim) {
        Optional<Article> article = article(claim.evidence().page());
        Span quote = claim.evidence().span();
        if (article.isEmpty() || quote.end() > article.get().text().length()) return quoted(claim);
        String text = text(article.get());
        int limit = passage(claim).map(p -> p.span().end()).orElse(text.length());
        int end = ClauseWindow.clauseEnd(text, quote.end(), Math.max(limit, quote.end()));
        int from = Math.max(quote.start(), Math.min(text.lastIndexOf(',', quote.end() - 1) + 1, quote.end() - 1));
        if (end < text.length() && text.charAt(end) == ')' && text.lastIndexOf('(', end) >= from) end++;
        return words(text.substring(from, end).strip(), language(claim), ONWARD);
    }

    /** Whether the words of {@link #onward} say more than the number: in a list of numbers they do not. */
    boolean tells(Claim claim) {
        return onward(claim) instanceof Inline.Words w
                && w.text().chars().filter(Character::isLetter).count() > STOP;
    }

    /** As {@link #quoted}, without its form. */
    String readable(Claim claim) {
        return claim instanceof Claim.Figure ? quote(claim) : window(claim);
    }

    private String window(Claim claim) {
        return window(claim, ClauseWindow.MOST);
    }

    private String window(Claim claim, int most) {
        Optional<Article> article = article(claim.evidence().page());
        Optional<Passage> passage = passage(claim);
        Span quote = claim.evidence().span();
        if (article.isEmpty()
                || passage.isEmpty()
                || quote.end() > article.get().text().length()) return quote(claim);
        String text = text(article.get());
        Span limits = passage.get().span().cover(quote);
        Span shown = ClauseWindow.around(text, quote, limits, most);
        String before = ClauseWindow.midway(text, shown.start(), limits.start(), true) ? "… " : "";
        String after = ClauseWindow.midway(text, shown.end(), limits.end(), false) ? " …" : "";
        return before + shown.of(text) + after;
    }

    /** "Andrei X, commander of the force of 900": the words from an office-holder's name to the claim, where one stands shortly before it. */
    Optional<Inline> beside(Claim claim) {
        Optional<Article> article = article(claim.evidence().page());
        Span quote = claim.evidence().span();
        if (article.isEmpty() || quote.end() > article.get().text().length()) return Optional.empty();
        String text = text(article.get());
        return persons.getOrDefault(claim.evidence().page(), List.of()).stream()
                .filter(s -> s.end() <= quote.start() && quote.start() - s.end() <= BESIDE)
                .filter(s -> apposed(text.substring(s.end(), quote.start())))
                .max(Comparator.comparingInt(Span::start))
                .map(s -> words(text.substring(s.start(), quote.end()), language(claim), 160));
    }

    /** Whether two claims of one page stand in one sentence. */
    boolean oneSentence(Claim a, Claim b) {
        Span x = a.evidence().span();
        Span y = b.evidence().span();
        Optional<Article> article = article(a.evidence().page());
        if (article.isEmpty()
                || Math.max(x.end(), y.end()) > article.get().text().length()) return false;
        int from = Math.min(x.end(), y.end());
        int to = Math.max(x.start(), y.start());
        return to <= from || ClauseWindow.sentenceEnd(text(article.get()), from, to) == to;
    }

    /** Whether the words between a name and a number explain the name: behind a comma, and no sentence ends in them. */
    private static boolean apposed(String between) {
        return between.startsWith(",") && between.chars().noneMatch(c -> ".;!?\n”\"»".indexOf(c) >= 0);
    }

    /**
     * The claim to show for several that tell one thing: on sound text before damaged, asserted before planned or denied, a clause that
     * stands alone before one cut out of its sentence or put into a mouth, the shortest of those that say enough.
     */
    <C extends Claim> C best(List<C> claims) {
        return claims.stream()
                .min(Comparator.comparing((C c) -> !c.evidence().flags().isEmpty())
                        .thenComparing(c -> passage(c)
                                .filter(p -> p.role() == Passage.Role.TEASER)
                                .isPresent())
                        .thenComparing(c -> c.status() != Status.ASSERTED)
                        .thenComparing(c -> undated(c))
                        .thenComparing(c -> cut(readable(c)))
                        .thenComparing(c -> enough(readable(c)))
                        .thenComparing(c -> c.evidence().page())
                        .thenComparing(Claim::id))
                .orElseThrow();
    }

    private static boolean undated(Claim claim) {
        return claim instanceof Claim.Event e && e.date().isEmpty();
    }

    /** Whether a shown clause begins or ends within a sentence, or is spoken. */
    private static boolean cut(String shown) {
        return shown.startsWith("…") || shown.endsWith("…") || shown.chars().anyMatch(c -> "\"“”„«»".indexOf(c) >= 0);
    }

    /** Its length; words that say too little stand behind all that say enough. */
    private static int enough(String shown) {
        return shown.length() < ENOUGH ? Integer.MAX_VALUE - shown.length() : shown.length();
    }

    static String clip(String text, int most) {
        if (text.length() <= most) return text;
        int cut = text.lastIndexOf(' ', most - 1);
        return text.substring(0, cut < most / 2 ? most - 1 : cut) + " …";
    }
}
