package org.sitrep.acquire;

import java.util.Optional;

/** Notices text that was decoded wrongly before it came to us. Names it only: guessing the repair could change a figure. */
final class Mojibake {
    /** Fewer than this many are taken for chance. */
    private static final int ENOUGH = 3;

    /** The characters that windows-1252 has for the UTF-8 continuation bytes 0x80 to 0x9F. */
    private static final String CONTINUATIONS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private Mojibake() {}

    /** What gave it away, with the line of the first; empty for sound text. */
    static Optional<String> notice(String text) {
        int first = -1;
        int pairs = 0;
        int words = 0;
        int accented = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c >= 'Â' && i + 1 < text.length() && pair(c, text.charAt(i + 1));
            accented = c >= 'À' && c <= 'ÿ' && c != '×' && c != '÷' ? accented + 1 : 0;
            boolean word = accented == 4;
            if (pair) pairs++;
            if (word) words++;
            if ((pair || word) && first < 0) first = i;
        }
        if (pairs < ENOUGH && words < ENOUGH) return Optional.empty();
        long line = 1 + text.substring(0, first).chars().filter(c -> c == '\n').count();
        String what = pairs >= ENOUGH ? "UTF-8 read as windows-1252" : "another alphabet read as windows-1252";
        String sample =
                text.substring(first, Math.min(text.length(), first + 12)).strip();
        return Optional.of("line " + line + ": characters such as \u201c" + sample + "\u201d look like " + what);
    }

    private static boolean pair(char lead, char next) {
        boolean continuation = next >= '\u0080' && next <= '¿' || next > 'ÿ' && CONTINUATIONS.indexOf(next) >= 0;
        if (!continuation) return false;
        return switch (lead) {
            case 'Ã', 'Â', 'Ð', 'Ñ', 'Ä', 'Å' -> true;
            case 'â' -> next == '€' || next == '\u0080' || next == '„';
            default -> false;
        };
    }
}
