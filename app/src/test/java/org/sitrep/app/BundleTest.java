package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported can be verified by somebody else, and a change in it shows. */
class BundleTest {
    private static final String PAGES = Path.of(System.getProperty("sitrep.home"), "examples/kazakhstan-2022")
            .toString();

    @TempDir
    Path folder;

    private Path zip = Path.of("");

    @BeforeEach
    void addPages() {
        String ledger = folder.resolve("crisis.db").toString();
        zip = folder.resolve("crisis.zip");
        Run.of("add", ledger, PAGES);
        String id = Run.of("claims", ledger).out().substring(0, 16);
        Run.of("judge", ledger, "accept", id, "--by", "ana", "--note", "read in full");
        export();
    }

    private void export() {
        Run run = Run.of("export", folder.resolve("crisis.db").toString(), "--bundle", zip.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("exported up to entry 17: ");
    }

    @Test
    void isSoundByItselfAndWithItsPages() throws IOException {
        assertThat(Run.of("verify", zip.toString()).out()).startsWith("sound: 17 entries, ");
        assertThat(Run.of("verify", zip.toString(), PAGES).out()).contains("16 pages read again");
        byte[] first = Files.readAllBytes(zip);
        Run.of("export", folder.resolve("crisis.db").toString(), "--bundle", zip.toString());
        assertThat(Files.readAllBytes(zip)).isEqualTo(first);
    }

    @Test
    void aChangedFileShows() throws IOException {
        change("claims.jsonl", "\"value\":164", "\"value\":165", false);
        assertThat(Run.of("verify", zip.toString()).err()).contains("claims.jsonl: was changed");
    }

    @Test
    void aChangeShowsAlsoWhereTheManifestWasChangedWithIt() throws IOException {
        change("claims.jsonl", "\"value\":164", "\"value\":165", true);
        assertThat(Run.of("verify", zip.toString()).err()).contains("is not what any version of page");
        export();
        change("judgements.jsonl", "read in full", "read in part", true);
        assertThat(Run.of("verify", zip.toString()).err()).contains("entry 17: its judgement was changed");
        export();
        change("entries.jsonl", "\"at\":\"20", "\"at\":\"19", true);
        assertThat(Run.of("verify", zip.toString()).err()).contains("entry 1: was changed after it was recorded");
    }

    /** Writes the bundle anew with one file's words changed, and the manifest mended where that is asked for. */
    private void change(String name, String from, String to, boolean mend) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile all = new ZipFile(zip.toFile())) {
            for (ZipEntry e : all.stream().toList())
                files.put(e.getName(), all.getInputStream(e).readAllBytes());
        }
        byte[] old = files.get(name);
        String changed = new String(old, StandardCharsets.UTF_8).replace(from, to);
        assertThat(changed).isNotEqualTo(new String(old, StandardCharsets.UTF_8));
        files.put(name, changed.getBytes(StandardCharsets.UTF_8));
        String manifest = new String(files.get("manifest.json"), StandardCharsets.UTF_8);
        if (mend) manifest = manifest.replace(Bundle.sha256(old), Bundle.sha256(files.get(name)));
        files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> f : files.entrySet()) {
                out.putNextEntry(new ZipEntry(f.getKey()));
                out.write(f.getValue());
            }
        }
    }
}
