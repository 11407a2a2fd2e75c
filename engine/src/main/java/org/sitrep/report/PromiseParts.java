package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sitrep.model.Claim;
import org.sitrep.model.Code;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Verdict;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** What was promised, in every version of it, and what became of it. */
final class PromiseParts {
    /** Characters of an object that tells what is promised; "changes" alone does not. */
    private static final int TELLING = 24;

    private final View view;
    private final Labels labels;

    PromiseParts(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    Section commitments() {
        List<Block> blocks = new ArrayList<>();
        for (Situation.CommitmentHistory history : checkable()) {
            blocks.add(new Block.Heading(heading(history)));
            blocks.add(new Block.Paragraph(verdict(history)));
            List<Line> lines = new ArrayList<>();
            for (List<Claim.Commitment> wording : wordings(history)) lines.add(version(wording));
            List<Claim> happened =
                    history.evidence().stream().filter(PromiseParts::happened).toList();
            List<Claim> against =
                    history.evidence().stream().filter(c -> !happened(c)).toList();
            if (!happened.isEmpty()) lines.add(evidence("commitments.evidence", happened));
            if (!against.isEmpty()) lines.add(evidence("commitments.against", against));
            blocks.add(new Block.Items(lines));
        }
        if (blocks.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("commitments.none"))));
        return new Section("commitments", labels.text("section.commitments"), blocks);
    }

    /** "To complete the withdrawal – European Union": only an actor known by name is said to owe something. */
    private String heading(Situation.CommitmentHistory history) {
        String what = Plain.capital(name(history));
        return history.by()
                .filter(view.voices::actor)
                .map(b -> what + " – " + Plain.text(Contacts.masked(view.voices.shown(b))))
                .orElse(what);
    }

    /** As {@link #name}, in quotation marks always. */
    String quoted(Situation.CommitmentHistory history) {
        return history.what().equals("other")
                ? name(history)
                : labels.text("quote.open") + name(history) + labels.text("quote.close");
    }

    /** What was promised: in the page's words, in quotation marks, where it is no kind of promise by name. */
    String name(Situation.CommitmentHistory history) {
        if (!history.what().equals("other")) return labels.id("what", history.what());
        Claim.Commitment first = history.versions().getFirst().claims().getFirst();
        String words = first.object()
                .map(Contacts::masked)
                .filter(o -> o.length() >= TELLING)
                .orElseGet(() -> view.quotes.readable(first));
        return labels.text("quote.open") + Quotes.clip(Plain.text(words), 90) + labels.text("quote.close");
    }

    /** Promises with a term that can be checked before those without. */
    private List<Situation.CommitmentHistory> checkable() {
        List<Situation.CommitmentHistory> all = new ArrayList<>(view.situation.commitments());
        all.removeIf(PromiseParts::announced);
        all.sort(Comparator.comparing((Situation.CommitmentHistory h) -> h.verdict() == Verdict.UNKNOWABLE));
        return all;
    }

    /** "Troops will be sent", without a day, where each page that says so also tells that they were: announced, and not promised. */
    private static boolean announced(Situation.CommitmentHistory history) {
        Set<String> told =
                history.evidence().stream().map(c -> c.evidence().page()).collect(Collectors.toSet());
        return history.versions().stream()
                .flatMap(v -> v.claims().stream())
                .allMatch(c -> c.due().isEmpty()
                        && c.durationDays().isEmpty()
                        && told.contains(c.evidence().page()));
    }

    private Line verdict(Situation.CommitmentHistory history) {
        return Line.of(new Inline.Tag(labels.code("verdict", history.verdict()), tone(history.verdict())))
                .and(disputed(history))
                .and(new Inline.Text(" "), new Inline.Aside(why(history)));
    }

    /** The reason that reconciling gave, as a sentence, and that silence is no evidence where that matters. */
    private String why(Situation.CommitmentHistory history) {
        String why = labels.reason(history.why());
        if (why.isEmpty()) return "";
        String sentence = Plain.capital(why) + ".";
        return history.untold() ? sentence + " " + labels.text("commitments.silence") : sentence;
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case KEPT, KEPT_EARLY -> Tone.GOOD;
            case LATE, BROKEN, SLIPPED, RETRACTED, CONTRADICTED -> Tone.WARN;
            case OPEN, UNKNOWABLE -> Tone.PLAIN;
        };
    }

    /**
     * The claims of a promise by the terms in which they state it, as first said: a version joins what means the same day, and "no more
     * than ten days" and "nobody after the 23rd" are still two ways of saying it.
     */
    private static List<List<Claim.Commitment>> wordings(Situation.CommitmentHistory history) {
        Map<String, List<Claim.Commitment>> out = new LinkedHashMap<>();
        for (Situation.Version version : history.versions())
            for (Claim.Commitment c : version.claims())
                out.computeIfAbsent(terms(c), t -> new ArrayList<>()).add(c);
        return out.values().stream()
                .sorted(Comparator.comparing((List<Claim.Commitment> w) ->
                                terms(w.getFirst()).isEmpty())
                        .thenComparing(w -> said(w).orElse(LocalDate.MAX)))
                .toList();
    }

    private static Optional<LocalDate> said(List<Claim.Commitment> claims) {
        return claims.stream().flatMap(c -> c.common().knownOn().stream()).min(Comparator.naturalOrder());
    }

    private static String terms(Claim.Commitment c) {
        String qualifier = c.dueQualifier().map(Code::code).orElse("");
        return c.durationDays().isPresent()
                ? qualifier + c.durationDays().getAsInt()
                : qualifier + c.due().map(Edtf::text).orElse("");
    }

    private Line version(List<Claim.Commitment> claims) {
        Line line = Line.of(new Inline.Strong(due(claims)));
        Map<String, List<Claim.Commitment>> voices = new LinkedHashMap<>();
        for (Claim.Commitment c : claims)
            voices.computeIfAbsent(view.voices.speaker(c).orElse(""), s -> new ArrayList<>())
                    .add(c);
        String separator = labels.text("colon");
        for (List<Claim.Commitment> voice : voices.values()) {
            line = line.and(
                            new Inline.Text(separator),
                            view.quotes.quoted(view.quotes.best(voice)),
                            new Inline.Cite(voice),
                            new Inline.Aside(" — "))
                    .and(view.voices.said(voice))
                    .and(on(voice));
            separator = labels.text("semicolon");
        }
        return line.and(view.carried(claims));
    }

    /** ", on 11 January 2022": the day of the first page that tells it. */
    private Line on(List<Claim.Commitment> voice) {
        return said(voice)
                .map(d -> Line.of(new Inline.Aside(labels.text("commitments.said", labels.day(d)))))
                .orElse(Line.of());
    }

    /** "at least 10 days", "by 23 January 2022", or a length and the days on which it ends. */
    private String due(List<Claim.Commitment> claims) {
        Claim.Commitment first = claims.getFirst();
        String qualifier = first.dueQualifier().map(Code::code).orElse("exact");
        Map<String, String> days = new TreeMap<>();
        for (Claim.Commitment c : claims)
            c.due().ifPresent(d -> days.putIfAbsent(d.text(), labels.text("due." + qualifier, labels.date(d))));
        if (first.durationDays().isEmpty())
            return days.isEmpty() ? labels.text("due.none") : String.join(labels.text("or"), days.values());
        String length = labels.text(
                "duration." + qualifier,
                labels.count("days", first.durationDays().getAsInt()));
        return days.isEmpty()
                ? length
                : labels.text("due.reckoned", length, String.join(labels.text("or"), days.values()));
    }

    private static boolean happened(Claim c) {
        return c instanceof Claim.Event && c.status() == Status.ASSERTED;
    }

    private Line evidence(String label, List<Claim> evidence) {
        Claim first = view.quotes.best(evidence);
        Line line = Line.of(
                new Inline.Aside(labels.text(label) + " "), view.quotes.quoted(first), new Inline.Cite(evidence));
        return line.and(
                new Inline.Aside(" — " + view.voices.speaker(first).orElseGet(() -> view.voices.outlet(first))));
    }

    /** "One promise kept, one open" for the highlights; nothing where there is no promise. */
    List<Line> highlight() {
        return checkable().stream()
                .filter(h -> h.verdict() != Verdict.UNKNOWABLE)
                .limit(3)
                .map(h -> Line.of(new Inline.Text(labels.text("highlight.promise") + " "), new Inline.Strong(name(h)))
                        .and(
                                new Inline.Text(labels.text("colon")),
                                new Inline.Tag(labels.code("verdict", h.verdict()), tone(h.verdict())))
                        .and(disputed(h))
                        .and(cites(h)))
                .toList();
    }

    /** Said beside the verdict, unless that says it. */
    private Line disputed(Situation.CommitmentHistory history) {
        return history.contradicting() && history.verdict() != Verdict.CONTRADICTED
                ? Line.of(new Inline.Text(" "), new Inline.Tag(labels.text("commitments.contradicting"), Tone.WARN))
                : Line.of();
    }

    private static Line cites(Situation.CommitmentHistory history) {
        List<Claim> claims = new ArrayList<>(history.evidence());
        if (claims.isEmpty()) history.versions().forEach(v -> claims.addAll(v.claims()));
        return claims.isEmpty() ? Line.of() : Line.of(new Inline.Cite(claims));
    }
}
