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
    private final Map<String, Integer> names = new HashMap<>();
    private final Dictionary parts = new Dictionary();
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
            for (String part : name.split(" ")) parts.add(part);
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

    /** "relatedPosts__list-2" holds related, posts, list, and what neighbours make together; names that pages count up never repeat. */
    private int read(String value) {
        int marks = 0;
        String before = "";
        String last = "";
        int from = -1;
        for (int i = 0; i <= value.length(); i++) {
            char c = i < value.length() ? value.charAt(i) : ' ';
            boolean letter = c >= 'a' && c <= 'z' || Character.isLetter(c);
            boolean hump = c >= 'A' && c <= 'Z' && i > 0 && Character.isLowerCase(value.charAt(i - 1));
            if (from >= 0 && (hump || !letter)) {
                Dictionary.Entry part = parts.find(value, from, i);
                String word = part.form();
                if (part != Dictionary.UNKNOWN) marks |= named(before, last, word);
                before = word.isEmpty() ? "" : last;
                last = word;
                from = -1;
            }
            if (from < 0 && letter) from = i;
            if (c == ' ') last = before = "";
        }
        return marks;
    }

    /** What a known word says by itself, and behind the known words before it. */
    private int named(String before, String last, String word) {
        int marks = names.getOrDefault(word, 0);
        if (!last.isEmpty()) marks |= names.getOrDefault(last + " " + word, 0);
        if (!before.isEmpty()) marks |= names.getOrDefault(before + " " + last + " " + word, 0);
        return marks;
    }
}
