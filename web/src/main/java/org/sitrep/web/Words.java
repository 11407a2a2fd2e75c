package org.sitrep.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.sitrep.report.Labels;

/** The words of the interface in one language, from {@code words.properties} and the language's file over it. */
final class Words {
    private static final Map<String, Words> LANGUAGES = load();
    private static final Words BASE = LANGUAGES.values().stream()
            .filter(w -> w.words.containsKey("translations"))
            .findFirst()
            .orElseThrow();

    private final Properties words;
    private final Labels labels;

    private Words(Properties words, String language) {
        this.words = words;
        this.labels = Labels.of(Locale.forLanguageTag(language));
    }

    private static Map<String, Words> load() {
        Properties base = read("words.properties", new Properties()).orElseThrow();
        Map<String, Words> all = new TreeMap<>();
        all.put(base.getProperty("language"), new Words(base, base.getProperty("language")));
        for (String language : base.getProperty("translations").split(" ")) {
            Properties own = read("words_" + language + ".properties", base).orElseThrow();
            all.put(language, new Words(own, language));
        }
        return Map.copyOf(all);
    }

    private static Optional<Properties> read(String name, Properties base) {
        Properties words = new Properties(base);
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) return Optional.empty();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(words);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The words of the first language of {@code wanted} (tags, best first) that there are words in; else the base language's. */
    static Words of(Iterable<String> wanted) {
        for (String tag : wanted) {
            String language = Locale.forLanguageTag(tag).getLanguage();
            if (LANGUAGES.containsKey(language)) return LANGUAGES.get(language);
        }
        return BASE;
    }

    /** Languages that there are words in, by tag, each with its own name. */
    static Map<String, String> languages() {
        Map<String, String> names = new TreeMap<>();
        LANGUAGES.forEach((tag, words) -> names.put(tag, words.text("language.name")));
        return names;
    }

    /** BCP 47 tag of these words. */
    String language() {
        return words.getProperty("language");
    }

    /** A report's words in the same language. */
    Labels labels() {
        return labels;
    }

    Locale locale() {
        return Locale.forLanguageTag(language());
    }

    /** The words {@code key} with {0}, {1} … filled in; misuse throws. */
    String text(String key, Object... arguments) {
        String found = words.getProperty(key);
        if (found == null) throw new IllegalArgumentException("words.properties has no " + key);
        for (int i = 0; i < arguments.length; i++) found = found.replace("{" + i + "}", arguments[i].toString());
        return found;
    }

    /** Words of a page between this language's quotation marks. */
    String quoted(String words) {
        return labels.text("quote.open") + words + labels.text("quote.close");
    }

    /** "1 page", "2 pages": {@code key.one} or {@code key.many}. */
    String count(String key, int count) {
        boolean one = count == 1 || count == 0 && text("none.counts.as").equals("one");
        return text(key + (one ? ".one" : ".many"), labels.number(count));
    }
}
