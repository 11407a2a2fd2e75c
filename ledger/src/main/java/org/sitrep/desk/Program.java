package org.sitrep.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.sitrep.Pipeline;

/** Which program reads: what was derived by one is worth nothing to another. */
public final class Program {
    /** The released program's version. */
    public static final String VERSION = "0.1.0";

    private Program() {}

    /**
     * Program version and a hash of the engine's classes and the language packs.
     *
     * @param languages the folder of the packs
     */
    public static String name(Path languages) {
        return name(languages, Optional.empty());
    }

    /**
     * The same, without reading the files again while their names, sizes and times are those of the last time.
     *
     * @param cache folder in which the name is kept; it need not be there
     */
    public static String name(Path languages, Optional<Path> cache) {
        try {
            List<Path> roots = List.of(
                    Path.of(Pipeline.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    languages);
            List<Part> parts = new ArrayList<>();
            for (Path root : roots) parts(root, parts);
            Optional<Path> kept = cache.filter(Files::isDirectory).map(c -> c.resolve("program"));
            return kept.isPresent() ? kept(kept.get(), parts) : name(parts);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the program. @param name under its folder */
    private record Part(Path file, String name, long size, long time) {}

    private static void parts(Path root, List<Part> out) throws IOException {
        List<Part> found = new ArrayList<>();
        Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                long time = a.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                if (a.isRegularFile())
                    found.add(new Part(file, root.relativize(file).toString(), a.size(), time));
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparing(Part::file));
        out.addAll(found);
    }

    /** A file that was written just now may be written again without its time telling. */
    private static final long YOUNG = TimeUnit.SECONDS.toNanos(3);

    private static String kept(Path file, List<Part> parts) throws IOException {
        MessageDigest digest = sha256();
        long newest = 0;
        for (Part p : parts) {
            digest.update((p.file() + "\0" + p.size() + "\0" + p.time() + "\0").getBytes(StandardCharsets.UTF_8));
            newest = Math.max(newest, p.time());
        }
        String state = HexFormat.of().formatHex(digest.digest());
        List<String> lines = Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() == 2 && lines.getFirst().equals(state)) return lines.getLast();
        String name = name(parts);
        if (TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - newest > YOUNG) keep(file, state, name);
        return name;
    }

    private static void keep(Path file, String state, String name) {
        try {
            Path half = Files.createTempFile(file.getParent(), "program", ".half");
            Files.writeString(half, state + "\n" + name + "\n");
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A cache that cannot be written to costs the hashing at each start, no more.
        }
    }

    private static String name(List<Part> parts) throws IOException {
        MessageDigest digest = sha256();
        for (Part p : parts) {
            digest.update((p.name() + "\0" + p.size() + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(p.file()));
        }
        return VERSION + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
