package org.sitrep.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules on the sources that class files do not show. */
class SourcesTest {
    /** Codes and names of languages as literals; the code that means "unknown language" is none. */
    private static final Pattern LANGUAGE = Pattern.compile(
            "\"(en|fr|es|ru|de|it|uk|ar|zh|ja|kk|pt|tr|pl|fa|nl)\"|Locale\\.(ENGLISH|FRENCH|GERMAN|ITALIAN|FRANCE|US|UK|GERMANY)\\b");

    /** Canonical names and titles are English, as the records are; and a sound and an element of HTML that are spelt like a code. */
    private static final Set<String> ALLOWED = Set.of(
            "Gazetteer.java: \"en\"", "Title.java: Locale.ENGLISH", "NameKey.java: \"zh\"", "HtmlTag.java: \"tr\"");

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    /** Two or more letters outside ASCII in a row are words of some language. */
    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}&&[^\\p{ASCII}]]{2,}");

    @Test
    void noLanguageCodeStandsInTheEngine() {
        assertThat(found(LANGUAGE)).isEmpty();
    }

    @Test
    void noWordsOfOtherLanguagesStandInTheEngine() {
        List<String> found = new ArrayList<>();
        for (Path file : engine()) {
            Matcher literals = LITERAL.matcher(code(file));
            while (literals.find())
                if (FOREIGN.matcher(literals.group()).find() && !letters(file, literals.group()))
                    found.add(file.getFileName() + ": " + literals.group());
        }
        assertThat(found).as("language knowledge is data under languages/").isEmpty();
    }

    @Test
    void filesStaySmall() {
        List<Path> all = Sources.mainJava();
        List<String> large = all.stream()
                .filter(f -> Sources.text(f).lines().count() > 300)
                .map(f -> f.getFileName().toString())
                .toList();
        assertThat(large).as("files over 300 lines, of " + all.size()).hasSizeLessThanOrEqualTo(all.size() / 10);
    }

    /** Tables of letters and their foldings are knowledge of scripts, which Unicode gives for all languages alike. */
    private static boolean letters(Path file, String literal) {
        boolean distinct = literal.codePoints().skip(1).distinct().count()
                == literal.codePoints().count() - 1;
        return distinct && literal.length() > 10
                || file.getFileName().toString().endsWith("Key.java");
    }

    private static List<String> found(Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (Path file : engine()) {
            Matcher matcher = pattern.matcher(code(file));
            while (matcher.find()) found.add(file.getFileName() + ": " + matcher.group());
        }
        found.removeAll(ALLOWED);
        return found;
    }

    private static List<Path> engine() {
        return Sources.mainJava().stream()
                .filter(f -> f.toString().replace('\\', '/').contains("/engine/src/"))
                .toList();
    }

    /** A file's text without comments. */
    private static String code(Path file) {
        return Sources.text(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$|\\s//\\s.*$", "");
    }
}
