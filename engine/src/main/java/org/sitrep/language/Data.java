package org.sitrep.language;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One value of a YAML data file, which knows its file and line so that every complaint can name them. */
public final class Data {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setParseComments(false)
            .build();

    /** What was read last from each file, until the collector takes it: at start several readers ask for the same file. */
    private static final Map<Path, WeakReference<Loaded>> LOADED = new ConcurrentHashMap<>();

    private final Path file;
    private final Optional<Node> node;
    private final Map<String, Data> entries;

    /** A file's text, and what was made of it. */
    private record Loaded(String text, Data data) {}

    private Data(Path file, Optional<Node> node) {
        this.file = file;
        this.node = node;
        this.entries = node.isPresent() && node.get() instanceof MappingNode map ? entries(file, map) : Map.of();
    }

    private static Map<String, Data> entries(Path file, MappingNode map) {
        Map<String, Data> out = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key))
                throw new PackError(file, lineOf(tuple.getKeyNode()), "a key must be plain text");
            out.put(key.getValue(), new Data(file, Optional.of(tuple.getValueNode())));
        }
        return out;
    }

    /**
     * Reads a file; a missing file is an empty value.
     *
     * @throws PackError where it cannot be read or is no YAML
     */
    public static Data load(Path file) {
        if (!Files.exists(file)) return new Data(file, Optional.empty());
        try {
            return loaded(file, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PackError(file, 0, "cannot be read as UTF-8 (" + e.getMessage() + "); save it as UTF-8");
        }
    }

    private static Data loaded(Path file, String text) {
        Data[] out = new Data[1];
        LOADED.compute(file, (f, reference) -> {
            Loaded before = reference == null ? null : reference.get();
            if (reference != null && before != null && before.text().equals(text)) {
                out[0] = before.data();
                return reference;
            }
            out[0] = parse(file, text);
            return new WeakReference<>(new Loaded(text, out[0]));
        });
        return out[0];
    }

    /** Reads YAML text as if it stood in {@code file}. @throws PackError where it is no YAML */
    public static Data parse(Path file, String yaml) {
        try {
            return new Data(file, new Compose(SETTINGS).composeString(yaml));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            throw new PackError(
                    file, line, e.getProblem() + "; quote the value if it holds : # [ { or starts with a mark");
        } catch (ReaderException e) {
            int line = (int) yaml.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw new PackError(
                    file,
                    line,
                    String.format(Locale.ROOT, "holds the control character U+%04X; take it out", e.getCodePoint()));
        } catch (YamlEngineException | IllegalArgumentException e) { // the library refuses some tags so
            throw new PackError(file, 0, "is no YAML that can be read (" + e.getMessage() + ")");
        }
    }

    /** Whether there is no value here. */
    public boolean absent() {
        return node.isEmpty();
    }

    /** The value under {@code key}; an absent value where there is none. */
    public Data at(String key) {
        Data found = entries.get(key);
        return found != null ? found : new Data(file, Optional.empty());
    }

    /** Keys in file order. */
    public Set<String> keys() {
        return new LinkedHashSet<>(entries.keySet());
    }

    /** The values of a list in order; a single value is a list of one. */
    public List<Data> items() {
        if (node.isEmpty()) return List.of();
        if (!(node.get() instanceof SequenceNode list)) return List.of(this);
        List<Data> out = new ArrayList<>();
        for (Node item : list.getValue()) out.add(new Data(file, Optional.of(item)));
        return out;
    }

    /** Plain values of a list. */
    public List<String> texts() {
        return items().stream().map(Data::text).toList();
    }

    /** The plain value. @throws PackError where it is a list, a map or absent */
    public String text() {
        if (node.isPresent() && node.get() instanceof ScalarNode scalar) return scalar.getValue();
        throw error(
                node.isPresent()
                        ? "one word or phrase in plain text is expected here, not a list or map in braces; grammatical forms stand beside a list, as {form: [words], n: [words]}"
                        : "plain text is expected here, and there is nothing");
    }

    /** The plain value, or {@code otherwise} where there is none. */
    public String text(String otherwise) {
        return absent() ? otherwise : text();
    }

    /** The plain value as a whole number. */
    public long number() {
        try {
            return Long.parseLong(text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw error("a whole number is expected here, not \"" + text() + "\"");
        }
    }

    /** The plain value as true or false; absent is false. */
    public boolean flag() {
        return !absent() && text().equals("true");
    }

    /** Whether this is a map. */
    public boolean map() {
        return node.isPresent() && node.get() instanceof MappingNode;
    }

    /** Where this stands, for messages: file and 1-based line. */
    public String where() {
        return file + ":" + line();
    }

    public int line() {
        return node.map(Data::lineOf).orElse(0);
    }

    /** A complaint about this value. */
    public PackError error(String message) {
        return new PackError(file, line(), message);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }
}
