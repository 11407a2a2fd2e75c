package org.sitrep.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.Pipeline;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.model.Claim;
import org.sitrep.record.ClaimRecord;
import org.sitrep.record.SituationRecord;

/**
 * What one process makes of the same input, as the command line does.
 *
 * @param claims records, in order of their characters
 * @param situations records, in order of their characters
 * @param faults what could not be read
 */
record OneMachine(List<String> claims, List<String> situations, List<String> faults, int pages) {
    static final Path HOME =
            Path.of(System.getProperty("sitrep.home", "../..")).toAbsolutePath().normalize();
    static final Path LANGUAGES = HOME.resolve("languages");
    private static final Pipeline PIPELINE = Pipeline.load(LANGUAGES);

    static OneMachine of(Path... arguments) {
        List<String> claims = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Map<String, Claim.Claims> latest = new LinkedHashMap<>();
        Inputs.readAll(
                Stream.of(arguments).map(Path::toString).toList(), acquired -> take(acquired, claims, faults, latest));
        List<String> situations = PIPELINE.situations(List.copyOf(latest.values()), Optional.empty()).stream()
                .flatMap(s -> SituationRecord.lines(s).stream())
                .sorted()
                .toList();
        return new OneMachine(claims.stream().sorted().toList(), situations, faults, latest.size());
    }

    private static void take(
            Acquired acquired, List<String> claims, List<String> faults, Map<String, Claim.Claims> latest) {
        switch (acquired) {
            case Acquired.Unreadable fault -> faults.add(fault.toString());
            case Acquired.Arrived arrived -> {
                Claim.Claims read = PIPELINE.claims(arrived.page());
                claims.addAll(ClaimRecord.lines(read));
                latest.put(arrived.page().key(), read);
            }
        }
    }

    /** Every line of the complete files of a folder, in order of their characters; none where there is no such folder. */
    static List<String> lines(Path folder) {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .flatMap(OneMachine::linesOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
