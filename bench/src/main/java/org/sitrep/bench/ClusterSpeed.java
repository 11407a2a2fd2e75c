package org.sitrep.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One process against a cluster of processes on the same cores, whole processes both, over the same files of generated pages. */
final class ClusterSpeed {
    private static final int FILES = 16;

    private final Path home;
    private final Command command;
    private final Path folder;

    ClusterSpeed(Path home) throws IOException {
        this.home = home;
        this.command = new Command(home);
        this.folder = Files.createTempDirectory("sitrep-cluster-");
    }

    /** A table of so many pages through both, one after the other, {@code times} times. */
    String report(int pages, int times) throws IOException {
        Path input = Files.createDirectories(folder.resolve("pages"));
        for (int f = 0; f < FILES; f++) write(input.resolve("pages-" + f + ".jsonl"), f * (pages / FILES), pages / FILES);
        StringBuilder out = new StringBuilder("| run | one process, pages/s | cluster, pages/s | ratio |\n|---|---|---|---|\n");
        Path cluster = folder.resolve("cluster");
        String local = home.resolve("cluster/local").toString();
        command.output(List.of(local, "start", cluster.toString()));
        try {
            for (int i = 0; i < times; i++) {
                double alone = command.seconds(folder.resolve("alone.jsonl"), List.of(home.resolve("sitrep").toString(), "claims", input.toString(), "--format", "jsonl"));
                Path claims = folder.resolve("claims-" + i);
                double together = command.seconds(folder.resolve("submit.log"), List.of(local, "submit", cluster.toString(), "--pages", input.toString(), "--claims", claims.toString(), "--languages", home.resolve("languages").toString()));
                same(claims);
                out.append(String.format(Locale.ROOT, "| %d | %.0f | %.0f | %.2f |%n", i + 1, pages / alone, pages / together, alone / together));
            }
        } finally {
            command.output(List.of(local, "stop", cluster.toString()));
            remove();
        }
        return out.toString();
    }

    /** A run that lost claims is no measurement. */
    private void same(Path claims) throws IOException {
        long alone = lines(folder.resolve("alone.jsonl"));
        long together = 0;
        try (Stream<Path> files = Files.walk(claims)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) together += lines(file);
        }
        if (alone != together || alone == 0) throw new IllegalStateException("one process found " + alone + " claims, the cluster " + together);
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static void write(Path file, int from, int count) throws IOException {
        PageGenerator generator = new PageGenerator(1);
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            for (int i = from; i < from + count; i++) {
                to.write(Json.page(generator.page(i)));
                to.newLine();
            }
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
