package org.sitrep.relate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sitrep.language.Fold;

/**
 * The sound skeleton of a person's name: its consonants, after the spellings that English, French, German, Spanish, Italian,
 * Portuguese, Turkish, Polish, Cyrillic, Arabic, Devanagari and Han letters use for one Slavic or Turkic name have been levelled.
 * Barayev, Baraïev, Baraev, Barajew and Бараев share {@code brv}; Bardev ({@code brdv}) stays apart, because no consonant is ever
 * dropped.
 */
public final class NameKey {
    /** Longest spelling first where one starts another. "j" is ж in French and Turkic names and a glide in German ones: both readings are kept. */
    private static final List<Map.Entry<String, String>> SOUNDS = List.of(
            Map.entry("tsch", "S"),
            Map.entry("tsh", "S"),
            Map.entry("dsch", "Z"),
            Map.entry("schtsch", "S"),
            Map.entry("sch", "S"),
            Map.entry("tch", "S"),
            Map.entry("dzh", "Z"),
            Map.entry("szcz", "S"),
            Map.entry("zh", "Z"),
            Map.entry("sh", "S"),
            Map.entry("ch", "S"),
            Map.entry("cz", "S"),
            Map.entry("sz", "S"),
            Map.entry("kh", "k"),
            Map.entry("gh", "g"),
            Map.entry("ph", "f"),
            Map.entry("th", "t"),
            Map.entry("ts", "s"),
            Map.entry("tz", "s"),
            Map.entry("dj", "Z"),
            Map.entry("ck", "k"),
            Map.entry("ou", "u"),
            Map.entry("q", "k"),
            Map.entry("x", "ks"),
            Map.entry("w", "v"),
            Map.entry("z", "s"));

    private static final Map<Character, List<Map.Entry<String, String>>> BY_LETTER =
            SOUNDS.stream().collect(Collectors.groupingBy(s -> s.getKey().charAt(0)));

    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўғқңөүұһә";
    private static final String[] LATIN = {
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
        "kh", "ts", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya", "i", "i", "e", "g", "u", "g", "k", "n", "o", "u",
        "u", "h", "a"
    };
    /** Letters whose mark changes the consonant; all other marks fall. */
    private static final Map<Character, String> MARKED = Map.of(
            'ş', "sh", 'ș', "sh", 'š', "sh", 'ç', "ch", 'č', "ch", 'ć', "ch", 'ž', "zh", 'ż', "zh", 'ł', "l", 'đ', "d");

    /** Spellings in which "ch" is part of a longer sound. */
    private static final List<String> SOFT = List.of("tch", "sch");

    private NameKey() {}

    /** The skeletons of one word of a name: one, or two where a "j" can be read in two ways; never empty for a word with a letter. */
    public static Set<String> of(String word) {
        Set<String> out = new TreeSet<>();
        if (Scripts.reads(word)) for (String reading : Scripts.latin(word)) out.add(skeleton(reading));
        if (!out.isEmpty()) return out;
        for (String reading : readings(latin(word))) out.add(skeleton(reading));
        return out;
    }

    /** The ways in which Latin letters can be read; for most words one. */
    private static Set<String> readings(String plain) {
        Set<String> out = new LinkedHashSet<>();
        for (String read : List.of(plain, plain.replace("tch", "tsch")))
            for (String j : List.of("", "zh")) {
                out.add(read.replace("j", j));
                // German writes kh as ch.
                if (SOFT.stream().noneMatch(read::contains))
                    out.add(read.replace("j", j).replace("ch", "kh"));
            }
        return out;
    }

    /** Whether two words may be spellings of one name. */
    public static boolean same(String a, String b) {
        Set<String> keys = of(a);
        for (String key : of(b)) if (keys.contains(key)) return true;
        return false;
    }

    /** Lower-case Latin letters only: Cyrillic is transcribed, marks fall. */
    static String latin(String word) {
        String lower = Fold.form(word).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            int at = CYRILLIC.indexOf(c);
            if (at >= 0) out.append(LATIN[at]);
            else out.append(MARKED.getOrDefault(c, Character.toString(c)));
        }
        String bare = Fold.bare(out.toString());
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) if (Character.isLetter(bare.charAt(i))) letters.append(bare.charAt(i));
        return letters.toString();
    }

    private static String skeleton(String latin) {
        List<String> sounds = sounds(latin);
        StringBuilder consonants = new StringBuilder();
        for (int i = 0; i < sounds.size(); i++) {
            String s = sounds.get(i);
            boolean vowel = "aeiouy".contains(s);
            boolean breath = s.equals("h") && i > 0;
            if (!vowel && !breath && !endsWith(consonants, s)) consonants.append(s);
        }
        // Two consonants say too little (Lu, Ali, Biden's first name): the vowels then have to agree as well.
        return consonants.length() >= 3 ? consonants.toString() : vowelled(sounds);
    }

    /** A short name with its vowels in three classes (a; e, i; o, u), nothing doubled, without a final breath. */
    private static String vowelled(List<String> sounds) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < sounds.size(); i++) {
            String s = sounds.get(i);
            if (s.equals("h") && i == sounds.size() - 1 && i > 0) continue;
            String level = "ey".contains(s) ? "i" : s.equals("o") ? "u" : s;
            if (!endsWith(out, level)) out.append(level);
        }
        return out.toString();
    }

    private static boolean endsWith(StringBuilder text, String tail) {
        return text.length() >= tail.length()
                && text.substring(text.length() - tail.length()).equals(tail);
    }

    private static List<String> sounds(String latin) {
        List<String> out = new ArrayList<>();
        int i = 0;
        while (i < latin.length()) {
            Optional<Map.Entry<String, String>> sound = sound(latin, i);
            out.add(sound.isPresent() ? sound.get().getValue() : letter(latin, i));
            i += sound.isPresent() ? sound.get().getKey().length() : 1;
        }
        return out;
    }

    private static Optional<Map.Entry<String, String>> sound(String latin, int at) {
        for (Map.Entry<String, String> sound : BY_LETTER.getOrDefault(latin.charAt(at), List.of()))
            if (latin.startsWith(sound.getKey(), at)) return Optional.of(sound);
        return Optional.empty();
    }

    private static String letter(String latin, int at) {
        char c = latin.charAt(at);
        if (c != 'c') return Character.toString(c);
        return at + 1 < latin.length() && "eiy".indexOf(latin.charAt(at + 1)) >= 0 ? "s" : "k";
    }
}
