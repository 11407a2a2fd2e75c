package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixty-odd pages that try to run something in the reader's browser, in text, title, outlet, author, quote, address and file name: every
 * page of the site that shows them, and the report as a file, is opened in Chromium. Nothing may run, ask elsewhere or stand there as
 * anything but text.
 */
@Tag("slow")
class HostilePagesTest {
    /** Pages of one kind that are opened: all of the site's views of every page would take an hour. */
    private static final Map<String, Integer> MOST = Map.of("page", 200, "claim", 40, "history", 15, "search", 8);

    /** What only a hostile page could have put there, a line each. */
    private static final String FOREIGN = """
            const found = [];
            if ('pwned' in window) found.push('a script ran');
            for (const s of document.scripts)
              if (s.textContent.trim() || new URL(s.src).pathname !== '/assets/site.js' || new URL(s.src).origin !== location.origin)
                found.push(s.outerHTML);
            for (const e of document.querySelectorAll('*')) {
              for (const a of e.attributes) if (a.name.startsWith('on')) found.push(e.outerHTML.slice(0, 200));
              if (e.matches('img[src^="/assets/"], iframe[src^="/raw?"][sandbox=""]')) continue; // the guide's pictures; the page as it looked, in a frame that runs nothing
              if (e.matches('iframe, object, embed, base, meta[http-equiv], math, style, [style], img, video, audio, picture, template, marquee,'
                  + ' foreignObject, svg script, use, animate, set, plaintext, [srcdoc], [formaction], [popover]'))
                found.push(e.outerHTML.slice(0, 200));
              for (const name of ['href', 'xlink:href', 'action', 'src']) {
                const goal = e.getAttribute(name);
                if (goal === null || goal.startsWith('#')) continue;
                const url = new URL(goal, location.href);
                const away = e.matches('a.address') || e.matches('a[rel~=noreferrer]');
                if (url.origin !== location.origin && !(away && /^https?:$/.test(url.protocol))) found.push(e.outerHTML.slice(0, 200));
              }
            }
            return found;
            """;

    @TempDir
    static Path folder;

    private static List<Hostile> corpus = List.of();
    private static Server server;

    private record Hostile(String name, String words) {
        /** The words as a page's author would write them to have them read as text. */
        String escaped() {
            return words.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }

