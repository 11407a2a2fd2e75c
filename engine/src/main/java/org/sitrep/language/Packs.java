package org.sitrep.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sitrep.model.Span;

/** The language packs of one {@code languages/} folder, found by folder and loaded when first asked for. */
public final class Packs {
    private final Path folder;
    private final Set<String> languages;
    private final Map<String, Pack> loaded = new ConcurrentHashMap<>();
    private Optional<Gazetteer> gazetteer = Optional.empty();

    private Packs(Path folder, Set<String> languages) {
        this.folder = folder;
        this.languages = languages;
    }

    /**
     * @param folder the {@code languages/} folder: one sub-folder with a {@code pack.yaml} for each language
     * @throws PackError where there is no such folder
     */
    public static Packs load(Path folder) {
        if (!Files.isDirectory(folder))
            throw new PackError(folder, 0, "no such folder; it must hold one folder for each language");
        try (Stream<Path> list = Files.list(folder)) {
            Set<String> found = new TreeSet<>();
            list.filter(p -> Files.exists(p.resolve("pack.yaml")))
                    .forEach(p -> found.add(p.getFileName().toString()));
            return new Packs(folder, found);
        } catch (IOException e) {
            throw new PackError(folder, 0, "cannot be listed: " + e.getMessage());
        }
    }

    /** Languages that have a pack, in order of their tags. */
    public List<String> languages() {
        return List.copyOf(languages);
    }

    /** The pack of a BCP 47 tag ("fr-CA" finds "fr"). */
    public Optional<Pack> pack(String tag) {
        String primary = tag.split("-", 2)[0];
        return languages.contains(primary)
                ? Optional.of(loaded.computeIfAbsent(primary, l -> Pack.load(folder.resolve(l))))
                : Optional.empty();
    }

    /** A data file that belongs to no one language ("measures/killed.yaml"); absent where there is none. */
    public Data shared(String path) {
        return Data.load(folder.resolve(path));
    }

    /** The places of the world, read when first asked for. @throws PackError where its files are missing or broken */
    public synchronized Gazetteer gazetteer() {
        if (gazetteer.isEmpty()) gazetteer = Optional.of(Gazetteer.load(folder));
        return gazetteer.get();
    }

    /** The tokens of a name that belongs to no one language: without elisions, clitics and prefixes. */
    public static List<Token> tokens(String name) {
        return new Tokenizer(Set.of(), Set.of(), List.of()).tokens(name, new Span(0, name.length()));
    }

    /** The {@code languages/} folder. */
    public Path folder() {
        return folder;
    }
}
