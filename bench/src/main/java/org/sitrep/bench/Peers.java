package org.sitrep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the module {@code bench/peers}, where it was built, in a process of its own: its programs are GPL and stay apart. */
final class Peers {
    private final Path home;

    Peers(Path home) {
        this.home = home;
    }

    /** A section with accuracy and speed beside the peers; says why where there is none. */
    String section() throws IOException {
        Path target = home.resolve("bench/peers/target");
        Path times = home.resolveSibling("shared").resolve("bench/times");
        String set = "timebank-aquaint-en";
        String title = "\n## Times beside SUTime: " + set + "\n\n";
        if (!Files.exists(times)) return title + "No gold here: it lies in `../shared`.\n";
        String classpath = target.resolve("classes") + java.io.File.pathSeparator + Files.readString(target.resolve("classpath"));
        String table = new Command(home)
                .output(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx3g",
                        "-XX:+UseSerialGC",
                        "-Dsitrep.home=" + home,
                        "-cp",
                        classpath,
                        "org.sitrep.peers.Peers",
                        times.resolve(set + "-pages.jsonl").toString(),
                        times.resolve(set + "-gold.jsonl").toString()));
        String rows = table.lines().filter(l -> l.startsWith("|")).collect(java.util.stream.Collectors.joining("\n", "", "\n"));
        return title + "Both in one process, one thread, each warm; the page that the set holds twice counts once.\n\n" + (rows.isBlank() ? table : rows);
    }
}
