package org.sitrep.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.extract.Sample;
import org.sitrep.language.Data;
import org.sitrep.language.Pack;
import org.sitrep.model.Claim;
import org.sitrep.model.Span;

/** What every figure rule of every pack says of itself: its yes: examples yield its measure where they are marked, its no: examples never yield the rule. */
class FigureRulesTest {

    @TestFactory
    Stream<DynamicTest> examples() {
        List<DynamicTest> out = new ArrayList<>();
        for (String language : Sample.PACKS.languages()) {
            Pack pack = Sample.PACKS.pack(language).orElseThrow();
            for (Path file : Pack.files(pack.folder().resolve("figures")))
                for (Data rule : Data.load(file).items()) rule(language, rule, out);
        }
        return out.stream();
    }

    private static void rule(String language, Data rule, List<DynamicTest> out) {
        String id = rule.at("id").text();
        out.add(DynamicTest.dynamicTest(id + " has a reason and examples", () -> {
            assertThat(rule.at("why").absent())
                    .as(rule.where() + ": why: is missing")
                    .isFalse();
            assertThat(rule.at("yes").items())
                    .as(rule.where() + ": yes: is missing")
                    .isNotEmpty();
            assertThat(rule.at("no").items())
                    .as(rule.where() + ": no: is missing")
                    .isNotEmpty();
        }));
        for (Data yes : rule.at("yes").items())
            out.add(DynamicTest.dynamicTest(
                    id + " yes: " + yes.text(),
                    () -> finds(language, id, rule.at("finds").text(""), yes)));
        for (Data no : rule.at("no").items())
            out.add(DynamicTest.dynamicTest(
                    id + " no: " + no.text(),
                    () -> assertThat(spans(language, id, no.text()))
                            .as(no.where())
                            .isEmpty()));
    }

    private static void finds(String language, String id, String measure, Data yes) {
        int open = yes.text().indexOf('[');
        int close = yes.text().indexOf(']');
        assertThat(open >= 0 && close > open)
                .as(yes.where() + ": mark what is found with [ ]")
                .isTrue();
        String sentence = yes.text().substring(0, open)
                + yes.text().substring(open + 1, close)
                + yes.text().substring(close + 1);
        Span marked = new Span(open, close - 1);
        List<Span> found = spans(language, id, sentence);
        Sample.figures(language, sentence).stream()
                .filter(f -> f.measure().equals(measure))
                .forEach(f -> found.add(f.evidence().span()));
        assertThat(found).as(yes.where() + " found " + all(language, sentence)).anyMatch(s -> s.overlaps(marked));
    }

    private static List<Span> spans(String language, String id, String sentence) {
        Claim.Claims read = Sample.read(language, sentence, Optional.empty());
        List<Span> out = new ArrayList<>();
        for (Claim.Figure f : Sample.figures(read))
            if (f.common().rule().equals(id)) out.add(f.evidence().span());
        for (Claim.Refused r : read.refused()) if (r.rule().equals(id)) out.add(r.span());
        return out;
    }

    private static String all(String language, String sentence) {
        Claim.Claims read = Sample.read(language, sentence, Optional.empty());
        StringBuilder out = new StringBuilder();
        for (Claim.Figure f : Sample.figures(read))
            out.append(f.common().rule())
                    .append(" \"")
                    .append(f.evidence().quote())
                    .append("\" ");
        for (Claim.Refused r : read.refused())
            out.append("refused \"")
                    .append(r.quote())
                    .append("\" ")
                    .append(r.reason())
                    .append(' ');
        return out.toString();
    }
}
