package org.sitrep.relate;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Span;
import org.sitrep.model.TimeExpression;

/** A page's sentences and the weekdays that it names and that no date of its own resolves, both in text order. */
record Weekdays(Claim.Claims page, List<Said> said, List<Named> named) {
    /** How the TIMEX3 value of such a weekday begins. */
    private static final String WEEKDAY = "XXXX-WXX-";

    /**
     * A weekday.
     *
     * @param at index of its sentence
     * @param clock whether it is told with a time of day
     */
    record Named(int at, DayOfWeek day, boolean clock, String words) {}

    /** What a page says in one sentence. */
    record Said(Span span, List<Claim> claims) {}

    /** Empty where a page names no weekday. */
    static Optional<Weekdays> of(Claim.Claims p, Packs packs, Function<Article, List<TimeExpression>> times) {
        List<TimeExpression> told = times.apply(p.article());
        if (told.stream().noneMatch(t -> t.value().startsWith(WEEKDAY))) return Optional.empty();
        List<Said> said = sentences(p, packs);
        return Optional.of(new Weekdays(p, said, named(told, said)));
    }

    private static List<Named> named(List<TimeExpression> times, List<Said> said) {
        List<Named> out = new ArrayList<>();
        for (TimeExpression t : times) {
            if (!t.value().startsWith(WEEKDAY) || t.value().length() <= WEEKDAY.length()) continue;
            int number = t.value().charAt(WEEKDAY.length()) - '0';
            for (int i = 0; i < said.size(); i++)
                if (number >= 1 && number <= 7 && said.get(i).span().overlaps(t.span()))
                    out.add(new Named(i, DayOfWeek.of(number), t.value().indexOf('T') >= 0, t.text()));
        }
        return out;
    }

    /** The story's sentences in order, each with its claims. */
    static List<Said> sentences(Claim.Claims p, Packs packs) {
        List<Said> out = new ArrayList<>();
        for (Passage passage : p.article().passages()) {
            Optional<Pack> pack = story(passage.role()) ? packs.pack(passage.language()) : Optional.empty();
            if (pack.isEmpty()) continue;
            Text text = pack.get().text(p.article().text(), passage.span());
            for (Text.Sentence s : text.sentences()) {
                Span span = text.span(s);
                out.add(new Said(
                        span,
                        p.claims().stream()
                                .filter(c -> span.overlaps(c.evidence().span()))
                                .toList()));
            }
        }
        return out;
    }

    private static boolean story(Passage.Role role) {
        return switch (role) {
            case HEADLINE, BODY, QUOTED -> true;
            case CAPTION, TEASER, COMMENT, CHROME -> false;
        };
    }
}
