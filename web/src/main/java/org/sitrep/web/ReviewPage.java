package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.p;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import io.javalin.http.HttpStatus;
import j2html.tags.DomContent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.sitrep.desk.Review;
import org.sitrep.judge.Judgement;
import org.sitrep.judge.OutletKind;
import org.sitrep.judge.Question;
import org.sitrep.judge.Questions;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Standing;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;

/** What a person should decide about a crisis, the most useful question first, answered in place. */
final class ReviewPage {
    static final String PATH = "/review";
    private static final int MOST = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Request request;
    private final Situation situation;
    private final Crisis crisis;
    private final Optional<List<Question>> weighed;

    private ReviewPage(Request request) {
        this.request = request;
        this.situation = SituationPage.wanted(request);
        this.crisis = request.now().crisisOf(situation.crisis()).orElseThrow();
        this.weighed = weighed(crisis.questions(situation, request.now().judgements()));
    }

    /** The questions in the order of what hangs on them; nothing where working that out takes longer than a reader waits. */
    private static Optional<List<Question>> weighed(CompletableFuture<List<Question>> questions) {
        try {
            return Optional.of(questions.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    static String write(Request request) {
        return new ReviewPage(request).write();
    }

    private String write() {
        List<Question> questions =
                weighed.orElseGet(() -> Questions.of(situation, request.now().judgements(), claim -> 0));
        List<Review.Dispute> disputes = Review.disputes(request.now().judgements()).stream()
                .filter(d -> crisis.keys().contains(d.later().anchor().page()))
                .toList();
        List<Judgement.OnClaim> unplaced = crisis.judged().unplaced().stream()
                .filter(j -> j instanceof Judgement.OnClaim)
                .map(j -> (Judgement.OnClaim) j)
                .toList();
        boolean none = questions.isEmpty() && disputes.isEmpty() && unplaced.isEmpty();
        return Frame.page(
                request,
                request.text("tool.review"),
                header(
                                p(SituationPage.link(request, situation)).withClass("kicker"),
                                h1(request.text("tool.review")),
                                p(request.text("review.explained")).withClass("asof"),
                                p(request.words().count("questions", questions.size())
                                                + (questions.size() > MOST
                                                        ? request.text("review.first", Integer.toString(MOST))
                                                        : ""))
                                        .withClass("tally"))
                        .withClass("mast"),
                none ? p(request.text("review.none")) : text(""),
                weighed.isPresent()
                        ? text("")
                        : p(
                                        text(request.text("review.weighing") + " "),
                                        a(request.text("review.again"))
                                                .withHref(Request.to(PATH, "crisis", situation.crisis())))
                                .withClass("notice"),
                each(unplaced, this::unplaced),
                each(disputes, this::dispute),
                each(
                        IntStream.range(0, Math.min(MOST, questions.size()))
                                .boxed()
                                .toList(),
                        i -> question(questions.get(i), i)));
    }

    private DomContent unplaced(Judgement.OnClaim judgement) {
        return article(
                        h2(request.text("review.unplaced", Long.toString(judgement.sequence()))),
                        quote(judgement),
                        p(request.text("review.unplaced.why", judgement.by())).withClass("aside"),
                        JudgementsPage.undo(request, judgement.sequence()))
                .withClass("question");
    }

    private DomContent quote(Judgement.OnClaim judgement) {
        String page = judgement.anchor().page();
        return p(a(request.words().quoted(Contacts.masked(judgement.anchor().quote())))
                        .withHref(Request.to("/page", "key", page))
                        .attr("dir", "auto"))
                .withClass("quote");
    }

    private DomContent dispute(Review.Dispute dispute) {
        return article(
                        h2(request.text(
                                "review.dispute",
                                dispute.before().by(),
                                dispute.later().by())),
                        quote(dispute.later()),
                        each(
                                List.of(dispute.before(), dispute.later()),
                                j -> div(
                                                p(j.by()
                                                        + request.words()
                                                                .labels()
                                                                .text("colon")
                                                        + decision(j)),
                                                JudgementsPage.undo(request, j.sequence()))
                                        .withClass("side")))
                .withClass("question");
    }

    private String decision(Judgement.OnClaim judgement) {
        return switch (judgement) {
            case Judgement.Accepted a -> request.text("verified.accepted");
            case Judgement.Rejected r -> request.text("verified.rejected");
            case Judgement.Corrected c ->
                request.text("verified.corrected") + " → "
                        + request.words().labels().amount(c.amount());
        };
    }

    private DomContent question(Question question, int place) {
        return question.claim().map(c -> onClaim(question, c, place)).orElseGet(() -> other(question));
    }

    private DomContent onClaim(Question question, Claim claim, int place) {
        var form = details(summary(request.text("review.decide")), JudgeForm.of(request, claim, false, PATH));
        return article(
                        h2(Saying.what(claim, request.words())),
                        p(a(request.words()
                                                .quoted(Contacts.masked(
                                                        claim.evidence().quote())))
                                        .withHref(Request.to(claim))
                                        .attr("dir", "auto"))
                                .withClass("quote"),
                        p(reasons(question)).withClass("aside"),
                        weighed.isEmpty()
                                ? text("")
                                : p(request.words().count("review.lines", question.weight()))
                                        .withClass("aside"),
                        place == 0 ? form.attr("open") : form)
                .withClass("question");
    }

    private String reasons(Question question) {
        return String.join(
                request.words().labels().text("semicolon"),
                question.reasons().stream().map(this::reason).distinct().toList());
    }

    private String reason(Question.Reason reason) {
        String of = switch (reason.code()) {
            case "highest", "lowest" -> request.words().labels().id("measure", reason.of());
            case "verdict" -> request.words().labels().id("verdict", reason.of());
            case "carrier" -> request.words().labels().id("repost", reason.of());
            case "step" -> request.words().labels().id("event", reason.of());
            case "passage" -> "";
            default -> amount(reason.of());
        };
        return request.text("why." + reason.code(), of);
    }

    /** An amount as the reader writes it; anything else as it is. */
    private String amount(String of) {
        return Standing.amount(of).map(request.words().labels()::amount).orElse(of);
    }

    /** A question on names or on an outlet: each answer is the words of the command that gives it. */
    private DomContent other(Question question) {
        List<String> first = question.answers().getFirst();
        boolean names = first.getFirst().equals("merge");
        String ask = names
                ? request.text("review.names", first.get(1), first.get(2))
                : request.text("review.outlet", first.get(1));
        return article(h2(ask), p(reasons(question)).withClass("aside"), names ? names(first) : outlet(first))
                .withClass("question");
    }

    private DomContent names(List<String> answer) {
        return Frame.change(request, "/names")
                .with(
                        hidden("crisis", situation.crisis()),
                        hidden("first", answer.get(1)),
                        hidden("second", answer.get(2)),
                        hidden("then", PATH),
                        JudgeForm.who(request),
                        div(NamesPage.decide(request, "joined"), NamesPage.decide(request, "parted"))
                                .withClass("buttons"))
                .withClass("judge");
    }

    private DomContent outlet(List<String> answer) {
        return Frame.change(request, "/outlet")
                .with(
                        hidden("crisis", situation.crisis()),
                        hidden("outlet", answer.get(1)),
                        JudgeForm.who(request),
                        div(each(
                                        List.of(OutletKind.values()),
                                        k -> j2html.TagCreator.button(request.text(
                                                        "outlet." + k.name().toLowerCase(Locale.ROOT)))
                                                .withType("submit")
                                                .withName("kind")
                                                .withValue(k.name())))
                                .withClass("buttons"))
                .withClass("judge");
    }

    private static DomContent hidden(String name, String value) {
        return input().withType("hidden").withName(name).withValue(value);
    }

    /** Records what an outlet is, and asks on. */
    static void outlet(Request request, Events events) {
        Situation situation = SituationPage.wanted(request);
        String wanted = request.needed("kind");
        OutletKind kind = List.of(OutletKind.values()).stream()
                .filter(k -> k.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.badValue("kind", request.text("problem.outlet", wanted)));
        String by = JudgeForm.judge(request);
        events.changed(request.room()
                .append(new Entry.OutletAssigned(request.needed("outlet"), kind, by, request.needed("note")))
                .sequence());
        Guard.remember(request.context(), "by", by);
        request.context().redirect(Request.to(PATH, "crisis", situation.crisis()), HttpStatus.SEE_OTHER);
    }
}
