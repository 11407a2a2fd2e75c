package org.sitrep.app;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the packed program is made of: the libraries that were reviewed, byte for byte ({@code app/libraries.sha256}), each named in the bill of materials (CycloneDX) and
 * under a licence that an Apache-2.0 program may carry; and a build that anybody can repeat to the same bytes.
 */
class SupplyPackaged {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));

    private static final Path LIBRARIES = HOME.resolve("app/target/lib");

    /** SPDX names. Where a library offers several licences one of these is enough: the taker chooses. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "Unicode-3.0", "CC0-1.0", "ISC");

    @TempDir
    Path folder;

    @Test
    void everyLibraryIsTheOneThatWasReviewed() throws IOException {
        Map<String, String> pinned;
        try (Stream<String> lines = Files.lines(HOME.resolve("app/libraries.sha256"))) {
            pinned = lines.map(l -> l.split("  ")).collect(toMap(l -> l[1], l -> l[0], (a, b) -> a, TreeMap::new));
        }
        assertThat(libraries())
                .as("a library changed: review it, then pin it anew as CONTRIBUTING.md says")
                .isEqualTo(pinned);
    }

    @Test
    void everyLibraryStandsInTheBillUnderALicenceThatMayBeShipped() throws IOException {
        Map<String, Set<String>> licences = new TreeMap<>();
        for (JsonNode component : bill()) {
            String file = component.get("name").asString() + "-"
                    + component.get("version").asString() + ".jar";
            Set<String> names = new HashSet<>();
            for (JsonNode one : component.path("licenses")) {
                names.add(one.path("license")
                        .path("id")
                        .asString(one.path("expression").asString("unknown")));
            }
            licences.put(file, names);
        }
        assertThat(licences.keySet()).containsAll(libraries().keySet());
        assertThat(licences).allSatisfy((library, names) -> assertThat(names).containsAnyElementsOf(ALLOWED));
    }

    @Test
    @Tag("slow")
    void theSameSourcesBuiltElsewhereGiveTheSameBytes() throws IOException, InterruptedException {
        String zip = "sitrep-" + Sitrep.VERSION + ".zip";
        copySources();
        ProcessBuilder build = new ProcessBuilder("mvn", "-B", "-q", "package", "-Dmaven.test.skip=true")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        build.environment()
                .putAll(Map.of("TZ", "Pacific/Chatham", "LC_ALL", "C", "JAVA_HOME", System.getProperty("java.home")));
        Process process = build.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertThat(hash(folder.resolve(zip))).isEqualTo(hash(HOME.resolve(zip)));
    }

    /** The files that a build reads, without what another build left. */
    private void copySources() throws IOException {
        try (Stream<Path> files = Files.walk(HOME)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path place = HOME.relativize(file);
                String name = place.toString();
                if (name.contains("target/") || name.startsWith(".") || name.endsWith(".zip")) continue;
                Path target = folder.resolve(place);
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static Map<String, String> libraries() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            for (Path file : files.filter(f -> !f.getFileName().toString().startsWith("sitrep-"))
                    .toList()) {
                hashes.put(file.getFileName().toString(), hash(file));
            }
        }
        return hashes;
    }

    private static Iterable<JsonNode> bill() throws IOException {
        String json = Files.readString(HOME.resolve("app/target/components.cdx.json"), StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(json).get("components");
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
