package org.sitrep.extract.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.extract.Sample;
import org.sitrep.extract.names.Mentions;
import org.sitrep.extract.names.Names;
import org.sitrep.extract.voices.Voices;
import org.sitrep.language.Text;
import org.sitrep.model.Attribution;
import org.sitrep.model.Claim;
import org.sitrep.model.Span;

/** The tables of speakers, events and promises: tuned.cases must all hold, of held.cases a share that may only rise. */
class DeedCasesTest {
    private static final Names NAMES = new Names(Sample.PACKS);

    @Test
    void tunedCasesHold() throws IOException {
        assertThat(wrong("tuned.cases")).isEmpty();
    }

    @Test
    void casesByPhenomenonHold() throws IOException {
        assertThat(wrong("phenomena.cases")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"held.cases, 0.85", "fresh.cases, 0.91", "crises.cases, 0.99", "voices.cases, 0.74"})
    void heldCasesReachTheirShare(String file, double floor) throws IOException {
        List<String> wrong = wrong(file);
        double share = 1 - (double) wrong.size() / lines(file).size();
        assertThat(share).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(floor);
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Sample.PACKS.folder().resolve("deeds").resolve(file)).stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .toList();
    }

    private static List<String> wrong(String file) throws IOException {
        List<String> out = new ArrayList<>();
        for (String line : lines(file)) {
            String[] f = line.split(" \\| ", -1);
            for (String want : f[3].split(";"))
                missing(f[0], LocalDate.parse(f[1]), f[2], want.strip())
                        .ifPresent(got -> out.add(line + "   but " + got));
        }
        return out;
    }

    private static Optional<String> missing(String language, LocalDate day, String marked, String want) {
        String text = marked.replace("[", "").replace("]", "");
        if (want.startsWith("speaker=")) {
            Span claim = new Span(marked.indexOf('['), marked.indexOf(']') - 1);
            String got = speaker(language, text, claim).speaker().orElse("-");
            return got.contains(want.substring(8)) ? Optional.empty() : Optional.of(got);
        }
        List<String> got = Sample.claims(language, text, Optional.of(day)).stream()
                .map(DeedCasesTest::brief)
                .filter(s -> !s.isEmpty())
                .toList();
        boolean found = want.equals("none")
                ? got.stream().allMatch(g -> g.startsWith("denied="))
                : want.startsWith("not ")
                        ? got.stream().noneMatch(g -> g.startsWith(want.substring(4)))
                        : got.stream().anyMatch(g -> g.startsWith(want));
        return found ? Optional.empty() : Optional.of(got.toString());
    }

    private static Attribution speaker(String language, String s, Span claim) {
        Text text = Sample.PACKS.pack(language).orElseThrow().text(s, new Span(0, s.length()));
        Mentions mentions = NAMES.of(List.of(new Names.Part(language, text))).getFirst();
        return Voices.of(text, mentions).at(claim);
    }

    private static String brief(Claim c) {
        return switch (c) {
            case Claim.Event e ->
                (e.denied() ? "denied=" : "event=") + e.type() + "@"
                        + e.date().map(Object::toString).orElse("");
            case Claim.Commitment p ->
                "promise=" + p.what() + "@" + p.due().map(Object::toString).orElse("");
            case Claim.Figure f -> "";
            case Claim.Statement s -> "";
        };
    }
}
