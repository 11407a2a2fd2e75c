package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster within this process answers as one machine does, to the byte. */
class JobTest {
    private static final Path EXAMPLES = OneMachine.HOME.resolve("examples");

    @TempDir
    Path folder;

    private void run(String... more) throws Exception {
        try (Cluster cluster = new Cluster()) {
            cluster.run(more);
        }
    }

    private String to(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void claimsAndSituationsAreThoseOfOneMachine() throws Exception {
        Path pages = crises();
        run("--pages", pages.toString(), "--claims", to("claims"), "--situations", to("situations"));
        OneMachine alone = OneMachine.of(pages);
        assertThat(alone.claims()).hasSizeGreaterThan(100);
        assertThat(OneMachine.lines(folder.resolve("claims"))).isEqualTo(alone.claims());
        assertThat(alone.situations()).hasSizeGreaterThan(100);
        assertThat(OneMachine.lines(folder.resolve("situations"))).isEqualTo(alone.situations());
        assertThat(OneMachine.lines(folder.resolve("claims-faults")))
                .hasSameSizeAs(alone.faults())
                .hasSize(1);
    }

    @Test
    void aCrisisThatTheRoundsDoNotReachIsNotCut() throws Exception {
        Path pages = crises();
        assertThatThrownBy(() -> run("--pages", pages.toString(), "--situations", to("situations"), "--rounds", "0"))
                .hasStackTraceContaining("run it again with twice the --rounds");
        assertThat(OneMachine.lines(folder.resolve("situations"))).isEmpty();
    }

    @Test
    void aCrisisOfMorePagesThanATaskMayHoldIsToldAndLeftOut() throws Exception {
        Path pages = crises();
        run("--pages", pages.toString(), "--situations", to("situations"), "--most-pages", "8");
        assertThat(OneMachine.lines(folder.resolve("situations-faults")))
                .anyMatch(l -> l.contains("more than one task may hold (8)"));
        assertThat(OneMachine.of(pages).situations()).containsAll(OneMachine.lines(folder.resolve("situations")));
    }

    /** Several crises, one page twice, and a file that is none. */
    private Path crises() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        try (var files = Files.walk(EXAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = pages.resolve(EXAMPLES.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Files.writeString(pages.resolve("empty.html"), "");
        return pages;
    }
}
