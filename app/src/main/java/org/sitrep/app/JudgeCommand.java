package org.sitrep.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.sitrep.judge.Anchor;
import org.sitrep.judge.OutletKind;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.Recorded;
import org.sitrep.ledger.Standing;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what a person decides. */
@Command(
        name = "judge",
        description =
                "Records in a ledger what a person decides. It beats what the program read, in every later report, and outlives"
                        + " new versions of page and program: a claim is found again by its words, or `sitrep review` asks about it.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep judge crisis.db reject 3fa2b1c4 --by ana --note \"counts cars\"         out of every report",
            "  sitrep judge crisis.db accept 77c0d2e9 --by ana --note \"read in full\"        marked in the report",
            "  sitrep judge crisis.db correct 77c0d2e9 --value \"1700 at_least\" --by ana --note \"misread\"",
            "  sitrep judge crisis.db same 77c0d2e9 1b60aa3e --by ana --note \"one briefing\" one origin, not two",
            "  sitrep judge crisis.db merge \"Barayev\" \"Baraev\" --by ana --note \"one man\"    one actor, called Barayev",
            "  sitrep judge crisis.db split \"Barayev\" \"Bardev\" --by ana --note \"two men\"   two actors",
            "  sitrep judge crisis.db outlet \"Lantern Boards\" forum --by ana --note \"reposts\" never an origin",
            "  sitrep judge crisis.db undo 41 --by ana --note \"mistaken\"                   entry 41 holds no more",
            "",
            "A claim's id, or the beginning of it, is what `sitrep claims crisis.db` prints; spellings are what",
            "`sitrep names crisis.db` prints. `sitrep review crisis.db` asks what is most worth deciding."
        })
final class JudgeCommand extends LedgerCommand {
    /** What can be decided. */
    enum What {
        accept(1, "the claim's id"),
        reject(1, "the claim's id"),
        correct(1, "the claim's id"),
        same(2, "the ids of two claims"),
        merge(2, "two or more spellings of one name"),
        split(2, "two or more spellings, each of another's name"),
        outlet(2, "the outlet's name and what it is: media, agency, forum or aggregator"),
        undo(1, "the entry's number");

        final int least;
        final String wants;

        What(int least, String wants) {
            this.least = least;
            this.wants = wants;
        }

        boolean takes(int words) {
            return words == least || words > least && (this == merge || this == split);
        }
    }

