package org.sitrep.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may come in, by the token that each was given: a text file with a line {@code ROLE SHA256 NAME} for each visitor. A token has 256
 * random bits, so its plain hash gives nothing away (a slow hash, as for passwords, would only serve who wants to tire the server).
 */
public final class Tokens {
    private static final int BYTES = 32;

    private final Map<String, Visitor> byHash;

    private Tokens(Map<String, Visitor> byHash) {
        this.byHash = byHash;
    }

    /**
     * Reads {@code file}.
     *
     * @throws IOException the file cannot be read, or a line is none of the form; the message names file and line
     */
    public static Tokens read(Path file) throws IOException {
        Map<String, Visitor> byHash = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] parts = line.split(" ", 3);
            Optional<Visitor.Role> role = Visitor.Role.named(parts[0]);
            if (parts.length < 3
                    || role.isEmpty()
                    || !parts[1].matches("[0-9a-f]{64}")
                    || !Visitor.canBeNamed(parts[2]))
                throw new IOException(file + ", line " + (i + 1)
                        + ": not ‘reader|analyst SHA256 NAME’; write lines with `sitrep token`");
            byHash.put(parts[1], new Visitor(parts[2], role.get()));
        }
        return new Tokens(byHash);
    }

    /** Whose token this is. The hashes are compared, so the time taken tells nothing of a token. */
    Optional<Visitor> visitor(String token) {
        return Optional.ofNullable(byHash.get(hash(token)));
    }

    boolean isEmpty() {
        return byHash.isEmpty();
    }

    /**
     * Gives {@code visitor} a new token and keeps its hash in {@code file}, which is made where there is none, readable for its owner only; an earlier token of the same
     * name ends.
     *
     * @return the token: shown once, kept nowhere
     * @throws IOException the file cannot be read or written
     */
    public static String issue(Path file, Visitor visitor) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        replace(file, visitor.name(), Optional.of(visitor.role().label() + " " + hash(token) + " " + visitor.name()));
        return token;
    }

    /**
     * Ends the token of {@code name}.
     *
     * @return whether there was one
     * @throws IOException the file cannot be read or written
     */
    public static boolean revoke(Path file, String name) throws IOException {
        return replace(file, name, Optional.empty());
    }

    /** The new file replaces the old in one step: a crash leaves one or the other. */
    private static boolean replace(Path file, String name, Optional<String> line) throws IOException {
        Map<String, Visitor> known = Files.exists(file) ? read(file).byHash : Map.of();
        List<String> lines = new ArrayList<>();
        known.forEach((hash, v) -> {
            if (!v.name().equals(name)) lines.add(v.role().label() + " " + hash + " " + v.name());
        });
        boolean had = lines.size() < known.size();
        line.ifPresent(lines::add);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent())
                .orElseThrow(() -> new NoSuchFileException(file.toString()));
        Path written = Files.createTempFile(folder, "tokens", ".new");
        if (Files.getFileStore(written).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
        Files.write(written, lines, StandardCharsets.UTF_8);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return had;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
