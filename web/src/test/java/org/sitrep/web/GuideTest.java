package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guide's pictures, taken from the running program. They are compared by nobody, because fonts differ; with the system property
 * {@code sitrep.pictures} they replace those that are kept: {@code mvn -pl web -am test -Dtest=GuideTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dexcluded.tests=none -Dsitrep.pictures=true}.
 */
@Tag("slow")
class GuideTest {
    private static final Path KEPT = Site.HOME.resolve("web/src/main/resources/org/sitrep/web/guide");
    private static final int MOST = 60_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyStepHasAPictureOfTheRunningProgram(String language) throws IOException {
        Path taken =
                Files.createDirectories(Site.HOME.resolve("web/target/guide").resolve(language));
        try (Server server = Site.over(folder, Site.HOME.resolve("examples/kazakhstan-2022"));
                Browser browser = Browser.open(server.address(), language, folder)) {
            browser.size(1100, 680);
            browser.go("/");
            String situation = browser.path();
            browser.view(taken, 1);
            browser.to("#figures").view(taken, 2);
            browser.one("#report .rungs s").click();
            browser.until(() -> browser.path().startsWith("/claim"));
            browser.to("#claim").view(taken, 3);
            browser.go(situation).to("#commitments").view(taken, 4);
            browser.go(situation + "&as-of=2022-01-09").view(taken, 5);
            browser.go("/add");
            browser.drop("#drop", Site.HOME.resolve("examples/drop-in/northgate-herald-last-plane.txt"));
            browser.until(() -> browser.one(".results").getText().contains("northgate"));
            browser.view(taken, 6);
            browser.go(situation).one(".exports summary").click();
            browser.to(".tally").view(taken, 7);
            browser.size(1280, 900);
            browser.go("/guide");
            assertThat(browser.all("main img")).hasSize(7);
            assertThat(browser.wait("""
                            const done = arguments[0], all = [...document.images];
                            Promise.all(all.map(i => { i.loading = 'eager'; return i.decode(); }))
                              .then(() => done(all.every(i => i.naturalWidth === 1100 && i.alt)), e => done(String(e)));
                            """)).isEqualTo(true);
            browser.picture("guide-pictures-" + language);
        }
        for (int step : List.of(1, 2, 3, 4, 5, 6, 7)) {
            Path picture = taken.resolve(step + ".webp");
            assertThat(Files.size(picture)).isBetween(2_000L, (long) MOST);
            if (Boolean.getBoolean("sitrep.pictures"))
                Files.copy(
                        picture,
                        KEPT.resolve(language).resolve(step + ".webp"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(KEPT.resolve(language).resolve(step + ".webp")).exists();
        }
    }
}
