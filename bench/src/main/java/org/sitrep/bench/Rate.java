package org.sitrep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.sitrep.Pipeline;
import org.sitrep.model.Page;

/**
 * Pages of one language per second and core, warm, in a process of its own: processor time of the one thread that works, and of the
 * collector, so that what else the machine does counts for little. Several pieces of work take turns in one process, so that their
 * ratio holds whatever the machine does meanwhile.
 */
public final class Rate {
    private static final int PAGES = 200;
    /** Characters of a page of HTML. */
    private static final int WEB_PAGE = 100_000;
    /** Characters of the middle half of saved pages, see {@link WebLayout}. */
    private static final int SMALLEST_SAVED = 58_000;

    private static final int LARGEST_SAVED = 182_000;

    /** Seconds of processor time after which nobody waits for the compiler any longer. */
    private static final double LONGEST_WARMING = 60;
    /** The compiler rests when it works for no more than this share of the time: until then much of the code is still interpreted. */
    private static final double RESTING = 0.05;

    private static final double SLICE = 1;
    private static final int SLICES = 3;
    private static final double NANO = 1e9;
    private static final double MILLI = 1e3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private Rate() {}

    /** What is done with each page, and how much was found so far: what nobody asks for, the compiler would leave out. */
    private static final class Work {
        private final List<Page> pages;
        private final ToIntFunction<Page> with;
        private long found;
        private long read;

        Work(List<Page> pages, ToIntFunction<Page> with) {
            this.pages = pages;
            this.with = with;
        }

        void once() {
            for (Page p : pages) found += with.applyAsInt(p);
            read += pages.size();
        }

        double perPage() {
            return (double) found / read;
        }
    }

    /**
     * Prints the pages a second of each piece of work, then how many things the first one finds on a page.
     *
     * @param args language, or a folder of saved pages, then pieces of work: {@code claims=HOME} of text, {@code html=HOME} (claims) and {@code article=HOME}
     *     (reading alone) of web pages, {@code jsoup=} for the peer that only parses them; HOME holds {@code languages/}
     */
    public static void main(String[] args) {
        List<Work> all = Arrays.stream(args).skip(1).map(told -> work(told, args[0])).toList();
        Rate rate = new Rate();
        rate.warm(all);
        double[] best = new double[all.size()];
        for (int i = 0; i < SLICES; i++) for (int k = 0; k < best.length; k++) best[k] = Math.max(best[k], rate.slice(all.get(k)));
        System.out.println(Arrays.stream(best).mapToObj(Rate::figure).collect(Collectors.joining(" ")) + " " + figure(all.getFirst().perPage()));
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static Work work(String told, String language) {
        String[] parts = told.split("=", 2);
        if (parts[0].equals("jsoup")) return new Work(web(language), p -> Jsoup.parse(p.content()).childNodeSize());
        Pipeline pipeline = Pipeline.load(Path.of(parts[1]).resolve("languages"));
        return switch (parts[0]) {
            case "claims" -> new Work(texts(language), p -> pipeline.claims(p).claims().size());
            case "html" -> new Work(web(language), p -> pipeline.claims(p).claims().size());
            case "article" -> new Work(web(language), p -> pipeline.read(p).passages().size());
            default -> throw new IllegalArgumentException(told);
        };
    }

    private static List<Page> texts(String language) {
        PageGenerator generator = new PageGenerator(20_260_101);
        return IntStream.range(0, PAGES).mapToObj(i -> generator.page(i, language)).toList();
    }

    /** @param from a language whose pages are made up, or a folder of saved ones */
    private static List<Page> web(String from) {
        return Files.isDirectory(Path.of(from)) ? saved(Path.of(from)) : generated(from);
    }

    private static List<Page> generated(String language) {
        PageGenerator generator = new PageGenerator(20_260_101);
        return IntStream.range(0, PAGES).mapToObj(i -> html("web-" + i, generator.html(i, language, WEB_PAGE))).toList();
    }

    /** The saved pages of a folder that are about as large as the generated ones. */
    private static List<Page> saved(Path folder) {
        List<Page> out = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
                String html = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                if (html.length() >= SMALLEST_SAVED && html.length() <= LARGEST_SAVED) out.add(html(file.getFileName().toString(), html));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private static Page html(String key, String html) {
        return new Page(key, "", Page.Format.HTML, html, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void warm(List<Work> all) {
        double spent = 0;
        double compiling;
        do {
            long compiled = compiled();
            long from = System.nanoTime();
            for (Work w : all) slice(w);
            spent += all.size() * SLICE;
            compiling = (compiled() - compiled) / MILLI / ((System.nanoTime() - from) / NANO);
        } while (compiling > RESTING && spent < LONGEST_WARMING);
    }

    /** Pages a second, over at least so many seconds of processor time. */
    private double slice(Work work) {
        long collected = collected();
        long from = threads.getCurrentThreadCpuTime();
        long used;
        int n = 0;
        do {
            work.once();
            n += work.pages.size();
            used = threads.getCurrentThreadCpuTime() - from;
        } while (used < SLICE * NANO);
        return n / (used / NANO + (collected() - collected) / MILLI);
    }

    /** Milliseconds that the compilers took so far. */
    private static long compiled() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    /** Milliseconds that the collectors took so far. */
    private static long collected() {
        long sum = 0;
        for (GarbageCollectorMXBean g : ManagementFactory.getGarbageCollectorMXBeans()) sum += g.getCollectionTime();
        return sum;
    }
}
