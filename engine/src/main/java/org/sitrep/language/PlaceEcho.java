package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A place told by a common noun instead of its name: "in the city", "across the whole country", "nationwide".
 *
 * @param from first token, inclusive
 * @param to last token, exclusive
 * @param land whether it is the whole state; else a town named before
 */
public record PlaceEcho(int from, int to, boolean land) {
    private static final int ARTICLES = 3;

    /** All in text order. */
    static List<PlaceEcho> of(Text text, PlaceWords words) {
        List<PlaceEcho> out = new ArrayList<>();
        for (int i = 0; i < text.tokens().size(); i++) {
            if (!in(text, i, words.echoes)) continue;
            boolean land = in(text, i, words.land);
            if (in(text, i, words.everywhere)) out.add(new PlaceEcho(i, i + 1, true));
            else if (land || in(text, i, words.town)) {
                int from = opening(text, words, i, land);
                if (from >= 0) out.add(new PlaceEcho(from, i + 1, land));
            }
        }
        return out;
    }

    /** First token of "in the whole ...", -1 where the noun locates nothing. */
    private static int opening(Text text, PlaceWords words, int noun, boolean land) {
        boolean all = false;
        for (int i = noun - 1; i >= Math.max(0, noun - 1 - ARTICLES); i--) {
            if (in(text, i, words.at)) return i;
            boolean whole = in(text, i, words.whole);
            if (!whole && !in(text, i, words.of) && !in(text, i, words.article)) return all ? i + 1 : -1;
            // "The whole country" needs no preposition.
            all |= land && whole;
        }
        return -1;
    }

    private static boolean in(Text text, int i, java.util.Set<String> list) {
        return text.token(i).word() && list.contains(text.token(i).placeKey());
    }
}
