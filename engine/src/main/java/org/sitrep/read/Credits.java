package org.sitrep.read;

import java.util.List;
import java.util.Optional;
import org.sitrep.model.Passage.Role;
import org.sitrep.model.Span;

/**
 * Which agency a text credits, as far as datelines, bylines and credit lines tell. An agency that no list knows is told by its
 * place: in brackets behind the dateline ("ALMATY, Jan 9 (Meridian) -"), behind "with" in a byline, behind the label of a credit
 * line, or signing below the story; where a person or a place could stand there too, only by a word such as Agency or Wire.
 */
final class Credits {
    private static final int OPENING = 12;
    private static final int DATELINE = 14;
    private static final String DASHES = "-–—";
    private final Scan scan;
    private final Words words;
    private final String text;
    private final Titles titles;

    Credits(Scan scan) {
        this.scan = scan;
        this.words = scan.words();
        this.text = scan.text();
        this.titles = new Titles(scan);
    }

    /** The agency named in a byline or credit line, at the dateline, or signing at the end. */
    Optional<String> agency(List<Layout.Piece> pieces) {
        boolean storySeen = false;
        for (Layout.Piece p : pieces) {
            boolean story = p.role() == Role.BODY || p.role() == Role.QUOTED;
            Optional<String> found = switch (p.role()) {
                case CHROME -> p.to() - p.from() <= 40 ? credit(p) : Optional.empty();
                case CAPTION -> provider(p);
                case BODY -> storySeen ? signed(p) : dateline(p).or(() -> signed(p));
                case QUOTED -> storySeen ? Optional.empty() : dateline(p);
                default -> Optional.empty();
            };
            if (found.isPresent()) return found;
            storySeen |= story && p.to() - p.from() >= OPENING;
        }
        return Optional.empty();
    }

    private Optional<String> credit(Layout.Piece p) {
        Optional<String> alone = line(p.from(), p.to(), p.span());
        if (alone.isPresent()) return alone;
        boolean byline = scan.at(p.from(), p.to(), "byline").isPresent()
                || scan.first(p.from(), p.to(), "agency_credit").isPresent();
        for (Phrases.Hit h : scan.hits(p.from(), p.to())) {
            if (!agency(h)) continue;
            if (byline || (h.to() - h.from()) * 2 >= p.to() - p.from())
                return Optional.of(h.sense().value());
        }
        return with(p.from(), p.to());
    }

    /** A line that is nothing but a credit: "(Meridian News Agency)", "— Agence Horizon", "Source: Horizon". */
    Optional<String> line(int from, int to, Span span) {
        if (to <= from || to - from > 9) return Optional.empty();
        Optional<Phrases.Hit> label = scan.at(from, to, "credit_label");
        boolean labelled = label.isPresent()
                && label.get().to() < to
                && words.gap(label.get().to() - 1).strip().startsWith(":");
        if (labelled) return labelled(label.get().to(), to);
        char first = text.charAt(span.start());
        boolean marked = "([".indexOf(first) >= 0 && ")]".indexOf(text.charAt(span.end() - 1)) >= 0
                || DASHES.indexOf(first) >= 0;
        Optional<String> known = titles.known(from, to);
        if (marked && known.isPresent()) return known;
        boolean told = titles.name(from, to) && titles.agencyWord(from, to) && to - from > 1;
        boolean ends = ".:".indexOf(text.charAt(span.end() - 1)) < 0;
        return told && (marked || ends) ? Optional.of(titles.text(from, to)) : Optional.empty();
    }

    private Optional<String> labelled(int from, int to) {
        for (int i = from; i < to; i++) {
            Optional<Phrases.Hit> known = scan.at(i, to, "agencies").filter(titles::written);
            if (known.isPresent()) return known.map(h -> h.sense().value());
        }
        int start = titles.skipArticle(from, to);
        int end = titles.end(start, to);
        return end > start && titles.agencyWord(start, end) ? Optional.of(titles.text(start, end)) : Optional.empty();
    }

