package org.sitrep.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.record.ClaimRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a sentence yields. */
@Command(
        name = "try",
        description = "Shows what is found in a sentence, by which rule, and what was refused and why.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep try en \"Police detained another 1,700 people, bringing the total to almost 10,000.\"",
            "  sitrep try fr \"Près de 1 200 habitants ont été évacués mardi.\" --date 2022-01-12"
        })
final class TryCommand extends SessionCommand {
    @Parameters(index = "0", paramLabel = "LANGUAGE", description = "Language of the text (en, fr, …).")
    String language = "";

    @Parameters(index = "1", paramLabel = "TEXT", description = "A sentence, or a few.")
    String text = "";

    @Option(names = "--date", paramLabel = "DAY", description = "The day on which the text was published (2022-01-12).")
    Optional<LocalDate> date = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or jsonl.")
    PagesCommand.Format format = PagesCommand.Format.text;

    TryCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (session.pipeline().packs().pack(language).isEmpty()) {
            throw new Failure(
                    Failure.USAGE,
                    "there is no language pack \u201c" + language + "\u201d; there are: "
                            + String.join(", ", session.pipeline().packs().languages()));
        }
        Claim.Claims claims = session.pipeline().claims(page());
        var lines = format == PagesCommand.Format.jsonl ? ClaimRecord.lines(claims) : Plain.trial(claims);
        for (String line : lines) session.out().print(line + "\n");
        return Failure.DONE;
    }

    private Page page() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Page(
                    "try",
                    HexFormat.of().formatHex(hash),
                    Page.Format.TEXT,
                    text,
                    Optional.empty(),
                    Optional.of(language),
                    date.map(Edtf::of),
                    Optional.empty());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
