package org.sitrep.read;

import java.util.List;
import java.util.Optional;
import org.sitrep.model.Span;

/** What one line shows by itself, whatever stands around it. */
final class Signs {
    private static final int SHORT = 14;
    private final Scan scan;
    private final Words words;
    private final String text;
    private final Vocabulary vocabulary;
    private final Days days;
    private final Credits credits;

    Signs(Vocabulary vocabulary, Scan scan, Days days) {
        this.vocabulary = vocabulary;
        this.scan = scan;
        this.words = scan.words();
        this.text = scan.text();
        this.days = days;
        this.credits = new Credits(scan);
    }

    /** Whether the line starts with a phrase of {@code kind}. */
    Optional<Phrases.Hit> starts(Line line, String kind) {
        return line.size() == 0 ? Optional.empty() : scan.at(line.from(), line.to(), kind);
    }

    boolean holds(Line line, String kind) {
        return scan.first(line.from(), line.to(), kind).isPresent();
    }

    /** Words of the line that phrases of the given kinds cover. */
    int covered(Line line, List<String> kinds) {
        int out = 0;
        int past = line.from();
        for (int i = line.from(); i < line.to(); i++) {
            if (!scan.any(i)) continue;
            int to = i;
            for (Phrases.Hit h : scan.at(i))
                if (h.to() <= line.to() && kinds.contains(h.sense().kind())) to = Math.max(to, h.to());
            if (to > past) out += to - Math.max(i, past);
            past = Math.max(past, to);
        }
        return out;
    }

    /** Menus, prompts, notices and what publishing tools leave behind. */
    boolean chrome(Line line) {
        if (line.size() == 0 || debris(line) || address(line).isPresent() || trail(line)) return true;
        if (holds(line, "chrome_strong") && line.size() <= 45) return true;
        int covered = covered(line, List.of("chrome", "chrome_strong", "comments", "stops", "forum"));
        if (covered * 10 >= line.size() * 6) return true;
        return !line.closed(text) && covered * 3 >= line.size() && covered >= 5 || rights(line);
    }

    private boolean debris(Line line) {
        if (line.span().length() > 400) return false;
        for (String mark : vocabulary.debris())
            if (text.indexOf(mark, line.span().start(), line.span().end()) >= 0) return true;
        return false;
    }

    /** A copyright notice: the sign, then a year within a few words. */
    private boolean rights(Line line) {
        if (line.size() > 40) return false;
        int sign = text.indexOf('©', line.span().start(), line.span().end());
        if (sign < 0) return false;
        int w = words.from(sign);
        for (int i = Math.max(line.from(), w - 2); i < Math.min(line.to(), w + 5); i++) {
            if (words.year(i)) return true;
        }
        return false;
    }

    /** A trail of links: "Home » World » Asia". */
    private boolean trail(Line line) {
        int marks = 0;
        for (int i = line.span().start(); i < line.span().end(); i++) if (bar(text.charAt(i))) marks++;
        return marks >= 2 && line.size() <= marks * 7 && (marks >= 3 || !line.closed(text));
    }

    private static boolean bar(char c) {
        return c == '|' || c == '>' || c == '»' || c == '›' || c == '•' || c == '·';
    }

    /** The host of a line that is nothing but an address. */
    Optional<String> address(Line line) {
        int from = line.span().start();
        boolean address =
                text.startsWith("http://", from) || text.startsWith("https://", from) || text.startsWith("www.", from);
        if (!address || text.indexOf(' ', from, line.span().end()) >= 0) return Optional.empty();
        return Optional.of(host(line.span().of(text)));
    }

