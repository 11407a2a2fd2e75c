package org.sitrep.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything reconciled about one crisis at one moment.
 *
 * @param crisis the crisis's id: its smallest page key
 * @param title a short English name made of what its pages share, by which commands find it
 * @param scene what the title is made of, for who writes it in another language
 * @param asOf only pages published by then were used; empty: all
 * @param articles the pages used, by key
 * @param claims every claim on them that belongs to this crisis, in page and text order
 * @param elsewhere figures and events of other crises, other states and other years that the pages tell, in page and text order
 * @param officials speakers, as claims name them, that are a state, one of its offices, an organisation or an office-holder
 * @param names canonical names of actors and the spellings that stand for them
 * @param part whether more pages hang together with these than were read
 */
public record Situation(
        String crisis,
        String title,
        Scene scene,
        Optional<LocalDate> asOf,
        List<Article> articles,
        List<Claim> claims,
        List<Claim> elsewhere,
        List<History> histories,
        List<Origin> origins,
        List<Operation> operations,
        List<CommitmentHistory> commitments,
        List<Name> names,
        List<Day> days,
        Set<String> officials,
        boolean part) {
    /** The same of a crisis that has more pages. */
    public Situation cut() {
        return new Situation(
                crisis,
                title,
                scene,
                asOf,
                articles,
                claims,
                elsewhere,
                histories,
                origins,
                operations,
                commitments,
                names,
                days,
                officials,
                true);
    }

    /**
     * Where and when a crisis is.
     *
     * @param places its states, the most named first
     * @param from month of its first page, to of its last; empty where no page is dated
     */
    public record Scene(List<String> places, Optional<YearMonth> from, Optional<YearMonth> to) {}

    /**
     * What a figure counts: only figures of one matter are compared.
     *
     * @param kind which kinds of count were put together
     */
    public record Matter(
            String measure, String who, Optional<String> place, Optional<String> scope, Claim.Counts kind) {}

    /**
     * One matter over as-of time. Points are ordered by day, then value; relations by the points they join.
     *
     * @param range which of its points are lowest, highest and, by a named rule, best
     * @param checks what does not add up in it
     */
    public record History(
            Matter matter, List<Point> points, List<Relation> relations, Range range, List<Check> checks) {
        /** A history of which no range was asked. */
        public History(Matter matter, List<Point> points, List<Relation> relations) {
            this(matter, points, relations, Range.NONE, List.of());
        }
    }

    /**
     * The range of a history, by indexes of its points: never a number that no page states. After the low, high and best estimates of
     * the Uppsala Conflict Data Program.
     *
     * @param lowest lowest of what each speaker said last; empty where no number with a day stands
     * @param highest highest of the same
     * @param best the point that each rule picks; a rule that picks none is absent
     * @param aside points that no rule picks, because they count something narrower than most of the history: parts, single cases, one
     *     contributor's people, one day's count; also what was corrected, and a number that its own page rounds
     */
    public record Range(OptionalInt lowest, OptionalInt highest, Map<Best, Integer> best, Set<Integer> aside) {
        /** No number stands. */
        public static final Range NONE = new Range(OptionalInt.empty(), OptionalInt.empty(), Map.of());

        public Range {
            best = Map.copyOf(best);
            aside = Set.copyOf(aside);
        }

        /** A range of a history every point of which counts the same. */
        public Range(OptionalInt lowest, OptionalInt highest, Map<Best, Integer> best) {
            this(lowest, highest, best, Set.of());
        }
    }

    /** A rule by which a reader may have one number picked; none is ever picked unasked. */
    public enum Best implements Code {
        /** The last number of a state, one of its offices or an organisation. */
        LATEST_OFFICIAL,
        /** The last number, whoever says it. */
        LATEST,
        /** The lowest of what each speaker said last. */
        MOST_CONSERVATIVE,
        /** The highest of the same. */
        HIGHEST
    }

    /** Points that do not go together, and why; the sums and differences behind it are never shown as figures. */
    public record Check(Kind kind, List<Integer> points, String why) {
        /** What is wrong. */
        public enum Kind implements Code {
            /** Parts that a page counts among a whole exceed it. */
            PARTS_EXCEED,
            /** An increment does not lead from the total before to the total after. */
            INCREMENT_OPEN,
            /** A page's headline and its text exclude each other. */
            HEADLINE_DIFFERS,
            /** A page that has a newer number still gives an older one as if it held. */
            STALE_ON_PAGE
        }
    }

    /** One figure of a history and all the claims that state it for that day. */
    public record Point(
            Amount amount,
            Optional<Edtf> asOf,
            Optional<String> speaker,
            Status status,
            boolean withdrawn,
            List<Claim.Figure> claims) {}

    /** How two points relate: "a is {@code kind} b" for the directed kinds; for growth and correction a is the earlier. */
    public record Relation(int a, int b, Kind kind, String why) {
        /** What each means: {@code docs/relations.md}. */
        public enum Kind implements Code {
            GROWTH,
            CORRECTION_DOWN,
            CORRECTION_UP,
            CONTRADICTION,
            COMPATIBLE,
            INCREMENT_OF,
            SUBSET_OF,
            DIFFERENT_SCOPE,
            RETRACTION_OF,
            REPEATS_AFTER_RETRACTION
        }
    }

    /**
     * One statement of one speaker, with every claim that carries it: the unit of independence.
     *
     * @param page the page it stands on first; never a forum post or an aggregator
     * @param chain who handed it on to whom, from the speaker to the pages
     */
    public record Origin(
            String id,
            Optional<String> speaker,
            Optional<String> page,
            List<Claim> claims,
            List<Link> links,
            List<Handed> chain) {
        /** An origin of which no chain was asked. */
        public Origin(
                String id, Optional<String> speaker, Optional<String> page, List<Claim> claims, List<Link> links) {
            this(id, speaker, page, claims, links, List.of());
        }
    }

    /** One step of a statement's way to the reader. */
    public record Handed(Node from, Node to) {}

    /** Somebody or something on a statement's way. @param label a name, or a page's key */
    public record Node(Kind kind, String label) {
        /** What stands there, in the order of the way. */
        public enum Kind implements Code {
            SPEAKER,
            /** A channel, outlet or agency that a page names between itself and the speaker. */
            CARRIER,
            AGENCY,
            /** The outlet that a quoted passage is from. */
            OUTLET,
            PAGE,
            /** A forum post, an aggregator or a page that only links: it repeats, and nothing comes from it. */
            REPOST
        }
    }

    /** Why two claims were held to be one statement, or who took it from whom. */
    public record Link(String fromPage, String toPage, String restsOn) {}

    /**
     * A deployment, mission or withdrawal as one object.
     *
     * @param name a short English name
     * @param place the state where it is
     * @param steps by day; one without a day stands where the life cycle has it
     * @param phases the phases that it went through as far as its steps tell, in order
     */
    public record Operation(
            String name,
            Optional<String> organisation,
            Optional<String> place,
            List<Step> steps,
            List<Contributor> contributors,
            List<Reached> phases) {
        /** How far it is, as far as the pages show. */
        public Phase phase() {
            return phases.isEmpty() ? Phase.UNKNOWN : phases.getLast().phase();
        }
    }

    /**
     * A phase of an operation.
     *
     * @param since the day of the step that led there, where a page names it
     * @param declared whether that step is nothing but somebody's word
     */
    public record Reached(Phase phase, Optional<LocalDate> since, boolean declared) {}

    /** One step of an operation's life cycle with its evidence. */
    public record Step(
            String step, Optional<LocalDate> date, Optional<String> by, boolean planned, List<Claim> claims) {}

    /** Who contributes to an operation. */
    public record Contributor(String who, OptionalLong strength, List<Claim> claims) {}

    /** Where an operation stands, as far as its pages show. */
    public enum Phase implements Code {
        ASKED_FOR,
        AUTHORISED,
        DEPLOYING,
        DEPLOYED,
        DECLARED_COMPLETE,
        WITHDRAWING,
        ENDED,
        UNKNOWN
    }

    /** One promise in all its versions. */
    public record CommitmentHistory(
            String what,
            String promise,
            Optional<String> by,
            List<Version> versions,
            Verdict verdict,
            String why,
            List<Claim> evidence,
            boolean contradicting) {
        /** Whether no page tells what became of it. */
        public boolean untold() {
            return verdict == Verdict.OPEN || verdict == Verdict.CONTRADICTED && evidence.isEmpty();
        }
    }

    /** One version of a promise and the claims that state it. */
    public record Version(
            Optional<Edtf> due,
            OptionalInt durationDays,
            Optional<Claim.DueQualifier> dueQualifier,
            Optional<String> speaker,
            List<Claim.Commitment> claims) {}

    /** What became of a promise; silence is never evidence. */
    public enum Verdict implements Code {
        KEPT,
        KEPT_EARLY,
        LATE,
        BROKEN,
        SLIPPED,
        RETRACTED,
        /** Pages disagree on whether it was kept; or nobody tells, and its versions disagree. */
        CONTRADICTED,
        OPEN,
        UNKNOWABLE
    }

    /** One actor (state, organisation, office-holder) and the spellings that stand for it. */
    public record Name(String id, Kind kind, String name, List<Variant> variants) {
        /** What an actor is. */
        public enum Kind implements Code {
            PERSON,
            ORGANISATION,
            STATE,
            PLACE
        }

        /** One spelling where it stands. */
        public record Variant(String text, String language, String page, Span span) {}
    }

    /** The latest figure by each speaker on each matter, on one day on which a page was published. */
    public record Day(LocalDate asOf, List<Claim.Figure> figures) {}
}
