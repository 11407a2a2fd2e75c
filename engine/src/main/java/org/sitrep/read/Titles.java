package org.sitrep.read;

import java.util.Optional;

/** Names of agencies and outlets as runs of capitalised words: how far one reaches, and what its words tell of it. */
final class Titles {
    private static final int LONGEST = 6;
    private final Scan scan;
    private final Words words;
    private final String text;

    Titles(Scan scan) {
        this.scan = scan;
        this.words = scan.words();
        this.text = scan.text();
    }

    /**
     * The end, exclusive, of the name that starts at word {@code from}; {@code from} where none does. Small words may stand inside
     * ("Agence de l'Est"), so may a number at the end ("Steppe 24"); any mark but an apostrophe, a hyphen or the stop of an address ends it.
     */
    int end(int from, int limit) {
        int end = from;
        for (int i = from; i < limit && i < from + LONGEST; i++) {
            if (i > from && !joined(i - 1) && !address(i, from)) break;
            boolean bears = words.capital(i)
                    || words.digits(i) && i > from && !words.year(i)
                    || address(i, from)
                    || i == from && site(i, limit);
            if (bears) end = i + 1;
            else if (i == from || !small(i)) break;
        }
        return end;
    }

    private boolean joined(int before) {
        String gap = words.gap(before);
        return gap.equals(" ") || gap.length() == 1 && "-'’".contains(gap);
    }

    /** Whether an address starts here though its name has no capital: "valley-post.example". */
    private boolean site(int from, int limit) {
        int i = from;
        while (i + 1 < limit && words.gap(i).equals("-")) i++;
        return i + 1 < limit && words.gap(i).equals(".") && words.lower(i + 1) && words.length(i + 1) > 1;
    }

    private boolean address(int i, int from) {
        return i > from
                && words.lower(i)
                && (words.gap(i - 1).equals(".") || words.gap(i - 1).equals("-") && words.lower(from));
    }

    private boolean small(int i) {
        return scan.at(i, i + 1, "name_joiners").isPresent();
    }

    /** The characters of words {@code from} to {@code to}. */
    String text(int from, int to) {
        return text.substring(words.start(from), words.end(to - 1));
    }

    /** Whether the whole run, nothing else, is a name. */
    boolean name(int from, int to) {
        return to > from && end(from, to) == to;
    }

    /** Past an article in front of a name: "avec l'Agence Horizon". */
    int skipArticle(int from, int to) {
        int i = from;
        while (i < to
                && i < from + 2
                && words.lower(i)
                && words.length(i) <= 3
                && words.entry(i).languages() != 0) i++;
        return i < to ? i : from;
    }

    /** The known agency whose name is exactly this run. */
    Optional<String> known(int from, int to) {
        return scan.at(from, to, "agencies")
                .filter(h -> h.to() == to && written(h))
                .map(h -> h.sense().value());
    }

    /** Whether it is written as that agency writes itself: "aa" and "map" are words of many languages. */
    boolean written(Phrases.Hit h) {
        return words.capital(h.from())
                || words.length(h.from()) > 4
                || h.sense().value().equals(words.form(h.from()));
    }

    /** Whether a word of the run says that this is an agency: Agency, Wire, Agence. */
    boolean agencyWord(int from, int to) {
        return scan.first(from, to, "agency_words").isPresent();
    }

    /** Whether a word of the run says that this is a paper, a station or a site: Herald, Gazette, Radio. */
    boolean outletWord(int from, int to) {
        if (scan.first(from, to, "outlet_words").isPresent()) return true;
        for (int i = from; i < to; i++) {
            String form = words.form(i);
            for (String ending : scan.vocabulary().outletEndings())
                if (form.length() > ending.length() + 1 && form.endsWith(ending)) return true;
        }
        return false;
    }

    /** Whether the run is an address: "sudouest.fr". */
    boolean domain(int from, int to) {
        return to - from >= 2
                && words.gap(to - 2).equals(".")
                && words.lower(to - 1)
                && words.length(to - 1) <= 7
                && words.length(to - 2) > 2;
    }

    /** A short run of capitals: "AFP". */
    boolean acronym(int from, int to) {
        return to == from + 1 && words.upper(from) && words.length(from) <= 6;
    }
}
