package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip for people without Maven: unpacked into an empty folder it runs, and says the same as the build does. */
class ZipPackaged {
    @TempDir
    Path folder;

    private Path unpacked = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        try (InputStream file = Files.newInputStream(zip());
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) Files.copy(in, target);
            }
        }
        try (var top = Files.list(folder)) {
            unpacked = top.toList().getFirst();
        }
    }

    private static Path zip() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("sitrep.home")))) {
            return files.filter(f -> f.getFileName().toString().matches("sitrep-.*\\.zip"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void reportsOnTheExample() throws IOException, InterruptedException {
        List<String> words = List.of("report", "examples/kazakhstan-2022", "--about", "Kazakhstan");
        List<String> here = new ArrayList<>(words);
        here.set(
                1,
                Path.of(System.getProperty("sitrep.home"), "examples", "kazakhstan-2022")
                        .toString());
        assertThat(run(words)).isEqualTo(Run.of(here).out()).isNotEmpty();
    }

    @Test
    void holdsWhatAUserNeeds() {
        assertThat(unpacked.getFileName()).hasToString("sitrep-" + Sitrep.VERSION);
        for (String name :
                List.of("sitrep", "sitrep.cmd", "README.md", "LICENSE", "NOTICE", "languages", "examples", "lib")) {
            assertThat(unpacked.resolve(name)).exists();
        }
    }

    private String run(List<String> words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", unpacked.resolve("sitrep").toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(unpacked.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(err)).isZero();
        return out;
    }
}
