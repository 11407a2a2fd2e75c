package org.sitrep.extract.times;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Categories;
import org.sitrep.language.Endings;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * The words around an expression: its preposition ({@code time-role}), a limit before it ({@code time-limit}), articles between
 * ({@code time-article}), words for a deadline, and whether its clause looks back or ahead ({@code tense}: past, future, none; the clause's
 * {@code verb_endings} in {@code pack.yaml}).
 */
final class Surroundings {
    private static final int REACH = 6;
    private static final int NO_VERB = 2;
    /** An infinitive, or a verb that may be one: it says nothing of when, but a deadline behind it is its own and lies ahead. */
    private static final int OPEN = 3;

    /** Words between a time and the deadline that it is of: "the deadline that ends on Tuesday". */
    private static final int BESIDE = 4;
    /** How much further a word may stand that tells that it is over. */
    private static final int OVER = 3;

    private static final Set<String> DUE = Set.of("deadline", "ultimatum");
    private static final Set<String> APOSTROPHES = Set.of("'", "’", "\"", "“", "”");
    private static final Categories NO_INFINITIVE =
            Categories.of("article", "determiner", "possessive", "preposition", "noun", "people");
    private final Endings<Integer> endings;

    /** Role and limit. */
    record Frame(Moment.Role role, Moment.Limit limit) {}

    Surroundings(Pack pack) {
        Map<String, Integer> tenses = new HashMap<>();
        for (String tense : List.of("past", "fut"))
            for (String ending :
                    pack.settings().at("clause").at("verb_endings").at(tense).texts())
                tenses.put(ending, tense.equals("past") ? -1 : 1);
        this.endings = new Endings<>(tenses);
    }

    /** For each token of the sentence -1 where it looks back, 1 where it looks ahead, {@link #OPEN} at an infinitive, else 0. */
    int[] tenses(Text text, Text.Sentence sentence) {
        int[] out = new int[sentence.to() - sentence.from()];
        for (int i = sentence.from(); i < sentence.to(); i++) {
            int tense = 0;
            List<Match> here = text.matches().get(i);
            for (int k = 0; k < here.size() && tense == 0; k++) {
                Match m = here.get(k);
                tense = tense(m);
                if (tense == 0 || m.length() == 1 || m.to() > sentence.to()) continue;
                java.util.Arrays.fill(out, i - sentence.from(), m.to() - sentence.from(), tense == NO_VERB ? 0 : tense);
                i = m.to() - 1;
            }
            if (tense == 0 && text.token(i).word()) tense = ending(text.token(i).form());
            if (tense == 0 && infinitive(text, sentence, i)) tense = OPEN;
            out[i - sentence.from()] = tense == NO_VERB ? 0 : tense;
        }
        return out;
    }

    private static boolean infinitive(Text text, Text.Sentence sentence, int i) {
        if (text.at(i, "infinitive_marker").isEmpty())
            return text.at(i, "verb")
                    .filter(m -> m.sense().form().equals("inf"))
                    .isPresent();
        return i + 1 < sentence.to()
                && text.token(i + 1).word()
                && !text.token(i + 1).capital()
                && !text.has(i + 1, NO_INFINITIVE);
    }

    private static int tense(Match m) {
        if (m.sense().of("tense"))
            return m.sense().id().equals("future") ? 1 : m.sense().id().equals("past") ? -1 : NO_VERB;
        return switch (m.sense().form()) {
            case "fut" -> 1;
            case "past" -> -1;
            default -> 0;
        };
    }

    private int ending(String form) {
        return endings.longest(form, form.length() - 3, 0);
    }

    /**
     * The tense of the nearest verb before the expression, else of the nearest after it; "until" behind its verb lies ahead, and so does
     * "by" behind an infinitive ("had a plan to leave by May").
     *
     * @param bounded whether it dates what something lasts until ("stays until the vote on Thursday"), which lies ahead of all that is now
     * @param over whether what lasted until then is {@link #over}
     */
    static int direction(int[] tenses, int from, int to, Moment.Role role, boolean bounded, boolean over) {
        boolean deadline = role == Moment.Role.BY || role == Moment.Role.UNTIL;
        for (int i = from - 1; i >= 0; i--) {
            if (tenses[i] == OPEN && role == Moment.Role.BY) return 1;
            if (told(tenses[i])) return role == Moment.Role.UNTIL || tenses[i] < 0 && ahead(tenses, i) ? 1 : tenses[i];
        }
        if (over && role == Moment.Role.UNTIL) return -1;
        if (bounded || role == Moment.Role.UNTIL) return 1;
        for (int i = to; i < tenses.length; i++)
            if (told(tenses[i])) return tenses[i] < 0 && ahead(tenses, i) ? 1 : tenses[i];
        return deadline ? 1 : 0;
    }

