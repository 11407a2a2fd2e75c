package org.sitrep.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sitrep.ledger.Link;
import org.sitrep.record.Json;

/**
 * One archive that holds what a ledger answers and what another person needs to check it; the same content gives the same bytes. What
 * goes into it is gathered in a folder of its own beside the target, so that a large ledger's fits.
 */
final class Bundle implements AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final String ENTRIES = "entries.jsonl";
    static final String JUDGEMENTS = "judgements.jsonl";
    static final String PAGES = "pages.jsonl";
    static final String CLAIMS = "claims.jsonl";
    static final String SITUATIONS = "situations.jsonl";

    private final Path target;
    private final Path folder;
    private final Map<String, BufferedWriter> files = new LinkedHashMap<>();
    private long last;
    private String hash = Link.START;

    /** @throws IOException where nothing can be written beside {@code target} */
    Bundle(Path target) throws IOException {
        this.target = target;
        this.folder = Files.createTempDirectory(target.getParent(), target.getFileName() + ".");
        for (String name : List.of(ENTRIES, PAGES, JUDGEMENTS, CLAIMS, SITUATIONS)) file(name);
    }

    private BufferedWriter file(String name) throws IOException {
        BufferedWriter file = Files.newBufferedWriter(folder.resolve(name));
        files.put(name, file);
        return file;
    }

    /** Adds lines to one of the files that are named here. */
    void add(String name, List<String> lines) {
        BufferedWriter file = Objects.requireNonNull(files.get(name));
        try {
            for (String line : lines) file.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a file of its own. */
    void put(String name, String text) {
        try (BufferedWriter file = file(name)) {
            file.append(text).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next link of the chain: a page version or a judgement. */
    void chain(Link link) {
        last = link.sequence();
        hash = link.hash();
        add(
                ENTRIES,
                List.of(Json.object(json -> json.put("entry", link.sequence())
                        .put("at", link.at())
                        .put("kind", link.kind())
                        .put("page", link.page())
                        .put("body", link.body())
                        .put("content_hash", link.contentHash())
                        .put("hash", link.hash()))));
        if (link.kind().equals("PageAdded"))
            add(
                    PAGES,
                    List.of(Json.object(json -> json.put("page", link.page())
                            .put("version", JsonLine.of(link.body()).text("version"))
                            .put("entry", link.sequence()))));
        else if (link.content().isPresent())
            add(
                    JUDGEMENTS,
                    List.of(Json.object(json -> json.put("entry", link.sequence())
                            .put("kind", link.kind())
                            .put("body", link.body())
                            .put("content", link.content())
                            .put("salt", link.salt().map(HexFormat.of()::formatHex)))));
    }

    /** Number of the last link; 0: there is none. */
    long last() {
        return last;
    }

    /** Writes beside the target and moves, so that a full disk or a kill never leaves half a bundle. */
    void write(String reader) throws IOException {
        for (BufferedWriter file : files.values()) file.close();
        Path manifest = folder.resolve(MANIFEST);
        Files.writeString(manifest, manifest(reader) + "\n");
        Path half = folder.resolve("half");
        try (OutputStream out = Files.newOutputStream(half);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, MANIFEST);
            for (String name : files.keySet()) add(zip, name);
        }
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private record Sum(String name, long bytes, String sha256) {}

    private String manifest(String reader) throws IOException {
        List<Sum> sums = new ArrayList<>();
        for (String name : files.keySet())
            sums.add(new Sum(name, Files.size(folder.resolve(name)), sha256(folder.resolve(name))));
        return Json.object(json -> {
            json.put("sitrep", Sitrep.VERSION)
                    .put("reader", reader)
                    .put("last_entry", last)
                    .put("last_hash", hash);
            json.objects(
                    "files",
                    sums,
                    (j, f) -> j.put("name", f.name()).put("bytes", f.bytes()).put("sha256", f.sha256()));
        });
    }

    private void add(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        Files.copy(folder.resolve(name), zip);
        zip.closeEntry();
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(part); n >= 0; n = in.read(part)) digest.update(part, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Takes away what was gathered. */
    @Override
    public void close() throws IOException {
        for (BufferedWriter file : files.values()) file.close();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) Files.delete(file);
        }
        Files.delete(folder);
    }
}
