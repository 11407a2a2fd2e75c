package org.sitrep.record;

import java.util.List;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.CommitmentHistory;
import org.sitrep.model.Situation.Contributor;
import org.sitrep.model.Situation.Day;
import org.sitrep.model.Situation.History;
import org.sitrep.model.Situation.Operation;
import org.sitrep.model.Situation.Origin;
import org.sitrep.model.Situation.Point;
import org.sitrep.model.Situation.Step;
import org.sitrep.model.Situation.Version;

/** A situation made anew with each of its claims and articles masked; what was reconciled stays as it was. */
record Masked(PrivateNames names) {
    Situation situation(Situation s) {
        return new Situation(
                s.crisis(),
                s.title(),
                s.scene(),
                s.asOf(),
                s.articles().stream().map(names::masked).toList(),
                all(s.claims()),
                all(s.elsewhere()),
                s.histories().stream().map(this::history).toList(),
                s.origins().stream().map(this::origin).toList(),
                s.operations().stream().map(this::operation).toList(),
                s.commitments().stream().map(this::promise).toList(),
                s.names(),
                s.days().stream()
                        .map(d -> new Day(d.asOf(), names.claims(d.figures(), Claim.Figure.class)))
                        .toList(),
                s.officials(),
                s.part());
    }

    private List<Claim> all(List<Claim> claims) {
        return names.claims(claims, Claim.class);
    }

    private History history(History h) {
        List<Point> points = h.points().stream()
                .map(p -> new Point(
                        p.amount(),
                        p.asOf(),
                        p.speaker(),
                        p.status(),
                        p.withdrawn(),
                        names.claims(p.claims(), Claim.Figure.class)))
                .toList();
        return new History(h.matter(), points, h.relations(), h.range(), h.checks());
    }

    private Origin origin(Origin o) {
        return new Origin(o.id(), o.speaker(), o.page(), all(o.claims()), o.links(), o.chain());
    }

    private Operation operation(Operation o) {
        List<Step> steps = o.steps().stream()
                .map(s -> new Step(s.step(), s.date(), s.by(), s.planned(), all(s.claims())))
                .toList();
        List<Contributor> contributors = o.contributors().stream()
                .map(c -> new Contributor(c.who(), c.strength(), all(c.claims())))
                .toList();
        return new Operation(o.name(), o.organisation(), o.place(), steps, contributors, o.phases());
    }

    private CommitmentHistory promise(CommitmentHistory c) {
        List<Version> versions = c.versions().stream()
                .map(v -> new Version(
                        v.due(),
                        v.durationDays(),
                        v.dueQualifier(),
                        v.speaker(),
                        names.claims(v.claims(), Claim.Commitment.class)))
                .toList();
        return new CommitmentHistory(
                c.what(), c.promise(), c.by(), versions, c.verdict(), c.why(), all(c.evidence()), c.contradicting());
    }
}