    /** Whether the verb at {@code i} is the participle of a verb that looks ahead ("would still be held"). */
    private static boolean ahead(int[] tenses, int i) {
        for (int k = Math.max(0, i - 3); k < i; k++) if (tenses[k] == 1) return true;
        return false;
    }

    private static boolean told(int tense) {
        return tense == 1 || tense == -1;
    }

    /**
     * The direction of a time beside a word for a deadline ({@code deed: deadline}, {@code ultimatum}): "Tuesday's deadline" lies ahead
     * whatever tense is around it, unless words beside it tell that it is over ({@code time-over}: missed, expired); 0 where there is none.
     */
    static int due(Text text, Text.Sentence sentence, int from, int to) {
        int first = beside(text, sentence, from - 1, -1);
        int last = beside(text, sentence, to, 1);
        boolean due = false;
        for (int i = first; i < last && !due; i++)
            due = (i < from || i >= to)
                    && text.at(i, "deed")
                            .filter(m -> DUE.contains(m.sense().id()))
                            .isPresent();
        if (!due) return 0;
        for (int i = Math.max(sentence.from(), first - OVER); i < Math.min(sentence.to(), last + OVER); i++)
            if (text.at(i, "time-over").isPresent()) return -1;
        return 1;
    }

    /** How far the words beside an expression reach, up to a mark that is no apostrophe; towards the end of the sentence exclusive. */
    private static int beside(Text text, Text.Sentence sentence, int at, int step) {
        int i = at;
        for (int words = 0; i >= sentence.from() && i < sentence.to() && words < BESIDE; i += step) {
            Token t = text.token(i);
            if (t.word() || t.number()) words++;
            else if (!APOSTROPHES.contains(t.form())) break;
        }
        return step < 0 ? i + 1 : i;
    }

    /** Whether the clause that begins at {@code at} looks back: "until Thursday, nobody had been charged". */
    static boolean over(Text text, Text.Sentence sentence, int at, int[] tenses) {
        for (int i = at; i < sentence.to(); i++) {
            if (i > at
                    && text.token(i).kind() == Token.Kind.MARK
                    && !text.token(i).is("-")) return false;
            int k = i - sentence.from();
            if (told(tenses[k])) return tenses[k] < 0 && !ahead(tenses, k);
        }
        return false;
    }

    /** Whether "until" and a noun stand before the expression at {@code at}: "until the vote on Thursday". */
    boolean bounded(Text text, Text.Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(sentence.from(), at - REACH); i--) {
            if (text.token(i).kind() == Token.Kind.MARK) return false;
            if (text.at(i, "time-role")
                    .filter(m -> m.sense().id().equals("until") && m.to() < at - 1)
                    .isPresent()) return true;
        }
        return false;
    }

    /** Role and limit told by the words directly before token {@code at}. */
    Frame frame(Text text, Text.Sentence sentence, int at) {
        Moment.Role role = Moment.Role.NONE;
        Moment.Limit limit = Moment.Limit.EXACT;
        for (int end = at; end > sentence.from(); ) {
            Optional<Match> m = before(text, sentence, end);
            if (m.isEmpty()) break;
            String id = m.get().sense().id().toUpperCase(Locale.ROOT);
            if (m.get().sense().of("time-limit") && limit == Moment.Limit.EXACT) limit = Moment.Limit.valueOf(id);
            if (m.get().sense().of("time-role") && role == Moment.Role.NONE) role = Moment.Role.valueOf(id);
            end = m.get().from();
        }
        return new Frame(role, limit);
    }

    /** The limit told right behind an expression ("ten days at the most"), where no number follows that it could belong to. */
    Moment.Limit behind(Text text, Text.Sentence sentence, int at) {
        if (at >= sentence.to()) return Moment.Limit.EXACT;
        return text.at(at, "time-limit")
                .filter(m -> m.length() > 1 && ends(text, sentence, m.to()))
                .map(m -> Moment.Limit.valueOf(m.sense().id().toUpperCase(Locale.ROOT)))
                .orElse(Moment.Limit.EXACT);
    }

    private static boolean ends(Text text, Text.Sentence sentence, int at) {
        return at >= sentence.to()
                || text.token(at).kind() == Token.Kind.MARK && !text.token(at).is("-");
    }

    private static Optional<Match> before(Text text, Text.Sentence sentence, int end) {
        Optional<Match> best = Optional.empty();
        for (int i = end - 1; i >= sentence.from() && i >= end - REACH; i--) {
            Token t = text.token(i);
            if (t.kind() == Token.Kind.MARK && !t.is("-")) break;
            for (Match m : text.matches().get(i))
                if (m.to() == end
                        && (m.sense().of("time-role")
                                || m.sense().of("time-limit")
                                || m.sense().of("time-article"))) best = Optional.of(m);
        }
        return best;
    }
}
