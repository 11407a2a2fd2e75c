package org.sitrep.extract.deeds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.times.Moment;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.model.Edtf;
import org.sitrep.model.TimeExpression;

/** Binds times to events: the day on which something happened. */
final class Timing {
    /** Tokens between a deed and the time it is bound to. */
    static final int REACH = 18;
    /** How the TIMEX3 value of an hour of no told day begins. */
    private static final String CLOCK = "XXXX-XX-XXT";

    /** Characters of a day in EDTF. */
    private static final int DAY = 10;

    /** Tokens between a verb of saying and its time. */
    private static final int BESIDE = 3;

    /** Ids of words that set one event before or behind another. */
    static final Set<String> ORDERS = Set.of("after", "before");

    private Timing() {}

    /** The day of what happened: the nearest day told beside it that is no limit and no length. */
    static Optional<Edtf> day(Text text, Found f, List<Moment> moments) {
        if (pointsBack(text, f)) return Optional.empty();
        return moments.stream()
                .filter(m -> !borrowed(m, moments) && !vagueStart(m) && !another(text, m, f) && !matter(text, m, f))
                .filter(m -> m.type() != TimeExpression.Type.DURATION && m.resolved() && (dates(m.role()) || hour(m)))
                .filter(m -> (distance(m, f) <= REACH || opens(m, f, moments))
                        && !parted(text, m, f)
                        && !apart(text, m, f)
                        && !saying(text, m, f))
                .min(Comparator.comparingInt(m -> distance(m, f)))
                .map(m -> m.ends(moments))
                .filter(e -> narrow(e));
    }

    /** "Last Thursday", at the head of a long sentence that tells no other time, is the time of all of it. */
    private static boolean opens(Moment m, Found f, List<Moment> moments) {
        return moments.size() == 1 && m.from() - f.sentence().from() <= 1;
    }

    /** A clock time that has its day from a limit told beside it: "in force until the 19th, from 11 p.m. to 7 a.m.". */
    private static boolean borrowed(Moment m, List<Moment> moments) {
        Optional<LocalDate> day = m.edtf().flatMap(Edtf::day);
        return day.isPresent()
                && m.told().timex3().startsWith(CLOCK)
                && moments.stream()
                        .anyMatch(o -> !dates(o.role())
                                && o.from() < m.from()
                                && o.edtf().flatMap(Edtf::day).equals(day));
    }

    /** "Fighting since 1991": what has gone on for years did not happen in the year in which it began. */
    private static boolean vagueStart(Moment m) {
        return m.role() == Moment.Role.SINCE
                && m.edtf().filter(e -> e.text().length() < DAY).isPresent();
    }

    /**
     * Whether the time is that of another verb and the deed only its noun: in "condemned the bombing on Saturday" and "on Saturday condemned
     * the bombing" Saturday is the day of the condemning; a month or year
     * behind a comma is that of something else.
     */
    private static boolean another(Text text, Moment m, Found f) {
        boolean coarse = m.edtf().filter(e -> e.text().length() < DAY).isPresent();
        // "Opened an inquiry into the deaths of December": a month some way behind is that of what it is about.
        if (is(f, "investigation") && coarse && m.from() - f.to() > BESIDE) return true;
        if (f.verbal()) return false;
        if (Actors.reaction(text, Math.max(f.sentence().from(), f.from() - Actors.REACTION), f.from())) return true;
        if (!coarse || m.from() < f.to() || m.from() - f.to() <= BESIDE) return false;
        for (int i = f.to(); i < m.from(); i++) if (text.token(i).is(",")) return true;
        return false;
    }

    /** Events that are about another: what they look into, are held or asked for. */
    private static final Set<String> ABOUT = Set.of("investigation", "appeal", "arrest", "dismissal", "ceremony");

    /**
     * Whether the time is that of what the deed is about: an inquiry "into the deaths of May", opened for harm that a noun behind it names,
     * is of another day, where no nearer day is told.
     */
    private static boolean matter(Text text, Moment m, Found f) {
        if (m.from() < f.to() || f.rule().event().filter(ABOUT::contains).isEmpty()) return false;
        boolean coarse = m.edtf().filter(e -> e.text().length() < DAY).isPresent();
        int preposition = -1;
        for (int i = f.to(); i < m.from(); i++) {
            if (preposition < 0 && text.at(i, "preposition").isPresent()) preposition = i;
            boolean harm = text.at(i, "noun").isPresent() || text.at(i, "deed").isPresent();
            if (preposition >= 0 && harm) return coarse || of(text, m.from());
        }
        return false;
    }

    private static boolean of(Text text, int at) {
        for (int i = at - 1; i >= at - 2 && i >= 0; i--)
            if (text.at(i, "preposition")
                    .filter(p -> p.sense().id().equals("of"))
                    .isPresent()) return true;
        return false;
    }

    /**
     * The day of a noun behind a length and "after": "began to leave on Thursday, a week after its arrival". It lies that length before
     * the day of the other deed of the sentence.
     */
    static Optional<Edtf> counted(Text text, Found f, List<Moment> moments, Optional<Edtf> other) {
        Optional<LocalDate> anchor = other.flatMap(Edtf::day);
        if (f.verbal() || anchor.isEmpty()) return Optional.empty();
        return moments.stream()
                .filter(m -> m.days().isPresent() && m.to() <= f.from() && f.from() - m.to() <= 3)
                .filter(m -> follows(text, m, f))
                .findFirst()
                .map(m -> Edtf.of(anchor.get().minusDays(m.days().getAsInt())));
    }

    private static boolean follows(Text text, Moment m, Found f) {
        for (int i = m.from(); i < f.from(); i++)
            if (text.at(i, "time-role")
                    .filter(r -> r.sense().id().equals("after"))
                    .isPresent()) return true;
        return false;
    }

