package org.sitrep.extract.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.language.Data;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.model.Span;

/** Runs every example of every time rule, and the tables of cases beside the rules ({@code times/*.cases}). */
class TimeRulesTest {
    private static final Packs PACKS = Packs.load(Path.of("..", "languages"));

    @TestFactory
    Stream<DynamicTest> everyRuleFindsItsExamples() {
        List<DynamicTest> out = new ArrayList<>();
        for (String language : PACKS.languages()) {
            Pack pack = PACKS.pack(language).orElseThrow();
            TimeReader reader = new TimeReader(pack);
            for (Path file : Pack.files(pack.folder().resolve("times")))
                Data.load(file).items().forEach(rule -> out.add(test(pack, reader, rule)));
            if (language.equals("fr"))
                for (Path file : Pack.files(PACKS.folder().resolve("times")))
                    Data.load(file).items().forEach(rule -> out.add(test(pack, reader, rule)));
        }
        return out.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() throws IOException {
        List<DynamicTest> out = new ArrayList<>();
        for (String language : PACKS.languages()) {
            Pack pack = PACKS.pack(language).orElseThrow();
            TimeReader reader = new TimeReader(pack);
            for (Path table : tables(pack))
                for (String line : Files.readAllLines(table)) {
                    if (line.isBlank() || line.startsWith("#")) continue;
                    out.add(DynamicTest.dynamicTest(
                            language + " " + line,
                            () -> assertThat(missed(pack, reader, line))
                                    .as("%s: %s", table, line)
                                    .isEmpty()));
                }
        }
        return out.stream();
    }

    static List<Path> tables(Pack pack) throws IOException {
        Path folder = pack.folder().resolve("times");
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".cases")).sorted().toList();
        }
    }

    /** What a line of a table of cases asks for and is not found, or for {@code -} what is found. */
    static List<String> missed(Pack pack, TimeReader reader, String line) {
        String[] sides = line.split(" => ", 2);
        int at = sides[0].lastIndexOf(" @");
        Optional<LocalDate> reference = at < 0
                ? Optional.empty()
                : Optional.of(LocalDate.parse(sides[0].substring(at + 2).strip()));
        List<String> found = Example.found(pack, reader, at < 0 ? sides[0] : sides[0].substring(0, at), reference);
        if (sides[1].strip().equals("-")) return found;
        return Stream.of(sides[1].split(" ; "))
                .map(String::strip)
                .filter(wanted -> !found.contains(wanted))
                .map(wanted -> wanted + " is not in " + found)
                .toList();
    }

    private static DynamicTest test(Pack pack, TimeReader reader, Data rule) {
        return DynamicTest.dynamicTest(pack.language() + " " + rule.at("id").text(), () -> {
            assertThat(rule.at("yes").items())
                    .as("%s: a rule without examples", rule.where())
                    .isNotEmpty();
            for (Data yes : rule.at("yes").items()) Example.of(yes.text()).check(pack, reader, yes.where());
            for (Data no : rule.at("no").items())
                assertThat(Example.found(pack, reader, no.text(), Optional.empty()))
                        .as(no.where())
                        .isEmpty();
        });
    }

    /** {@code Text with the [expression] marked. @2022-01-11 = value}. */
    record Example(String text, String marked, Optional<LocalDate> reference, String value) {
        static Example of(String line) {
            int eq = line.lastIndexOf(" = ");
            String left = line.substring(0, eq).strip();
            int at = left.lastIndexOf(" @");
            Optional<LocalDate> reference = at < 0
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(left.substring(at + 2).strip()));
            String marked = at < 0 ? left : left.substring(0, at).strip();
            return new Example(
                    marked.replace("[", "").replace("]", ""),
                    marked.substring(marked.indexOf('[') + 1, marked.indexOf(']')),
                    reference,
                    line.substring(eq + 3).strip());
        }

        void check(Pack pack, TimeReader reader, String where) {
            assertThat(found(pack, reader, text, reference))
                    .as("%s: %s", where, text)
                    .contains(marked + " = " + value);
        }

        static List<String> found(Pack pack, TimeReader reader, String text, Optional<LocalDate> reference) {
            return reader.read(pack.text(text, new Span(0, text.length())), reference).stream()
                    .map(m -> m.span().of(text) + " = " + m.value())
                    .toList();
        }
    }
}