    /** "By our staff, with Meridian News Agency": a second person has two names and no word for an agency. */
    private Optional<String> with(int from, int to) {
        for (Phrases.Hit h : scan.hits(from, to)) {
            if (!h.sense().kind().equals("credited_with") || h.from() == from || h.to() >= to) continue;
            int start = titles.skipArticle(h.to(), to);
            int end = titles.end(start, to);
            boolean closed = end == to || !words.gap(end - 1).equals(" ");
            if (end == start || !closed || words.digits(start)) continue;
            if (end - start == 1 || titles.agencyWord(start, end)) return Optional.of(titles.text(start, end));
        }
        return Optional.empty();
    }

    /**
     * A line by a newsroom that used an agency's text: "By our foreign staff, with Meridian News Agency". A headline ends in "with"
     * and a name too ("talks with Moscow"): without a byline's opening the name must be known or have a word for an agency.
     */
    boolean shared(int from, int to) {
        if (to - from > OPENING + 2) return false;
        if (scan.at(from, to, "byline").isPresent()) return with(from, to).isPresent();
        for (Phrases.Hit h : scan.hits(from, to)) {
            if (!h.sense().kind().equals("credited_with") || h.from() == from || h.from() > from + 5) continue;
            int start = h.to() < to ? titles.skipArticle(h.to(), to) : to;
            int end = titles.end(start, to);
            if (end > start
                    && (titles.agencyWord(start, end)
                            || titles.known(start, end).isPresent())) return true;
        }
        return false;
    }

    /** "© Provided by Northern Wire" under the story's own picture. */
    private Optional<String> provider(Layout.Piece p) {
        return scan.first(p.from(), p.to(), "provided").isPresent()
                ? teased(p.from(), p.to(), p.span())
                : Optional.empty();
    }

    /** "(Reuters) -" or "KAZINFORM -" among the first words. */
    Optional<String> dateline(Layout.Piece p) {
        for (Phrases.Hit h : scan.hits(p.from(), Math.min(p.to(), p.from() + DATELINE))) {
            if (!agency(h)) continue;
            String before = h.from() == p.from() ? opening(p) : words.gap(h.from() - 1);
            String after = words.gap(h.to() - 1).strip();
            boolean bracketed =
                    before.contains("(") && after.startsWith(")") || before.contains("[") && after.startsWith("]");
            boolean dashed = dash(after) && words.gap(h.to() - 1).startsWith(" ");
            if (bracketed || dashed) return Optional.of(h.sense().value());
        }
        return bracketed(p).or(() -> leading(p));
    }

    private String opening(Layout.Piece p) {
        return text.substring(p.span().start(), words.start(p.from()));
    }

    private static boolean dash(String gap) {
        return !gap.isEmpty() && DASHES.indexOf(gap.charAt(0)) >= 0;
    }

    /**
     * A name in brackets that closes a dateline: "NUR-SULTAN, Jan 9 (Meridian) -". Directly behind the place a single word is
     * the place's region or state ("LYON (France) -"), so there a word must tell that it is an agency.
     */
    private Optional<String> bracketed(Layout.Piece p) {
        int limit = Math.min(p.to(), p.from() + DATELINE);
        for (int i = p.from(); i < limit; i++) {
            String before = i == p.from() ? opening(p) : words.gap(i - 1);
            if (!before.contains("(") && !before.contains("[")) {
                if (!datelineWord(i)) return Optional.empty();
                continue;
            }
            int end = titles.end(i, Math.min(p.to(), i + 6));
            if (end == i) return Optional.empty();
            String after = words.gap(end - 1).strip();
            boolean closed = (after.startsWith(")") || after.startsWith("]"))
                    && dash(after.substring(1).strip());
            boolean dated = i > p.from() && (words.digits(i - 1) || month(i - 1));
            boolean told = dated || i == p.from() || titles.agencyWord(i, end) || titles.outletWord(i, end);
            return closed && told ? Optional.of(titles.text(i, end)) : Optional.empty();
        }
        return Optional.empty();
    }

