package org.sitrep.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.sitrep.ledger.Ledger;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.ClaimRecord;
import org.sitrep.record.PrivateNames;
import org.sitrep.record.SituationRecord;
import org.sitrep.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what another person needs to check a report. */
@Command(
        name = "export",
        description =
                "Writes one archive with the ledger's chain, the hashes of its pages, every claim and judgement, the program's version,"
                        + " the situations and the report of each crisis, so that another person can verify all of it. Pages' texts are not in it.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep export crisis.db --bundle crisis.zip",
            "  sitrep verify crisis.zip                     what is in it agrees with itself",
            "  sitrep verify crisis.zip my-pages            … and with the pages, read again"
        })
final class ExportCommand extends LedgerCommand {
    @Option(names = "--bundle", required = true, paramLabel = "FILE", description = "The archive (.zip) to write.")
    Path file = Path.of("");

    @Mixin
    Naming naming = new Naming();

    private int reports;

    ExportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Path target = file.toAbsolutePath();
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent))
            throw usage(file + ": the folder does not exist; make it first or name another");
        long last;
        try (Bundle bundle = new Bundle(target)) {
            try (Ledger open = toRead()) {
                open.chain(bundle::chain);
            }
            last = bundle.last();
            new Told(session, List.of(ledger), OptionalLong.of(last), Optional.empty())
                    .states(state -> put(bundle, state));
            bundle.write(session.reader());
        } catch (IOException | UncheckedIOException e) {
            throw usage(file + ": cannot be written (" + e + "); check permissions and the disk's free space");
        }
        session.out()
                .println("exported up to entry " + last + ": " + file + "; `sitrep verify " + file + "` checks it");
        return session.code();
    }

    private void put(Bundle bundle, Told.State state) {
        List<Article> articles =
                state.pages().stream().map(Claim.Claims::article).toList();
        PrivateNames names = naming.of(session.pipeline(), articles, state.situations(), true);
        for (Claim.Claims page : state.pages()) bundle.add(Bundle.CLAIMS, ClaimRecord.lines(names.masked(page)));
        for (Situation s : state.situations().stream().map(names::masked).toList()) {
            bundle.add(Bundle.SITUATIONS, SituationRecord.lines(s));
            bundle.put("report-" + ++reports + ".md", new Reports().markdown(s, List.of(), Locale.ENGLISH));
        }
    }
}
