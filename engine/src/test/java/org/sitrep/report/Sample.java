package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.sitrep.model.Amount;
import org.sitrep.model.Article;
import org.sitrep.model.Attribution;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Evidence;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.model.Span;
import org.sitrep.model.Status;

/** A small crisis made by hand: a toll that was withdrawn, troops counted twice, one promise in two versions, and a hostile page. */
final class Sample {
    static final String HOSTILE = "<script>alert(1)</script> [click](https://evil.example) | `x` *bold* \u202eevil";

    private final List<Article> articles = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    private Sample() {}

    static Situation situation() {
        return new Sample().make();
    }

    private Situation make() {
        page(
                "toll",
                "Meridian",
                Optional.of("2022-01-09"),
                "The health ministry said that 164 people were killed.\nCall +7 727 555 01 23 or write to tips@meridian.example.");
        page(
                "gone",
                "Tribune",
                Optional.of("2022-01-10"),
                "The information ministry withdrew the figure of 164 dead.\nAbout 2,300 soldiers came, the president said.");
        page(
                "later",
                "Ledger",
                Optional.of("2022-01-12"),
                "At least 164 died. Some 2,030 soldiers came. They leave in ten days.\nThe last soldier leaves by 23 January.");
        page("blog", HOSTILE, Optional.empty(), HOSTILE + " says 9,999 died.");
        Situation.History killed = killed();
        Situation.History deployed = deployed();
        Situation.CommitmentHistory promise = promise();
        Claim.Event emergency = new Claim.Event(
                common("toll", "people were killed", Optional.empty()),
                "state_of_emergency",
                Optional.empty(),
                Optional.of(new Edtf("2022-01-05")),
                Optional.of("Government"),
                Optional.empty(),
                Optional.empty());
        claims.add(emergency);
        Situation.Step step = new Situation.Step(
                "deployment", Optional.of(LocalDate.parse("2022-01-06")), Optional.empty(), false, List.of(emergency));
        Situation.Contributor russia = new Situation.Contributor("Russia", OptionalLong.empty(), List.of(emergency));
        Situation.Operation operation = new Situation.Operation(
                "Joint force",
                Optional.of("Joint force"),
                Optional.of("Ruritania"),
                List.of(step),
                List.of(russia),
                List.of(new Situation.Reached(Situation.Phase.WITHDRAWING, Optional.empty(), false)));
        Situation.Name president = new Situation.Name(
                "n1",
                Situation.Name.Kind.PERSON,
                "President",
                List.of(new Situation.Name.Variant("Präsident", "de", "gone", new Span(0, 9))));
        Situation.Origin origin = new Situation.Origin(
                "o1",
                Optional.of("health ministry"),
                Optional.empty(),
                List.copyOf(killed.points().getFirst().claims()),
                List.of());
        return new Situation(
                "blog",
                HOSTILE,
                new Situation.Scene(List.of(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                articles,
                claims,
                List.of(),
                List.of(killed, deployed),
                List.of(origin),
                List.of(operation),
                List.of(promise),
                List.of(president),
                List.of(),
                Set.of("President", "health ministry"),
                false);
    }

    private Situation.History killed() {
        Situation.Point first = point(
                figure(
                        "toll",
                        "164 people were killed",
                        "killed",
                        Amount.of(164, Qualifier.EXACT),
                        "2022-01-09",
                        Optional.of("health ministry"),
                        Status.ASSERTED),
                true);
        Situation.Point gone = point(
                figure(
                        "gone",
                        "164 dead",
                        "killed",
                        Amount.of(164, Qualifier.EXACT),
                        "2022-01-10",
                        Optional.of("information ministry"),
                        Status.RETRACTED),
                false);
        Situation.Point again = point(
                figure(
                        "later",
                        "At least 164 died",
                        "killed",
                        Amount.of(164, Qualifier.AT_LEAST),
                        "2022-01-12",
                        Optional.empty(),
                        Status.ASSERTED),
                false);
        Situation.Point blog = point(
                figure(
                        "blog",
                        "9,999 died",
                        "killed",
                        Amount.of(9999, Qualifier.EXACT),
                        "",
                        Optional.empty(),
                        Status.ASSERTED),
                false);
        return new Situation.History(
                new Situation.Matter(
                        "killed", "people", Optional.empty(), Optional.empty(), Claim.Counts.TOTAL_TO_DATE),
                List.of(first, gone, again, blog),
                List.of(
                        new Situation.Relation(1, 0, Kind.RETRACTION_OF, "r"),
                        new Situation.Relation(2, 0, Kind.REPEATS_AFTER_RETRACTION, "r")));
    }

    private Situation.History deployed() {
        Situation.Point president = point(
                figure(
                        "gone",
                        "About 2,300 soldiers",
                        "deployed",
                        Amount.of(2300, Qualifier.ABOUT),
                        "2022-01-10",
                        Optional.of("President"),
                        Status.ASSERTED),
                false);
        Situation.Point ledger = point(
                figure(
                        "later",
                        "Some 2,030 soldiers",
                        "deployed",
                        Amount.of(2030, Qualifier.ABOUT),
                        "2022-01-12",
                        Optional.empty(),
                        Status.ASSERTED),
                false);
        return new Situation.History(
                new Situation.Matter(
                        "deployed", "soldiers", Optional.empty(), Optional.empty(), Claim.Counts.PRESENT_STOCK),
                List.of(president, ledger),
                List.of(new Situation.Relation(0, 1, Kind.CONTRADICTION, "r")),
                new Situation.Range(OptionalInt.of(1), OptionalInt.of(0), Map.of()),
                List.of());
    }

    private Situation.CommitmentHistory promise() {
        Claim.Commitment ten = new Claim.Commitment(
                common("later", "They leave in ten days", Optional.empty()),
                Optional.of("force"),
                Optional.empty(),
                "complete_withdrawal",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(10),
                Optional.empty(),
                Optional.of(Claim.DueQualifier.AT_MOST),
                Optional.empty());
        Claim.Commitment last = new Claim.Commitment(
                common("later", "The last soldier leaves by 23 January", Optional.empty()),
                Optional.of("force"),
                Optional.empty(),
                "complete_withdrawal",
                Optional.empty(),
                Optional.of(new Edtf("2022-01-23")),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(Claim.DueQualifier.AT_MOST),
                Optional.empty());
        claims.addAll(List.of(ten, last));
        return new Situation.CommitmentHistory(
                "complete_withdrawal",
                "withdraw",
                Optional.of("Joint force"),
                List.of(version(ten), version(last)),
                Situation.Verdict.OPEN,
                "no page says",
                List.of(),
                true);
    }

    private static Situation.Version version(Claim.Commitment c) {
        return new Situation.Version(c.due(), c.durationDays(), c.dueQualifier(), Optional.empty(), List.of(c));
    }

    private static Situation.Point point(Claim.Figure figure, boolean withdrawn) {
        return new Situation.Point(
                figure.amount(),
                figure.asOf(),
                figure.attribution().speaker(),
                figure.status(),
                withdrawn,
                List.of(figure));
    }

    private void page(String key, String outlet, Optional<String> day, String text) {
        Optional<Published> published = day.map(d -> new Published(new Edtf(d), Published.From.META, "test"));
        Passage body = new Passage(
                "p1",
                Passage.Role.BODY,
                new Span(0, text.length()),
                "en",
                Optional.empty(),
                Optional.empty(),
                published,
                Set.of(),
                List.of());
        articles.add(new Article(
                key,
                "v",
                Optional.empty(),
                "en",
                Optional.of(outlet),
                Optional.empty(),
                Optional.empty(),
                published,
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(body)));
    }

    private Claim.Common common(String page, String quote, Optional<String> speaker) {
        Article article =
                articles.stream().filter(a -> a.page().equals(page)).findFirst().orElseThrow();
        int at = article.text().indexOf(quote);
        Evidence evidence =
                new Evidence(page, "v", "p1", Passage.Role.BODY, Set.of(), quote, new Span(at, at + quote.length()));
        return new Claim.Common(
                page + at + "-" + claims.size(),
                evidence,
                new Attribution(speaker, speaker, List.of()),
                Status.ASSERTED,
                false,
                article.published().flatMap(p -> p.date().day()),
                "test");
    }

    private Claim.Figure figure(
            String page,
            String quote,
            String measure,
            Amount amount,
            String asOf,
            Optional<String> speaker,
            Status status) {
        Claim.Common c = common(page, quote, speaker);
        Claim.Figure figure = new Claim.Figure(
                new Claim.Common(c.id(), c.evidence(), c.attribution(), status, false, c.knownOn(), c.rule()),
                measure,
                amount,
                Optional.empty(),
                Optional.empty(),
                "people",
                Optional.empty(),
                Optional.empty(),
                Claim.Counts.TOTAL_TO_DATE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Edtf.parse(asOf),
                false,
                Optional.empty());
        claims.add(figure);
        return figure;
    }
}
