package org.sitrep.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.Pipeline;
import org.sitrep.changes.Changes;
import org.sitrep.judge.Anchor;
import org.sitrep.judge.Judged;
import org.sitrep.judge.Judgement;
import org.sitrep.judge.Question;
import org.sitrep.judge.Questions;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** What a person should decide about a crisis, the one first on which most of its report hangs. */
public final class Review {
    private final Pipeline pipeline;
    private final Judged judged;
    private final List<Judgement> judgements;

    /** @param judged pages as people judged them, those of the situations that are asked about among them */
    public Review(Pipeline pipeline, Judged judged, List<Judgement> judgements) {
        this.pipeline = pipeline;
        this.judged = judged;
        this.judgements = List.copyOf(judgements);
    }

    /** The questions on one situation; each of the first forty about a claim costs one reconciliation. */
    public List<Question> questions(Situation situation) {
        return Questions.of(situation, judgements, claim -> impact(situation, claim));
    }

    /** Lines of the report that would differ without a claim. */
    private int impact(Situation with, Claim claim) {
        List<String> pages = with.articles().stream().map(a -> a.page()).toList();
        List<Claim.Claims> rest = judged.pages().stream()
                .filter(p -> pages.contains(p.article().page()))
                .map(p -> p.article().page().equals(claim.evidence().page()) ? without(p, claim) : p)
                .toList();
        Judged less = new Judged(rest, judged.same(), judged.names(), List.of());
        return Changes.between(List.of(with), pipeline.situations(less, java.util.Optional.empty()))
                .size();
    }

    private static Claim.Claims without(Claim.Claims page, Claim claim) {
        return new Claim.Claims(
                page.article(),
                page.claims().stream().filter(c -> !c.id().equals(claim.id())).toList(),
                page.refused());
    }

    /** A claim of which two people decided differently; the later decision holds until somebody undoes it. */
    public record Dispute(Judgement.OnClaim before, Judgement.OnClaim later) {}

    /** Disputes among all judgements, oldest first. */
    public static List<Dispute> disputes(List<Judgement> judgements) {
        List<Dispute> out = new ArrayList<>();
        Map<Anchor, Judgement.OnClaim> last = new HashMap<>();
        for (Judgement j : judgements) {
            if (!(j instanceof Judgement.OnClaim c)) continue;
            Judgement.OnClaim before = last.put(c.anchor(), c);
            if (before != null
                    && !before.by().equals(c.by())
                    && !decision(before).equals(decision(c))) out.add(new Dispute(before, c));
        }
        return out;
    }

    /** What was decided, in a word. */
    public static String decision(Judgement.OnClaim j) {
        return switch (j) {
            case Judgement.Accepted a -> "accepted";
            case Judgement.Rejected r -> "rejected";
            case Judgement.Corrected c -> "corrected to " + c.amount().key();
        };
    }
}
