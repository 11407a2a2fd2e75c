package org.sitrep.model;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One thing said on a page, with the characters that say it. */
public sealed interface Claim {
    /** What every claim carries. */
    Common common();

    /** The record's kind code. */
    default String kind() {
        return switch (this) {
            case Figure f -> "figure";
            case Commitment c -> "commitment";
            case Event e -> "event";
            case Statement s -> "statement";
        };
    }

    default String id() {
        return common().id();
    }

    default Evidence evidence() {
        return common().evidence();
    }

    default Attribution attribution() {
        return common().attribution();
    }

    default Status status() {
        return common().status();
    }

    /** Whether the page says that it is not so, or did not happen. */
    default boolean denied() {
        return status() == Status.DENIED;
    }

    /**
     * What every claim carries.
     *
     * @param id stable id, see {@link Claim#id(String, String, int, int, String, String)}
     * @param background about another event than the page's own
     * @param knownOn the later of the page's and the passage's publication day; empty when unknown
     * @param rule id of the rule that found it
     * @param verified what a person made of it; empty: nobody judged it
     */
    record Common(
            String id,
            Evidence evidence,
            Attribution attribution,
            Status status,
            boolean background,
            Optional<LocalDate> knownOn,
            String rule,
            Optional<Verified> verified) {
        /** As reading finds it: judged by nobody. */
        public Common(
                String id,
                Evidence evidence,
                Attribution attribution,
                Status status,
                boolean background,
                Optional<LocalDate> knownOn,
                String rule) {
            this(id, evidence, attribution, status, background, knownOn, rule, Optional.empty());
        }

        /** The same, said by another. */
        public Common saidBy(Attribution who) {
            return new Common(id, evidence, who, status, background, knownOn, rule, verified);
        }

        /** The same about another event than the page's own. */
        public Common elsewhere() {
            return new Common(id, evidence, attribution, status, true, knownOn, rule, verified);
        }

        /** The same, judged. */
        public Common with(Verified judged) {
            return new Common(id, evidence, attribution, status, background, knownOn, rule, Optional.of(judged));
        }
    }

    /** What a person made of a claim that stands. A corrected figure's amount is the person's, not the quote's. */
    enum Verified implements Code {
        ACCEPTED,
        CORRECTED
    }

    /** The same claim with another common part. */
    default Claim with(Common c) {
        return switch (this) {
            case Figure f ->
                new Figure(
                        c,
                        f.measure,
                        f.amount,
                        f.valueFrom,
                        f.antecedent,
                        f.who,
                        f.whoText,
                        f.contributor,
                        f.counts,
                        f.period,
                        f.scopeText,
                        f.place,
                        f.asOf,
                        f.increment,
                        f.partOf);
            case Commitment x ->
                new Commitment(
                        c, x.by, x.to, x.what, x.object, x.due, x.durationDays, x.base, x.dueQualifier, x.condition);
            case Event e -> new Event(c, e.type, e.plover, e.date, e.actor, e.target, e.place);
            case Statement s -> new Statement(c, s.about, s.labelText, s.target);
        };
    }

    /**
     * How many people.
     *
     * @param measure open id ("killed"), one file each under {@code languages/measures}
     * @param valueFrom empty: the quote's words are the number; else how it was read
     * @param antecedent the span from which an anaphoric number was read
     * @param who canonical group ("people", "security_forces")
     * @param whoText the page's own words for them
     * @param contributor state or organisation the deployed people belong to
     * @param counts what kind of count
     * @param period interval the count covers
     * @param scopeText the page's restricting words ("for terrorism")
     * @param asOf the day the count stands for
     * @param increment "another 1,700"
     * @param partOf id of the claim on the same page that includes this one
     */
    record Figure(
            Common common,
            String measure,
            Amount amount,
            Optional<ValueFrom> valueFrom,
            Optional<Span> antecedent,
            String who,
            Optional<String> whoText,
            Optional<String> contributor,
            Counts counts,
            Optional<Edtf> period,
            Optional<String> scopeText,
            Optional<Place> place,
            Optional<Edtf> asOf,
            boolean increment,
            Optional<String> partOf)
            implements Claim {
        /** The same figure of another amount. */
        public Figure with(Amount other) {
            return changed(measure, other, place, partOf);
        }

        /** The same figure of another place. */
        public Figure at(Optional<Place> where) {
            return changed(measure, amount, where, partOf);
        }

        /** The same figure, counted among that with the id {@code whole}. */
        public Figure within(String whole) {
            return changed(measure, amount, place, Optional.of(whole));
        }

        /** The same figure of another measure. */
        public Figure counting(String other) {
            return changed(other, amount, place, partOf);
        }

        private Figure changed(String what, Amount number, Optional<Place> where, Optional<String> whole) {
            return new Figure(
                    common,
                    what,
                    number,
                    valueFrom,
                    antecedent,
                    who,
                    whoText,
                    contributor,
                    counts,
                    period,
                    scopeText,
                    where,
                    asOf,
                    increment,
                    whole);
        }
    }