    @Parameters(
            index = "1",
            paramLabel = "WHAT",
            description = "accept, reject or correct a claim; same: two claims are one statement; merge or split names;"
                    + " outlet: what an outlet is; undo a judgement.")
    What what = What.accept;

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "SUBJECT",
            description =
                    "Ids of claims (the beginning will do), spellings, an outlet and its kind, or an entry's number.")
    List<String> subjects = List.of();

    @Option(names = "--value", paramLabel = "AMOUNT", description = "For correct: 1700, \"1700 at_least\" or 7-9.")
    Optional<String> value = Optional.empty();

    @Option(
            names = "--in",
            paramLabel = "PAGE",
            description = "For merge and split: only in the crisis that holds this page; without it, everywhere.")
    Optional<String> scope = Optional.empty();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
    String by = "";

    @Option(names = "--note", required = true, paramLabel = "TEXT", description = "Why.")
    String note = "";

    JudgeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        check();
        Entry.Judgement judgement = judgement();
        try (Ledger open = toWrite()) {
            Recorded recorded = open.append(judgement);
            session.out()
                    .println("entry " + recorded.sequence() + ": " + what + " " + String.join(" ", subjects)
                            + "; `sitrep judge " + ledger + " undo " + recorded.sequence() + "` takes it back");
        }
        return Failure.DONE;
    }

    private void check() {
        Ledgers.present(ledger);
        if (!what.takes(subjects.size())) throw usage("`" + what + "` needs " + what.wants);
        if (what != What.correct && value.isPresent()) throw usage("--value goes with `correct` only");
        if (what != What.merge && what != What.split && scope.isPresent())
            throw usage("--in goes with `merge` and `split` only");
        if (what == What.correct && value.flatMap(Standing::amount).isEmpty())
            throw usage("`correct` needs the number: --value 1700, --value \"1700 at_least\" or --value 7-9");
    }

    private Entry.Judgement judgement() {
        String subject = subjects.getFirst();
        return switch (what) {
            case accept -> judged(Entry.Decision.ACCEPTED);
            case reject -> judged(Entry.Decision.REJECTED);
            case correct -> judged(Entry.Decision.CORRECTED);
            case same -> new Entry.ClaimsMatched(anchors().getFirst(), anchors().getLast(), by, note);
            case merge -> new Entry.NamesJoined(page(), written(), by, note);
            case split -> new Entry.NamesParted(page(), written(), by, note);
            case outlet -> new Entry.OutletAssigned(published(subject), kind(subjects.getLast()), by, note);
            case undo -> undoing(subject);
        };
    }

    private Entry.Judgement undoing(String number) {
        try (Ledger open = toRead()) {
            for (Recorded r : open.decisions())
                if (r.entry() instanceof Entry.Judgement
                        && Long.toString(r.sequence()).equals(number))
                    return new Entry.JudgementUndone(r.sequence(), by, note);
        }
        throw usage(ledger + ": no judgement is entry " + number + "; `sitrep judge` printed its number");
    }

    private Entry.Judgement judged(Entry.Decision decision) {
        return new Entry.ClaimJudged(anchors().getFirst(), decision, value, by, note);
    }

    /** Hands on what was read, without judgements, so that a rejected claim can be accepted after all. */
    private void each(Consumer<Claim.Claims> sink) {
        session.readings(List.of(ledger), OptionalLong.empty(), r -> r.pages().forEach(sink));
    }

    private record Found(Article article, Claim claim) {}

    private List<Anchor> anchors() {
        Map<String, List<Found>> found = new HashMap<>();
        for (String id : subjects) found.put(id, new ArrayList<>());
        each(page -> {
            for (Claim c : page.claims())
                found.forEach((id, all) -> {
                    if (c.id().startsWith(id)) all.add(new Found(page.article(), c));
                });
        });
        List<Anchor> anchors = subjects.stream()
                .map(id -> anchor(Objects.requireNonNull(found.get(id)), id))
                .toList();
        if (what == What.same && anchors.getFirst().equals(anchors.getLast()))
            throw usage("both are claim " + subjects.getFirst() + "; `same` needs two claims");
        return anchors;
    }

    private Anchor anchor(List<Found> found, String id) {
        if (found.isEmpty())
            throw usage(ledger + ": no claim " + id + "; `sitrep claims " + ledger + "` prints every id");
        if (found.size() > 1)
            throw usage(ledger + ": " + found.size() + " claims begin with " + id + "; give more of the id");
        Claim claim = found.getFirst().claim();
        if (what == What.correct && !(claim instanceof Claim.Figure))
            throw usage("claim " + claim.id() + " is no figure, and only figures are corrected; reject it instead");
        return Anchor.of(found.getFirst().article(), claim);
    }

    /** The spellings, each of which must stand on some page. */
    private List<String> written() {
        Set<String> absent = new LinkedHashSet<>(subjects);
        each(p -> absent.removeIf(form -> p.article().text().contains(form)));
        if (absent.isEmpty()) return subjects;
        throw usage(ledger + ": no page holds \u201c" + absent.iterator().next() + "\u201d; `sitrep names " + ledger
                + "` prints every spelling");
    }

    private Optional<String> page() {
        Set<String> absent = new HashSet<>(scope.stream().toList());
        if (scope.isPresent()) each(p -> absent.remove(p.article().page()));
        if (!absent.isEmpty())
            throw usage(ledger + ": holds no page \u201c" + scope.get() + "\u201d; `sitrep read " + ledger
                    + "` names its pages");
        return scope;
    }

    private String published(String outlet) {
        Set<String> found = new LinkedHashSet<>();
        each(p -> p.article().outlet().filter(outlet::equalsIgnoreCase).ifPresent(found::add));
        return found.stream()
                .findFirst()
                .orElseThrow(() -> usage(ledger + ": no page is published by \u201c" + outlet + "\u201d; `sitrep read "
                        + ledger + "` names the outlets"));
    }

    private OutletKind kind(String word) {
        return Arrays.stream(OutletKind.values())
                .filter(k -> k.code().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> usage("\u201c" + word + "\u201d is no kind of outlet; choose media, agency, forum or"
                        + " aggregator"));
    }
}
