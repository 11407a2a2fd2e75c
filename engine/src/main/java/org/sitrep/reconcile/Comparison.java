package org.sitrep.reconcile;

import static org.sitrep.model.Situation.Relation.Kind.*;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;

/**
 * How two points of one history relate, as {@code docs/relations.md} defines it: a pure function of the two and of the days on which
 * the force was changed.
 *
 * @param arrivals days on which people are reported to have come
 * @param departures days on which people are reported to have left
 */
record Comparison(NavigableSet<LocalDate> arrivals, NavigableSet<LocalDate> departures) {

    /** Why two figures are two counts, of which the smaller is the narrower. */
    static final String BESIDE = "one paragraph gives both";

    static final String FAR_APART = "too far apart to be one count";
    static final String OTHER_DAY = "one page gives both, each for its day";
    /** Why a hedged figure tells nothing of its own. */
    static final String ROUNDS = "one page rounds the other number";

    private static final long SAME_COUNT = 4;
    /** A number of which another is more than twenty times as much is no rival of it. */
    private static final long TINY = 20;
    /** Numbers nearer to each other than a tenth may be one count, rounded or misread. */
    private static final long SHARE = 10;

    /** "{@code from} is {@code kind} of {@code to}", or earlier and later for growth and corrections. */
    record Verdict(Rung from, Rung to, Kind kind, String why) {}

    /** How the two relate; empty where they are not compared. {@code x} comes before {@code y} in the history's order. */
    Optional<Verdict> of(Rung x, Rung y) {
        if (x.increment() || y.increment()) return increment(x, y);
        if (Rung.takesBack(x.status()) || Rung.takesBack(y.status())) return Optional.empty();
        if (x.partOf(y)) return say(x, y, SUBSET_OF, "the page counts it among the other");
        if (y.partOf(x)) return say(y, x, SUBSET_OF, "the page counts it among the other");
        Optional<Verdict> scope = OtherCount.of(x, y);
        if (scope.isPresent()) return scope;
        Optional<Interval> a = x.interval();
        Optional<Interval> b = y.interval();
        if (a.isEmpty() || b.isEmpty()) return Optional.empty();
        return switch (x.first().measure().behaviour()) {
            case CUMULATIVE -> cumulative(x, y, a.get(), b.get());
            case STOCK -> x.first().measure().daily() ? daily(x, y, a.get(), b.get()) : decided(x, y, a.get(), b.get());
            case FLOW -> flow(x, y, a.get(), b.get());
        };
    }

    private static Optional<Verdict> increment(Rung x, Rung y) {
        if (x.increment() == y.increment()) return Optional.empty();
        Rung part = x.increment() ? x : y;
        Rung total = x.increment() ? y : x;
        boolean broughtAbout =
                part.partOf(total) || part.sharesPage(total) && part.day().equals(total.day());
        boolean fits = part.interval().isEmpty()
                || total.interval().isEmpty()
                || part.interval().get().low() <= total.interval().get().high();
        return broughtAbout && fits && total.status() == Status.ASSERTED
                ? say(part, total, INCREMENT_OF, "added to reach this total")
                : Optional.empty();
    }

