package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of page in a real browser, in each language, light and dark: no barrier that axe-core calls serious, none wider than a
 * telephone or a wide screen, nothing in the console, no request to another host. What is printed stands beside as PDF. The pictures stay in {@code web/target/screenshots} to be looked at.
 */
@Tag("slow")
class EveryPageTest {
    @TempDir
    static Path folder;

    private static Server server;

    @BeforeAll
    static void open() {
        server = Site.over(folder, Site.HOME.resolve("examples/kazakhstan-2022"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Browser browser(String language) {
        return Browser.open(server.address(), language, folder);
    }

    /** One address for each kind of page, under the name of its picture; found as a reader finds them, by following links. */
    private static Map<String, String> pages(Browser browser) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("crises", "/crises");
        for (String path : List.of("/add", "/judgements", "/guide", "/api", "/nowhere"))
            pages.put(path.substring(1), path);
        pages.put("search", "/search?q=killed");
        pages.put("search-nothing", "/search?q=zzz");
        List<String> open = new ArrayList<>(List.of("/crises"));
        while (!open.isEmpty()) {
            browser.go(open.removeFirst());
            Object links = browser.run(
                    "return [...document.querySelectorAll('a[href]')].map(a => a.pathname + a.search).filter(p => p[0] === '/')");
            for (Object link : (List<?>) links) {
                String path = String.valueOf(link);
                String kind = path.replaceFirst("[?].*", "").substring(1);
                if (kind.isEmpty() || kind.contains("/") || kind.equals("export") || path.contains("lang=")) continue;
                if (pages.putIfAbsent(kind, path) == null) open.add(path);
            }
        }
        pages.put("situation-9-january", pages.get("situation") + "&as-of=2022-01-09");
        pages.put("bad-day", pages.get("situation") + "&as-of=2022-13-45");
        return pages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void noPageHasABarrierOverflowsOrAsksElsewhere(String language) {
        try (Browser browser = browser(language)) {
            Map<String, String> pages = pages(browser);
            assertThat(pages.keySet())
                    .contains("crises", "situation", "claim", "page", "history", "origins", "names", "judgements");
            browser.complaints();
            List<String> faults = new ArrayList<>();
            pages.forEach((name, path) -> faults.addAll(faults(browser, language + "-" + name, path)));
            assertThat(faults).isEmpty();
            assertThat(browser.run("return document.documentElement.lang")).isEqualTo(language);
            assertThat(browser.asked()).isNotEmpty().allMatch(url -> local(url));
        }
    }

    private static boolean local(String url) {
        return url.startsWith(server.address()) || url.startsWith("data:") || url.startsWith("blob:");
    }

    private static List<String> faults(Browser browser, String name, String path) {
        List<String> faults = new ArrayList<>();
        for (boolean dark : List.of(false, true)) {
            browser.dark(dark);
            browser.size(1280, 900);
            browser.go(path);
            browser.picture(name + (dark ? "-dark" : "-light"));
            for (String barrier : browser.barriers()) faults.add(name + (dark ? " (dark): " : ": ") + barrier);
        }
        browser.size(360, 900);
        browser.picture(name + "-360-dark");
        browser.dark(false);
        for (int width : List.of(360, 1600)) {
            browser.size(width, 900);
            browser.go(path);
            browser.picture(name + "-" + width);
            if (browser.overflows()) faults.add(name + ": wider than " + width + " pixels");
        }
        browser.print(name + "-print");
        for (String said : browser.complaints())
            if (!(name.endsWith("-nowhere") && said.contains("404")
                    || name.endsWith("-bad-day") && said.contains("400"))) faults.add(name + ": console: " + said);
        return faults;
    }
}
