package org.sitrep.extract.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.extract.Sample;
import org.sitrep.language.Data;
import org.sitrep.model.Claim;
import org.sitrep.model.Span;

/** Every rule of languages/deeds finds its yes: examples and none of its no: examples, in each language that gives one. */
class DeedRulesTest {
    @TestFactory
    Stream<DynamicTest> examples() {
        List<DynamicTest> out = new ArrayList<>();
        Map<String, Data> ids = new HashMap<>();
        for (Data rule : DeedReader.entries(Sample.PACKS.folder().resolve("deeds"))) {
            String id = rule.at("id").text();
            assertThat(ids.put(id, rule)).as("twice: " + id).isNull();
            for (String language : rule.at("yes").keys())
                out.add(DynamicTest.dynamicTest(
                        language + "." + id + " finds",
                        () -> yes(language, id, rule.at("yes").at(language))));
            for (String language : rule.at("no").keys())
                out.add(DynamicTest.dynamicTest(
                        language + "." + id + " leaves",
                        () -> no(language, id, rule.at("no").at(language))));
        }
        return out.stream();
    }

    private static void yes(String language, String id, Data example) {
        String text = example.text();
        int open = text.indexOf('[');
        int close = text.indexOf(']');
        assertThat(open >= 0 && close > open)
                .as(example.where() + ": mark what is found with [ ]")
                .isTrue();
        String plain = text.substring(0, open) + text.substring(open + 1, close) + text.substring(close + 1);
        List<Claim> found = Sample.claims(language, plain, Optional.of(LocalDate.of(2021, 5, 5)));
        assertThat(found)
                .as(example.where() + " found "
                        + found.stream()
                                .map(c -> c.common().rule() + " " + c.evidence().quote())
                                .toList())
                .anyMatch(c -> c.common().rule().equals(language + "." + id)
                        && c.evidence().span().overlaps(new Span(open, close - 1)));
    }

    private static void no(String language, String id, Data example) {
        assertThat(Sample.claims(language, example.text(), Optional.of(LocalDate.of(2021, 5, 5))))
                .as(example.where())
                .noneMatch(c -> c.common().rule().equals(language + "." + id));
    }
}
