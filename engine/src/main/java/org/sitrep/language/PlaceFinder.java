package org.sitrep.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.language.PlaceMention.Hint;

/** Finds the names of places in one text: the longest name at each word that may begin one. */
final class PlaceFinder {
    private static final int LONGEST_NAME = 7;
    /** Hebrew is the first script without capitals. */
    private static final char FIRST_CASELESS = 0x590;

    private static final int SHORT_ABBREVIATION = 3;

    private final PlaceNames names;
    private final PlaceWords words;
    private final String language;
    private final Text text;
    private final List<Token> tokens;

    PlaceFinder(PlaceNames names, PlaceWords words, String language, Text text) {
        this.names = names;
        this.words = words;
        this.language = language;
        this.text = text;
        this.tokens = text.tokens();
    }

    /** One word of a name: tokens joined by apostrophes are one. */
    private record Unit(String key, String cut, int to, boolean capital) {}

    /** A beginning of a name that fits so far. */
    private record Path(PlaceNames.Group group, String key, boolean inflected) {}

    /** A name that was found. */
    private record Found(int from, int to, List<Toponym> places, boolean inflected) {}

    List<PlaceMention> find() {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Optional<Found> name = mayBegin(i) ? longest(i) : Optional.empty();
            name.ifPresent(found::add);
            i = name.map(Found::to).orElse(i + 1);
        }
        return new PlaceSurroundings(text, words)
                .mentions(found.stream().map(this::bare).toList());
    }

    private PlaceMention bare(Found f) {
        Set<Hint> hints = f.inflected() ? EnumSet.of(Hint.INFLECTED) : EnumSet.noneOf(Hint.class);
        int to = initials(f) ? f.to() + 1 : f.to();
        return new PlaceMention(
                f.from(),
                to,
                text.span(f.from(), to),
                text.words(f.from(), to),
                f.places(),
                hints,
                List.of(),
                words.home);
    }

    /** "U.S." takes its last dot along. */
    private boolean initials(Found f) {
        if (f.to() >= tokens.size() || f.to() - f.from() < 3) return false;
        return tokens.get(f.to()).is(".")
                && tokens.get(f.to()).glued()
                && tokens.get(f.to() - 1).form().length() == 1
                && tokens.get(f.to() - 2).is(".");
    }

    private boolean mayBegin(int i) {
        Token t = tokens.get(i);
        if (t.word() && !caseless(t) && words.region.contains(t.form())) return false;
        if (!t.word())
            return t.number() && i + 1 < tokens.size() && tokens.get(i + 1).capital();
        if (t.capital() || caseless(t)) return true;
        return i + 2 < tokens.size()
                && tokens.get(i + 1).is("-")
                && tokens.get(i + 1).glued()
                && tokens.get(i + 2).capital();
    }

    /** Whether it is written in a script that has no capitals. */
    static boolean caseless(Token t) {
        return t.word()
                && t.form().charAt(0) >= FIRST_CASELESS
                && Character.getType(t.form().codePointAt(0)) == Character.OTHER_LETTER;
    }

    private Optional<Found> longest(int from) {
        List<Unit> units = new ArrayList<>(4);
        Optional<Unit> unit = unit(from);
        if (unit.isEmpty()) return Optional.empty();
        units.add(unit.get());
        List<Path> paths = beginnings(unit.get());
        Optional<Found> best = Optional.empty();
        while (!paths.isEmpty()) {
            Unit last = units.getLast();
            Optional<Found> here = named(from, last.to(), paths);
            if (here.isPresent()
                    && (last.capital()
                            || here.get().places().stream()
                                    .anyMatch(t -> !t.kind().town()))) best = here;
            if (units.size() == LONGEST_NAME) break;
            Optional<Unit> next = unit(bridge(last.to()));
            if (next.isEmpty()) break;
            units.add(next.get());
            paths = continued(paths, next.get());
        }
        return best;
    }

    private List<Path> beginnings(Unit unit) {
        List<Path> out = new ArrayList<>(2);
        for (String spelling : spellings(unit)) {
            PlaceNames.Group group = names.group(spelling);
            if (group != PlaceNames.Group.NONE) out.add(new Path(group, spelling, !spelling.equals(unit.key())));
        }
        return out;
    }

    private List<Path> continued(List<Path> paths, Unit next) {
        List<Path> out = new ArrayList<>(2);
        for (Path p : paths) {
            if (!p.group().beginnings().contains(p.key())) continue;
            for (String spelling : spellings(next)) {
                String key = p.key() + " " + spelling;
                if (p.group().ids().containsKey(key) || p.group().beginnings().contains(key))
                    out.add(new Path(p.group(), key, p.inflected() || !spelling.equals(next.key())));
            }
        }
        return out;
    }

    /** The word as it stands, then what it may be a case form of. */
    private Set<String> spellings(Unit unit) {
        Set<String> bases = words.bases(unit.key());
        if (bases.isEmpty() && unit.cut().isEmpty()) return Set.of(unit.key());
        Set<String> out = new LinkedHashSet<>();
        out.add(unit.key());
        out.addAll(bases);
        if (!unit.cut().isEmpty()) out.add(unit.cut());
        return out;
    }

    private Optional<Found> named(int from, int to, List<Path> paths) {
        for (boolean inflected : new boolean[] {false, true}) {
            List<Toponym> places = List.of();
            for (Path p : paths) {
                String ids = p.group().ids().get(p.key());
                if (p.inflected() == inflected && ids != null) places = joined(places, names.toponyms(ids, language));
            }
            if (!places.isEmpty()) return Optional.of(new Found(from, to, places, inflected));
        }
        return Optional.empty();
    }

    private static List<Toponym> joined(List<Toponym> a, List<Toponym> b) {
        if (a.isEmpty()) return b;
        Set<Toponym> all = new TreeSet<>(PlaceChoice.WEIGHTIEST);
        all.addAll(a);
        all.addAll(b);
        return List.copyOf(all);
    }

    /** The word that begins at token {@code i}; empty behind the text's end or where there is no word. */
    private Optional<Unit> unit(int i) {
        if (i >= tokens.size() || !tokens.get(i).word() && !tokens.get(i).number()) return Optional.empty();
        boolean alone = i + 1 >= tokens.size() || !tokens.get(i + 1).glued() || !joins(i + 1);
        if (alone) return Optional.of(single(i));
        StringBuilder key = new StringBuilder(tokens.get(i).placeKey());
        boolean capital = tokens.get(i).capital();
        int to = i + 1;
        while (to < tokens.size() && tokens.get(to).glued() && joins(to)) {
            capital |= tokens.get(to).capital();
            key.append(tokens.get(to).word() ? tokens.get(to).placeKey() : "");
            to++;
        }
        return Optional.of(new Unit(key.toString(), "", to, capital));
    }

    private Unit single(int i) {
        Token t = tokens.get(i);
        return new Unit(t.placeKey(), cut(t.form()), i + 1, t.capital() || t.number() || caseless(t));
    }

    /** Whether an apostrophe stands at token {@code i} or before it, with a word on its other side. */
    private boolean joins(int i) {
        Token t = tokens.get(i);
        if (t.word() && !caseless(t) && words.region.contains(t.form())) return false;
        if (!t.word())
            return apostrophe(t.form())
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).word()
                    && tokens.get(i + 1).glued();
        String before = tokens.get(i - 1).form();
        return !before.isEmpty() && PlaceKey.apostrophe(before.charAt(before.length() - 1));
    }

    private static boolean apostrophe(String form) {
        return form.length() == 1 && PlaceKey.apostrophe(form.charAt(0));
    }

    /** What stands before an apostrophe inside a word: endings stand behind it in some languages. */
    private static String cut(String form) {
        int at = form.lastIndexOf('\'');
        return at > 1 ? PlaceKey.of(form.substring(0, at)) : "";
    }

    /** The token behind a hyphen, or behind the dot of a short abbreviation. */
    private int bridge(int i) {
        if (i >= tokens.size() || !tokens.get(i).glued()) return i;
        Token t = tokens.get(i);
        boolean dot = t.is(".") && tokens.get(i - 1).form().length() <= SHORT_ABBREVIATION;
        return t.is("-") || t.is("‑") || t.is("–") || dot ? i + 1 : i;
    }
}
