package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Data;
import org.sitrep.language.Forms;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * States, their peoples and seats, organisations and media by name in every language, from {@code names/*.yaml}. One look-up
 * serves all languages; Cyrillic and other inflected names are met by their stem.
 */
final class Gazette {
    /** What a known name stands for. */
    enum Kind {
        STATE,
        PEOPLE,
        SEAT,
        ORGANISATION,
        MEDIA
    }

    /**
     * @param from first token
     * @param to exclusive
     */
    record Hit(int from, int to, Kind kind, String name) {}

    /** Letters that may follow a people's stem, and an inflected name's. */
    private static final int PEOPLE_ENDING = 5;

    private static final int NAME_ENDING = 3;
    private static final int SHORTEST_STEM = 4;
    private static final int KEY = 3;
    private static final int HASHES = 1 << 14;

    private record Name(List<String> words, Kind kind, String name, boolean stem) {}

    private final Map<String, List<Name>> byKey = new HashMap<>();
    /** The names that may begin in small letters: few, so that most words of a text are looked up among few. */
    private final Map<String, List<Name>> small = new HashMap<>();

    /** A bit for each hash of a key of {@link #byKey}, of {@link #small}: most words have none, and need no key made. */
    private final BitSet keys = new BitSet(HASHES);

    private final BitSet smallKeys = new BitSet(HASHES);

    /** Case endings; behind a short stem any other letters make another word. */
    private final Set<String> endings;

    Gazette(Packs packs) {
        Data states = packs.shared("names/states.yaml");
        endings = Set.copyOf(states.at("case_endings").texts());
        states(states.at("state"));
        entries(packs.shared("names/organisations.yaml").at("organisation"), Kind.ORGANISATION);
        entries(packs.shared("names/media.yaml").at("media"), Kind.MEDIA);
        for (String key : byKey.keySet()) keys.set(hash(key));
        for (String key : small.keySet()) smallKeys.set(hash(key));
        for (Map<String, List<Name>> map : List.of(byKey, small))
            map.values()
                    .forEach(list -> list.sort(
                            Comparator.comparing((Name n) -> -n.words().size()).thenComparing(n -> n.stem() ? 1 : 0)));
    }

    private void states(Data states) {
        for (String state : states.keys()) {
            Data entry = states.at(state);
            add(entry.at("name"), Kind.STATE, state, true, false);
            add(entry.at("people"), Kind.PEOPLE, state, false, true);
            add(entry.at("seat"), Kind.SEAT, state, true, false);
        }
    }

    private void entries(Data entries, Kind kind) {
        for (String id : entries.keys()) {
            add(entries.at(id).at("name"), kind, id, true, false);
        }
    }

    private void add(Data names, Kind kind, String id, boolean cased, boolean stem) {
        for (Data item : names.items())
            for (String form : Forms.expand(item, item.text())) put(form, kind, id, cased, stem);
    }

    private void put(String form, Kind kind, String id, boolean cased, boolean stem) {
        List<String> words = new ArrayList<>();
        for (Token t : Packs.tokens(form)) if (!t.is("-")) words.add(t.bare());
        if (words.isEmpty()) return;
        boolean upper = cased
                && words.size() == 1
                && form.length() <= KEY + 1
                && form.equals(form.toUpperCase(java.util.Locale.ROOT));
        List<String> kept = upper ? List.of(form) : words;
        Name name = new Name(List.copyOf(kept), kind, id, stem);
        byKey.computeIfAbsent(key(words.getFirst()), k -> new ArrayList<>(2)).add(name);
        if (!cased || !Character.isUpperCase(form.codePointAt(0)))
            small.computeIfAbsent(key(words.getFirst()), k -> new ArrayList<>(2))
                    .add(name);
    }

    private static String key(String word) {
        return word.length() <= KEY ? word : word.substring(0, KEY);
    }

    private static int hash(String word) {
        int h = 0;
        for (int i = 0; i < Math.min(KEY, word.length()); i++) h = h * 31 + word.charAt(i);
        return (h ^ h >>> 14) & HASHES - 1;
    }

    /** The known name that starts at token {@code i}, longest first, ending before {@code limit}. */
    Optional<Hit> at(Text text, int i, int limit) {
        Token first = text.token(i);
        if (!first.word()) return Optional.empty();
        String bare = first.bare();
        if (!(first.capital() ? keys : smallKeys).get(hash(bare))) return Optional.empty();
        return search((first.capital() ? byKey : small).getOrDefault(key(bare), List.of()), text, i, limit);
    }

    private Optional<Hit> search(List<Name> names, Text text, int i, int limit) {
        for (int k = 0; k < names.size(); k++) {
            Name n = names.get(k);
            int to = fits(n, text, i, limit);
            if (to > 0) return Optional.of(new Hit(i, to, n.kind(), n.name()));
        }
        return Optional.empty();
    }

    /** The token after the name, or -1. */
    private int fits(Name name, Text text, int i, int limit) {
        int at = i;
        for (int k = 0; k < name.words().size(); k++) {
            String word = name.words().get(k);
            while (at > i
                    && at < limit
                    && text.token(at).is("-")
                    && text.token(at).glued()) at++;
            if (at >= limit || !same(name, word, text, at)) return -1;
            at++;
        }
        return at;
    }

    private boolean same(Name name, String word, Text text, int at) {
        Token t = text.token(at);
        if (Character.isUpperCase(word.charAt(0)) && word.length() <= KEY + 1)
            return acronym(word, t.span().of(text.source()));
        String form = t.bare();
        if (form.equals(word)) return true;
        if (word.length() < SHORTEST_STEM || form.length() < SHORTEST_STEM) return false;
        if (name.stem())
            return form.startsWith(word)
                    && form.length() - word.length() <= (word.length() > SHORTEST_STEM ? PEOPLE_ENDING : 2);
        return inflected(word, form);
    }

    /** As written, or a longer one with only its first letter large ("Onu"). */
    private static boolean acronym(String word, String written) {
        return written.equals(word)
                || word.length() >= KEY
                        && written.length() == word.length()
                        && written.charAt(0) == word.charAt(0)
                        && written.substring(1).equals(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether {@code form} is a case form of a name: the same stem, at most three letters of ending, in a script or language with cases. */
    private boolean inflected(String word, String form) {
        boolean cyrillic = word.charAt(0) >= 0x400 && word.charAt(0) < 0x530;
        int apostrophe = form.indexOf('\'');
        if (apostrophe > 0) return apostrophe == word.length() && form.startsWith(word);
        if (!cyrillic)
            return form.length() == word.length() + 1 && form.charAt(word.length()) == 's' && form.startsWith(word);
        int stem = vowel(word.charAt(word.length() - 1)) ? word.length() - 1 : word.length();
        return stem >= SHORTEST_STEM - 1
                && form.regionMatches(0, word, 0, stem)
                && form.length() - stem <= NAME_ENDING
                && (stem > SHORTEST_STEM || endings.contains(form.substring(stem)));
    }

    private static boolean vowel(char c) {
        return "аеиоуыэюяьїіє".indexOf(c) >= 0;
    }
}
