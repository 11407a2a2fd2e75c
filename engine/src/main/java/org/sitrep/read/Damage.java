package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Passage.Flag;
import org.sitrep.model.Span;

/** Notices what machine translation, lost sentence boundaries and cut ends left in a text, and shows the characters that tell. */
final class Damage {
    private static final int BEFORE = 5;
    private static final int AFTER = 2;
    private final Vocabulary vocabulary;
    private final Scan scan;
    private final Words words;
    private final Tongue tongue;
    private final String text;

    Damage(Vocabulary vocabulary, Scan scan, Tongue tongue) {
        this.vocabulary = vocabulary;
        this.scan = scan;
        this.words = scan.words();
        this.tongue = tongue;
        this.text = scan.text();
    }

    /** One sign of damage. {@code sure} where it alone tells that the whole text is a translation. */
    record Sign(Flag flag, Span span, boolean sure) {}

    /** The signs between two words of a passage in {@code language}. */
    List<Sign> in(int from, int to, String language) {
        List<Sign> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (scan.any(i)) phrase(i, to, language, out);
            if (i > from) gap(i, from, to, language, out);
            if (words.digits(i)) number(i, from, to, language, out);
            else acronym(i, from, to, language, out);
        }
        shouting(from, to, language, out);
        return out;
    }

    /** What a credit line tells: a translator, a translating machine. */
    List<Sign> credits(int from, int to, String language) {
        List<Sign> out = new ArrayList<>();
        for (int i = from; i < to; i++) if (scan.any(i)) phrase(i, to, language, out);
        out.removeIf(s -> !s.sure());
        return out;
    }

    private void phrase(int i, int to, String language, List<Sign> out) {
        for (Phrases.Hit h : scan.at(i)) {
            if (h.to() > to || !h.sense().language().equals(language)) continue;
            boolean credit =
                    h.sense().kind().equals("versions") || h.sense().kind().equals("translated");
            if (credit || h.sense().kind().equals("calques"))
                out.add(new Sign(Flag.MACHINE_TRANSLATED, scan.span(h.from(), h.to()), credit));
        }
    }

    /** What the characters between two words give away. */
    private void gap(int i, int from, int to, String language, List<Sign> out) {
        if (mojibake(i)) out.add(new Sign(Flag.GARBLED, scan.span(i, i + 1), false));
        if (words.spaced(i - 1)) {
            boolean doubled = words.entry(i) == words.entry(i - 1)
                    && words.entry(i).languages() != 0
                    && vocabulary.neverDoubled(language).contains(words.form(i));
            if (doubled) out.add(new Sign(Flag.GARBLED, scan.span(i - 1, i + 1), false));
            return;
        }
        String gap = words.gap(i - 1);
        if ((gap.equals(". ") || gap.equals(".\u00A0")) && lost(i, language))
            out.add(new Sign(Flag.GARBLED, scan.span(Math.max(from, i - BEFORE), Math.min(to, i + AFTER)), false));
        if (gap.length() > 1
                && gap.endsWith("?")
                && Character.isWhitespace(gap.charAt(gap.length() - 2))
                && words.lower(i)) out.add(new Sign(Flag.GARBLED, new Span(words.start(i) - 1, words.end(i)), false));
        if (gap.indexOf('\uFFFD') >= 0) out.add(new Sign(Flag.GARBLED, scan.span(i, i + 1), false));
    }

    /** UTF-8 read as Latin-1 leaves a capital A with tilde or circumflex before a sign that no word holds. */
    private boolean mojibake(int i) {
        char last = text.charAt(words.end(i) - 1);
        if (last != '\u00C3' && last != '\u00C2' && last != '\u00E2' || words.end(i) >= text.length()) return false;
        char next = text.charAt(words.end(i));
        return last == '\u00E2'
                ? next == '\u20AC' || next == '\u0080'
                : next >= '\u0080'
                        && next <= '\u00BF'
                        && next != '\u00A0'
                        && next != '\u00AB'
                        && next != '\u00BB'
                        && next != '\u00AD';
    }

    /** Whether a full stop stands inside a sentence: a plain lower-case word follows a plain word. */
    private boolean lost(int i, String language) {
        int before = i - 1;
        if (!words.lower(i)
                || words.digits(before)
                || words.end(before) - words.start(before) < 4
                || words.end(i) - words.start(i) < 2) return false;
        if (vocabulary.abbreviations(language).contains(words.form(before))
                || mixed(i)
                || words.form(i).startsWith("http")
                || words.form(i).equals("www")) return false;
        String after = words.gap(i);
        boolean name = after.startsWith("-")
                || after.startsWith(".")
                || after.startsWith("@")
                || i + 1 < words.size() && words.capital(i + 1) && words.end(i) - words.start(i) <= 3;
        return !name;
    }

    private boolean mixed(int i) {
        for (int k = words.start(i); k < words.end(i); k++) if (Character.isUpperCase(text.charAt(k))) return true;
        return false;
    }

    /** "2.500" in a language whose thousands take another mark. */
    private void number(int i, int from, int to, String language, List<Sign> out) {
        if (i + 1 >= to || !words.digits(i + 1)) return;
        String mark = words.gap(i);
        boolean shape = (mark.equals(".") || mark.equals(","))
                && words.end(i + 1) - words.start(i + 1) == 3
                && words.end(i) - words.start(i) <= 3
                && words.number(i) > 0
                && words.number(i + 1) % 10 == 0;
        if (!shape
                || !vocabulary.decimals(language).contains(mark)
                || vocabulary.groups(language).contains(mark)) return;
        String before = i > 0 ? words.gap(i - 1) : " ";
        String after = words.gap(i + 1);
        boolean alone = before.endsWith(" ") || before.endsWith("\n") || before.endsWith("\u00A0");
        boolean ends = after.startsWith(" ") && after.length() == 1 || after.startsWith(", ");
        boolean measured = i + 2 >= to
                || scan.at(i + 2, to, "measured").isPresent()
                || words.digits(i + 2)
                || words.upper(i + 2) && words.end(i + 2) - words.start(i + 2) <= 3;
        if (alone && ends && !measured && words.end(i + 2) - words.start(i + 2) > 2)
            out.add(new Sign(
                    Flag.MACHINE_TRANSLATED, scan.span(i > from && words.lower(i - 1) ? i - 1 : i, i + 2), false));
    }

    /** An organisation under the acronym of another language. */
    private void acronym(int i, int from, int to, String language, List<Sign> out) {
        if (!words.upper(i) || i > 0 && words.gap(i - 1).endsWith("(")) return;
        String acronym = words.text().substring(words.start(i), words.end(i));
        Optional<String> own = vocabulary.acronymIn(language, acronym);
        if (own.isEmpty() || own.get().equals(acronym)) return;
        int a = i;
        int b = i + 1;
        while (a > from && words.gap(a - 1).indexOf('.') < 0 && i - a < 5) a--;
        while (b < to && words.gap(b - 1).indexOf('.') < 0 && b - i < 5) b++;
        out.add(new Sign(Flag.MACHINE_TRANSLATED, b - a <= 4 ? scan.span(a, b) : scan.span(i, i + 1), false));
    }

    /** Capitals in another language than the passage's: a headline that the translator left standing. */
    private void shouting(int from, int to, String language, List<Sign> out) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i < to && (words.upper(i) || words.end(i) - words.start(i) == 1 && words.capital(i))) continue;
            if (i - start >= 5 && words.end(i - 1) - words.start(start) >= 5 * (i - start)) {
                String of = tongue.of(start, i, language);
                if (!of.equals(language) && tongue.functionWords(start, i, of) >= 2)
                    out.add(new Sign(Flag.MACHINE_TRANSLATED, scan.span(start, i), false));
            }
            start = i + 1;
        }
    }

    /** A story that stops in the middle of a sentence. */
    Optional<Sign> cut(Layout.Piece last, Line line, String language) {
        if (last.to() - last.from() < 15 || line.closed(text) && !dots(last)) return Optional.empty();
        boolean sentences = false;
        for (int i = last.from(); i + 1 < last.to() && !sentences; i++)
            sentences = words.gap(i).startsWith(". ");
        boolean plain =
                sentences || dots(last) || last.to() - last.from() >= 25 || tongue.unfinished(last.to() - 1, language);
        char end = text.charAt(last.span().end() - 1);
        boolean open = dots(last) || Character.isLetterOrDigit(end) || end == ',' || end == '-';
        return plain && open
                ? Optional.of(new Sign(
                        Flag.TRUNCATED,
                        new Span(words.start(last.to() - 1), last.span().end()),
                        false))
                : Optional.empty();
    }

    private boolean dots(Layout.Piece p) {
        String s = p.span().of(text);
        return s.endsWith("…") || s.endsWith("...") || s.endsWith("[…]") || s.endsWith("[...]");
    }
}
