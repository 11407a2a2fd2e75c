package org.sitrep.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, for tests that read them. */
final class Sources {
    private Sources() {}

    /** The project's folder. */
    static Path home() {
        return Path.of(System.getProperty("sitrep.home", "..")).toAbsolutePath().normalize();
    }

    /** Every Java file under a module's {@code src/main}. */
    static List<Path> mainJava() {
        try (Stream<Path> files = Files.walk(home())) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> f.toString().replace('\\', '/').contains("/src/main/java/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
