package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.sitrep.export.Export;

/**
 * The first ten minutes as a reader spends them, in a real browser: with a mouse, without JavaScript, with the keyboard only. The pages
 * that withdraw a figure are missing at first; one of them is dropped in.
 */
@Tag("slow")
class TenMinutesTest {
    private static final Path EXAMPLE = Site.HOME.resolve("examples/kazakhstan-2022");
    private static final Set<String> WITHDRAWING =
            Set.of("orda-tribune-retraction.html", "tribune-de-l-est-retrait.html");

    @TempDir
    Path folder;

    private Server server;

    @BeforeEach
    void open() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            server = Site.over(
                    folder,
                    files.filter(f -> !f.toString().endsWith(".md"))
                            .filter(f -> !WITHDRAWING.contains(f.getFileName().toString()))
                            .sorted()
                            .toArray(Path[]::new));
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Browser browser(String language) throws IOException {
        return Browser.open(server.address(), language, Files.createDirectories(folder.resolve("downloads")));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Crises, 9 January 2022, Reject, Undo, Rejected by a person, Armenia, Belarus",
        "fr, Crises, 9 janvier 2022, Rejeter, Annuler, Rejeté par une personne, Arménie, Biélorussie"
    })
    void withAMouse(
            String language,
            String crises,
            String day,
            String reject,
            String undo,
            String rejected,
            String first,
            String second)
            throws IOException {
        try (Browser browser = browser(language)) {
            browser.go("/");
            assertThat(browser.path()).startsWith("/situation");
            String situation = browser.path();
            browser.one("nav a[href='/crises']").click();
            assertThat(browser.one("h1").getText()).isEqualTo(crises);
            browser.one(".crises a").click();
            assertThat(browser.all(".rungs > li")).hasSizeGreaterThan(20);
            everyNumberOpensItsSentence(browser);
            theDateMoves(browser, day);
            browser.go(situation);
            aDroppedPageWithdrawsAFigure(browser, situation);
            aJudgementCountsUntilItIsUndone(browser, situation, reject, undo, rejected);
            namesAreMerged(browser, situation, undo, first, second);
            theReportIsTakenAway(browser, situation);
            browser.go("/search?q=Tokayev");
            assertThat(browser.all(".hits li")).isNotEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void everyNumberOpensItsSentence(Browser browser) {
        Set<String> paths = browser.all("#report a.num").stream()
                .map(a -> a.getDomAttribute("href"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(paths).hasSizeGreaterThan(50).allMatch(p -> p.startsWith("/claim?") && p.endsWith("#claim"));
        Object without = browser.wait("""
                const done = arguments[1], bad = [];
                (async () => {
                  for (const path of arguments[0]) {
                    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
                    const mark = page.querySelector('#claim');
                    if (!mark || !mark.textContent.trim() || !page.querySelector('.panel dd')) bad.push(path);
                  }
                  done(bad);
                })();
                """, List.copyOf(paths));
        assertThat((List<?>) without).isEmpty();
        WebElement number = browser.one("#report a.num");
        browser.over(number);
        browser.until(() -> !browser.one("#tip").getText().isEmpty());
        number.click();
        browser.until(() -> browser.path().startsWith("/claim"));
        assertThat(browser.one("#claim").isDisplayed()).isTrue();
        browser.run("history.back()");
        browser.until(() -> browser.path().startsWith("/situation"));
    }

    private static void theDateMoves(Browser browser, String day) {
        assertThat(numbers(browser)).contains("225");
        WebElement slider = browser.one("#days input[type=range]");
        slider.sendKeys(Keys.HOME);
        for (int i = 0;
                i < 12
                        && !String.valueOf(slider.getDomAttribute("aria-valuetext"))
                                .equals(day);
                i++) slider.sendKeys(Keys.ARROW_RIGHT);
        browser.until(() -> browser.one(".asof").getText().contains(day)
                && browser.path().contains("as-of=2022-01-09")
                && !numbers(browser).contains("225"));
        assertThat(browser.one("#days output").getText()).isEqualTo(day);
    }

    private static void aDroppedPageWithdrawsAFigure(Browser browser, String situation) {
        assertThat(struck(browser)).doesNotContain("164");
        String first = browser.tab();
        browser.go("/add");
        browser.drop("#drop", EXAMPLE.resolve("orda-tribune-retraction.html"));
        browser.until(() -> !browser.all(".results li").isEmpty());
        assertThat(browser.one(".results").getText()).contains("orda-tribune").contains("→");
        browser.backTo(first);
        browser.until(() -> struck(browser).contains("164")); // in view: nobody loaded the page again
        assertThat(browser.path()).isEqualTo(situation);
    }

    private static List<String> struck(Browser browser) {
        return browser.texts("#report s");
    }

    private static void aJudgementCountsUntilItIsUndone(
            Browser browser, String situation, String reject, String undo, String rejected) {
        browser.go(situation);
        number(browser, "748").click();
        browser.until(() -> browser.path().startsWith("/claim"));
        browser.one("input[name=by]").sendKeys("Ana");
        browser.one("input[name=note]").sendKeys("counts cars");
        browser.button(reject).click();
        browser.until(() -> browser.text().contains(rejected));
        browser.go(situation);
        assertThat(numbers(browser)).hasSizeGreaterThan(50).doesNotContain("748");
        browser.one("nav a[href='/judgements']").click();
        assertThat(browser.text()).contains("Ana").contains("counts cars");
        undo(browser, undo);
        browser.go(situation);
        assertThat(number(browser, "748").isDisplayed()).isTrue();
    }

    private static List<String> numbers(Browser browser) {
        return browser.texts("#report a.num");
    }

    private static WebElement number(Browser browser, String text) {
        return browser.all("#report a.num").stream()
                .filter(a -> a.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is no number of the report"));
    }

    private static void namesAreMerged(Browser browser, String situation, String undo, String first, String second) {
        String names = situation.replace("/situation", "/names");
        browser.go(names);
        assertThat(heads(browser)).contains(first, second);
        browser.one("input[name=first]").sendKeys(first);
        browser.one("input[name=second]").sendKeys(second);
        if (browser.one("input[name=by]").getDomProperty("value").isEmpty())
            browser.one("input[name=by]").sendKeys("Ana");
        browser.one("input[name=note]").sendKeys("to try it");
        browser.one("button[value=joined]").click();
        browser.until(() -> !heads(browser).contains(second));
        browser.go("/judgements");
        undo(browser, undo);
        browser.go(names);
        assertThat(heads(browser)).contains(first, second);
    }

    /** Undoes the last judgement; the page with one entry more is there when this returns. */
    private static void undo(Browser browser, String undo) {
        int entries = heads(browser).size();
        browser.button(undo).click();
        browser.until(() -> heads(browser).size() == entries + 1);
    }

    private static List<String> heads(Browser browser) {
        return browser.texts("main tbody th");
    }

    private void theReportIsTakenAway(Browser browser, String situation) {
        browser.go(situation);
        browser.one(".exports summary").click();
        List<WebElement> links = browser.all(".exports a");
        assertThat(links).hasSize(Export.values().length);
        for (int i = 0; i < links.size(); i++) {
            int files = i + 1;
            links.get(i).click();
            browser.until(() -> downloaded().size() == files);
        }
        // Reviews are a person's; here the only judgement was undone.
        assertThat(downloaded())
                .allMatch(f -> f.toFile().length() > (f.toString().contains("claimreview") ? 0 : 100));
    }

    private List<Path> downloaded() {
        try (Stream<Path> files = Files.list(folder.resolve("downloads"))) {
            return files.filter(f -> !f.toString().endsWith(".crdownload")
                            && !f.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void withoutJavaScript() throws IOException {
        try (Browser browser = browser("en")) {
            browser.withoutScript();
            browser.go("/");
            String situation = browser.path();
            browser.one("#days select").sendKeys("9 January 2022");
            browser.one("#days button").click();
            browser.until(() -> browser.one(".asof").getText().contains("9 January 2022"));
            browser.picture("no-script-situation");
            browser.go("/add");
            browser.one("textarea[name=text]")
                    .sendKeys(Files.readString(Site.HOME.resolve("examples/drop-in/northgate-herald-last-plane.txt")));
            browser.one("input[name=name]").sendKeys("last-plane");
            browser.one("main form button").click();
            browser.until(() -> browser.one(".results").getText().contains("last-plane"));
            browser.picture("no-script-added");
            browser.go(situation);
            assertThat(browser.text()).contains("last-plane");
            number(browser, "748").click();
            browser.one("input[name=by]").sendKeys("Ana");
            browser.one("input[name=note]").sendKeys("counts cars");
            browser.one("input[name=value]").sendKeys("700");
            browser.one("button[value=corrected]").click();
            browser.until(() -> browser.text().contains("Corrected by a person"));
            browser.go(situation);
            assertThat(number(browser, "700").isDisplayed()).isTrue();
        }
    }

    @Test
    void withTheKeyboardOnly() throws IOException {
        try (Browser browser = browser("en")) {
            browser.go("/crises");
            browser.press(Keys.TAB);
            assertThat(browser.focused().getDomAttribute("class")).isEqualTo("skip");
            assertThat(browser.focused().getRect().getX())
                    .as("seen where it has the focus")
                    .isNotNegative();
            browser.press(Keys.ENTER);
            tabTo(browser, ".crises a", 3);
            browser.press(Keys.ENTER);
            browser.until(() -> browser.path().startsWith("/situation"));
            tabTo(browser, "#days input[type=range]", 12);
            browser.press(Keys.ARROW_LEFT);
            browser.until(() -> browser.path().contains("as-of="));
            tabTo(browser, "#report a.num", 60);
            browser.window("keyboard-focus");
            browser.press(Keys.ENTER);
            browser.until(() -> browser.path().startsWith("/claim"));
            tabTo(browser, "input[name=by]", 40);
            browser.press("Ana", Keys.TAB, "read twice", Keys.TAB);
            tabTo(browser, "button[value=accepted]", 3);
            browser.press(Keys.ENTER);
            browser.until(() -> browser.text().contains("Accepted by a person"));
            browser.go("/judgements");
            tabTo(browser, "main form button", 60);
            browser.press(Keys.ENTER);
            browser.until(() -> browser.text().contains("undone"));
        }
    }

    /** Presses Tab until an element that matches {@code css} has the keyboard; each on the way must show that it has it. */
    private static void tabTo(Browser browser, String css, int most) {
        for (int i = 0; i < most; i++) {
            browser.press(Keys.TAB);
            assertThat(browser.run("const a = document.activeElement; return a === document.body ||"
                            + " getComputedStyle(a).outlineStyle !== 'none'"))
                    .as("the focus is seen on " + browser.run("return document.activeElement.outerHTML.slice(0, 80)"))
                    .isEqualTo(true);
            if (Boolean.TRUE.equals(browser.run("return document.activeElement.matches(arguments[0])", css))) return;
        }
        throw new AssertionError(css + " is not reached by " + most + " tabs");
    }
}
