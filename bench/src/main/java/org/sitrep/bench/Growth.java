package org.sitrep.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** More pages must cost no more each, in a heap that stays as small; two cores must do nearly twice the work of one. */
final class Growth {
    /** At so many pages one core is measured beside all: enough that the start does not count, few enough to wait for. */
    private static final int ON_ONE_CORE = 10_000;

    private final Path home;

    Growth(Path home) {
        this.home = home;
    }

    /**
     * A section of PERFORMANCE.md.
     *
     * @param sizes numbers of pages, each a run of its own; a million needs about four gigabytes for them on the disk
     * @throws IllegalStateException where a run fails, as it does when a gigabyte of heap is not enough
     */
    String report(List<Integer> sizes) throws IOException {
        StringBuilder out = new StringBuilder(
                "\n## Growth\n\n`sitrep claims` of generated pages of 3 kB in four languages, whole process, heap of 1 GB at most; one core means bound to it, with compiler and collector.\n\n");
        out.append("| pages | cores | seconds | ms a page |\n|---|---|---|---|\n");
        Path pages = Command.scratch("pages.jsonl");
        int cores = Runtime.getRuntime().availableProcessors();
        for (int n : sizes) {
            write(pages, n);
            for (int used : n == ON_ONE_CORE ? List.of(1, cores) : List.of(cores)) {
                double seconds = seconds(pages, used);
                out.append(String.format(Locale.ROOT, "| %d | %d | %.1f | %.2f |%n", n, used, seconds, seconds * 1000 / n));
            }
        }
        return out.toString();
    }

    private double seconds(Path pages, int cores) {
        Command command = new Command(home);
        List<String> words = new ArrayList<>(List.of(
                "env", "JAVA_OPTS=-Xmx1g -XX:ActiveProcessorCount=" + cores, home.resolve("sitrep").toString(), "claims", pages.toString(), "--format", "jsonl"));
        // Told of one processor, the JDK's compiler and the reader of the file would still run beside the worker on another.
        if (cores == 1 && command.has("taskset")) words.addAll(0, List.of("taskset", "-c", "0"));
        return command.seconds(words);
    }

    private static void write(Path file, int pages) throws IOException {
        PageGenerator generator = new PageGenerator(1);
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            for (int i = 0; i < pages; i++) {
                to.write(Json.page(generator.page(i)));
                to.newLine();
            }
        }
    }
}
