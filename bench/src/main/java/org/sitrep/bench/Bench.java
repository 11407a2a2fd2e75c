package org.sitrep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code sitrep bench accuracy} writes ACCURACY.md, {@code sitrep bench speed} writes PERFORMANCE.md, both from what is measured there and then. */
public final class Bench {
    private Bench() {}

    /** @param args {@code accuracy} or {@code speed}; exit code 2 for anything else */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("sitrep.home", ".")).toAbsolutePath().normalize();
        switch (args.length == 1 ? args[0] : "") {
            case "accuracy" -> write(home.resolve("ACCURACY.md"), new Accuracy(home).report());
            case "speed" -> write(home.resolve("PERFORMANCE.md"), new Speed(home).report());
            default -> {
                System.err.println("usage: sitrep bench accuracy   (writes ACCURACY.md)\n       sitrep bench speed      (writes PERFORMANCE.md; about seven minutes)");
                System.exit(2);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        System.out.println(text);
        System.err.println("written: " + file);
    }
}