    private Optional<Verdict> cumulative(Rung x, Rung y, Interval a, Interval b) {
        boolean rises = a.readsBelow(b);
        boolean falls = b.readsBelow(a);
        if (otherCount(x, y, a, b)) return say(x, y, DIFFERENT_SCOPE, FAR_APART);
        if (!rises && !falls) return say(x, y, COMPATIBLE, "both can be true");
        if (x.status() == Status.SUPERSEDED || y.status() == Status.SUPERSEDED) return superseded(x, y, rises);
        boolean apart = !a.meets(b);
        Actor p = x.speaker();
        Actor q = y.speaker();
        if (later(x, y)) {
            if (rises) return say(x, y, GROWTH, p.differs(q) ? "counted later, by another speaker" : "counted later");
            if (!apart) return say(x, y, COMPATIBLE, "both can be true");
            if (hindsight(x, y)) return say(y, x, GROWTH, "told later, of an earlier day");
            // A page does not take a count down from one paragraph to the next: the lower one is its day's own.
            if (x.sharesPage(y)) return say(x, y, DIFFERENT_SCOPE, OTHER_DAY);
            return p.named() && p.agrees(q)
                    ? say(x, y, CORRECTION_DOWN, "the same speaker lowers the count")
                    : against(x, y, "another speaker gives less later");
        }
        Rung low = rises ? x : y;
        Rung high = rises ? y : x;
        // On one page a speaker who means growth marks the older number as such; two numbers side by side exclude each
        // other.
        boolean onePage = x.sharesPage(y);
        // A page that gives "more than 200" beside 225 rounds; it does not report that the toll rose.
        if (onePage && !apart) return say(low, high, COMPATIBLE, ROUNDS);
        boolean oneText = x.oneText(y);
        boolean nothingOrders = x.day().isEmpty() && y.day().isEmpty() && !p.same(q);
        boolean oneDay = x.day().isPresent() == y.day().isPresent();
        // Where only one has a day they need not stand for one moment: the lower is taken for the earlier.
        if (oneText || p.differs(q) && oneDay || nothingOrders)
            return apart
                    ? against(low, high, "apart, for the same or no stated day")
                    : say(low, high, COMPATIBLE, "both can be true");
        if (revised(x, y))
            return say(
                    x,
                    y,
                    rises ? CORRECTION_UP : CORRECTION_DOWN,
                    "the same speaker later gives another number for that day");
        if (revised(y, x))
            return say(
                    y,
                    x,
                    rises ? CORRECTION_DOWN : CORRECTION_UP,
                    "the same speaker later gives another number for that day");
        // Within one day a toll rises from hour to hour; only two named speakers could exclude each other.
        return say(low, high, GROWTH, "the higher number of a count that only grows");
    }

    /**
     * Nobody corrects a count to less than a quarter, and no page gives one count in two such numbers: the small one counts something
     * narrower, whose restriction was not read.
     */
    private static boolean otherCount(Rung x, Rung y, Interval a, Interval b) {
        if (x.status() != Status.ASSERTED || y.status() != Status.ASSERTED) return false;
        if (later(x, y)) return b.near() < a.low() / SAME_COUNT;
        return x.oneText(y) && (b.near() < a.low() / SAME_COUNT || a.near() < b.low() / SAME_COUNT);
    }

    /** Whether one speaker gives {@code y} on a later page for the very day that {@code x} stands for. */
    private static boolean revised(Rung x, Rung y) {
        boolean oneSpeaker = x.speaker().named() && x.speaker().same(y.speaker());
        boolean oneDay = x.first().stated() && y.first().stated() && x.day().equals(y.day());
        return oneSpeaker
                && oneDay
                && x.known().isPresent()
                && y.known().isPresent()
                && x.known().get().isBefore(y.known().get());
    }

    /** A number given as an earlier one has no day of its own: it is older than the page that says so. */
    private static Optional<Verdict> superseded(Rung x, Rung y, boolean rises) {
        Rung old = x.status() == Status.SUPERSEDED ? x : y;
        Rung other = old == x ? y : x;
        boolean oldLower = (old == x) == rises;
        if (other.status() == Status.SUPERSEDED) {
            // Both are said to have been the last word until now, and they are not the same.
            return !old.sharesPage(other) && old.day().equals(other.day())
                    ? say(x, y, CONTRADICTION, "two earlier counts that exclude each other")
                    : Optional.empty();
        }
        if (old.sharesPage(other)) {
            boolean sameDay =
                    old.first().stated() && other.first().stated() && old.day().equals(other.day());
            if (!oldLower) return say(old, other, CORRECTION_DOWN, "the page replaces the earlier number");
            return sameDay
                    ? say(old, other, CORRECTION_UP, "the page replaces the number for that day")
                    : say(old, other, GROWTH, "the page gives it as the earlier number");
        }
        Rung low = oldLower ? old : other;
        Rung high = oldLower ? other : old;
        boolean falls = !oldLower && later(old, other);
        if (!falls) return say(low, high, GROWTH, "given elsewhere as an earlier number");
        return old.speaker().named() && old.speaker().agrees(other.speaker())
                ? say(old, other, CORRECTION_DOWN, "the same speaker lowers the count")
                : say(old, other, CONTRADICTION, "another speaker gives less later");
    }

