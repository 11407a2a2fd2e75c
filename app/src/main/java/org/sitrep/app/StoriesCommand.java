package org.sitrep.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitrep.Pipeline;
import org.sitrep.changes.Regrouping;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.record.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints which story and which crisis each page belongs to. */
@Command(
        name = "stories",
        description =
                "Sorts pages into stories and crises and names copies; of a ledger also tells which stories and crises became one or"
                        + " came apart between two of its states, and with which pages.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep stories examples/kazakhstan-2022 --format jsonl",
            "  sitrep stories crisis.db --since 2022-01-14     what was merged and split since that day began (in UTC)",
            "  sitrep stories crisis.db --since 40 --until 52  between two entries"
        })
final class StoriesCommand extends RecordsCommand {
    /** Pages that a line for people names. */
    private static final int NAMED = 5;

    @Mixin
    Between between = new Between();

    StoriesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (between.asked()) {
            print(regrouped());
            return session.code();
        }
        sorted(
                OptionalLong.empty(),
                sorted -> print(
                        format == Format.jsonl
                                ? sorted.stream().map(StoriesCommand::record).toList()
                                : text(sorted)));
        return session.code();
    }

    /** Of a large ledger stories and copies are sought crisis by crisis. */
    private void sorted(OptionalLong knownAt, Consumer<List<Pipeline.Sorted>> sink) {
        session.readings(
                pages, knownAt, reading -> sink.accept(session.pipeline().sorted(reading.pages())));
    }

    private List<Pipeline.Sorted> sortedAt(long entry) {
        List<Pipeline.Sorted> all = new ArrayList<>();
        if (entry > 0) sorted(OptionalLong.of(entry), all::addAll);
        return all;
    }

    /** What became of stories and crises between two states of the ledger, which is the only place. */
    private List<String> regrouped() {
        if (pages.size() != 1 || !Ledgers.is(pages.getFirst()))
            throw new Failure(Failure.USAGE, "--since goes with one ledger: files and folders have no earlier state");
        Between.Entries states;
        try (Ledger open = Ledgers.openToRead(pages.getFirst())) {
            states = between.entries(open);
        }
        List<Pipeline.Sorted> before = sortedAt(states.from());
        List<Pipeline.Sorted> after = sortedAt(states.to());
        List<String> out = new ArrayList<>();
        Regrouping.between(groups(before, Pipeline.Sorted::story), groups(after, Pipeline.Sorted::story))
                .forEach(r -> out.add(regrouped("story", r)));
        Regrouping.between(groups(before, Pipeline.Sorted::crisis), groups(after, Pipeline.Sorted::crisis))
                .forEach(r -> out.add(regrouped("crisis", r)));
        if (format == Format.text && out.isEmpty()) out.add("nothing merged or split " + states.told());
        return out;
    }

    private static Map<String, String> groups(List<Pipeline.Sorted> sorted, Function<Pipeline.Sorted, String> group) {
        return sorted.stream().collect(Collectors.toMap(Pipeline.Sorted::page, group));
    }

    private String regrouped(String kind, Regrouping r) {
        if (format == Format.jsonl)
            return Json.object(j -> j.put("kind", kind)
                    .put("change", r.what().code())
                    .strings("before", r.before())
                    .strings("after", r.after())
                    .strings("pages", r.because()));
        return kind + " " + r.what().code() + ": " + String.join(" + ", r.before()) + " → "
                + String.join(" + ", r.after())
                + (r.because().isEmpty() ? "" : "  with " + some(r.because()));
    }

    private static String some(List<String> pages) {
        String named = String.join(", ", pages.subList(0, Math.min(NAMED, pages.size())));
        return pages.size() > NAMED ? named + " and " + (pages.size() - NAMED) + " more" : named;
    }

    private static String record(Pipeline.Sorted s) {
        return Json.object(j -> j.put("page", s.page())
                .put("story", s.story())
                .put("crisis", s.crisis())
                .put("copy_of", s.copyOf()));
    }

    private static List<String> text(List<Pipeline.Sorted> sorted) {
        List<String> out = new ArrayList<>();
        for (Pipeline.Sorted s : sorted)
            out.add(s.page() + "  story " + s.story() + "  crisis " + s.crisis()
                    + s.copyOf().map(c -> "  copy of " + c).orElse(""));
        return out;
    }
}
