package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;

/**
 * {@code serve} and {@code watch} over one ledger for {@code -Dsitrep.soak.minutes} (30 by default), each a process of its own, while a third is a feed server that
 * misbehaves and readers who ask for everything: no page is lost, nothing is answered with an error of the server's own, and what both hold after collection of garbage is flat.
 */
@Tag("long")
class SoakTest {
    private static final int MINUTES = Integer.getInteger("sitrep.soak.minutes", 30);

    /** Good pages that the feed announces at first; one more comes each minute. */
    private static final int AT_FIRST = 25;

    /** Minutes that the last pages have to be fetched. */
    private static final int LAST = 5;

    /** Bytes and file handles that a process may hold more in the last third than in the second, beside a tenth. */
    private static final long SPARE_BYTES = 6_000_000;

    private static final long SPARE_HANDLES = 20;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    /** What a process held at one moment. */
    private record Held(long bytes, long handles) {}

    @Test
    void nothingIsLostAndNothingLeaks() throws Exception {
        String ledger = folder.resolve("soak.db").toString();
        try {
            Process load = java("load", SoakLoad.class.getName());
            String feed = "http://127.0.0.1:" + said("load", "").strip() + "/feed.xml";
            PrintStream commands = new PrintStream(load.getOutputStream(), true, StandardCharsets.UTF_8);
            commands.println("grow " + AT_FIRST);
            Process serve = java("serve", Main.class.getName(), "serve", ledger, "--port", "0");
            commands.println(
                    "load " + said("serve", "open at ").split("open at ")[1].split(" ")[0]);
            Process watch =
                    java("watch", Main.class.getName(), "watch", ledger, feed, "--every", "1", "--allow-private");
            int pages = watched(serve, watch, commands);
            commands.println("end");
            assertThat(load.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(serve.isAlive() && watch.isAlive()).isTrue();
            heard(Files.readAllLines(out("load")));
            kept(ledger, pages);
        } finally {
            started.forEach(p -> p.toHandle().destroyForcibly());
        }
    }

    /** Looks once a minute, with one more page each time; how many good pages the feed announced. */
    private int watched(Process serve, Process watch, PrintStream commands) throws IOException, InterruptedException {
        List<Held> serves = new ArrayList<>();
        List<Held> watches = new ArrayList<>();
        int pages = AT_FIRST;
        for (int minute = 0; minute < MINUTES; minute++) {
            Thread.sleep(Duration.ofMinutes(1));
            if (minute < MINUTES - LAST) {
                commands.println("grow 1");
                pages++;
            }
            serves.add(held(serve));
            watches.add(held(watch));
            System.out.println(
                    "soak, minute " + (minute + 1) + ": serve " + serves.getLast() + ", watch " + watches.getLast());
        }
        flat("serve", serves);
        flat("watch", watches);
        return pages;
    }

    private static void flat(String who, List<Held> held) {
        int third = held.size() / 3;
        if (third < 2) return; // a run of minutes shows what is lost, and no leak
        Held middle = median(held.subList(third, 2 * third));
        Held last = median(held.subList(held.size() - third, held.size()));
        assertThat(last.bytes())
                .as("%s: bytes after collection, at first %s", who, middle)
                .isLessThan(middle.bytes() + middle.bytes() / 10 + SPARE_BYTES);
        assertThat(last.handles())
                .as("%s: files and connections, at first %s", who, middle)
                .isLessThan(middle.handles() + middle.handles() / 10 + SPARE_HANDLES);
    }

    private static Held median(List<Held> all) {
        long bytes = all.stream()
                .mapToLong(Held::bytes)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
        long handles = all.stream()
                .mapToLong(Held::handles)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
        return new Held(bytes, handles);
    }

    /** What the other process says of itself and of {@code serve}. */
    private void heard(List<String> lines) throws IOException {
        System.out.println("soak: " + lines.get(1));
        assertThat(lines.subList(2, lines.size())).as("faults that readers met").isEmpty();
        assertThat(Integer.parseInt(lines.get(1).split(" ")[1])).isGreaterThan(60 * MINUTES / 2);
        assertThat(Files.readString(err("serve"))).doesNotContain("Exception", "ERROR", "SEVERE");
        assertThat(Files.readString(err("watch"))).doesNotContain("Exception in thread", "OutOfMemory", "bug");
    }

    private static void kept(String ledger, int pages) {
        TreeSet<String> keys = new TreeSet<>();
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            assertThat(open.verify()).isEmpty();
            open.pages(page -> keys.add(page.key()));
        }
        List<String> lost = IntStream.range(0, pages)
                .mapToObj(i -> "/good/" + i + ".html")
                .filter(path -> keys.stream().noneMatch(k -> k.endsWith(path)))
                .toList();
        System.out.println("soak: " + keys.size() + " pages in the ledger, " + pages + " good ones announced");
        assertThat(lost)
                .as("pages that the feed announced and the ledger lacks")
                .isEmpty();
    }

    private Path out(String name) {
        return folder.resolve(name + ".out");
    }

    private Path err(String name) {
        return folder.resolve(name + ".err");
    }

    private Process java(String name, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsitrep.home="
                        + Path.of(System.getProperty("sitrep.home", "..")).toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out(name).toFile())
                .redirectError(err(name).toFile())
                .start();
        started.add(process);
        return process;
    }

    /** The first line that a process prints, once it holds {@code part}. */
    private String said(String name, String part) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            Thread.sleep(200);
            for (String line : Files.readAllLines(out(name))) if (line.contains(part)) return line;
        }
        throw new AssertionError(name + " says nothing; " + Files.readString(err(name)));
    }

    /** What lives after a full collection of garbage, and open files and connections where the system tells. */
    private static Held held(Process process) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String last = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(asked.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine())
                if (line.startsWith("Total")) last = line;
        }
        asked.waitFor();
        assertThat(last).as("what jcmd says of a living process").isNotEmpty();
        Path handles = Path.of("/proc", Long.toString(process.pid()), "fd");
        if (!Files.isDirectory(handles)) return new Held(Long.parseLong(last.split("\\s+")[2]), 0);
        try (Stream<Path> open = Files.list(handles)) {
            return new Held(Long.parseLong(last.split("\\s+")[2]), open.count());
        }
    }
}
