package org.sitrep.app;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sitrep.desk.Desk;
import org.sitrep.desk.Review;
import org.sitrep.judge.Judged;
import org.sitrep.judge.Judgement;
import org.sitrep.judge.Question;
import org.sitrep.ledger.Ledger;
import org.sitrep.model.Situation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks what a person should decide. */
@Command(
        name = "review",
        description =
                "Asks what a person should decide: judgements whose subject is read no more and people who disagree first, then claims"
                        + " by how many lines of the report would change without them.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep review crisis.db                      the ten most useful questions, each with what to type",
            "  sitrep review crisis.db --most 50 --about \"Westland\""
        })
final class ReviewCommand extends LedgerCommand {
    @Option(names = "--most", paramLabel = "N", description = "At most so many questions; 10 without it.")
    int most = 10;

    @Option(
            names = "--about",
            paramLabel = "WORDS",
            description =
                    "Which crisis, where the ledger holds several: words of its title, its id, or the id of one of its pages.")
    Optional<String> about = Optional.empty();

    private final List<Question> questions = new ArrayList<>();
    private int asked;
    private int number;

    ReviewCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        List<Judgement> judgements;
        try (Ledger open = toRead()) {
            judgements = open.judgements(Long.MAX_VALUE);
        }
        unplaced(judgements).forEach(this::unplaced);
        Review.disputes(judgements).forEach(this::disputed);
        for (Question q : questions) {
            if (number >= most) break;
            question(q);
        }
        if (number == 0)
            session.out().println("nothing to ask: no claim is contested, and nothing rests on one sentence alone");
        else if (asked > most) session.out().println(asked - most + " more; `--most " + asked + "` shows all");
        return session.code();
    }

    /** Gathers the questions and tells which judgements found nothing; of one crisis only those on claims, for others may hold the rest. */
    private List<Judgement> unplaced(List<Judgement> judgements) {
        Unplaced unplaced = new Unplaced();
        if (about.isEmpty()) {
            session.readings(
                    List.of(ledger),
                    OptionalLong.empty(),
                    r -> unplaced.in(ask(r, Told.situations(session, r, Optional.empty()), judgements)));
            return unplaced.everywhere();
        }
        Desk.Reading reading = session.read(List.of(ledger), OptionalLong.empty(), about);
        Situation meant = Crises.about(Told.situations(session, reading, Optional.empty()), about.get());
        unplaced.in(ask(reading, List.of(meant), judgements));
        return unplaced.everywhere().stream()
                .filter(Judgement.OnClaim.class::isInstance)
                .toList();
    }

    /** Keeps the weightiest questions only, however many crises there are. */
    private Judged ask(Desk.Reading reading, List<Situation> situations, List<Judgement> judgements) {
        Judged judged = Judged.of(reading.pages(), reading.judgements());
        Review review = new Review(session.pipeline(), judged, judgements);
        for (Situation s : situations) {
            List<Question> more = review.questions(s);
            asked += more.size();
            questions.addAll(more);
        }
        questions.sort((a, b) -> Integer.compare(b.weight(), a.weight()));
        if (questions.size() > most)
            questions.subList(Math.max(0, most), questions.size()).clear();
        return judged;
    }

    private void unplaced(Judgement j) {
        PrintStream out = session.out();
        out.println(++number + ". What about entry " + j.sequence() + "?");
        if (j instanceof Judgement.OnClaim c)
            out.println("   “" + Plain.oneLine(c.anchor().quote()) + "”  "
                    + c.anchor().page());
        out.println("   why: " + Unplaced.words(j));
        command(List.of("undo", Long.toString(j.sequence())));
    }

    private void disputed(Review.Dispute dispute) {
        Judgement.OnClaim before = dispute.before();
        Judgement.OnClaim c = dispute.later();
        session.out().println(++number + ". Who is right, " + before.by() + " or " + c.by() + "?");
        session.out()
                .println("   “" + Plain.oneLine(c.anchor().quote()) + "”  "
                        + c.anchor().page());
        session.out()
                .println("   why: entry " + before.sequence() + ", by " + before.by() + ", says "
                        + Review.decision(before) + "; entry " + c.sequence() + ", by " + c.by() + ", says "
                        + Review.decision(c) + " and holds, being later");
        command(List.of("undo", Long.toString(c.sequence())));
        command(List.of("undo", Long.toString(before.sequence())));
    }

    private void question(Question q) {
        session.out()
                .println(++number + ". " + q.ask()
                        + q.claim().map(c -> "  " + Plain.what(c)).orElse(""));
        q.claim()
                .ifPresent(c -> session.out()
                        .println("   “" + Plain.oneLine(c.evidence().quote()) + "”  "
                                + c.evidence().page() + "  " + c.id()));
        session.out().println("   why: " + q.why() + (q.claim().isPresent() ? "; " + lines(q.weight()) : ""));
        q.answers().forEach(this::command);
    }

    private static String lines(int weight) {
        if (weight == 0) return "no line of the report hangs on it alone";
        return weight == 1 ? "one line of the report hangs on it" : weight + " lines of the report hang on it";
    }

    private void command(List<String> answer) {
        StringBuilder line = new StringBuilder("   sitrep judge " + ledger);
        for (String word : answer) line.append(' ').append(word.contains(" ") ? "\"" + word + "\"" : word);
        session.out().println(line + " --by YOU --note \"WHY\"");
    }
}
