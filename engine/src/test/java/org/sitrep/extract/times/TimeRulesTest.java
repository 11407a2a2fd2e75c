package org.sitrep.extract.times;

import static org.assertj.core.api.Assertions.assertThat;

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
            for (Path file : Pack.files(pack.folder().resolve("times"))) Data.load(file).items().forEach(rule -> out.add(test(pack, reader, rule)));
            if (language.equals("fr")) for (Path file : Pack.files(PACKS.folder().resolve("times"))) Data.load(file).items().forEach(rule -> out.add(test(pack, reader, rule)));
        }
        return out.stream();
    }

    private static DynamicTest test(Pack pack, TimeReader reader, Data rule) {
        return DynamicTest.dynamicTest(pack.language() + " " + rule.at("id").text(), () -> {
            assertThat(rule.at("yes").items()).as("%s: a rule without examples", rule.where()).isNotEmpty();
            for (Data yes : rule.at("yes").items()) Example.of(yes.text()).check(pack, reader, yes.where());
            for (Data no : rule.at("no").items()) assertThat(Example.found(pack, reader, no.text(), Optional.empty())).as(no.where()).isEmpty();
        });
    }

    /** {@code Text with the [expression] marked. @2022-01-11 = value}. */
    record Example(String text, String marked, Optional<LocalDate> reference, String value) {
        static Example of(String line) {
            int eq = line.lastIndexOf(" = ");
            String left = line.substring(0, eq).strip();
            int at = left.lastIndexOf(" @");
            Optional<LocalDate> reference = at < 0 ? Optional.empty() : Optional.of(LocalDate.parse(left.substring(at + 2).strip()));
            String marked = at < 0 ? left : left.substring(0, at).strip();
            return new Example(marked.replace("[", "").replace("]", ""), marked.substring(marked.indexOf('[') + 1, marked.indexOf(']')), reference, line.substring(eq + 3).strip());
        }

        void check(Pack pack, TimeReader reader, String where) {
            assertThat(found(pack, reader, text, reference)).as("%s: %s", where, text).contains(marked + " = " + value);
        }

        static List<String> found(Pack pack, TimeReader reader, String text, Optional<LocalDate> reference) {
            return reader.read(pack.text(text, new Span(0, text.length())), reference).stream().map(m -> m.span().of(text) + " = " + m.value()).toList();
        }
    }
}
