package org.sitrep.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds number plates by their form: runs of capitals and of digits, and what joins them. The forms and the words that tell of a
 * plate are data, {@code plates.txt}.
 */
final class Plates {
    private static final int LONGEST = 14;
    private static final int SHORTEST = 4;
    private static final int CUE_WORDS = 4;
    private static final int CUE_REACH = 48;
    private static final char LETTER = 'A';
    private static final char DIGIT = '9';

    /** Chinese signs behind the first: a letter, then five letters or digits, perhaps behind a dot. */
    private static final int BEHIND_FIRST = 6;

    private static final Forms FORMS = Forms.load();

    private Plates() {}

    private record Forms(Set<String> always, Set<String> named, String first, List<String> cues) {
        static Forms load() {
            Set<String> always = new HashSet<>();
            Set<String> named = new HashSet<>();
            Set<String> cues = new HashSet<>();
            StringBuilder first = new StringBuilder();
            for (String line : lines()) {
                String rest = line.substring(line.indexOf(' ') + 1);
                String form = rest.substring(0, rest.indexOf('|') < 0 ? rest.length() : rest.indexOf('|'))
                        .strip();
                switch (line.substring(0, line.indexOf(' '))) {
                    case "always" -> always.add(form(form));
                    case "named" -> named.add(form(form));
                    case "first" -> first.append(form);
                    case "cue" -> cues.add(form);
                    default -> throw new IllegalStateException("plates.txt: " + line);
                }
            }
            return new Forms(Set.copyOf(always), Set.copyOf(named), first.toString(), List.copyOf(cues));
        }

        private static List<String> lines() {
            try (InputStream in = Plates.class.getResourceAsStream("plates.txt")) {
                if (in == null) throw new IllegalStateException("plates.txt is not on the class path");
                String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return all.lines()
                        .filter(l -> !l.isBlank() && !l.startsWith("#"))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read plates.txt", e);
            }
        }

        private static String form(String example) {
            StringBuilder out = new StringBuilder(example.length());
            for (int i = 0; i < example.length(); i++) out.append(sign(example.charAt(i)));
            return out.toString();
        }
    }

    /** What stands for a character in a form; 0 for what no plate holds. */
    private static char sign(char c) {
        if (c >= '0' && c <= '9') return DIGIT;
        if (Character.isUpperCase(c)) return LETTER;
        return switch (c) {
            case ' ', '\u00a0', '\u202f' -> ' ';
            case '-', '\u2011', '·' -> '-';
            default -> 0;
        };
    }

    /** The end of the plate that begins at {@code start}, the longest; {@code start} where there is none. */
    static int end(String text, int start) {
        char c = text.charAt(start);
        if (c > '\u2e80' && FORMS.first.indexOf(c) >= 0) return chinese(text, start);
        char first = sign(c);
        if (first != LETTER && first != DIGIT) return start;
        if (start > 0 && joined(text.charAt(start - 1))) return start;
        if (start + 1 == text.length() || sign(text.charAt(start + 1)) == 0) return start;
        StringBuilder form = new StringBuilder(LONGEST);
        int end = start;
        for (int i = start; i < text.length() && form.length() < LONGEST; i++) {
            char sign = sign(text.charAt(i));
            if (sign == 0) break;
            form.append(sign);
            boolean whole = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
            if (whole && form.length() >= SHORTEST && plate(text, start, i + 1, form.toString())) end = i + 1;
        }
        return end;
    }

    private static boolean joined(char before) {
        return Character.isLetterOrDigit(before) || before == '-' || before == '_' || before == '/';
    }

    private static boolean plate(String text, int start, int end, String form) {
        if (form.indexOf(LETTER) < 0 || form.indexOf(DIGIT) < 0 || lower(text, end)) return false;
        boolean sure = FORMS.always.contains(form)
                && !year(text, start, end)
                && !(form.indexOf(' ') > 0 && shouting(text, start, end));
        return sure || (FORMS.always.contains(form) || FORMS.named.contains(form)) && cue(text, start);
    }

    /** "S-300-bis": the code goes on. */
    private static boolean lower(String text, int end) {
        return end + 1 < text.length() && text.charAt(end) == '-' && Character.isLetterOrDigit(text.charAt(end + 1));
    }

    /** "12 PM 2022": a year closes it. */
    private static boolean year(String text, int start, int end) {
        return end - start > 5
                && sign(text.charAt(end - 5)) == ' '
                && (text.startsWith("19", end - 4) || text.startsWith("20", end - 4));
    }

    /** "MUEREN 12 EN 164 CASAS": all around it stands in capitals. */
    private static boolean shouting(String text, int start, int end) {
        int before = start;
        while (before > 0 && !Character.isLetterOrDigit(text.charAt(before - 1)) && start - before < 3) before--;
        int behind = end;
        while (behind < text.length() && !Character.isLetterOrDigit(text.charAt(behind)) && behind - end < 3) behind++;
        return before > 1 && capital(text, before - 1) && capital(text, before - 2)
                || behind + 1 < text.length() && capital(text, behind) && capital(text, behind + 1);
    }

    private static boolean capital(String text, int i) {
        return Character.isUpperCase(text.charAt(i));
    }

    /** Whether one of the words directly before tells of a plate. */
    private static boolean cue(String text, int start) {
        int from = Math.max(0, start - CUE_REACH);
        String[] words = text.substring(from, start).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+", -1);
        for (int i = words.length - 1, seen = 0; i >= 0 && seen < CUE_WORDS; i--) {
            if (words[i].isEmpty()) continue;
            seen++;
            for (String cue : FORMS.cues) if (words[i].startsWith(cue)) return true;
        }
        return false;
    }

    /** No blank parts words there: a plate stands directly behind any sign. */
    private static int chinese(String text, int start) {
        int i = start + 1;
        if (i >= text.length() || sign(text.charAt(i)) != LETTER) return start;
        int signs = 0;
        for (; i < text.length() && signs < BEHIND_FIRST + 1; i++) {
            char sign = sign(text.charAt(i));
            if (sign == LETTER || sign == DIGIT) signs++;
            else if (signs != 1 || sign == 0) break;
        }
        return signs >= BEHIND_FIRST ? i : start;
    }
}
