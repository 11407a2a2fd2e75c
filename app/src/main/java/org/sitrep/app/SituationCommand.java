package org.sitrep.app;

import java.time.LocalDate;
import java.util.Optional;
import org.sitrep.model.Situation;
import org.sitrep.record.SituationRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints everything reconciled, as records. */
@Command(
        name = "situation",
        description = "Prints histories, origins, operations and promises of every crisis in the pages, as JSON Lines.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep situation examples/kazakhstan-2022 --format jsonl > situation.jsonl")
final class SituationCommand extends PagesCommand {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "jsonl, the only one; `sitrep report` is for people.")
    Format format = Format.jsonl;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "Use only pages published on or before this day (2022-01-09).")
    Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    BestRule best = new BestRule();

    @Mixin
    KnownAt knownAt = new KnownAt();

    SituationCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Optional<Situation.Best> rule = best.rule(); // a rule that there is not stops the run before any page is read
        new Told(session, pages, knownAt.entry(), asOf).situations(s -> print(SituationRecord.lines(s, rule)));
        return session.code();
    }
}