    private static Optional<Verdict> daily(Rung x, Rung y, Interval a, Interval b) {
        if (!a.readsBelow(b) && !b.readsBelow(a)) return say(x, y, COMPATIBLE, "both can be true");
        if (later(x, y))
            return a.readsBelow(b)
                    ? say(x, y, GROWTH, "more of them on a later day")
                    : say(x, y, COMPATIBLE, "fewer of them on a later day");
        if (a.meets(b)) return say(x, y, COMPATIBLE, "both can be true");
        boolean oneMoment = x.day().isPresent() == y.day().isPresent()
                && !(x.day().isEmpty() && x.speaker().same(y.speaker()));
        return !oneMoment
                ? say(x, y, COMPATIBLE, "a number that changes by the day, without a day")
                : against(x, y, "apart, for the same or no stated day");
    }

    private Optional<Verdict> decided(Rung x, Rung y, Interval a, Interval b) {
        if (a.meets(b)) return say(x, y, COMPATIBLE, "both can be true");
        boolean rises = a.below(b);
        Rung low = rises ? x : y;
        Rung high = rises ? y : x;
        // "Backed by several hundred soldiers from the other states" beside the number of the force: a page that gives
        // both means a part.
        if (x.sharesPage(y)
                && low.amount().value().isEmpty()
                && low.amount().low().isEmpty()
                && high.amount().value().isPresent())
            return say(low, high, SUBSET_OF, "one contributor's people among the whole force");
        if (later(x, y)) {
            NavigableSet<LocalDate> changes = rises ? arrivals : departures;
            LocalDate change = changes.higher(x.day().orElseThrow());
            if (change != null && change.isBefore(y.day().orElseThrow()))
                return say(x, y, COMPATIBLE, "it changed on " + change);
        }
        return against(x, y, "apart, and nothing is reported that changed it");
    }

    private static Optional<Verdict> flow(Rung x, Rung y, Interval a, Interval b) {
        if (later(x, y)) return Optional.empty();
        return a.meets(b)
                ? say(x, y, COMPATIBLE, "both can be true")
                : against(x, y, "apart, for the same or no stated day");
    }

    /** They exclude each other, unless one paragraph gives both or one is a tiny share of the other: then they count different people. */
    private static Optional<Verdict> against(Rung x, Rung y, String why) {
        long a = x.interval().map(Interval::near).orElse(0L);
        long b = y.interval().map(Interval::near).orElse(0L);
        if (x.oneBreath(y) && SHARE * Math.min(a, b) <= (SHARE - 1) * Math.max(a, b))
            return say(x, y, DIFFERENT_SCOPE, BESIDE);
        if (TINY * Math.min(a, b) < Math.max(a, b)) return say(x, y, DIFFERENT_SCOPE, FAR_APART);
        return say(x, y, CONTRADICTION, why);
    }

    /**
     * "The disaster of Thursday, in which 62 died", told on Sunday, is not lowered by the 48 who had been found on Friday: for an earlier
     * day, but by pages that came out later.
     */
    private static boolean hindsight(Rung x, Rung y) {
        return x.known().isPresent()
                && y.known().isPresent()
                && x.known().get().isAfter(y.known().get());
    }

    private static boolean later(Rung x, Rung y) {
        return x.day().isPresent()
                && y.day().isPresent()
                && x.day().get().isBefore(y.day().get());
    }

    static Optional<Verdict> say(Rung from, Rung to, Kind kind, String why) {
        return Optional.of(new Verdict(from, to, kind, why));
    }
}
