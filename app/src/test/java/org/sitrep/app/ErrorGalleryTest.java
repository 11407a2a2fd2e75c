package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs docs/errors.md: every case's files are made, its command is run, and all it prints must be what stands there. */
class ErrorGalleryTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    private final List<Path> disks = new ArrayList<>();

    private record Case(String title, List<String> block) {}

    @TestFactory
    Stream<DynamicTest> everyErrorReadsAsItStandsInTheGallery() throws IOException {
        List<Case> cases = cases(Path.of(System.getProperty("sitrep.home"), "docs", "errors.md"));
        assertThat(cases).hasSizeGreaterThan(20);
        return cases.stream().map(c -> DynamicTest.dynamicTest(c.title(), () -> run(c)));
    }

    private static List<Case> cases(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        String title = "";
        List<String> block = null;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("## ")) title = line.substring(3);
            if (!line.startsWith("```")) {
                if (block != null) block.add(line);
            } else if (block == null) {
                block = new ArrayList<>();
            } else {
                cases.add(new Case(title, block));
                block = null;
            }
        }
        return cases;
    }

    private void run(Case gallery) throws IOException {
        Path here = Files.createTempDirectory(folder, "case");
        StringBuilder expected = new StringBuilder();
        Run last = new Run(0, "", "");
        try {
            for (String line : gallery.block()) {
                if (line.startsWith("given ")) make(here, line.substring(6));
                else if (line.startsWith("$ sitrep")) last = Run.of(words(here, line.substring(8)));
                else expected.append(line).append('\n');
            }
        } finally {
            for (Path disk : disks) command("umount", disk.toString());
            disks.clear();
        }
        String printed = (last.out() + last.err()).replace(here + "/", "./") + "exit " + last.code() + "\n";
        // "…" stands for what changes without the error changing, such as the list of languages.
        String pattern = Pattern.quote(expected.toString()).replace("…", "\\E[^\n]*\\Q");
        assertThat(printed).as("expected:\n%s", expected).matches(pattern);
    }

    /** The words of a command line; a name that begins with "./" lies in the case's own folder. */
    private static List<String> words(Path here, String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String plain = word.group(1) != null ? word.group(1) : word.group(2);
            words.add(plain.startsWith("./") ? here.resolve(plain.substring(2)).toString() : plain);
        }
        return words;
    }

    /**
     * "NAME text TEXT" with \n for line ends, "NAME hex 00 FF", "NAME repeat COUNT TEXT", "NAME gzip COUNT CHARACTER", "NAME folder", "NAME sql STATEMENT" on an
     * SQLite file; "NAME disk SIZE", a disk of its own, and "NAME frozen", that disk made read-only.
     */
    private void make(Path here, String given) throws IOException {
        String[] parts = given.split(" ", 3);
        Path file = here.resolve(parts[0].substring(2));
        Files.createDirectories(file.getParent());
        switch (parts[1]) {
            case "folder" -> Files.createDirectories(file);
            case "text" -> Files.writeString(file, parts[2].replace("\\n", "\n"));
            case "sql" -> sql(file, parts[2]);
            case "disk" -> {
                Files.createDirectories(file);
                boolean mounted = command("mount", "-t", "tmpfs", "-o", "size=" + parts[2], "tmpfs", file.toString());
                assumeTrue(mounted, "no disk may be mounted here");
                disks.add(file);
            }
            case "frozen" ->
                assertThat(command("mount", "-o", "remount,ro", file.toString()))
                        .isTrue();
            case "hex" -> Files.write(file, HexFormat.of().parseHex(parts[2].replace(" ", "")));
            case "repeat" -> {
                String[] what = parts[2].split(" ", 2);
                byte[] piece = what[1].getBytes(StandardCharsets.UTF_8);
                try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                    for (int i = Integer.parseInt(what[0]); i > 0; i--) out.write(piece);
                }
            }
            case "gzip" -> {
                String[] what = parts[2].split(" ", 2);
                byte[] piece = what[1].repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
                try (OutputStream out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
                    for (long i = Long.parseLong(what[0]); i > 0; i -= 1 << 16) out.write(piece);
                }
            }
            default -> throw new IllegalArgumentException("given: " + given);
        }
    }

    private static void sql(Path file, String statement) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalArgumentException("given: " + statement, e);
        }
    }

    /** Whether the command was there and ended well. */
    private static boolean command(String... words) {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