    /** How a value was read when the quote's words are not the number. */
    enum ValueFrom implements Code {
        ANAPHORA,
        NEGATION,
        ENUMERATION
    }

    /** What kind of count a figure is. */
    enum Counts implements Code {
        TOTAL_TO_DATE,
        PRESENT_STOCK,
        IN_PERIOD,
        INCREMENT
    }

    /**
     * What somebody says will be done by when.
     *
     * @param by who is to do it; canonical name where known
     * @param to for or against whom
     * @param what open id ("complete_withdrawal")
     * @param object the page's words
     * @param due the day it is due
     * @param durationDays a stated duration in days
     * @param base what a duration counts from
     * @param condition the page's words
     */
    record Commitment(
            Common common,
            Optional<String> by,
            Optional<String> to,
            String what,
            Optional<String> object,
            Optional<Edtf> due,
            OptionalInt durationDays,
            Optional<Base> base,
            Optional<DueQualifier> dueQualifier,
            Optional<String> condition)
            implements Claim {
        /** The same, due on that day. */
        public Commitment due(Edtf day) {
            return new Commitment(
                    common, by, to, what, object, Optional.of(day), durationDays, base, dueQualifier, condition);
        }
    }

    /** What a commitment's duration counts from. */
    enum Base implements Code {
        ANNOUNCEMENT,
        START,
        DATE
    }

    /** Whether a due day is a limit, an earliest day, or the day. */
    enum DueQualifier implements Code {
        AT_MOST,
        AT_LEAST,
        EXACT
    }

    /**
     * What happened.
     *
     * @param type open id ("withdrawal_start")
     * @param plover PLOVER code where one fits
     */
    record Event(
            Common common,
            String type,
            Optional<String> plover,
            Optional<Edtf> date,
            Optional<String> actor,
            Optional<String> target,
            Optional<Place> place)
            implements Claim {
        /** The same event at another place. */
        public Event at(Optional<Place> where) {
            return new Event(common, type, plover, date, actor, target, where);
        }
    }

    /**
     * What somebody holds, without a figure.
     *
     * @param about open id: unknown_figure, cause, label, appeal, assessment
     * @param labelText the loaded words, for a label
     */
    record Statement(Common common, String about, Optional<String> labelText, Optional<String> target)
            implements Claim {}

    /**
     * First 16 hexadecimal digits of SHA-256 over page version, kind, start, end, what is claimed and its amount, joined by
     * U+001F. Start and end are code point offsets, as printed. Never over rule, speaker, dates or program version.
     *
     * @param about measure, type, what or about
     * @param amount value, "low-high" or qualifier; empty for other kinds than figures
     */
    static String id(String version, String kind, int start, int end, String about, String amount) {
        String all =
                version + '\u001f' + kind + '\u001f' + start + '\u001f' + end + '\u001f' + about + '\u001f' + amount;
        return HexFormat.of().formatHex(Sha256.of(all), 0, 8);
    }

    /** A number or passage that became no claim. */
    record Refused(String page, Span span, String quote, String reason, String rule) {
        /** Reason why a whole page became no claim: there is no pack of its language, which stands behind a dot in the rule. */
        public static final String LANGUAGE = "language";

        /** BCP 47 tag of the language that no pack reads; empty for what was refused for another reason. */
        public Optional<String> language() {
            return reason.equals(LANGUAGE) ? Optional.of(rule.substring(LANGUAGE.length() + 1)) : Optional.empty();
        }
    }

    /** Everything one article yields, in text order. */
    record Claims(Article article, List<Claim> claims, List<Refused> refused) {
        public Claims {
            claims = List.copyOf(claims);
            refused = List.copyOf(refused);
        }
    }
}
