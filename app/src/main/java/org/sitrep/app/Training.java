package org.sitrep.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Runs what is run most, so that the start-up cache that the launcher makes of this process holds its classes. */
public final class Training {
    private Training() {}

    /**
     * Reports on pages, and on a crisis in a ledger of them.
     *
     * @param args the pages' folder, and one in which a ledger may be made for a moment
     */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        String pages = args[0];
        Path folder = Files.createTempDirectory(Path.of(args[1]), "training");
        String ledger = folder.resolve("training.db").toString();
        run("report", pages);
        run("add", ledger, pages);
        String list = run("crises", ledger);
        String mark = "--about \"";
        String crisis = list.substring(list.indexOf(mark) + mark.length(), list.lastIndexOf('"'));
        run("report", ledger, "--about", crisis);
        try (var left = Files.newDirectoryStream(folder)) {
            for (Path file : left) Files.delete(file);
        }
        Files.delete(folder);
    }

    private static String run(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Main.run(out, out, words);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
