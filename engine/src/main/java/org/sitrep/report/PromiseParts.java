package org.sitrep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.model.Claim;
import org.sitrep.model.Code;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Verdict;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** What was promised, in every version of it, and what became of it. */
final class PromiseParts {
    private final View view;
    private final Labels labels;

    PromiseParts(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    Section commitments() {
        List<Block> blocks = new ArrayList<>();
        for (Situation.CommitmentHistory history : checkable()) {
            blocks.add(new Block.Paragraph(head(history)));
            List<Line> lines = new ArrayList<>(
                    history.versions().stream().map(this::version).toList());
            if (!history.evidence().isEmpty()) lines.add(evidence(history.evidence()));
            blocks.add(new Block.Items(lines));
        }
        if (blocks.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("commitments.none"))));
        return new Section("commitments", labels.text("section.commitments"), blocks);
    }

    /** Promises with a term that can be checked before those without. */
    private List<Situation.CommitmentHistory> checkable() {
        List<Situation.CommitmentHistory> all = new ArrayList<>(view.situation.commitments());
        all.sort(Comparator.comparing((Situation.CommitmentHistory h) -> h.verdict() == Verdict.UNKNOWABLE));
        return all;
    }

    private Line head(Situation.CommitmentHistory history) {
        Line line = Line.of(new Inline.Strong(labels.id("what", history.what())));
        if (history.by().isPresent())
            line = line.and(
                    new Inline.Text(", " + Plain.text(Masking.mask(history.by().get()))));
        line = line.and(
                new Inline.Text(" "),
                new Inline.Tag(labels.code("verdict", history.verdict()), tone(history.verdict())));
        if (history.contradicting() && history.verdict() != Verdict.CONTRADICTED) {
            line = line.and(new Inline.Text(" "), new Inline.Tag(labels.text("commitments.contradicting"), Tone.WARN));
        }
        return line.and(new Inline.Text(" "), new Inline.Aside(why(history)));
    }

    /** The reason that reconciling gave, as a sentence, and that silence is no evidence where that matters. */
    private String why(Situation.CommitmentHistory history) {
        String why = labels.reason(history.why());
        if (why.isEmpty()) return "";
        String sentence = why.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + why.substring(1) + ".";
        return history.verdict() == Verdict.OPEN ? sentence + " " + labels.text("commitments.silence") : sentence;
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case KEPT, KEPT_EARLY -> Tone.GOOD;
            case LATE, BROKEN, SLIPPED, RETRACTED, CONTRADICTED -> Tone.WARN;
            case OPEN, UNKNOWABLE -> Tone.PLAIN;
        };
    }

    private Line version(Situation.Version version) {
        List<Claim.Commitment> claims = version.claims();
        Line line = Line.of(new Inline.Strong(due(version)));
        if (claims.isEmpty()) return line;
        Map<String, List<Claim.Commitment>> voices = new LinkedHashMap<>();
        for (Claim.Commitment c : claims)
            voices.computeIfAbsent(view.speaker(c).orElse(""), s -> new ArrayList<>())
                    .add(c);
        String separator = labels.text("colon");
        for (List<Claim.Commitment> voice : voices.values()) {
            line = line.and(
                            new Inline.Text(separator),
                            view.quoted(View.best(voice)),
                            new Inline.Cite(voice),
                            new Inline.Aside(" — "))
                    .and(view.said(voice));
            separator = "; ";
        }
        return line.and(view.carried(claims));
    }

    /** "at least 10 days", "by 23 January 2022", or both. */
    private String due(Situation.Version version) {
        String qualifier = version.dueQualifier().map(Code::code).orElse("exact");
        List<String> parts = new ArrayList<>();
        if (version.durationDays().isPresent())
            parts.add(labels.text(
                    "duration." + qualifier,
                    labels.count("days", version.durationDays().getAsInt())));
        version.due().ifPresent(due -> parts.add(labels.text("due." + qualifier, labels.date(due))));
        return parts.isEmpty() ? labels.text("due.none") : String.join(", ", parts);
    }

    private Line evidence(List<Claim> evidence) {
        Claim first = View.best(evidence);
        Line line = Line.of(
                new Inline.Aside(labels.text("commitments.evidence") + " "),
                view.quoted(first),
                new Inline.Cite(evidence));
        return line.and(new Inline.Aside(" — " + view.speaker(first).orElseGet(() -> view.outlet(first))));
    }

    /** "One promise kept, one open" for the highlights; nothing where there is no promise. */
    List<Line> highlight() {
        return checkable().stream()
                .limit(3)
                .map(h -> Line.of(
                                new Inline.Text(labels.text("highlight.promise") + " "),
                                new Inline.Strong(labels.id("what", h.what())))
                        .and(
                                new Inline.Text(labels.text("colon")),
                                new Inline.Tag(labels.code("verdict", h.verdict()), tone(h.verdict())))
                        .and(cites(h)))
                .toList();
    }

    private static Line cites(Situation.CommitmentHistory history) {
        List<Claim> claims = new ArrayList<>(history.evidence());
        if (claims.isEmpty()) history.versions().forEach(v -> claims.addAll(v.claims()));
        return claims.isEmpty() ? Line.of() : Line.of(new Inline.Cite(claims));
    }
}
