package org.sitrep.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sitrep.Pipeline;
import org.sitrep.app.Main;
import org.sitrep.desk.Desk;
import org.sitrep.desk.Sheets;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Page;
import org.sitrep.record.Binary;
import org.sitrep.relate.Profile;

/** What one page more, and a report of one crisis, cost in a ledger of many pages: generated, a hundred or so to a crisis. */
final class LedgerSize {
    private static final int PAGES_OF_A_CRISIS = 100;
    private static final int TIMES = 9;
    /** Pages that are read; the others are copies of them, which take as much room and time and need no reading. */
    private static final int READ = 1_000;

    private static final int ADDED = 400;

    private final int pages;
    private final int read;
    private final int crises;
    private final PageGenerator generator = new PageGenerator(20);
    private final Path folder;
    private final String ledger;
    /** Nanoseconds in which the copies were written. */
    private long writing;

    /** @param address of a PostgreSQL database without a ledger; empty: an SQLite file that is made */
    LedgerSize(int pages, Optional<String> address) throws IOException {
        this.pages = pages;
        this.read = Math.min(pages, READ);
        this.crises = Math.max(1, read / PAGES_OF_A_CRISIS);
        this.folder = Files.createTempDirectory("sitrep-bench-ledger");
        this.ledger = address.orElse(folder.resolve("large.db").toString());
    }

