package org.sitrep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.model.Span;

/** Reads the tables of {@code languages/places/*.cases}; their first lines say how they are written. */
class PlaceCasesTest {
    private static final Path LANGUAGES = Path.of("..", "languages");
    private static final Packs PACKS = Packs.load(LANGUAGES);
    private static final Gazetteer GAZETTEER = Gazetteer.load(LANGUAGES);

    @TempDir
    Path packs;

    private final Map<String, Pack> bare = new HashMap<>();
    private int marked;
    private int right;
    private int wrong;
    private int invented;
    private final List<String> faults = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"tuned.cases", "held.cases", "fresh.cases", "alike.cases"})
    void nineInTenAreRightAndNoneIsInvented(String table) throws IOException {
        for (String line : Files.readAllLines(LANGUAGES.resolve("places").resolve(table)))
            if (!line.startsWith("#") && !line.isBlank()) check(line);
        String summary =
                table + ": " + right + " of " + marked + " right, " + wrong + " wrong, " + invented + " invented";
        System.out.println(summary + "\n  " + String.join("\n  ", faults));
        assertThat(marked).as("enough cases").isGreaterThanOrEqualTo(100);
        assertThat(right).as(summary).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * marked));
        assertThat(invented).as(summary).isZero();
    }

    private void check(String line) {
        String language = line.substring(0, line.indexOf(':'));
        int equals = line.lastIndexOf(" =");
        List<Span> spans = new ArrayList<>();
        String sentence = unmark(line.substring(language.length() + 2, equals), spans);
        List<String> expected =
                new ArrayList<>(List.of(line.substring(equals + 2).strip().split("; *")));
        if (expected.size() > spans.size()) expected.remove("?");
        if (spans.isEmpty()) expected.clear();
        assertThat(expected).as(line).hasSameSizeAs(spans);
        Text text = pack(language).text(sentence, new Span(0, sentence.length()));
        List<NamedPlace> found = new ArrayList<>(GAZETTEER.resolve(GAZETTEER.mentions(text, language), Set.of()));
        for (int i = 0; i < spans.size(); i++) score(line, spans.get(i), expected.get(i), found);
        for (NamedPlace p : found) {
            invented++;
            faults.add("invented " + p.mention().words() + " → " + named(p) + " in " + line);
        }
    }

    private void score(String line, Span span, String expected, List<NamedPlace> found) {
        List<NamedPlace> here = found.stream()
                .filter(p -> p.mention().span().start() < span.end()
                        && p.mention().span().end() > span.start())
                .toList();
        found.removeAll(here);
        String got = here.isEmpty() ? "?" : named(here.getFirst());
        marked++;
        if (got.equals(expected)) {
            right++;
            return;
        }
        if (!got.equals("?")) wrong++;
        faults.add(expected + " read as " + got + " in " + line);
    }

    /** Places are found in languages that have no pack yet, too. */
    private Pack pack(String language) {
        return PACKS.pack(language).orElseGet(() -> bare.computeIfAbsent(language, l -> barePack(l)));
    }

    private Pack barePack(String language) {
        try {
            Path folder = Files.createDirectories(packs.resolve(language));
            Files.writeString(folder.resolve("pack.yaml"), "language: " + language + "\n");
            return Pack.load(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String named(NamedPlace p) {
        return p.toponym().name() + " " + p.toponym().country();
    }

    private static String unmark(String marked, List<Span> spans) {
        StringBuilder out = new StringBuilder();
        int start = 0;
        for (char c : marked.toCharArray()) {
            if (c == '[') start = out.length();
            else if (c == ']') spans.add(new Span(start, out.length()));
            else out.append(c);
        }
        return out.toString();
    }
}
