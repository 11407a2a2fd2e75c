package org.sitrep.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sitrep.ledger.Link;
import org.sitrep.record.Json;

/** One archive that holds what a ledger answers and what another person needs to check it; the same content gives the same bytes. */
final class Bundle {
    static final String MANIFEST = "manifest.json";
    static final String ENTRIES = "entries.jsonl";
    static final String JUDGEMENTS = "judgements.jsonl";
    static final String PAGES = "pages.jsonl";
    static final String CLAIMS = "claims.jsonl";
    static final String SITUATIONS = "situations.jsonl";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    void put(String name, List<String> lines) {
        files.put(name, (String.join("\n", lines) + (lines.isEmpty() ? "" : "\n")).getBytes(StandardCharsets.UTF_8));
    }

    /** The chain, page versions and judgements. */
    void chain(List<Link> links) {
        List<String> entries = new ArrayList<>();
        List<String> judgements = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        for (Link link : links) {
            entries.add(Json.object(json -> json.put("entry", link.sequence())
                    .put("at", link.at())
                    .put("kind", link.kind())
                    .put("page", link.page())
                    .put("body", link.body())
                    .put("content_hash", link.contentHash())
                    .put("hash", link.hash())));
            if (link.kind().equals("PageAdded"))
                pages.add(Json.object(json -> json.put("page", link.page())
                        .put("version", JsonLine.of(link.body()).text("version"))
                        .put("entry", link.sequence())));
            else if (link.content().isPresent())
                judgements.add(Json.object(json -> json.put("entry", link.sequence())
                        .put("kind", link.kind())
                        .put("body", link.body())
                        .put("content", link.content())
                        .put("salt", link.salt().map(HexFormat.of()::formatHex))));
        }
        put(ENTRIES, entries);
        put(PAGES, pages);
        put(JUDGEMENTS, judgements);
    }

    /** Writes beside the target and moves, so that a full disk or a kill never leaves half a bundle. */
    void write(Path target, String reader, long last, String hash) throws IOException {
        String manifest = Json.object(json -> {
            json.put("sitrep", Sitrep.VERSION)
                    .put("reader", reader)
                    .put("last_entry", last)
                    .put("last_hash", hash);
            json.objects(
                    "files",
                    files.entrySet(),
                    (j, f) -> j.put("name", f.getKey())
                            .put("bytes", f.getValue().length)
                            .put("sha256", sha256(f.getValue())));
        });
        Path half = target.resolveSibling(target.getFileName() + ".half");
        try (OutputStream out = Files.newOutputStream(half);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, MANIFEST, (manifest + "\n").getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) add(zip, file.getKey(), file.getValue());
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw e;
        }
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
