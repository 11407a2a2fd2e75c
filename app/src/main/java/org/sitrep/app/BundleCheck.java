package org.sitrep.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sitrep.ledger.Link;
import org.sitrep.model.Claim;
import tools.jackson.core.JacksonException;

/** Checks that a bundle agrees with itself: files with the manifest, entries with their hashes, claims with the page versions they are from. */
final class BundleCheck {
    /** Bytes of one file that are read at most; a bundle may come from a stranger. */
    private static final int MOST = 1 << 30;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Set<String>> versions = new HashMap<>();
    private final Map<String, String> pageOf = new LinkedHashMap<>();
    private JsonLine manifest = JsonLine.of("{}");

    private BundleCheck() {}

    /** Whether {@code file} begins as ZIP files do. */
    static boolean isArchive(String file) {
        try (var in = Files.newInputStream(Path.of(file))) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    static BundleCheck of(String file) {
        BundleCheck check = new BundleCheck();
        try {
            check.load(file);
            check.manifest();
            check.chain();
            check.claims();
        } catch (ZipException | JacksonException | IllegalArgumentException e) {
            check.faults.add("is damaged (" + e.getMessage() + ")");
        } catch (IOException e) {
            check.faults.add("cannot be read (" + e + ")");
        }
        return check;
    }

    /** What does not agree, in words. */
    List<String> faults() {
        return faults;
    }

    /** Ids of the claims that nobody judged, with the page of each. */
    Map<String, String> claimIds() {
        return pageOf;
    }

    boolean knows(String page, String version) {
        return versions.getOrDefault(page, Set.of()).contains(version);
    }

    String reader() {
        return manifest.text("reader");
    }

    long entries() {
        return Long.parseLong(manifest.optional("last_entry").orElse("0"));
    }

    private void load(String file) throws IOException {
        try (ZipFile zip = new ZipFile(file)) {
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                try (var in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readNBytes(MOST));
                }
            }
        }
    }

    private List<JsonLine> lines(String name) {
        String text = new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        return text.lines().filter(l -> !l.isBlank()).map(JsonLine::of).toList();
    }

    private void manifest() {
        List<JsonLine> all = lines(Bundle.MANIFEST);
        if (all.size() != 1) {
            faults.add("has no " + Bundle.MANIFEST + "; it is no bundle that `sitrep export` made");
            return;
        }
        manifest = all.getFirst();
        Set<String> named = new HashSet<>(Set.of(Bundle.MANIFEST));
        for (JsonLine f : manifest.all("files")) {
            named.add(f.text("name"));
            byte[] bytes = files.get(f.text("name"));
            if (bytes == null) faults.add(f.text("name") + ": is missing");
            else if (!Bundle.sha256(bytes).equals(f.text("sha256"))) faults.add(f.text("name") + ": was changed");
        }
        for (String name : files.keySet()) if (!named.contains(name)) faults.add(name + ": was added");
    }

    private void chain() {
        Map<String, JsonLine> judgements = new HashMap<>();
        for (JsonLine j : lines(Bundle.JUDGEMENTS)) judgements.put(j.text("entry"), j);
        String previous = Link.START;
        long expected = 1;
        for (JsonLine e : lines(Bundle.ENTRIES)) {
            Optional<JsonLine> judged = Optional.ofNullable(judgements.remove(e.text("entry")));
            Link link = new Link(
                    Long.parseLong(e.text("entry")),
                    e.text("at"),
                    e.text("kind"),
                    e.text("page"),
                    e.text("body"),
                    e.text("content_hash"),
                    e.text("hash"),
                    judged.map(j -> HexFormat.of().parseHex(j.text("salt"))),
                    judged.map(j -> j.text("content")));
            if (link.sequence() != expected++ || !link.follows(previous))
                faults.add("entry " + link.sequence() + ": was changed after it was recorded");
            if (!link.holds()) faults.add("entry " + link.sequence() + ": its judgement was changed");
            if (link.kind().equals("PageAdded"))
                versions.computeIfAbsent(link.page(), p -> new HashSet<>())
                        .add(JsonLine.of(link.body()).text("version"));
            previous = link.hash();
        }
        for (String entry : judgements.keySet())
            faults.add("entry " + entry + ": is no entry, but a judgement says so");
        if (!previous.equals(manifest.text("last_hash"))) faults.add("the last entry is not the manifest's");
    }

    /** A claim's id is a hash of its page's version and of what it says, so it tells whether either was changed. */
    private void claims() {
        for (JsonLine c : lines(Bundle.CLAIMS)) {
            String page = c.text("page");
            boolean right = versions.getOrDefault(page, Set.of()).stream().anyMatch(v -> id(v, c).equals(c.text("id")));
            boolean judged = c.optional("judged").isPresent();
            if (!right && !c.text("judged").equals("corrected"))
                faults.add("claim " + c.text("id") + ": is not what any version of page \u201c" + page + "\u201d says");
            if (!judged) pageOf.put(c.text("id"), page);
        }
    }

    private static String id(String version, JsonLine c) {
        String about = switch (c.text("kind")) {
            case "figure" -> c.text("measure");
            case "commitment" -> c.text("what");
            case "event" -> c.text("type");
            default -> c.text("about");
        };
        String range = c.optional("low").map(l -> l + "-" + c.text("high")).orElse(c.text("qualifier"));
        String amount = c.text("kind").equals("figure") ? c.optional("value").orElse(range) : "";
        return Claim.id(
                version,
                c.text("kind"),
                Integer.parseInt(c.text("start")),
                Integer.parseInt(c.text("end")),
                about,
                amount);
    }
}
