package org.sitrep.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.extract.check.PackCheck;
import org.sitrep.language.Packs;
import org.sitrep.reconcile.Measure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitrep check-pack xx}. */
@Command(
        name = "check-pack",
        description = "Says what a language pack lacks, which of its examples fail, and how each measure stands.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep check-pack en",
            "  sitrep check-pack en --held-apart   once the first score is noted",
            "  sitrep check-pack en fr es --measure abducted   one measure in several languages",
            "Exit codes: 0 every example holds, 1 some fail, 2 there is no such pack."
        })
final class CheckPackCommand extends SessionCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "LANGUAGE",
            description = "The folders of packs in languages/ (en, fr, \u2026).")
    List<String> languages = List.of();

    @Option(
            names = "--held-apart",
            description =
                    "List the held-apart cases that do not hold; who has read them measures nothing by them any more.")
    boolean heldApart;

    @Option(names = "--measure", paramLabel = "ID", description = "Only this measure's row of the grid.")
    Optional<String> measure = Optional.empty();

    CheckPackCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Packs packs = Packs.load(session.home().resolve("languages"));
        for (String language : languages)
            if (!packs.languages().contains(language))
                throw new Failure(
                        Failure.USAGE,
                        "there is no language pack \u201c" + language + "\u201d; there are: "
                                + String.join(", ", packs.languages()) + "; sitrep new-pack " + language
                                + " starts one");
        measure.filter(m -> !Measure.load(packs).containsKey(m)).ifPresent(m -> {
            throw new Failure(
                    Failure.USAGE,
                    "there is no measure \u201c" + m + "\u201d; there are: "
                            + String.join(", ", Measure.load(packs).keySet()));
        });
        boolean holds = true;
        for (String language : languages) {
            if (languages.size() > 1) line(language);
            holds &= answer(PackCheck.of(packs, language));
        }
        return holds ? Failure.DONE : Failure.SOME_UNREADABLE;
    }

    private boolean answer(PackCheck.Result result) {
        result.missing().forEach(m -> line("missing  " + m));
        result.failing().forEach(f -> line("fails    " + relative(f)));
        if (heldApart) result.heldApart().forEach(f -> line("apart    " + relative(f)));
        grid(result);
        line(
                result.failing().isEmpty()
                        ? "All " + result.examples() + " examples and all cases hold."
                        : result.failing().size() + " of the examples and cases fail.");
        return result.failing().isEmpty();
    }

    private String relative(String message) {
        return message.replace(session.home() + java.io.File.separator, "");
    }

    private void grid(PackCheck.Result result) {
        line(String.format(Locale.ROOT, "%-14s %5s %5s %11s %5s", "measure", "rules", "cases", "held apart", "F1"));
        result.grid().forEach((id, row) -> {
            if (measure.isEmpty() || measure.get().equals(id)) row(id, row);
        });
        if (measure.isEmpty()) row("all", result.total());
    }

    private void row(String name, PackCheck.Row r) {
        String f1 = r.f1().map(f -> String.format(Locale.ROOT, "%.2f", f)).orElse("\u2013");
        line(String.format(
                Locale.ROOT, "%-14s %5d %5d %6d/%-4d %5s", name, r.rules(), r.cases(), r.hits(), r.wanted(), f1));
    }

    private void line(String text) {
        session.out().print(text + "\n");
    }
}
