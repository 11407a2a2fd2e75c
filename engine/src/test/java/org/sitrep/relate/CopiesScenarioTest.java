package org.sitrep.relate;

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
import org.sitrep.Pipeline;
import org.sitrep.changes.Revision;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;

/** Every scenario under {@code scenarios/copies/}: which pages carry one text, and in what two versions of a page differ. */
class CopiesScenarioTest {
    private static final Pipeline PIPELINE = Pipeline.load(Path.of("../languages"));

    private record Case(String title, List<Page> pages, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> copies() throws IOException {
        return cases("copies.txt")
                .map(c -> DynamicTest.dynamicTest(c.title(), () -> {
                    List<Claim.Claims> claims =
                            c.pages().stream().map(PIPELINE::claims).toList();
                    assertThat(links(claims)).containsExactlyInAnyOrderElementsOf(c.expected());
                    assertThat(links(claims.reversed()))
                            .as("in another order")
                            .containsExactlyInAnyOrderElementsOf(c.expected());
                }));
    }

    private static List<String> links(List<Claim.Claims> claims) {
        return PIPELINE.copies(claims).stream()
                .flatMap(g -> g.copies().stream()
                        .map(l -> l.page() + " of " + g.original() + " "
                                + l.kind().code() + "; " + g.why().code()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> revisions() throws IOException {
        return cases("revisions.txt")
                .map(c -> DynamicTest.dynamicTest(c.title(), () -> {
                    Revision r =
                            PIPELINE.revision(c.pages().getFirst(), c.pages().getLast());
                    assertThat(words(r)).containsExactlyInAnyOrderElementsOf(c.expected());
                    assertThat(PIPELINE.revision(c.pages().getFirst(), c.pages().getFirst())
                                    .none())
                            .isTrue();
                }));
    }

    private static List<String> words(Revision r) {
        List<String> out = new ArrayList<>(List.of(r.silent() ? "silent" : "told"));
        for (Revision.Part p : r.parts())
            out.add(
                    p.before().isPresent() && p.after().isPresent()
                            ? "~ " + p.before().get() + " => " + p.after().get()
                            : p.before()
                                    .map(b -> "- " + b)
                                    .orElse("+ " + p.after().orElse("")));
        for (Revision.Refigured f : r.figures())
            out.add(("figure " + f.before().orElse("") + " => " + f.after().orElse("")).replace("  ", " "));
        return out;
    }

    private static Stream<Case> cases(String file) throws IOException {
        List<Case> out = new ArrayList<>();
        boolean expect = false;
        for (String line : Files.readAllLines(Path.of("src/test/resources/scenarios/copies", file))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith("==")) {
                out.add(new Case(line.substring(2).strip(), new ArrayList<>(), new ArrayList<>()));
                expect = false;
            } else if (line.equals("expect")) expect = true;
            else if (expect) out.getLast().expected().add(line.strip());
            else out.getLast().pages().add(page(line));
        }
        return out.stream();
    }

    /** "KEY | day or - | language | text", with " / " for a new paragraph. */
    private static Page page(String line) {
        List<String> f = List.of(line.split(" \\| ", 4));
        return new Page(
                f.get(0),
                "",
                Page.Format.TEXT,
                f.get(3).replace(" / ", "\n\n"),
                Optional.empty(),
                Optional.of(f.get(2)),
                f.get(1).equals("-") ? Optional.empty() : Edtf.parse(f.get(1)),
                Optional.empty());
    }
}
