package org.sitrep.read;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.language.Data;
import org.sitrep.language.Packs;

/** What class names, ids and roles say about an element: {@code languages/common/markup.yaml}. */
final class Markup {
    static final int HIDDEN = 1;
    static final int CHROME = 2;
    static final int TEASER = 4;
    static final int COMMENT = 8;
    static final int CAPTION = 16;
    static final int STORY = 32;
    static final int ASIDE = 64;
    static final int QUOTE = 128;
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST = 3;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    Markup(Packs packs) {
        Data data = packs.shared("common/markup.yaml");
        add(data, "hidden", HIDDEN);
        add(data, "chrome", CHROME);
        add(data, "teaser", TEASER);
        add(data, "comments", COMMENT);
        add(data, "caption", CAPTION);
        add(data, "story", STORY);
        add(data, "aside", ASIDE);
    }

    private void add(Data data, String kind, int mark) {
        for (String name : data.at(kind).texts()) names.merge(name, mark, (a, b) -> a | b);
    }

    /** The marks of an attribute's value; remembered, because pages repeat their class names. */
    int marks(String value) {
        if (value.isEmpty() || value.length() > 300) return 0;
        Integer known = seen.get(value);
        if (known != null) return known;
        int marks = read(value);
        if (seen.size() < REMEMBERED) seen.put(value, marks);
        return marks;
    }

    private int read(String value) {
        int marks = 0;
        for (String name : value.split(" ")) {
            String[] parts = parts(name);
            for (int i = 0; i < parts.length; i++) {
                StringBuilder phrase = new StringBuilder();
                for (int n = 0; n < LONGEST && i + n < parts.length; n++) {
                    phrase.append(n == 0 ? "" : " ").append(parts[i + n]);
                    marks |= names.getOrDefault(phrase.toString(), 0);
                }
            }
        }
        return marks;
    }

    /** "relatedPosts__list-2" → related, posts, list. */
    private static String[] parts(String name) {
        StringBuilder out = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            if (upper && i > 0 && Character.isLowerCase(name.charAt(i - 1))) out.append(' ');
            out.append(Character.isLetter(c) ? Character.toLowerCase(c) : ' ');
        }
        return out.toString().strip().split(" +");
    }
}
