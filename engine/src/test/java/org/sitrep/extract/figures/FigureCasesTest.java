package org.sitrep.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;

/**
 * Reads {@code languages/xx/figures/*.cases} (languages/README.md says how they are written). Every case of a table must hold; of
 * {@code *.heldout.cases}, at least as many as the table's line {@code # floor: n} says.
 */
class FigureCasesTest {
    private static final String FLOOR = "# floor: ";

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<DynamicTest> out = new ArrayList<>();
        for (String language : Sample.PACKS.languages()) {
            Path folder = Sample.PACKS.pack(language).orElseThrow().folder().resolve("figures");
            if (!Files.isDirectory(folder)) continue;
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".cases")).sorted().toList()) table(language, file, out);
            }
        }
        return out.stream();
    }

    private static void table(String language, Path file, List<DynamicTest> out) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> cases = lines.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        Optional<Integer> floor = lines.stream().filter(l -> l.startsWith(FLOOR)).map(l -> Integer.parseInt(l.substring(FLOOR.length()).strip())).findFirst();
        if (floor.isPresent()) {
            out.add(DynamicTest.dynamicTest(file.toString(), () -> {
                long met = cases.stream().filter(c -> failure(language, c).isEmpty()).count();
                System.out.println(file + ": " + met + " of " + cases.size());
                assertThat(met).isGreaterThanOrEqualTo(floor.get());
            }));
            return;
        }
        for (String c : cases) out.add(DynamicTest.dynamicTest(language + " " + c, () -> assertThat(failure(language, c)).isEmpty()));
    }

    /** What a case does not find; empty where it holds. */
    private static Optional<String> failure(String language, String line) {
        String[] halves = line.split(" => ", 2);
        assertThat(halves).as("a case is: sentence => expected ; expected").hasSize(2);
        List<Claim.Figure> rest = new ArrayList<>(Sample.figures(language, halves[0]));
        if (halves[1].strip().equals("-")) return rest.isEmpty() ? Optional.empty() : Optional.of("found " + rest);
        for (String wanted : halves[1].split(";")) {
            Optional<Claim.Figure> hit = rest.stream().filter(f -> meets(f, wanted.strip().split(" +"))).findFirst();
            if (hit.isEmpty()) return Optional.of("no \"" + wanted.strip() + "\" among " + rest);
            rest.remove(hit.get());
        }
        return Optional.empty();
    }

    private static boolean meets(Claim.Figure f, String[] wanted) {
        if (!f.measure().equals(wanted[0]) || !amount(f.amount(), wanted[1])) return false;
        for (int i = 2; i < wanted.length; i++) if (!told(f, wanted[i])) return false;
        return true;
    }

    private static boolean amount(Amount a, String wanted) {
        if (!Character.isDigit(wanted.charAt(0))) return a.qualifier().name().equalsIgnoreCase(wanted);
        int dash = wanted.indexOf('-');
        if (dash < 0) return a.value().isPresent() && a.value().getAsLong() == Long.parseLong(wanted);
        return a.low().isPresent() && a.low().getAsLong() == Long.parseLong(wanted.substring(0, dash)) && a.high().orElseThrow() == Long.parseLong(wanted.substring(dash + 1));
    }

    private static boolean told(Claim.Figure f, String word) {
        return switch (word) {
            case "+" -> f.increment();
            case "<" -> f.partOf().isPresent();
            case "background" -> f.common().background();
            default -> f.who().equals(word) || f.status().name().equalsIgnoreCase(word) || f.amount().qualifier().name().equalsIgnoreCase(word);
        };
    }
}
