package org.sitrep.peers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sitrep.Pipeline;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.model.Page;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Runs Sitrep and SUTime on the same pages in the same process and prints their accuracy and speed as a Markdown
 * table. Speed is processor time of the calling thread, warm: each program reads all pages once before it is timed.
 */
public final class Peers {
    private static final double SECONDS = 4;

    private Peers() {}

    /** @param args a page file and its gold file, both JSON Lines */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("sitrep.home", "."));
        List<Page> pages = pages(args[0]);
        Map<String, List<Finder.Time>> gold = gold(Path.of(args[1]), pages);
        List<Finder> finders = List.of(
                new SitrepTimes(Pipeline.load(home.resolve("languages"))), new SuTime());
        System.out.println("| program | value F1 | strict F1 | relaxed F1 | pages/s and core | Sitrep is faster by |\n|---|---|---|---|---|---|");
        double own = 0;
        for (Finder finder : finders) {
            Score score = new Score();
            for (Page page : pages) score.add(gold.getOrDefault(page.key(), List.of()), finder.times(page));
            double rate = rate(finder, pages);
            if (own == 0) own = rate;
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f | %.0f x |%n", finder.name(), score.value(), score.strict(), score.relaxed(), rate, own / rate);
        }
        System.exit(0); // a peer leaves threads behind
    }

    private static List<Page> pages(String file) {
        List<Page> out = new ArrayList<>();
        new Inputs(a -> {
            if (a instanceof Acquired.Arrived arrived) out.add(arrived.page());
        }).read(file);
        return out;
    }

    /** Gold offsets count code points; these count UTF-16 units. */
    private static Map<String, List<Finder.Time>> gold(Path file, List<Page> pages) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Page page : pages) texts.put(page.key(), page.content());
        Map<String, List<Finder.Time>> out = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            Map<String, String> g = fields(line);
            String text = texts.get(g.get("page"));
            if (text == null) continue;
            List<Finder.Time> page = out.computeIfAbsent(g.get("page"), k -> new ArrayList<>());
            Finder.Time time = new Finder.Time(
                    text.offsetByCodePoints(0, Integer.parseInt(g.get("start"))),
                    text.offsetByCodePoints(0, Integer.parseInt(g.get("end"))),
                    g.get("type"),
                    g.get("value"));
            if (!page.contains(time)) page.add(time); // the set holds one page twice
        }
        return out;
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> out = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            while (json.nextToken() != null && json.currentToken() != JsonToken.END_OBJECT)
                if (json.currentToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    out.put(name, json.getString());
                }
        }
        return out;
    }

    private static double rate(Finder finder, List<Page> pages) throws Exception {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        int n = 0;
        while (clock.getCurrentThreadCpuTime() - start < SECONDS * 1e9) finder.times(pages.get(n++ % pages.size()));
        return n / ((clock.getCurrentThreadCpuTime() - start) / 1e9);
    }
}
