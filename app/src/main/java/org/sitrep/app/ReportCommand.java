package org.sitrep.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.export.Export;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.PrivateNames;
import org.sitrep.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the situation report. */
@Command(
        name = "report",
        description = "Writes the situation report: what is said, by whom, since when, and what contradicts it.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep report examples/kazakhstan-2022                          Markdown, to the terminal",
            "  sitrep report my-pages --format html -o report.html             one file to open in a browser",
            "  sitrep report my-pages --format docx -o report.docx             a document, as pdf too; --format csv: figures as a table",
            "  sitrep report my-pages --as-of 2022-01-09                       what was known on 9 January",
            "  sitrep report crisis.db --known-at 40                           what the ledger knew when entry 40 was its last",
            "  sitrep report my-pages --lang fr                                titles and labels in French",
            "  sitrep report my-pages --about \"flood\"                          one crisis of several"
        })
final class ReportCommand extends PagesCommand {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "md (default), html, json, docx, pdf; csv (figures, with HXL hashtags), ucdp, geojson, prov, annotations, plover, timeline, acled, claimreview or csl.")
    Export format = Export.MD;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    Optional<Path> output = Optional.empty();

    @Mixin
    Naming naming = new Naming();

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "Use only pages published on or before this day (2022-01-09).")
    Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    KnownAt knownAt = new KnownAt();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            completionCandidates = Languages.class,
            defaultValue = "en",
            description = "Language of titles and labels: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    String language = "";

    /** The languages that reports are written in. */
    static final class Languages implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Reports.languages().iterator();
        }
    }

    @Option(
            names = "--about",
            paramLabel = "WORDS",
            description =
                    "Which crisis, where the pages tell of several: words of its title, its id, or the id of one of its pages.")
    Optional<String> about = Optional.empty();

    ReportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Locale locale = Locale.forLanguageTag(language);
        if (!Reports.languages().contains(locale.getLanguage())) {
            throw new Failure(
                    Failure.USAGE,
                    "no report in \u201c" + language + "\u201d; --lang takes "
                            + String.join(" or ", Reports.languages()));
        }
        Told told = new Told(session, pages, knownAt.entry(), asOf);
        Told.State state = about.map(told::about).orElseGet(told::only);
        List<Situation> situations = state.situations();
        if (situations.isEmpty()) return nothing();
        Situation situation = choose(situations);
        PrivateNames names = naming.of(session.relating(), situation.articles(), List.of(situation), !format.report());
        write(format.of(names.masked(situation), names.masked(refused(state.pages(), situation)), locale));
        return session.code();
    }

    private int nothing() {
        if (session.code() == Failure.DONE)
            session.err().println("sitrep: the pages make no claim, so there is nothing to report");
        return session.code();
    }

    private Situation choose(List<Situation> situations) {
        if (about.isPresent()) return Crises.about(situations, about.get());
        if (situations.size() == 1) return situations.getFirst();
        throw Crises.choose(situations, "the pages tell of " + situations.size() + " crises");
    }

    /** What became no claim on the pages that the report rests on, and the pages that no language pack reads. */
    private static List<Claim.Refused> refused(List<Claim.Claims> claims, Situation situation) {
        Set<String> keys = situation.articles().stream().map(Article::page).collect(Collectors.toSet());
        return claims.stream()
                .flatMap(c -> c.refused().stream())
                .filter(r -> keys.contains(r.page()) || r.language().isPresent())
                .toList();
    }

    /** Writes beside the target and moves, so that a full disk or a kill never leaves half a report. */
    private void write(byte[] written) {
        if (output.isEmpty()) {
            if (!format.text())
                throw new Failure(
                        Failure.USAGE, "a document is no text for a terminal; name its file with -o report.docx");
            session.out().print(new String(written, StandardCharsets.UTF_8));
            return;
        }
        Path target = output.get().toAbsolutePath();
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new Failure(
                    Failure.USAGE, output.get() + ": the folder does not exist; make it first or name another");
        }
        Path half = target.resolveSibling(target.getFileName() + ".half");
        try {
            Files.write(half, written);
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            half.toFile().delete();
            throw new Failure(
                    Failure.USAGE,
                    output.get() + ": cannot be written (" + e + "); check permissions and the disk's free space");
        }
    }
}
