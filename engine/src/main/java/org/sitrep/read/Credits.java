package org.sitrep.read;

import java.util.List;
import java.util.Optional;
import org.sitrep.model.Passage.Role;
import org.sitrep.model.Span;

/** Who published a text and which agency it credits, as far as bylines, datelines and credit lines tell. */
final class Credits {
    private static final int OPENING = 12;
    private final Scan scan;
    private final Words words;
    private final String text;

    Credits(Scan scan) {
        this.scan = scan;
        this.words = scan.words();
        this.text = scan.text();
    }

    /** "SudOuest.fr" in "By SudOuest.fr with AFP": a byline's name is an outlet only where it is an address, never a person. */
    Optional<String> outlet(List<Layout.Piece> pieces) {
        for (Layout.Piece p : pieces) {
            if (p.role() != Role.CHROME || p.to() - p.from() > 12) continue;
            Optional<Phrases.Hit> by = scan.at(p.from(), p.to(), "byline");
            if (by.isEmpty() || by.get().to() >= p.to()) continue;
            int start = words.start(by.get().to());
            int end = start;
            while (end < p.span().end() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != ',') end++;
            String name = text.substring(start, end);
            int dot = name.lastIndexOf('.');
            if (dot > 2
                    && dot < name.length() - 2
                    && name.substring(dot + 1).chars().allMatch(Character::isLowerCase)) return Optional.of(name);
        }
        return Optional.empty();
    }

    /** The agency named alone, in a byline or credit line, at the dateline, or signing at the end. */
    Optional<String> agency(List<Layout.Piece> pieces) {
        boolean storySeen = false;
        for (Layout.Piece p : pieces) {
            boolean story = p.role() == Role.BODY || p.role() == Role.QUOTED;
            Optional<String> found = switch (p.role()) {
                case CHROME -> p.to() - p.from() <= 40 ? credit(p) : Optional.empty();
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
        boolean byline = scan.at(p.from(), p.to(), "byline").isPresent()
                || scan.first(p.from(), p.to(), "agency_credit").isPresent();
        for (Phrases.Hit h : scan.hits(p.from(), p.to())) {
            if (!agency(h)) continue;
            if (byline || (h.to() - h.from()) * 2 >= p.to() - p.from())
                return Optional.of(h.sense().value());
        }
        return Optional.empty();
    }

    /** "(Reuters) -" or "KAZINFORM -" among the first words. */
    Optional<String> dateline(Layout.Piece p) {
        for (Phrases.Hit h : scan.hits(p.from(), Math.min(p.to(), p.from() + 14))) {
            if (!agency(h)) continue;
            String before = h.from() == p.from() ? "" : words.gap(h.from() - 1);
            String after = words.gap(h.to() - 1).strip();
            boolean bracketed =
                    before.contains("(") && after.startsWith(")") || before.contains("[") && after.startsWith("]");
            boolean dashed = !after.isEmpty()
                    && "-–—".indexOf(after.charAt(0)) >= 0
                    && words.gap(h.to() - 1).startsWith(" ");
            if (bracketed || dashed) return Optional.of(h.sense().value());
        }
        return Optional.empty();
    }

    /** "(AFP)" or "/AFP" as the last words. */
    private Optional<String> signed(Layout.Piece p) {
        for (Phrases.Hit h : scan.hits(Math.max(p.from(), p.to() - 3), p.to())) {
            if (!agency(h) || h.to() != p.to() || h.from() == p.from()) continue;
            String before = words.gap(h.from() - 1);
            if (before.contains("(") || before.contains("/") || before.contains("["))
                return Optional.of(h.sense().value());
        }
        return Optional.empty();
    }

    private boolean agency(Phrases.Hit h) {
        return h.sense().kind().equals("agencies")
                && (words.capital(h.from())
                        || words.end(h.from()) - words.start(h.from()) > 4
                        || h.sense().value().equals(words.form(h.from())));
    }

    /** The agency behind a picture's credit. */
    Optional<String> picture(Layout.Piece p) {
        return scan.hits(p.from(), p.to()).stream()
                .filter(this::agency)
                .map(h -> h.sense().value())
                .findFirst();
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

    /** A name of one word, or of more where a mark or a lower-case word ends it within three. */
    private int nameEnd(int first, int to) {
        int end = first + 1;
        while (end < to
                && end < first + 3
                && words.capital(end)
                && words.gap(end - 1).equals(" ")
                && words.entry(end).languages() == 0) end++;
        boolean closed = end == to || !words.capital(end) || words.entry(end).languages() != 0;
        return words.end((closed ? end : first + 1) - 1);
    }
}