    /** The host of an address without "www.". */
    static String host(String address) {
        int from = address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3;
        int to = from;
        while (to < address.length() && "/?#:".indexOf(address.charAt(to)) < 0) to++;
        String host = address.substring(from, to);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The day of a short line that tells little else than when. */
    Optional<Day> dateline(Line line, String language) {
        if (line.size() > 2 * SHORT) return Optional.empty();
        List<Day> found = days.in(line.from(), line.to(), language);
        if (found.isEmpty()) return Optional.empty();
        Day day = found.getFirst();
        boolean stamped = holds(line, "published") || holds(line, "updated");
        // A dash in front signs a quoted post; two days without a word for publication are a period.
        if (!stamped
                && ("—–".indexOf(text.charAt(line.span().start())) >= 0
                        || found.size() > 1
                                && !found.get(1).date().equals(day.date())
                                && found.get(1).year().isPresent())) return Optional.empty();
        int rest = line.size() - (day.to() - day.from());
        boolean alone = rest <= (day.time() ? 9 : 5) && !line.closed(text) || rest <= 1;
        return alone || stamped && rest <= SHORT + 6 && !line.closed(text) ? Optional.of(day) : Optional.empty();
    }

    /** "By Name", "By outlet with agency", or an agency's name alone. */
    boolean byline(Line line) {
        if (line.closed(text) || holds(line, "image")) return false;
        if (credits.shared(line.from(), line.to())) return true;
        if (line.size() > 12) return false;
        int agencies = covered(line, List.of("agencies"));
        if (agencies > 0 && (agencies * 2 >= line.size() || words.upper(line.from()) && credited(line))) return true;
        Optional<Phrases.Hit> by = starts(line, "byline");
        return by.isPresent()
                && line.size() <= 9
                && by.get().to() < line.to()
                && words.capital(line.from())
                && words.capital(by.get().to());
    }

    /** The reporters' and editors' line at the end of an agency's text, or one that only names the agency. */
    boolean agencyCredit(Line line) {
        if (credits.line(line.from(), line.to(), line.span()).isPresent()) return true;
        char first = text.charAt(line.span().start());
        return line.size() <= 40
                && (first == '('
                        || first == '['
                        || starts(line, "agency_credit").isPresent())
                && holds(line, "agency_credit");
    }

    /** A picture's text or credit. */
    boolean caption(Line line) {
        Span s = line.span();
        if (line.size() > 60) return false;
        boolean bracketed = "([".indexOf(text.charAt(s.start())) >= 0 && ")]".indexOf(text.charAt(s.end() - 1)) >= 0;
        if (bracketed
                && line.size() <= 15
                && (holds(line, "image")
                        || holds(line, "agencies") && covered(line, List.of("agencies")) < line.size())) return true;
        Optional<Phrases.Hit> image = starts(line, "image");
        if (image.isPresent() && image.get().to() < line.to() && labelled(image.get())) return true;
        if (text.charAt(s.start()) == '©') return true;
        return !line.closed(text) && (sign(line) || credited(line)) && line.size() <= 50;
    }

    private boolean labelled(Phrases.Hit hit) {
        String gap = words.gap(hit.to() - 1);
        return gap.strip().startsWith(":") || gap.contains("©") || gap.strip().startsWith("/");
    }

    private boolean sign(Line line) {
        return text.indexOf('©', line.span().start(), line.span().end()) >= 0;
    }

    /** Whether it ends with a credit set off by a bar, a slash or brackets: "| Ap", "Name/AFP", "(Reuters)". */
    private boolean credited(Line line) {
        for (int i = Math.max(line.from(), line.to() - 3); i < line.to(); i++) {
            Optional<Phrases.Hit> agency = scan.at(i, line.to(), "agencies");
            if (agency.isEmpty() || agency.get().to() != line.to() || i == line.from()) continue;
            String gap = words.gap(i - 1);
            return gap.contains("|") || gap.contains("/") || gap.contains("(") || gap.contains("©");
        }
        return false;
    }

    /** Whether the line opens with a phrase that leads to another story ("video: …"). */
    boolean teaser(Line line) {
        Optional<Phrases.Hit> hit = starts(line, "teaser");
        if (hit.isEmpty()) return false;
        if (hit.get().to() == line.to()) return true;
        String gap = words.gap(hit.get().to() - 1).strip();
        boolean marked = gap.startsWith(":")
                || gap.startsWith(">")
                || gap.startsWith("»")
                || gap.startsWith("|")
                || gap.startsWith("-");
        return marked && line.size() <= 45
                || hit.get().to() - hit.get().from() > 1 && line.size() <= 30 && !line.closed(text);
    }
}
