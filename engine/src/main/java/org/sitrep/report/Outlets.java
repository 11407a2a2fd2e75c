package org.sitrep.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Passage;

/**
 * The names of outlets that a page knows only by their host: where any page of the crisis spells the host's first label as words
 * ("northern-post.example" – "The Northern Post"), the outlet is called so throughout.
 */
final class Outlets {
    /** A label shorter than this is no name to look for: "bbc" stands inside other words. */
    private static final int LEAST = 6;

    private final Map<String, Optional<String>> found = new HashMap<>();
    private final List<Article> articles;

    Outlets(List<Article> articles) {
        this.articles = articles;
    }

    /** The name for print of what reading calls the outlet. */
    String name(String outlet) {
        if (!host(outlet)) return outlet;
        return found.computeIfAbsent(outlet, this::spelled).orElse(outlet);
    }

    /** Whether it is a host's name and not words. */
    private static boolean host(String outlet) {
        return outlet.indexOf('.') > 0 && outlet.chars().noneMatch(Character::isWhitespace);
    }

    private Optional<String> spelled(String host) {
        String label = letters(host.replaceFirst("^www\\.", "").replaceFirst("\\..*", ""));
        if (label.length() < LEAST) return Optional.empty();
        for (Article a : articles) {
            Optional<String> own = a.outlet().filter(o -> !host(o) && letters(o).endsWith(label));
            if (own.isPresent()) return own;
            for (Passage p : a.passages()) {
                Optional<String> quoted =
                        p.outlet().filter(o -> !host(o) && letters(o).endsWith(label));
                if (quoted.isPresent()) return quoted;
            }
        }
        for (Article a : articles) {
            Optional<String> words = words(a.text(), label);
            if (words.isPresent()) return words;
        }
        return Optional.empty();
    }

    /** The capitalised words of {@code text} that read as {@code label}, with an article before them; two at least. */
    private static Optional<String> words(String text, String label) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isUpperCase(text.charAt(i)) || i > 0 && Character.isLetterOrDigit(text.charAt(i - 1)))
                continue;
            int end = reads(text, i, label);
            if (end > 0 && text.substring(i, end).indexOf(' ') > 0) return Optional.of(text.substring(i, end));
        }
        return Optional.empty();
    }

    /** Where {@code label} ends when read from {@code from} over single spaces and hyphens; -1 where the text reads otherwise. */
    private static int reads(String text, int from, String label) {
        int at = 0;
        int i = from;
        while (i < text.length() && at < label.length()) {
            char c = text.charAt(i);
            String one = letters(String.valueOf(c));
            if (one.isEmpty()) {
                if (c != ' ' && c != '-' && c != '\'' && c != '\u2019') return -1;
            } else {
                if (!label.startsWith(one, at)) return -1;
                at += one.length();
            }
            i++;
        }
        boolean whole = i >= text.length() || !Character.isLetterOrDigit(text.charAt(i));
        return at == label.length() && whole ? i : -1;
    }

    /** Its letters and digits alone, small, without accents: what a host's name keeps of a title. */
    private static String letters(String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(plain.length());
        plain.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> c < 128 && Character.isLetterOrDigit(c))
                .forEach(c -> out.append((char) c));
        return out.toString();
    }
}
