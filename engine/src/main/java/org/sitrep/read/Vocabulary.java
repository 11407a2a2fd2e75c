package org.sitrep.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.language.Data;
import org.sitrep.language.Fold;
import org.sitrep.language.PackError;
import org.sitrep.language.Packs;

/** Everything the reader knows of all languages: {@code languages/xx/read.yaml} and {@code languages/common/read.yaml}. */
final class Vocabulary {
    private static final String COMMON = "common";
    /** Categories whose entries are plain lists of phrases. */
    private static final List<String> LISTS = List.of(
            "date_glue",
            "day_endings",
            "last",
            "last_week",
            "ahead",
            "next",
            "today",
            "yesterday",
            "published",
            "updated",
            "byline",
            "with",
            "image",
            "chrome",
            "chrome_strong",
            "comments",
            "teaser",
            "provided",
            "stops",
            "forum",
            "versions",
            "agency_credit",
            "agency_words",
            "outlet_words",
            "credit_label",
            "credited_with",
            "name_joiners",
            "translated",
            "calques",
            "measured",
            "year_marks");
    /** Categories whose entries map a value to its phrases. */
    private static final List<String> MAPS = List.of("months", "weekdays", "agencies", "reposts");

    private final Phrases phrases = new Phrases();
    private final List<String> languages = new ArrayList<>();
    private final Map<String, Data> settings = new HashMap<>();
    private final Map<String, String> scripts = new HashMap<>();
    private final Map<String, Map<String, String>> acronyms = new HashMap<>();
    private final Map<String, List<String>> neverDoubled = new HashMap<>();
    private final Map<String, Set<String>> abbreviations = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final Map<String, List<String>> decimals = new HashMap<>();
    private final List<String> debris;
    private final List<String> outletEndings;

    Vocabulary(Packs packs) {
        for (String language : folders(packs.folder())) language(packs, language);
        Data common = packs.shared(COMMON + "/read.yaml");
        phrases("", common);
        Data map = common.at("scripts");
        for (String script : map.keys()) scripts.put(script, map.at(script).text());
        for (Data row : common.at("acronyms").items()) acronyms(row);
        debris = common.at("debris").texts();
        outletEndings = common.at("outlet_endings").texts();
    }

    private static List<String> folders(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(p -> Files.exists(p.resolve("read.yaml")))
                    .map(p -> p.getFileName().toString())
                    .filter(name -> !name.equals(COMMON))
                    .sorted()
                    .limit(Long.SIZE)
                    .toList();
        } catch (IOException e) {
            throw new PackError(folder, 0, "cannot be listed: " + e.getMessage());
        }
    }

    private void language(Packs packs, String language) {
        Data data = packs.shared(language + "/read.yaml");
        long bit = 1L << languages.size();
        languages.add(language);
        settings.put(language, data);
        for (String word : data.at("function_words").texts())
            phrases.dictionary().add(Fold.form(word)).functionWordOf(bit);
        neverDoubled.put(language, data.at("never_doubled").texts());
        phrases(language, data);
        Data pack = packs.shared(language + "/pack.yaml");
        Stream<String> shortened =
                Stream.concat(pack.at("abbreviations").texts().stream(), data.at("abbreviations").texts().stream());
        abbreviations.put(language, shortened.map(Fold::form).collect(Collectors.toUnmodifiableSet()));
        groups.put(language, pack.at("number_format").at("group").texts());
        decimals.put(language, pack.at("number_format").at("decimal").texts());
    }

    private void phrases(String language, Data data) {
        for (String kind : LISTS)
            for (Data entry : data.at(kind).items())
                add(entry, entry.text(), new Phrases.Sense(kind, language, ""), data.at("classes"));
        for (String kind : MAPS)
            for (String value : data.at(kind).keys())
                for (Data entry : data.at(kind).at(value).items())
                    add(entry, entry.text(), new Phrases.Sense(kind, language, value), data.at("classes"));
    }

    /** Adds a phrase; {@code <class>} in it stands for each word of that class. */
    private void add(Data entry, String pattern, Phrases.Sense sense, Data classes) {
        int open = pattern.indexOf('<');
        int close = pattern.indexOf('>', open + 1);
        if (open < 0 || close < 0) {
            phrases.add(entry, pattern, sense);
            return;
        }
        Data words = classes.at(pattern.substring(open + 1, close));
        if (words.absent())
            throw entry.error("there is no class " + pattern.substring(open, close + 1) + "; add it under classes");
        for (String word : words.texts())
            add(entry, pattern.substring(0, open) + word + pattern.substring(close + 1), sense, classes);
    }

    private void acronyms(Data row) {
        Map<String, String> byLanguage = new HashMap<>();
        for (String language : row.keys())
            byLanguage.put(language, row.at(language).text());
        for (String acronym : byLanguage.values()) acronyms.put(acronym, byLanguage);
    }

    Phrases phrases() {
        return phrases;
    }

    /** Languages in bit order of {@link Dictionary.Entry#languages}. */
    List<String> languages() {
        return languages;
    }

    /** The language that a script stands for. */
    Optional<String> languageOf(Character.UnicodeScript script) {
        return Optional.ofNullable(scripts.get(script.name()));
    }

    /** The acronym that {@code language} uses for the organisation behind {@code acronym}; empty where nothing is known. */
    Optional<String> acronymIn(String language, String acronym) {
        return Optional.ofNullable(acronyms.getOrDefault(acronym, Map.of()).get(language));
    }

    /** Function words that never stand twice in a row. */
    List<String> neverDoubled(String language) {
        return neverDoubled.getOrDefault(language, List.of());
    }

    /** Folded words that end in a full stop which ends no sentence, without it. */
    Set<String> abbreviations(String language) {
        return abbreviations.getOrDefault(language, Set.of());
    }

    /** Marks between groups of thousands. */
    List<String> groups(String language) {
        return groups.getOrDefault(language, List.of());
    }

    /** Decimal marks. */
    List<String> decimals(String language) {
        return decimals.getOrDefault(language, List.of());
    }

    /** Whether numeric dates put the month first. */
    boolean monthFirst(String language) {
        Data data = settings.get(language);
        return data != null && data.at("numeric_dates").text("dmy").equals("mdy");
    }

    /** Whether the region of a language tag puts the day first in numeric dates. */
    boolean dayFirst(String tag) {
        String[] parts = tag.replace('_', '-').split("-");
        Data data = settings.get(parts[0].toLowerCase(java.util.Locale.ROOT));
        return data != null
                && parts.length > 1
                && data.at("day_first_regions")
                        .texts()
                        .contains(parts[parts.length - 1].toLowerCase(java.util.Locale.ROOT));
    }

    /** Endings by which a compound names an outlet ("Inselzeitung"), folded. */
    List<String> outletEndings() {
        return outletEndings;
    }

    /** Strings that only publishing tools leave behind. */
    List<String> debris() {
        return debris;
    }
}
