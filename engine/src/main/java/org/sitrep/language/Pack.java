package org.sitrep.language;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.model.Span;

/**
 * What is known of one language: {@code pack.yaml} (name, formats, paradigms) and every {@code words/*.yaml} beside it. A words
 * file maps category → id → forms; a form is a word or phrase with alternatives in brackets ("soldier(s)"); an entry that is a
 * map gives grammatical forms ("past: killed"), and {@code {paradigm: stem}} takes them from {@code pack.yaml}'s paradigms.
 */
public final class Pack {
    private final String language;
    private final Path folder;
    private final Data settings;
    private final Tokenizer tokenizer;
    private final Lexicon lexicon;
    private final Set<String> abbreviations;
    private final boolean ordinalDot;
    private final Map<String, Map<String, List<String>>> words = new HashMap<>();

    private Pack(Path folder) {
        this.folder = folder;
        this.settings = Data.load(folder.resolve("pack.yaml"));
        this.language = settings.at("language").text();
        this.tokenizer = new Tokenizer(
                folded(settings.at("elisions")),
                folded(settings.at("clitics")),
                settings.at("prefixes").texts().stream().map(Fold::form).toList());
        this.lexicon = new Lexicon(tokenizer);
        this.abbreviations = folded(settings.at("abbreviations"));
        this.ordinalDot = settings.at("ordinal_dot").flag();
    }

    private static Set<String> folded(Data list) {
        Set<String> out = new HashSet<>();
        for (Data item : list.items()) for (String form : Forms.expand(item, item.text())) out.add(Fold.form(form));
        return Set.copyOf(out);
    }

    /** Reads the pack in {@code folder}. @throws PackError naming file and line */
    static Pack load(Path folder) {
        Pack pack = new Pack(folder);
        for (Path file : files(folder.resolve("words"))) pack.words(Data.load(file));
        pack.tokenizer.know(pack.lexicon);
        return pack;
    }

    /** The YAML files of a folder in name order; none where there is no folder. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
        } catch (java.io.IOException e) {
            throw new PackError(folder, 0, "cannot be listed: " + e.getMessage());
        }
    }

    /** Adds every category of a words file, for packs and for name data that several languages share. */
    void words(Data file) {
        for (String category : file.keys()) {
            Data ids = file.at(category);
            for (String id : ids.keys()) add(category, id, ids.at(id));
        }
    }

    private void add(String category, String id, Data entry) {
        if (!entry.map()) {
            for (Data form : entry.items()) put(form, form.text(), new Sense(category, id, ""));
            return;
        }
        for (String key : entry.keys()) {
            Data paradigm = settings.at("paradigms").at(key);
            if (paradigm.absent())
                for (Data form : entry.at(key).items()) put(form, form.text(), new Sense(category, id, key));
            else for (Data stem : entry.at(key).items()) inflect(category, id, stem, paradigm);
        }
    }

    /** A stem may carry a tail after {@code +}: "sho + dead" gives "shot dead" where the paradigm has "t". */
    private void inflect(String category, String id, Data stem, Data paradigm) {
        String[] parts = stem.text().split("\\+", 2);
        String tail = parts.length > 1 ? " " + parts[1].strip() : "";
        for (String form : paradigm.keys())
            for (String ending : paradigm.at(form).texts())
                put(stem, parts[0].strip() + ending + tail, new Sense(category, id, form));
    }

    private void put(Data where, String pattern, Sense sense) {
        List<String> forms = Forms.expand(where, pattern);
        for (String form : forms) lexicon.add(form, sense);
        words.computeIfAbsent(sense.category(), c -> new HashMap<>())
                .computeIfAbsent(sense.id(), i -> new ArrayList<>())
                .addAll(forms);
    }

    /** BCP 47 primary tag. */
    public String language() {
        return language;
    }

    /** Where the pack lies, for the stages that read rule files of their own. */
    public Path folder() {
        return folder;
    }

    /** {@code pack.yaml}. */
    public Data settings() {
        return settings;
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    /** Every spelling of every id of a category. */
    public Map<String, List<String>> spellings(String category) {
        return words.getOrDefault(category, Map.of());
    }

    /** Tokens, look-ups and sentences of a stretch of {@code source}. */
    public Text text(String source, Span span) {
        return Text.of(this, source, span);
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    Set<String> abbreviations() {
        return abbreviations;
    }

    boolean ordinalDot() {
        return ordinalDot;
    }
}
