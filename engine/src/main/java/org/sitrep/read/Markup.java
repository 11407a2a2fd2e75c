package org.sitrep.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
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
        for (String name : data.at(kind).texts()) {
            names.merge(name, mark, (a, b) -> a | b);
            parts.addAll(java.util.List.of(name.split(" ")));
        }
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

    /** "relatedPosts__list-2" holds related, posts, list, and what neighbours make together. */
    private int read(String value) {
        int marks = 0;
        String before = "";
        String last = "";
        StringBuilder part = new StringBuilder();
        for (int i = 0; i <= value.length(); i++) {
            char c = i < value.length() ? value.charAt(i) : ' ';
            boolean upper = c >= 'A' && c <= 'Z';
            boolean hump = upper && i > 0 && Character.isLowerCase(value.charAt(i - 1));
            if (part.length() > 0 && (hump || !Character.isLetter(c))) {
                String word = part.toString();
                part.setLength(0);
                boolean known = parts.contains(word);
                if (known)
                    marks |= names.getOrDefault(word, 0)
                            | (last.isEmpty() ? 0 : names.getOrDefault(last + " " + word, 0))
                            | (before.isEmpty() ? 0 : names.getOrDefault(before + " " + last + " " + word, 0));
                before = known ? last : "";
                last = known ? word : "";
            }
            if (Character.isLetter(c)) part.append(Character.toLowerCase(c));
            if (c == ' ') last = before = "";
        }
        return marks;
    }
}