    /** "The troops who came at his request": the day of the sentence is not that of the request it points back to. */
    private static boolean pointsBack(Text text, Found f) {
        if (!is(f, "request") || f.verbal()) return false;
        for (int i = f.from(); i < f.to(); i++) if (text.at(i, "belonging").isPresent()) return true;
        return false;
    }

    /** Events that come before a withdrawal, or a mission's end, of which one sentence tells. */
    private static final Set<String> EARLIER = Set.of("request", "authorisation", "deployment", "arrival");

    private static final Set<String> LATER =
            Set.of("withdrawal_start", "partial_withdrawal", "withdrawal_end", "departure", "declared_completion");

    /**
     * Whether the time belongs to another deed of the sentence: the day of a withdrawal is not that of the deployment before it, nor the
     * day of a deployment that of the request it followed; a length behind a word of ending is not the time until the start.
     */
    static boolean others(Found f, Moment m, List<Found> found) {
        for (Found o : found) {
            if (o == f || distance(m, o) > REACH) continue;
            boolean nearer = distance(m, o) < distance(m, f);
            if (nearer && m.days().isEmpty() && in(EARLIER, f) && in(LATER, o)) return true;
            // "The mission is over, and the last will be gone on the 19th".
            boolean coming = DeedReader.promise(o) && !DeedReader.promise(f) && !o.overlaps(f);
            if (nearer && coming && m.from() >= o.from() && f.to() <= o.from()) return true;
            if (is(f, "request") && !f.verbal() && (is(o, "deployment") || is(o, "arrival"))) return true;
            if (nearer && m.days().isPresent() && (ends(o) && starts(f) || starts(o) && ends(f))) return true;
        }
        return false;
    }

    private static boolean starts(Found f) {
        return f.rule().promise().filter(p -> p.startsWith("start_")).isPresent();
    }

    private static boolean ends(Found f) {
        return f.rule().promise().filter("complete_withdrawal"::equals).isPresent();
    }

    private static boolean in(Set<String> types, Found f) {
        return f.rule().event().filter(types::contains).isPresent();
    }

    private static boolean is(Found f, String type) {
        return f.rule().event().filter(type::equals).isPresent();
    }

    /** "Shortly before midnight" is an hour of that day. */
    private static boolean hour(Moment m) {
        return m.type() == TimeExpression.Type.TIME && m.role() == Moment.Role.BEFORE;
    }

    static boolean dates(Moment.Role role) {
        return switch (role) {
            case AT, IN, SINCE, FROM, NONE, AFTER, DURING -> true;
            case UNTIL, BY, WITHIN, FOR, BEFORE, BETWEEN, EXTENDED -> false;
        };
    }

    /** Days, nights, months and years are dates; a span of several weeks is none. */
    private static boolean narrow(Edtf e) {
        if (e.text().indexOf('/') < 0) return true;
        return e.first().isPresent()
                && e.last().isPresent()
                && e.first().get().plusDays(1).compareTo(e.last().get()) >= 0;
    }

    /** Tokens between a time and the nearest of the deed's words. */
    static int distance(Moment m, Found f) {
        int least = Integer.MAX_VALUE;
        for (Hit h : f.hits()) {
            int gap = m.from() >= h.to() ? m.from() - h.to() : Math.max(0, h.from() - m.to());
            least = Math.min(least, gap);
        }
        return least;
    }

    static boolean parted(Text text, Moment m, Found f) {
        for (int i = Math.min(m.to(), f.to()); i < Math.max(m.from(), f.from()); i++)
            if (text.token(i).is(";") || text.token(i).is(":")) return true;
        return false;
    }

    /**
     * Whether a word that sets one event before or behind another stands between the time and the deed behind it: "sent troops on Thursday
     * after crowds had looted the port". A time of its own behind that word is the deed's.
     */
    private static boolean apart(Text text, Moment m, Found f) {
        if (!f.verbal()) return false;
        for (int i = m.to(); i < f.from(); i++)
            if (text.at(i, "time-role")
                    .filter(r -> ORDERS.contains(r.sense().id()))
                    .isPresent()) return true;
        return false;
    }

    /**
     * Whether the time is that of the saying and not of what is told: "…, the office said on Wednesday", "said on Wednesday that …". A
     * deed that is itself told by that verb ("announced on Monday") keeps it.
     */
    static boolean saying(Text text, Moment m, Found f) {
        if (DeedReader.bySaying(f)) return false;
        for (int i = m.from() - 1; i >= Math.max(f.sentence().from(), m.from() - BESIDE); i--) {
            if (i < f.to() && i >= f.from()) return false;
            Optional<Match> verb = text.at(i, "speech");
            if (verb.isEmpty()) continue;
            return i >= f.to() || complement(text, m.to(), f);
        }
        return false;
    }

    /** Whether a word that opens what is said ("that") stands right behind the time and before the deed. */
    private static boolean complement(Text text, int from, Found f) {
        for (int i = from; i < Math.min(from + 2, f.from()); i++)
            if (text.at(i, "subordinator")
                    .filter(s -> s.sense().id().equals("that"))
                    .isPresent()) return true;
        return false;
    }

    /** Whether a noun stands right behind "after" or "before", so that it only tells when something else was. */
    static boolean circumstance(Text text, Found f) {
        if (f.verbal()) return false;
        for (int i = f.from() - 1; i >= Math.max(f.sentence().from(), f.from() - 3); i--)
            if (text.at(i, "time-role")
                    .filter(r -> ORDERS.contains(r.sense().id()))
                    .isPresent()) return true;
        return false;
    }
}
