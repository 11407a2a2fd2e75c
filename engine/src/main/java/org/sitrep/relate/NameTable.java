package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Data;
import org.sitrep.language.Fold;
import org.sitrep.language.Forms;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;

/** The names of {@code languages/names}: states, organisations and offices in many languages, found in running text whatever their case ending. */
public final class NameTable {
    private static final int BUCKET = 4;
    private static final String NUKTA = "\u093c";
    /** A form shorter than this stands only for itself: endings on "Mali" would find "malicious". */
    private static final int INFLECTS = 5;

    private final Map<String, List<Phrase>> buckets = new HashMap<>();
    private final Set<String> wholes = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> carriers = new HashSet<>();
    private final Map<String, Duty> duties = new HashMap<>();

    /** The office that an organisation is in its state: pages call a state's disaster agency by its name or by what it does. */
    record Duty(String office, String state) {}

    /** What a name stands for: its category ("state"), its id ("Mali") and the kind of form ("people"). */
    public record Entry(String category, String id, String form) {}

    /** Where a name stands among the words of a text; {@code to} is exclusive. */
    public record Found(Entry entry, int from, int to) {}

    private record Phrase(List<String> words, boolean upper, int endings, Entry entry) {}

    /** Reads every file of the packs' {@code names} folder. @throws org.sitrep.language.PackError naming file and line */
    public static NameTable load(Packs packs) {
        NameTable table = new NameTable();
        for (var file : Pack.files(packs.folder().resolve("names"))) {
            Data data = Data.load(file);
            for (String category : data.keys())
                for (String id : data.at(category).keys())
                    table.add(category, id, data.at(category).at(id));
        }
        return table;
    }

    private void add(String category, String id, Data entry) {
        if (!entry.map()) return;
        if (entry.at("whole").flag()) wholes.add(id);
        if (entry.at("title").flag()) titles.add(id);
        if (entry.at("carries").flag() || category.equals("media")) carriers.add(id);
        if (!entry.at("office").absent())
            duties.put(id, new Duty(entry.at("office").text(), entry.at("state").text()));
        for (String form : List.of("name", "people", "seat")) {
            for (Data item : entry.at(form).items())
                for (String text : Forms.expand(item, item.text())) put(text, new Entry(category, id, form));
        }
    }

    private void put(String text, Entry entry) {
        List<Word> words = words(text);
        if (words.isEmpty()) return;
        boolean upper = words.stream()
                .allMatch(w -> w.text().equals(w.text().toUpperCase(java.util.Locale.ROOT))
                        && Character.isUpperCase(w.text().charAt(0)));
        int endings = entry.form().equals("people") ? 5 : 3;
        String first = words.get(0).folded();
        String bucket = first.substring(0, Math.min(BUCKET, first.length()));
        buckets.computeIfAbsent(bucket, b -> new ArrayList<>())
                .add(new Phrase(words.stream().map(Word::folded).toList(), upper, endings, entry));
    }

    /** A word of a text, and the same without case and marks; {@code start} is its UTF-16 offset. */
    public record Word(String text, String folded, int start) {
        boolean capital() {
            return Character.isUpperCase(text.codePointAt(0));
        }
    }

    /** The words of a text: runs of letters and digits. */
    public static List<Word> words(String text) {
        List<Word> out = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length()
                    && (Character.isLetterOrDigit(text.charAt(i)) || i > start && mark(text.charAt(i)))) i++;
            if (i > start) out.add(new Word(text.substring(start, i), folded(text.substring(start, i)), start));
            else i++;
        }
        return out;
    }

    /** The dot under Devanagari letters is written or left out at will. */
    private static String folded(String word) {
        return Fold.bare(Fold.form(word)).replace(NUKTA, "");
    }

    /** A vowel sign or other mark that belongs to the letter before it. */
    private static boolean mark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** The longest name that starts at word {@code from}; of two equally long ones the one with fewer letters of ending. */
    public Optional<Found> at(List<Word> words, int from) {
        String first = words.get(from).folded();
        Phrase best = null;
        int slack = Integer.MAX_VALUE;
        for (int n = 1; n <= Math.min(BUCKET, first.length()); n++) {
            for (Phrase p : buckets.getOrDefault(first.substring(0, n), List.of())) {
                int endings = endings(p, words, from);
                if (endings < 0) continue;
                if (best == null
                        || p.words.size() > best.words.size()
                        || p.words.size() == best.words.size() && endings < slack) {
                    best = p;
                    slack = endings;
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(new Found(best.entry, from, from + best.words.size()));
    }

    /** Letters of ending on the words, or -1 where the phrase does not stand there. */
    private static int endings(Phrase p, List<Word> words, int from) {
        if (from + p.words.size() > words.size()) return -1;
        int all = 0;
        for (int i = 0; i < p.words.size(); i++) {
            String want = p.words.get(i);
            Word word = words.get(from + i);
            int extra = word.folded().length() - want.length();
            boolean fits = extra == 0 || extra > 0 && extra <= p.endings && want.length() >= INFLECTS && !p.upper;
            if (!fits
                    || !word.folded().startsWith(want)
                    || p.upper && !word.text().equals(word.text().toUpperCase(java.util.Locale.ROOT))) return -1;
            all += extra;
        }
        return all;
    }

    /** Every name in the words, left to right, not overlapping. */
    public List<Found> all(List<Word> words) {
        List<Found> out = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Optional<Found> found = at(words, i);
            found.ifPresent(out::add);
            i = found.map(Found::to).orElse(i + 1);
        }
        return out;
    }

    /** Whether the office stands for its state as a whole. */
    boolean whole(String office) {
        return wholes.contains(office);
    }

    /** Whether it only passes on what others say. */
    public boolean carries(Found found) {
        return carriers.contains(found.entry().id());
    }

    /** The office that an organisation is, and whose. */
    Optional<Duty> duty(String organisation) {
        return Optional.ofNullable(duties.get(organisation));
    }

    /** Whether the office's holder is named beside it, so that office and person are one speaker. */
    boolean title(String office) {
        return titles.contains(office);
    }

    /** The state that a place name is, if it is one. */
    public Optional<String> state(String place) {
        List<Word> words = words(place);
        if (words.isEmpty()) return Optional.empty();
        return at(words, 0)
                .filter(f -> f.to() == words.size()
                        && f.entry().category().equals("state")
                        && f.entry().form().equals("name"))
                .map(f -> f.entry().id());
    }

    static Comparator<Found> byPlace() {
        return Comparator.comparingInt(Found::from);
    }
}
