package org.sitrep.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Path engine = Path.of(Pipeline.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path root : List.of(engine, languages)) add(digest, root);
            return VERSION + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(MessageDigest digest, Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString();
            digest.update((name + "\0" + Files.size(file) + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }
}
