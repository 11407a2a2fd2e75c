package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;
import org.sitrep.model.Situation;

/**
 * No private person becomes an actor: victims, detainees, protesters, minors, witnesses, relatives, suspects, in the sentences that news names them in. And an office-holder
 * who acts in public does, or the rule would hold because nobody is ever named.
 */
class NoHarmTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));
    private static final Pipeline PIPELINE = Pipeline.load(HOME.resolve("languages"));

    /** @param rule "hidden", "public" or "kept": no person, and no word of the text is masked */
    record Case(String language, String rule, String name, String text) {}

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(HOME.resolve("engine/src/test/resources/no-harm"))) {
            for (Path file : files.sorted().toList())
                for (String line : Files.readAllLines(file)) {
                    if (line.isBlank() || line.startsWith("#")) continue;
                    int bar = line.indexOf(" | ");
                    int blank = line.indexOf(' ');
                    String language = file.getFileName().toString().replace(".cases", "");
                    cases.add(new Case(
                            language,
                            line.substring(0, blank),
                            line.substring(blank + 1, bar),
                            line.substring(bar + 3)));
                }
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> nobodyPrivateIsNamed() throws IOException {
        List<Case> cases = cases();
        assertThat(cases).filteredOn(k -> !k.rule().equals("kept")).hasSizeGreaterThanOrEqualTo(200);
        return cases.stream()
                .map(c -> DynamicTest.dynamicTest(c.language() + " " + c.name(), () -> {
                    Set<String> named = named(c);
                    String name = c.name().toLowerCase(Locale.ROOT);
                    if (c.rule().equals("kept")) return;
                    if (c.rule().equals("public")) assertThat(named).anyMatch(n -> n.contains(name));
                    else assertThat(named).noneMatch(n -> n.contains(name));
                }));
    }

    /** What leaves the machine names them no more, not even in a quote; who acts in office stays named, and other words stay as they are. */
    @TestFactory
    Stream<DynamicTest> nobodyPrivateIsNamedInAQuoteThatIsTakenAway() throws IOException {
        return cases().stream()
                .map(c -> DynamicTest.dynamicTest(c.language() + " " + c.name(), () -> {
                    Claim.Claims read = PIPELINE.claims(page(c));
                    Claim.Claims away = PIPELINE.privateNames(List.of(read.article()), List.of())
                            .masked(read);
                    String text = away.article().text();
                    assertThat(text).hasSameSizeAs(read.article().text());
                    if (c.rule().equals("hidden")) assertThat(text).doesNotContain(c.name());
                    if (c.rule().equals("public")) assertThat(text).contains(c.name());
                    for (Claim claim : away.claims())
                        assertThat(claim.evidence().quote())
                                .isEqualTo(claim.evidence().span().of(text));
                    if (c.rule().equals("kept")) assertThat(text).isEqualTo(c.text());
                }));
    }

    private static Page page(Case c) {
        return new Page(
                "page",
                "0".repeat(64),
                Page.Format.TEXT,
                c.text(),
                Optional.empty(),
                Optional.of(c.language()),
                Optional.empty(),
                Optional.empty());
    }

    /** Whoever a report on this one page would name, small letters. */
    private static Set<String> named(Case c) {
        Claim.Claims read = PIPELINE.claims(page(c));
        Set<String> named = new TreeSet<>();
        for (Situation s : PIPELINE.situations(List.of(read), Optional.empty())) {
            s.officials().forEach(o -> named.add(o.toLowerCase(Locale.ROOT)));
            for (Situation.Name n : s.names()) {
                named.add(n.name().toLowerCase(Locale.ROOT));
                n.variants().forEach(v -> named.add(v.text().toLowerCase(Locale.ROOT)));
            }
        }
        return named;
    }
}
