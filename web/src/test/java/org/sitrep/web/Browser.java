package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The machine's Chromium over one site, without a window and without a way out: whatever it asks of another host ends nowhere and is
 * remembered. Where the machine has none, the test is skipped with that reason.
 */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox", // build machines run as root, where Chromium has none
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--proxy-server=127.0.0.1:9", // loopback passes it by; nobody listens on the port that discards
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium"); // held, or its level is forgotten

    private final String address;
    private final ChromeDriver driver;

    private Browser(String address, ChromeDriver driver) {
        this.address = address;
        this.driver = driver;
    }

    /**
     * A browser of its own, with no cookies, that prefers {@code language}.
     *
     * @param address of the site, ending in a slash
     * @param downloads where files go that the reader takes away
     */
    static Browser open(String address, String language, Path downloads) {
        Optional<Path> chromium = found("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
        Optional<Path> chromedriver = found("chromedriver");
        Assumptions.assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "needs Chromium and its driver on the PATH (apt install chromium chromium-driver)");
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toString());
        options.addArguments(FLAGS);
        options.addArguments("--lang=" + language);
        options.setExperimentalOption(
                "prefs", Map.of("intl.accept_languages", language, "download.default_directory", downloads.toString()));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(address, new ChromeDriver(service, options));
        browser.size(1280, 900);
        browser.cdp("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        return browser;
    }

    private static Optional<Path> found(String... names) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            for (String name : names)
                for (String ending : List.of("", ".exe")) {
                    Path file = Path.of(folder, name + ending);
                    if (Files.isExecutable(file)) return Optional.of(file);
                }
        return Optional.empty();
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** Opens a path of the site, with its query. */
    Browser go(String path) {
        driver.get(path.startsWith("http") || path.startsWith("file:") ? path : address + path.substring(1));
        return this;
    }

    /** The path with the query where the browser is now. */
    String path() {
        String url = String.valueOf(driver.getCurrentUrl());
        return url.startsWith(address) ? "/" + url.substring(address.length()) : url;
    }

    void size(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void dark(boolean on) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
    }

    /** Pages run no script from now on; the test still may. */
    void withoutScript() {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    private Map<String, Object> cdp(String command, Map<String, Object> arguments) {
        return driver.executeCdpCommand(command, arguments);
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What is read in each element that matches, taken at one moment: the page may be about to change. */
    List<String> texts(String css) {
        Object found = run("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())", css);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** What stands in the page's main part, as a reader sees it. */
    String text() {
        return one("main").getText();
    }

    /** What {@code script} returns; it may use {@code arguments}. */
    Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** What {@code script} hands to the function that is its last argument. */
    Object wait(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        return driver.executeAsyncScript(script, arguments);
    }

    /** Opens a new tab and goes on in it; the tab that was left. */
    String tab() {
        String left = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        return left;
    }

    /** Closes this tab and goes on in {@code other}. */
    void backTo(String other) {
        driver.close();
        driver.switchTo().window(other);
    }

    /** Drops a file on an element, as from a file manager. */
    void drop(String css, Path file) {
        String name = file.getFileName().toString();
        try {
            run("""
                    const bytes = Uint8Array.from(atob(arguments[1]), c => c.charCodeAt(0));
                    const carried = new DataTransfer();
                    carried.items.add(new File([bytes], arguments[2]));
                    document.querySelector(arguments[0]).dispatchEvent(
                      new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true}));
                    """, css, Base64.getEncoder().encodeToString(Files.readAllBytes(file)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first button with that text. */
    WebElement button(String text) {
        return all("button").stream()
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text + " on " + path()));
    }

    /** Waits, ten seconds at most, until {@code holds}. */
    void until(java.util.function.BooleanSupplier holds) {
        for (int i = 0; i < 200; i++) {
            try {
                if (holds.getAsBoolean()) return;
            } catch (WebDriverException e) {
                // the page is on its way
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(holds.getAsBoolean()).as("ten seconds later, " + path()).isTrue();
    }

    void press(CharSequence... keys) {
        new org.openqa.selenium.interactions.Actions(driver).sendKeys(keys).perform();
    }

    /** The element that has the keyboard. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void over(WebElement element) {
        new org.openqa.selenium.interactions.Actions(driver)
                .moveToElement(element)
                .perform();
    }

    /** The whole page as a picture, {@code web/target/screenshots/NAME.png}; its width is the window's. */
    Path picture(String name) {
        Map<?, ?> layout = (Map<?, ?>) cdp("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", layout.get("width"), "height", layout.get("height"), "scale", 1);
        return save(name, Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
    }

    /** What a printer would get, {@code web/target/screenshots/NAME.pdf}. */
    void print(String name) {
        Map<String, Object> printed =
                cdp("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true));
        Path file = Path.of(System.getProperty("sitrep.home"), "web", "target", "screenshots", name + ".pdf");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(String.valueOf(printed.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scrolls until that element stands near the window's top. */
    Browser to(String css) {
        run(
                "const y = document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY; scrollTo(0, y -"
                        + " 40)",
                css);
        return this;
    }

    /** Keeps what the window shows as {@code folder/STEP.webp}. */
    void view(Path folder, int step) {
        save(folder.resolve(step + ".webp"), Map.of("format", "webp", "quality", 45));
    }

    /** What the window shows as a picture. */
    Path window(String name) {
        return save(name, Map.of("format", "png"));
    }

    private Path save(String name, Map<String, Object> how) {
        return save(Path.of(System.getProperty("sitrep.home"), "web", "target", "screenshots", name + ".png"), how);
    }

    private Path save(Path file, Map<String, Object> how) {
        byte[] bytes = Base64.getDecoder()
                .decode(String.valueOf(cdp("Page.captureScreenshot", how).get("data")));
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the page is wider than its window, so that a reader must scroll sideways. */
    boolean overflows() {
        return (Boolean) run("return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
    }

    /** What axe-core finds that is serious or critical: "rule: element", a line each. */
    List<String> barriers() {
        run(axe());
        Object found = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run({resultTypes: ['violations']}).then(r => done(r.violations
                  .filter(v => v.impact === 'serious' || v.impact === 'critical')
                  .flatMap(v => v.nodes.map(n => v.id + ': ' + n.target + ' ' + n.html.slice(0, 120) + ' '
                    + n.any.concat(n.all).map(c => c.message).join('; ').slice(0, 200)))), e => done(['axe: ' + e]));
                """);
        List<String> lines = new ArrayList<>();
        for (Object line : (List<?>) found) lines.add(String.valueOf(line));
        return lines;
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the console says since it was last asked: violations of the Content-Security-Policy, faults of scripts. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(e -> e.getLevel() + " " + e.getMessage())
                .toList();
    }

    /** Every address that pages asked for since this was last called. */
    List<String> asked() {
        Pattern url = Pattern.compile("\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");
        List<String> urls = new ArrayList<>();
        driver.manage().logs().get(LogType.PERFORMANCE).forEach(e -> {
            Matcher m = url.matcher(e.getMessage());
            if (m.find()) urls.add(m.group(1));
        });
        return urls;
    }
}
