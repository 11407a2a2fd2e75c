package org.sitrep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs another program to its end, as a user would from the project's folder. */
record Command(Path folder) {
    /** What it prints on standard output and standard error together. */
    String output(List<String> words) {
        try {
            Process p = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
            p.getOutputStream().close();
            String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            p.waitFor();
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + words.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + words.getFirst() + " ran", e);
        }
    }

    /** Seconds it takes, with standard output sent to {@code file}. */
    double seconds(Path file, List<String> words) {
        return seconds(ProcessBuilder.Redirect.to(file.toFile()), words);
    }

    /** Seconds it takes; what it prints is thrown away. */
    double seconds(List<String> words) {
        return seconds(ProcessBuilder.Redirect.DISCARD, words);
    }

    private double seconds(ProcessBuilder.Redirect to, List<String> words) {
        try {
            long from = System.nanoTime();
            Process p = new ProcessBuilder(words).directory(folder.toFile()).redirectOutput(to).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            p.getOutputStream().close();
            int code = p.waitFor();
            if (code != 0) throw new IllegalStateException(String.join(" ", words) + " ended with " + code);
            return (System.nanoTime() - from) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + words.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + words.getFirst() + " ran", e);
        }
    }

    /** Whether a program of this name answers {@code --version}. */
    boolean has(String program) {
        try {
            return new ProcessBuilder(program, "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A temporary file that goes with the process. */
    static Path scratch(String name) {
        try {
            Path file = Files.createTempFile("sitrep-bench-", "-" + name);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
