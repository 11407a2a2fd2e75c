package org.sitrep.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.language.PlaceMention.Hint;

/** Reads what stands around the names that were found, and lets each name take the word for region or town beside it. */
final class PlaceSurroundings {
    private static final int LONGEST_GAP = 4;
    /** A preposition and a dash may stand between "mostly" and the place. */
    private static final int MOSTLY_BEFORE = 3;
    /** "Turkey on its own counts". */
    private static final int TALLY_BEHIND = 5;

    private final Text text;
    private final PlaceWords words;
    private final BitSet openings = new BitSet();
    /** First words of the names that the text has without a capital elsewhere, not counting tags and addresses. */
    private final Set<String> lower = new HashSet<>();

    PlaceSurroundings(Text text, PlaceWords words) {
        this.text = text;
        this.words = words;
        for (Text.Sentence s : text.sentences()) openings.set(s.from());
    }

    List<PlaceMention> mentions(List<PlaceMention> bare) {
        if (bare.isEmpty()) return List.of();
        findLower(bare);
        List<PlaceMention> out = new ArrayList<>(bare.size());
        for (PlaceMention m : bare)
            out.add(hinted(m, out.isEmpty() ? 0 : out.getLast().to()));
        List<PlaceMention> listed = listed(out);
        List<PlaceMention> done = new ArrayList<>(listed.size());
        for (int i = 0; i < listed.size(); i++)
            done.add(i + 1 < listed.size() ? held(listed.get(i), listed.get(i + 1)) : listed.get(i));
        return List.copyOf(done);
    }

    private void findLower(List<PlaceMention> bare) {
        Set<String> names = new HashSet<>();
        for (PlaceMention m : bare) names.add(text.token(m.from()).form());
        for (Token t : text.tokens())
            if (t.word() && !t.capital() && !t.glued() && names.contains(t.form()) && !PlaceFinder.caseless(t))
                lower.add(t.form());
    }