    @BeforeAll
    static void open() throws IOException {
        corpus = corpus();
        Path pages = Files.createDirectories(folder.resolve("pages"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < corpus.size(); i++) {
            Hostile h = corpus.get(i);
            Charset charset = h.name().endsWith("utf-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
            Files.write(pages.resolve(h.name() + ".html"), html(h, 31 + i % 7).getBytes(charset));
            lines.append(line(h, 40 + i % 5)).append('\n');
        }
        Files.writeString(pages.resolve("archive.jsonl"), lines);
        for (String name : List.of(
                "<img src=x onerror=window.pwned=1>", "\" onfocus=\"window.pwned=1\" x=\"", "'-alert(1)-'", "${7*7}"))
            Files.writeString(pages.resolve(name + ".txt"), text("Quay Post", "the harbour master", 45));
        server = Site.over(folder, pages);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static List<Hostile> corpus() throws IOException {
        List<Hostile> all = new ArrayList<>();
        try (InputStream in = HostilePagesTest.class.getResourceAsStream("hostile.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("#")) continue;
                String[] parts = line.split("\t", 2);
                all.add(new Hostile(parts[0], parts[1].translateEscapes()));
            }
        }
        return all;
    }

    private static String text(String outlet, String speaker, int killed) {
        return outlet
                + "\n\nFerry sinks off Seahaven\n\n3 March 2021\n\nSEAHAVEN, Iceland - Officials said on Wednesday that "
                + killed
                + " people were killed when the ferry sank off Iceland. \"At least " + killed + " people died\", said "
                + speaker + ".\n";
    }

    /** Raw where markup would be, and escaped wherever a reader takes words from. */
    private static String html(Hostile h, int killed) {
        return """
               <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%2$s Ferry sinks</title>
               <meta property="og:site_name" content="%2$s Post"><meta name="author" content="%2$s"><meta property="article:published_time" content="2021-03-03">
               <link rel="canonical" href="https://quay-%1$s.example/?q=%2$s"></head><body><h1>%2$s Ferry sinks off Iceland, %3$d dead</h1>
               <p class="byline">By %2$s · <time datetime="2021-03-03">3 March 2021</time></p>
               <article><p>SEAHAVEN, Iceland - Officials said on Wednesday that %3$d people were killed %2$s when the ferry sank off Iceland.</p>
               <p>"%2$s at least %3$d people were killed %2$s", the Interior Ministry of Iceland said. The %2$s Ministry said that 12 people were injured in Iceland.</p>
               <p>The president of Iceland promised to %2$s raise the ferry by 9 March 2021.</p></article>
               %4$s
               </body></html>
               """.formatted(h.name(), h.escaped(), killed, h.words());
    }

    private static String line(Hostile h, int killed) {
        String address = h.words().startsWith("javascript:") ? h.words() : "https://quay.example/" + h.words();
        return "{\"id\":" + json(h.words()) + ",\"url\":" + json(address)
                + ",\"language\":\"en\",\"date_seen\":\"2021-03-04\",\"title\":"
                + json(h.words()) + ",\"outlet\":" + json(h.words()) + ",\"text\":"
                + json(text(h.words() + " Courier", h.words(), killed)) + "}";
    }

    private static String json(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray())
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ') out.append("\\u%04x".formatted((int) c));
            else out.append(c);
        return out.append('"').toString();
    }

    @Test
    void nothingRunsOnAnyPageOfTheSite() {
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(60);
        try (Browser browser = Browser.open(server.address(), "en", folder)) {
            Set<String> seen = new LinkedHashSet<>();
            List<String> faults = new ArrayList<>();
            Map<String, Integer> kinds = new HashMap<>();
            Deque<String> open = new ArrayDeque<>(starts());
            while (!open.isEmpty()) {
                String path = open.removeFirst();
                String kind = path.replaceFirst("[?#].*", "").substring(1);
                if (kind.equals("export") || kind.equals("events") || kind.startsWith("api/") || !seen.add(path))
                    continue;
                if (kinds.merge(kind, 1, Integer::sum) > MOST.getOrDefault(kind, 12)) continue;
                browser.go(path);
                for (Object fault : (List<?>) browser.run(FOREIGN)) faults.add(path + ": " + fault);
                for (String said : browser.complaints())
                    if (!said.contains("status of 40")) faults.add(path + ": " + said);
                for (Object link : (List<?>)
                        browser.run(
                                "return [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)"))
                    open.add(String.valueOf(link));
            }
            browser.go("/crises").one(".crises a").click();
            browser.picture("hostile");
            assertThat(faults).isEmpty();
            assertThat(kinds.getOrDefault("page", 0)).isGreaterThanOrEqualTo(2 * corpus.size());
            assertThat(kinds).containsKeys("situation", "claim", "history", "judgements", "names", "search");
            assertThat(browser.asked()).isNotEmpty().allMatch(url -> url.startsWith(server.address()));
        }
    }

    /** Where the walk begins: pages that are linked, and the words given back to whoever asked for them. */
    private static List<String> starts() {
        List<String> starts = new ArrayList<>(List.of("/crises", "/judgements", "/add", "/guide"));
        for (Hostile h : corpus.subList(0, 8)) {
            starts.add(Request.to("/search", "q", h.words()));
            starts.add(Request.to("/situation", "crisis", h.words(), "as-of", h.words(), "lang", h.words()));
            starts.add(Request.to("/" + h.name(), "x", h.words()));
        }
        starts.add("/%3Cscript%3Ewindow.pwned=1%3C/script%3E");
        return starts;
    }

    @Test
    void theSamePagesDoHarmABrowserThatOpensThemAlone() throws IOException {
        try (Browser browser = Browser.open(server.address(), "en", folder)) {
            List<String> harmless = new ArrayList<>();
            for (Hostile h : corpus) {
                browser.go(folder.resolve("pages")
                        .resolve(h.name() + ".html")
                        .toUri()
                        .toString());
                if (((List<?>) browser.run(FOREIGN)).isEmpty()) harmless.add(h.name());
            }
            // Some break out of an attribute or a title only, or wait for another reader than a browser.
            assertThat(harmless).hasSizeLessThan(20);
        }
    }

    @Test
    void nothingRunsInTheReportAsAFile() throws Exception {
        try (Browser browser = Browser.open(server.address(), "en", folder)) {
            browser.go("/crises");
            String situation = String.valueOf(browser.one(".crises a").getDomAttribute("href"));
            Object html = browser.wait(
                    "const done = arguments[1]; fetch(arguments[0]).then(r => r.text()).then(done)",
                    situation.replace("/situation", "/export") + "&form=html");
            Path report = Files.writeString(folder.resolve("report.html"), String.valueOf(html));
            browser.complaints();
            browser.asked();
            browser.go(report.toUri().toString());
            assertThat(browser.one("h1").getText()).contains("2021");
            assertThat((List<?>) browser.run("""
                            return [...document.querySelectorAll('script, iframe, object, embed, base, img, math, template, link, [onload], [onerror], [onfocus]')]
                              .map(e => e.outerHTML).concat('pwned' in window ? ['a script ran'] : [],
                              [...document.querySelectorAll('a[href]')].filter(a => !/^(https?|file):$/.test(a.protocol)).map(a => a.outerHTML));
                            """)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.asked()).isNotEmpty().allMatch(url -> url.startsWith("file:"));
        }
    }
}
