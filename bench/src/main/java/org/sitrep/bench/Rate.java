package org.sitrep.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitrep.Pipeline;
import org.sitrep.model.Page;

/**
 * Pages of one language per second and core that {@code claims} reads, warm, in a process of its own: processor time of the one thread
 * that reads, and of the collector, so that what else the machine does counts for little.
 */
public final class Rate {
    private static final int PAGES = 200;
    /** Seconds of processor time until the compiler has seen what there is. */
    private static final double WARM = 8;

    private static final double SLICE = 1;
    private static final int SLICES = 3;
    private static final double NANO = 1e9;
    private static final double MILLI = 1e3;

    private final Pipeline pipeline;
    private final List<Page> pages = new ArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long claims;

    private Rate(Path home, String language) {
        pipeline = Pipeline.load(home.resolve("languages"));
        PageGenerator generator = new PageGenerator(20_260_101);
        for (int i = 0; i < PAGES; i++) pages.add(generator.page(i, language));
    }

    /** Prints pages a second and claims a page. @param args folder that holds {@code languages/}, language */
    public static void main(String[] args) {
        Rate rate = new Rate(Path.of(args[0]), args[1]);
        rate.slice(WARM);
        double best = 0;
        for (int i = 0; i < SLICES; i++) best = Math.max(best, rate.slice(SLICE));
        System.out.printf(Locale.ROOT, "%.1f %.1f%n", best, rate.perPage());
    }

    private double perPage() {
        claims = 0;
        for (Page p : pages) claims += pipeline.claims(p).claims().size();
        return (double) claims / PAGES;
    }

    /** Pages a second, over at least so many seconds of processor time. */
    private double slice(double seconds) {
        long collected = collected();
        long from = threads.getCurrentThreadCpuTime();
        long used;
        int n = 0;
        do {
            for (Page p : pages) {
                claims += pipeline.claims(p).claims().size();
                n++;
            }
            used = threads.getCurrentThreadCpuTime() - from;
        } while (used < seconds * NANO);
        return n / (used / NANO + (collected() - collected) / MILLI);
    }

    /** Milliseconds that the collectors took so far. */
    private static long collected() {
        long sum = 0;
        for (GarbageCollectorMXBean g : ManagementFactory.getGarbageCollectorMXBeans()) sum += g.getCollectionTime();
        return sum;
    }
}