    private boolean month(int i) {
        return scan.at(i, i + 1, "months").isPresent();
    }

    /** What a dateline is made of: places with a capital, numbers, months and the small words between them. */
    private boolean datelineWord(int i) {
        return words.capital(i) || words.digits(i) || month(i) || words.entry(i).languages() != 0;
    }

    /** "NORTHERN WIRE -" and "Lisbonne, Agence Horizon –" in front of the first sentence. */
    private Optional<String> leading(Layout.Piece p) {
        for (int i = p.from(); i < Math.min(p.to(), p.from() + 4); i++) {
            int end = titles.end(i, Math.min(p.to(), i + 5));
            if (end > i
                    && titles.agencyWord(i, end)
                    && end - i > 1
                    && words.gap(end - 1).startsWith(" ")
                    && dash(words.gap(end - 1).strip())) return Optional.of(titles.text(i, end));
            if (!datelineWord(i)) return Optional.empty();
        }
        return Optional.empty();
    }

    /** "(AFP)", "/AFP" or "— Agence Horizon" as the last words. */
    private Optional<String> signed(Layout.Piece p) {
        for (Phrases.Hit h : scan.hits(Math.max(p.from(), p.to() - 3), p.to())) {
            if (!agency(h) || h.to() != p.to() || h.from() == p.from()) continue;
            if (set(words.gap(h.from() - 1))) return Optional.of(h.sense().value());
        }
        for (int i = Math.max(p.from() + 1, p.to() - 5); i < p.to() - 1; i++)
            if (set(words.gap(i - 1)) && titles.name(i, p.to()) && titles.agencyWord(i, p.to()))
                return Optional.of(titles.text(i, p.to()));
        return Optional.empty();
    }

    /** Whether a mark sets a signature off from the sentence before it. */
    private static boolean set(String gap) {
        return gap.contains("(")
                || gap.contains("/")
                || gap.contains("[")
                || gap.contains(" —")
                || gap.contains(" –")
                || gap.contains(". -");
    }

    private boolean agency(Phrases.Hit h) {
        return h.sense().kind().equals("agencies") && titles.written(h);
    }

    /** The agency behind a picture's credit. */
    Optional<String> picture(Layout.Piece p) {
        return scan.hits(p.from(), p.to()).stream()
                .filter(this::agency)
                .map(h -> h.sense().value())
                .findFirst()
                .or(() -> provider(p));
    }

    /** The outlet a teaser names: behind "provided by", or in brackets at its end. */
    Optional<String> teased(int from, int to, Span span) {
        Optional<Phrases.Hit> by = scan.first(from, to, "provided");
        if (by.isPresent() && by.get().to() < to)
            return Optional.of(words.text()
                    .substring(words.start(by.get().to()), nameEnd(by.get().to(), to)));
        int close = span.end() - 1;
        int open = text.lastIndexOf('(', close);
        boolean bracketed = text.charAt(close) == ')' && open > span.start() && close - open < 40;
        return bracketed && Character.isUpperCase(text.charAt(open + 1))
                ? Optional.of(text.substring(open + 1, close))
                : Optional.empty();
    }

    /**
     * A name of one word, or of more where a mark, two blanks or a lower-case word ends it within three, or a word tells that it is
     * an outlet's: flattened pages run the name and the summary's first word together.
     */
    private int nameEnd(int first, int to) {
        int end = first + 1;
        while (end < to
                && end < first + 3
                && words.capital(end)
                && words.gap(end - 1).equals(" ")
                && words.entry(end).languages() == 0) end++;
        boolean closed =
                end == to || !words.capital(end) || words.entry(end).languages() != 0 || !words.spaced(end - 1);
        if (!closed) {
            end = first + 1;
            if (words.spaced(first)
                    && (titles.agencyWord(first + 1, first + 2) || titles.outletWord(first + 1, first + 2))) end++;
        }
        return words.end(end - 1);
    }
}