    /** The measurements, as a table. */
    String report() throws IOException {
        long from = System.nanoTime();
        Path all = folder.resolve("pages.jsonl");
        try (var out = Files.newBufferedWriter(all)) {
            for (int i = 0; i < read; i++) out.write(Json.page(generator.pageOf(i, crises)) + "\n");
        }
        run("add", ledger, all.toString());
        ballast(ledger);
        double filled = (System.nanoTime() - from) / 1e9;
        List<Double> adds = adds(ledger);
        Page page = generator.pageOf(4 * (crises / 2), crises);
        String day = page.published().orElseThrow().text();
        String crisis = crisis(page.key(), Optional.empty());
        String then = crisis(page.key(), Optional.of(LocalDate.parse(day)));
        List<Double> reports = new ArrayList<>();
        List<Double> earlier = new ArrayList<>();
        int characters = 0;
        for (int i = 0; i < TIMES; i++) {
            reports.add(seconds("report", ledger, "--about", crisis, "-o", folder.resolve("report.md").toString()));
            earlier.add(seconds("report", ledger, "--about", then, "--as-of", day, "-o", folder.resolve("day.md").toString()));
            characters = Files.readString(folder.resolve("report.md")).length();
        }
        System.gc();
        double cpu = cpu("report", ledger, "--about", crisis, "-o", folder.resolve("report.md").toString());
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return """
                | | %,d pages, of which %,d are read and the others copies under other names and days |
                |---|---|
                | filling it, all pages | %.0f s |
                | one writer, in batches of %,d pages with what they yield, unread | %.0f pages a second |
                | adding one page, with what it yields, in a process that stays: middle, slowest of the last hundred | %.1f ms, %.1f ms |
                | report of one crisis (%,d characters): middle, slowest | %.2f s, %.2f s |
                | the same as of a day: middle, slowest | %.2f s, %.2f s |
                | processor time of that report, language packs and all | %.2f s |
                | heap in use after it | %,d MB of %,d MB |
                """
                .formatted(
                        pages, read, filled, BATCH, writer(), 1e3 * middle(adds), 1e3 * slowest(adds.subList(ADDED - 100, ADDED)), characters, middle(reports), slowest(reports),
                        middle(earlier), slowest(earlier), cpu, heap >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    /** The crisis that a page belongs to as of a day: it is named by its smallest page, and crises that share enough are one. */
    private String crisis(String page, Optional<LocalDate> asOf) {
        Pipeline pipeline = Pipeline.load(Path.of(System.getProperty("sitrep.home")).resolve("languages"));
        try (Desk desk = new Desk(pipeline, Ledgers.open(ledger, Clock.systemUTC()), OptionalLong.empty())) {
            return pipeline.situations(desk.read(Optional.of(page)).crises(), List.of(), asOf).stream()
                    .filter(s -> s.articles().stream().anyMatch(a -> a.page().equals(page)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no crisis holds the page " + page))
                    .crisis();
        }
    }

    /** Fills the ledger up: each page that was read again and again, under other keys and names and on other days. */
    private void ballast(String where) {
        try (Ledger ledger = Ledgers.open(where, Clock.systemUTC())) {
            for (int i = read; i < pages; i += BATCH) {
                List<Ledger.Addition> some = new ArrayList<>();
                for (int j = i; j < Math.min(pages, i + BATCH); j++) some.add(Ledger.Addition.of(copy(generator.pageOf(j % read, crises), j)));
                long first = ledger.last() + 1;
                long from = System.nanoTime();
                ledger.add(some);
                writing += System.nanoTime() - from;
                List<Shelf.Sheet> sheets = new ArrayList<>();
                for (int j = 0; j < some.size(); j++) sheets.add(copy(ledger, first + j, some.get(j).page().key(), i + j));
                from = System.nanoTime();
                ledger.shelf().put(sheets);
                writing += System.nanoTime() - from;
            }
        }
    }

    /** Pages a second that one writer takes, with what they yield, in batches of {@link #BATCH}; the reading not counted. */
    private double writer() {
        return writing == 0 ? Double.NaN : (pages - read) * 1e9 / writing;
    }

    private static final int BATCH = 2_000;

    private static Page copy(Page p, int index) {
        return new Page("copy-" + index, p.version(), p.format(), p.content(), p.address(), p.language(), p.published(), p.damage());
    }

    private Shelf.Sheet copy(Ledger ledger, long sequence, String key, int index) {
        long like = index % read + 1L;
        byte[] claims = ledger.shelf().claims(like).orElseThrow();
        byte[] profile = ledger.shelf().profile(like).orElseThrow();
        Profile of = Binary.record(profile, Profile.class);
        int round = index / read;
        long[] keys = org.sitrep.relate.Crises.keys(of).stream().mapToLong(k -> (k + round).hashCode() * 0x9E3779B97F4A7C15L).distinct().toArray();
        return new Shelf.Sheet(sequence, key, claims, profile, of.from().toEpochDay() + round, keys, "copy " + index + " " + String.join(" ", of.kinds()));
    }

    /** Seconds for one page more, from the page to what it yields, in a process that stays, as one that serves or watches does. */
    private List<Double> adds(String where) {
        Pipeline pipeline = Pipeline.load(Path.of(System.getProperty("sitrep.home")).resolve("languages"));
        List<Double> out = new ArrayList<>();
        try (Ledger ledger = Ledgers.open(where, Clock.systemUTC())) {
            for (int i = 0; i < ADDED; i++) {
                Page page = generator.pageOf(pages + i, crises);
                long from = System.nanoTime();
                ledger.add(List.of(Ledger.Addition.of(page)));
                ledger.shelf().put(List.of(Sheets.of(pipeline, ledger.last(), page)));
                out.add((System.nanoTime() - from) / 1e9);
            }
        }
        return out;
    }

    private static double middle(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    /** Without the first, in which the process warms up. */
    private static double slowest(List<Double> all) {
        return all.stream().skip(1).max(Double::compare).orElseThrow();
    }

    private static double seconds(String... words) {
        long from = System.nanoTime();
        run(words);
        return (System.nanoTime() - from) / 1e9;
    }

    /** Seconds of processor time of the calling thread: on a busy machine the clock tells more of the others. */
    private static double cpu(String... words) {
        long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        run(words);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from) / 1e9;
    }

    private static void run(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int code = Main.run(out, out, words);
            if (code != 0) throw new IllegalStateException(Arrays.toString(words) + ": " + said.toString(StandardCharsets.UTF_8));
        }
    }
}
