package org.sitrep.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Passage.Flag;
import org.sitrep.model.Passage.Role;
import org.sitrep.model.Published;
import org.sitrep.model.Span;

/** Joins pieces into passages: neighbours of one role, language, outlet and date, unless one of them is damaged. */
final class Assembly {
    private static final int TELLS = 4;
    private static final int ENOUGH = 8;
    private final Tongue tongue;
    private final String language;
    private final Scan scan;
    private final Credits credits;
    private final Damage damage;
    private final List<Line> lines;
    private final IntUnaryOperator live;

    /** @param live by line, the number of the entry of a live page that it belongs to; 0 for none */
    Assembly(
            Vocabulary vocabulary, Scan scan, List<Line> lines, Tongue tongue, String language, IntUnaryOperator live) {
        this.live = live;
        this.tongue = tongue;
        this.language = language;
        this.credits = new Credits(scan);
        this.damage = new Damage(vocabulary, scan, tongue);
        this.scan = scan;
        this.lines = lines;
    }

    /** A passage in the making. */
    private record Part(
            Role role,
            Span span,
            int from,
            int to,
            String language,
            Optional<String> outlet,
            List<Damage.Sign> signs,
            Optional<Day> entry,
            int live) {
        boolean joins(Part next) {
            return role == next.role
                    && language.equals(next.language)
                    && outlet.equals(next.outlet)
                    && entry.equals(next.entry)
                    && live == next.live
                    && same(signs, next.signs);
        }

        private static boolean same(List<Damage.Sign> a, List<Damage.Sign> b) {
            return a.isEmpty() && b.isEmpty();
        }

        Part with(Part next) {
            return new Part(role, span.cover(next.span), from, next.to, language, outlet, signs, entry, live);
        }
    }

    /** The passages of a page whose pieces have roles. */
    List<Passage> passages(
            List<Layout.Piece> pieces, Dating dating, Optional<String>[] hosts, Optional<String> agency) {
        List<Part> parts = parts(pieces, hosts);
        boolean translated = translated(parts);
        List<Passage> out = new ArrayList<>();
        for (Part p : parts) out.add(passage(p, "p" + (out.size() + 1), dating, agency, translated, parts));
        return Teasers.joined(out, dating.page());
    }

    private List<Part> parts(List<Layout.Piece> pieces, Optional<String>[] hosts) {
        List<Part> out = new ArrayList<>();
        Optional<Day> entry = Optional.empty();
        int last = lastStory(pieces);
        boolean story = false;
        for (int i = 0; i < pieces.size(); i++) {
            Layout.Piece p = pieces.get(i);
            if (p.role() == Role.CHROME && p.dateline().isPresent() && story) entry = p.dateline();
            story |= p.role() == Role.BODY || p.role() == Role.QUOTED;
            Part part = part(
                    p,
                    i == last,
                    entry.filter(d -> p.role() != Role.CHROME && p.role() != Role.TEASER),
                    hosts[p.line()]);
            if (!out.isEmpty() && out.getLast().joins(part))
                out.add(out.removeLast().with(part));
            else out.add(part);
        }
        return out;
    }

    private static int lastStory(List<Layout.Piece> pieces) {
        for (int i = pieces.size() - 1; i >= 0; i--)
            if (pieces.get(i).role() == Role.BODY || pieces.get(i).role() == Role.QUOTED) return i;
        return -1;
    }

    private Part part(Layout.Piece p, boolean last, Optional<Day> entry, Optional<String> host) {
        boolean chrome = p.role() == Role.CHROME;
        String own = !chrome && p.to() - p.from() >= TELLS ? tongue.of(p.from(), p.to(), language) : language;
        List<Damage.Sign> signs = chrome
                ? p.to() - p.from() > 40 ? List.of() : damage.credits(p.from(), p.to(), own)
                : damage.in(p.from(), p.to(), own);
        if (!chrome && p.role() != Role.CAPTION) signs.removeIf(Damage.Sign::sure);
        if (last) damage.cut(p, lines.get(p.line()), own).ifPresent(signs::add);
        Optional<String> outlet =
                host.or(() -> p.role() == Role.TEASER ? credits.teased(p.from(), p.to(), p.span()) : Optional.empty());
        return new Part(p.role(), p.span(), p.from(), p.to(), own, outlet, signs, entry, live.applyAsInt(p.line()));
    }

    /** Whether a translator is credited, or several signs in several passages tell that the whole story was translated. */
    private boolean translated(List<Part> parts) {
        int passages = 0;
        int signs = 0;
        for (Part p : parts) {
            long own = p.signs.stream()
                    .filter(s -> s.flag() == Flag.MACHINE_TRANSLATED)
                    .count();
            if (p.signs.stream().anyMatch(Damage.Sign::sure)) return true;
            signs += (int) own;
            if (own > 0) passages++;
        }
        return passages >= 3 && signs >= 4;
    }

    private Passage passage(
            Part p, String id, Dating dating, Optional<String> agency, boolean translated, List<Part> all) {
        Set<Flag> flags = new LinkedHashSet<>();
        List<Span> evidence = new ArrayList<>();
        for (Damage.Sign s : p.signs) {
            flags.add(s.flag());
            boolean shown = p.signs.stream()
                    .anyMatch(o -> o.span().contains(s.span()) && !o.span().equals(s.span()));
            if (!shown && !evidence.contains(s.span()) && evidence.size() < ENOUGH) evidence.add(s.span());
        }
        boolean told = p.role != Role.CHROME && p.role != Role.COMMENT && p.language.equals(language);
        if (translated && told && flags.add(Flag.MACHINE_TRANSLATED)) first(all).ifPresent(evidence::add);
        Optional<Published> published = linked(p)
                .or(() -> dating.passage(p.role, p.from, p.to, p.entry))
                .or(dating::page);
        Optional<String> credited = p.role == Role.CAPTION
                ? credits.picture(new Layout.Piece(p.role, p.span, p.from, p.to, 0, Optional.empty()))
                : p.role == Role.TEASER || p.role == Role.CHROME ? Optional.empty() : agency;
        return new Passage(id, p.role, p.span, p.language, p.outlet, credited, published, flags, evidence);
    }

    /** An excerpt that is closed by its address was published on the day that the address holds. */
    private Optional<Published> linked(Part p) {
        if (p.role != Role.QUOTED || p.outlet.isEmpty()) return Optional.empty();
        for (Line line : lines) {
            if (line.span().start() < p.span.end()) continue;
            String words = line.span().of(scan.text()).strip();
            if (!words.startsWith("http") || words.indexOf(' ') >= 0) continue;
            return Signs.host(words).equals(p.outlet.get())
                    ? Addresses.day(words)
                            .map(d -> new Published(Edtf.of(d), Published.From.URL, "the address holds this day"))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** The sign that best tells of translation. */
    private static Optional<Span> first(List<Part> all) {
        List<Damage.Sign> signs = all.stream()
                .flatMap(p -> p.signs.stream())
                .filter(s -> s.flag() == Flag.MACHINE_TRANSLATED)
                .toList();
        return signs.stream()
                .filter(Damage.Sign::sure)
                .findFirst()
                .or(() -> signs.stream().findFirst())
                .map(Damage.Sign::span);
    }
}
