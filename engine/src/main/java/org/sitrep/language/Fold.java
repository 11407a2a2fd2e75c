package org.sitrep.language;

import java.text.Normalizer;
import java.util.Locale;

/** Folding of case, apostrophes and accents, so that look-ups meet every spelling; offsets are kept by the tokens, not by the folded text. */
public final class Fold {
    private Fold() {}

    /** Lower case, compatibility-composed, straight apostrophes; accents stay. */
    public static String form(CharSequence text) {
        boolean ascii = true;
        boolean plain = true;
        boolean simple = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') continue;
            if (c >= 0x80) {
                ascii = false;
                simple = simple && Letters.whole(c);
            }
            plain = plain && c >= 0x80 && Character.toLowerCase(c) == c;
        }
        String s = text.toString();
        if (simple && plain) return s;
        if (simple && !ascii) return Letters.lower(s);
        if (!ascii)
            s = Normalizer.normalize(s, Normalizer.Form.NFKC)
                    .replace('\u2019', '\'')
                    .replace('\u02BC', '\'')
                    .replace('\u2018', '\'')
                    .replace('\u00B4', '\'');
        s = s.toLowerCase(Locale.ROOT);
        return s.indexOf('\u0307') >= 0 ? s.replace("\u0307", "") : s;
    }

    /** {@link #form} without combining marks on Latin, Greek, Cyrillic and Arabic letters: "tué" → "tue"; "й" and "ё" keep theirs apart only as и and е. */
    public static String bare(String form) {
        boolean simple = true;
        boolean plain = true;
        for (int i = 0; i < form.length() && simple; i++) {
            char c = form.charAt(i);
            if (c < 0x80) continue;
            simple = Letters.whole(c);
            plain &= simple && Letters.bare(c) == c;
        }
        if (simple) return plain ? form : Letters.bare(form);
        return stripped(form);
    }

    /** What {@link #bare} says, of any text. */
    static String stripped(String form) {
        String split = Normalizer.normalize(form, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(split.length());
        for (int i = 0; i < split.length(); i++) {
            char c = split.charAt(i);
            if (!mark(c)) out.append(c);
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    /** Combining marks, Arabic vowel signs and hamzas on their letters, and the stroke that only stretches a word. */
    private static boolean mark(char c) {
        return c >= 0x300 && c <= 0x36F || c >= 0x64B && c <= 0x655 || c == 0x670 || c == 0x640;
    }
}
