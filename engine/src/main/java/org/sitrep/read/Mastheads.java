package org.sitrep.read;

import java.util.List;
import java.util.Optional;
import org.sitrep.language.Fold;
import org.sitrep.model.Passage.Role;

/**
 * Who published a flattened page: its masthead is a name alone on a line above the headline. Sections ("World News") stand there too,
 * so a word such as Herald or Radio, an address, or the same name further down must confirm it.
 */
final class Mastheads {
    /** Lines from the top of a page among which a masthead is looked for. */
    static final int LINES = 4;

    private static final int LONGEST = 6;
    private final Scan scan;
    private final Words words;
    private final String text;
    private final Titles titles;

    Mastheads(Scan scan) {
        this.scan = scan;
        this.words = scan.words();
        this.text = scan.text();
        this.titles = new Titles(scan);
    }

    /** The outlet by its masthead, its byline, the end of the headline's line or its copyright notice. */
    Optional<String> outlet(List<Layout.Piece> pieces) {
        return masthead(pieces)
                .or(() -> byline(pieces))
                .or(() -> dated(pieces))
                .or(() -> suffix(pieces))
                .or(() -> rights(pieces));
    }

    private Optional<String> masthead(List<Layout.Piece> pieces) {
        for (int i = 0; i < Math.min(LINES, pieces.size() - 1); i++) {
            Layout.Piece p = pieces.get(i);
            if (p.role() != Role.CHROME) break;
            Layout.Piece next = pieces.get(i + 1);
            boolean menu =
                    i == 0 && next.role() == Role.CHROME && next.dateline().isEmpty() && next.line() == p.line() + 1;
            Optional<String> name = p.dateline().isPresent()
                    ? Optional.empty()
                    : name(new Line(p.span(), p.from(), p.to(), false), i == 0, menu);
            if (name.isPresent()) return name;
        }
        return Optional.empty();
    }

    /**
     * The outlet that a line above the headline names.
     *
     * @param first whether it is the page's first line, where "The Morning Ferry" is a masthead by its article
     * @param menu whether a menu follows directly, as under a site's name
     */
    Optional<String> name(Line line, boolean first, boolean menu) {
        int from = line.from();
        int end = end(line);
        boolean own = end - from <= LONGEST
                && titles.name(from, end)
                && scan.at(from, end, "byline").isEmpty()
                && !label(from, end);
        boolean told =
                own && (confirmed(line, end) || first && end - from > 1 && (menu || article(from) && end - from > 2));
        return told ? Optional.of(titles.text(from, end)) : Optional.empty();
    }

    /** "The", "La", "Der" in front of a name. */
    private boolean article(int i) {
        return words.entry(i).languages() != 0 && words.length(i) <= 3;
    }

    /** Where the name ends on its line: at two blanks, a bar or a dash, behind which a motto stands. */
    private int end(Line line) {
        for (int i = line.from(); i + 1 < line.to(); i++) {
            String gap = words.gap(i);
            if (gap.length() > 1
                    && (gap.isBlank() || "|–—-·".indexOf(gap.strip().charAt(0)) >= 0)) return i + 1;
        }
        return line.to();
    }

    /** Whether the words are a menu's, a section's or a day's. */
    private boolean label(int from, int to) {
        for (Phrases.Hit h : scan.hits(from, to)) {
            String kind = h.sense().kind();
            boolean whole = h.from() == from && h.to() == to;
            if (whole && !kind.equals("outlet_words") && !kind.equals("agency_words") && !kind.equals("agencies"))
                return true;
            if (kind.equals("months") || kind.equals("weekdays") || kind.equals("forum"))
                return h.to() - h.from() == to - from;
        }
        return false;
    }

    private boolean confirmed(Line p, int end) {
        return titles.outletWord(p.from(), end) && end - p.from() > 1
                || titles.agencyWord(p.from(), end) && end - p.from() > 1
                || titles.domain(p.from(), end)
                || titles.known(p.from(), end).isPresent()
                || end - p.from() > 1 && recurs(p, end);
    }

    /** Whether the name stands again below, as words or inside an address ("compass.rose@…"); an article in front does not count. */
    private boolean recurs(Line p, int end) {
        int from = p.from();
        if (end - from > 1 && article(from)) from++;
        String name = letters(titles.text(from, end));
        return name.length() >= 8 && letters(text.substring(p.span().end())).contains(name);
    }

    private static String letters(String s) {
        StringBuilder out = new StringBuilder();
        Fold.form(s).codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** "SudOuest.fr" in "By SudOuest.fr with AFP": a byline's name is an outlet only where it is an address, never a person. */
    private Optional<String> byline(List<Layout.Piece> pieces) {
        for (Layout.Piece p : pieces) {
            if (p.role() != Role.CHROME || p.to() - p.from() > 12) continue;
            Optional<Phrases.Hit> by = scan.at(p.from(), p.to(), "byline");
            if (by.isEmpty() || by.get().to() >= p.to()) continue;
            int from = by.get().to();
            int end = titles.end(from, p.to());
            if (titles.domain(from, end)) return Optional.of(titles.text(from, end));
        }
        return Optional.empty();
    }

    /** "La Dépêche des Collines, samedi 22 janvier 2022" under the headline. */
    private Optional<String> dated(List<Layout.Piece> pieces) {
        for (Layout.Piece p : pieces) {
            if (p.role() != Role.CHROME || p.dateline().isEmpty() || p.to() - p.from() > 2 * LONGEST) continue;
            int end = titles.end(p.from(), p.to());
            boolean own = end > p.from() && end < p.to() && !words.gap(end - 1).equals(" ") && !label(p.from(), end);
            if (own && (titles.outletWord(p.from(), end) || article(p.from())) && end - p.from() > 1)
                return Optional.of(titles.text(p.from(), end));
        }
        return Optional.empty();
    }

    /** "164 dead in a week of unrest | Northgate Herald". */
    private Optional<String> suffix(List<Layout.Piece> pieces) {
        for (Layout.Piece p : pieces) {
            if (p.role() != Role.HEADLINE) continue;
            for (int i = p.to() - 1; i > p.from() + 3 && i > p.to() - LONGEST; i--) {
                String gap = words.gap(i - 1).strip();
                if (gap.length() != 1 || "|-–—•·".indexOf(gap.charAt(0)) < 0) continue;
                boolean told = titles.outletWord(i, p.to()) || titles.domain(i, p.to()) || gap.equals("|");
                return told && titles.name(i, p.to()) ? Optional.of(titles.text(i, p.to())) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "© 2022 Northgate Herald": a notice with its year is the site's, one without is a picture's. */
    private Optional<String> rights(List<Layout.Piece> pieces) {
        for (Layout.Piece p : pieces) {
            if (p.role() == Role.BODY || p.to() - p.from() > 25) continue;
            int sign = text.indexOf('©', p.span().start());
            if (sign < 0 || sign >= p.span().end()) continue;
            int from = words.from(sign);
            boolean yearFirst = from < p.to() && words.year(from);
            if (yearFirst) from++;
            if (yearFirst && from < p.to() && words.year(from)) from++;
            int end = titles.end(from, p.to());
            boolean dated = yearFirst || end < p.to() && words.year(end);
            if (dated && end > from && scan.at(from, end, "chrome_strong").isEmpty())
                return Optional.of(titles.text(from, end));
        }
        return Optional.empty();
    }
}