    /** @param free first token that no earlier mention has taken */
    private PlaceMention hinted(PlaceMention m, int free) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        hints.addAll(m.hints());
        boolean regions = m.candidates().getFirst().kind() != Toponym.Kind.STATE
                || m.candidates().stream().anyMatch(t -> t.kind() == Toponym.Kind.REGION);
        int before = skipBack(m.from() - 1, words.of);
        int from = m.from();
        int to = m.to();
        if (before >= free && regions && wordIn(before, words.region)) {
            hints.add(Hint.REGION_WORD);
            from = before;
        } else if (before >= free && wordIn(before, words.town)) {
            hints.add(Hint.TOWN_WORD);
            from = before;
        } else if (regions && after(to, words.regionAfter)) {
            hints.add(Hint.REGION_WORD);
            while (after(to, words.regionAfter)) to++;
        } else if (after(to, words.townAfter)) {
            hints.add(Hint.TOWN_WORD);
            to++;
        }
        around(m, from, to, hints);
        return new PlaceMention(
                from, to, text.span(from, to), text.words(from, to), m.candidates(), hints, List.of(), m.home());
    }

    /** A word that stands apart, or hangs together as all words of its script do. */
    private boolean after(int i, Set<String> list) {
        return wordIn(i, list) && (!text.token(i).glued() || PlaceFinder.caseless(text.token(i)));
    }

    private void around(PlaceMention m, int from, int to, Set<Hint> hints) {
        if (behind(from, words.in)) hints.add(Hint.AFTER_IN);
        if (behind(from, words.at)) hints.add(Hint.AT);
        if (mostly(from)) hints.add(Hint.MOSTLY);
        if (tallies(to)) hints.add(Hint.TALLIES);
        if (text.shouting() || openings.get(from) || from > 0 && opensQuote(from - 1)) hints.add(Hint.OPENS);
        if (m.to() == m.from() + 1 && common(text.token(m.from()).form())) hints.add(Hint.COMMON);
        if (words.capitalNouns || text.shouting()) return;
        if (from == m.from()
                && from > 0
                && name(from - 1)
                && (!openings.get(from - 1) || hints.contains(Hint.COMMON) && unknown(from - 1)))
            hints.add(Hint.NAME_BEFORE);
        if (to == m.to() && to < text.tokens().size() && name(to)) hints.add(Hint.NAME_AFTER);
    }

    /** "mostly in", "above all - in". */
    private boolean mostly(int from) {
        int i = from - 1;
        for (int n = 0; n < MOSTLY_BEFORE && i >= 0; n++, i--) if (wordIn(i, words.mostly)) return true;
        return false;
    }

    private boolean tallies(int to) {
        for (int i = to; i < Math.min(to + TALLY_BEHIND, text.tokens().size()); i++) {
            if (wordIn(i, words.tallies)) return true;
            if (!text.token(i).word()) return false;
        }
        return false;
    }

    private boolean common(String form) {
        if (lower.contains(form)) return true;
        String key = PlaceKey.of(form);
        return words.common.contains(key) || words.bases(key).stream().anyMatch(words.common::contains);
    }

    private boolean opensQuote(int i) {
        Token t = text.token(i);
        return !t.word() && !t.number() && !t.is(",") && !t.is("(") && !t.is("-") && openings.get(i);
    }

    private boolean name(int i) {
        Token t = text.token(i);
        return t.word() && t.capital() && t.end() - t.start() > 1 && !t.form().endsWith("'");
    }

    /** Directly, or with an article or a word for a direction between. */
    private boolean behind(int from, Set<String> list) {
        return wordIn(from - 1, list)
                || wordIn(skipBack(from - 1, words.direction), list)
                || wordIn(skipBack(from - 1, words.of), list);
    }

    /** Whether no list of the language has the word: perhaps a given name. */
    private boolean unknown(int i) {
        return text.matches().get(i).isEmpty() && !wordIn(i, words.in) && !wordIn(i, words.of);
    }

    private boolean wordIn(int i, Set<String> list) {
        return i >= 0
                && i < text.tokens().size()
                && text.token(i).word()
                && list.contains(text.token(i).placeKey());
    }

    private int skipBack(int i, Set<String> list) {
        for (int n = 0; n < 2 && wordIn(i, list); n++) i--;
        return i;
    }

    /** "Odesa, Kherson and Mykolaiv regions", "régions de Tours et de Blois": one word in the plural for all. */
    private List<PlaceMention> listed(List<PlaceMention> mentions) {
        List<PlaceMention> out = new ArrayList<>(mentions);
        boolean shared = false;
        for (int i = out.size() - 1; i > 0; i--) {
            shared = wordIn(out.get(i).to() - 1, words.plural)
                    || shared && out.get(i).has(Hint.REGION_WORD);
            shared &= series(out.get(i - 1), out.get(i));
            if (shared) out.set(i - 1, out.get(i - 1).with(EnumSet.of(Hint.REGION_WORD)));
        }
        shared = false;
        for (int i = 0; i + 1 < out.size(); i++) {
            shared = (wordIn(out.get(i).from(), words.plural) || shared) && series(out.get(i), out.get(i + 1));
            if (shared) out.set(i + 1, out.get(i + 1).with(EnumSet.of(Hint.REGION_WORD)));
        }
        return out;
    }

    /** Whether nothing but a comma, "and" and "of" stands between the two. */
    private boolean series(PlaceMention a, PlaceMention b) {
        if (b.from() - a.to() > LONGEST_GAP) return false;
        for (int i = a.to(); i < b.from(); i++)
            if (!text.token(i).is(",") && !wordIn(i, words.and) && !wordIn(i, words.of) && !wordIn(i, words.in))
                return false;
        return true;
    }

    /** "Springfield, Illinois", "Tripoli (Lebanon)", "Tripoli, in northern Lebanon". */
    private PlaceMention held(PlaceMention m, PlaceMention next) {
        int gap = next.from() - m.to();
        if (gap < 1 || gap > LONGEST_GAP) return m;
        int marks = 0;
        for (int i = m.to(); i < next.from(); i++) {
            if (text.token(i).is(",") || text.token(i).is("(") || text.token(i).is("（")) marks++;
            else if (!wordIn(i, words.in) && !wordIn(i, words.of) && !wordIn(i, words.direction)) return m;
        }
        if (marks > 1 || marks == 0 && gap > 2) return m;
        return m.within(next.candidates().stream().filter(t -> !t.kind().town()).toList());
    }
}
