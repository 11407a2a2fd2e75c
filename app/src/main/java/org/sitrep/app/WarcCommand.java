package org.sitrep.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.sitrep.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes what was fetched as a web archive. */
@Command(
        name = "warc",
        description =
                "Writes the servers' answers that a ledger's pages were fetched in as a web archive, which browsers of web"
                        + " archives show, each quote in its page. Pages that were added from files are not in it.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep warc crisis.db -o crisis.warc.gz        one gzip member for each answer, as archives have it"
        })
final class WarcCommand extends LedgerCommand {
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The archive's file.")
    Path output = Path.of("");

    private int count;

    WarcCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Path half = Path.of(output + ".half");
        try (Ledger open = toRead();
                OutputStream out = Files.newOutputStream(half)) {
            open.records(record -> write(record, out));
        } catch (IOException | Unwritten e) {
            half.toFile().delete();
            throw usage(output + ": cannot be written (" + e.getMessage() + "); check the folder and its permissions");
        }
        try {
            Files.move(half, output, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw usage(output + ": cannot be written (" + e.getMessage() + "); check the folder and its permissions");
        }
        session.out().println(count + (count == 1 ? " answer" : " answers"));
        return Failure.DONE;
    }

    private static final class Unwritten extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unwritten(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private void write(byte[] record, OutputStream out) {
        try {
            GZIPOutputStream member = new GZIPOutputStream(out);
            member.write(record);
            member.finish();
            count++;
        } catch (IOException e) {
            throw new Unwritten(e);
        }
    }
}
