package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sitrep.language.Gazetteer;
import org.sitrep.language.PlaceEcho;
import org.sitrep.language.PlaceMention.Hint;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.language.Toponym;
import org.sitrep.model.Place;
import org.sitrep.model.Span;

/**
 * The places that the sentences of one text give for what they say. A place behind "in" comes first; then a town or region that
 * stands there in any other way and is no part of an actor's name ("the dead of Herat", "Herat alone has 12"); a state only where
 * it gives a count of its own, since states act and speak far more often than they are scenes.
 */
final class Sites {
    /** Tokens that a place before the claim is farther than one behind it. */
    private static final int BEFORE = 6;
    /** Tokens that a comma between counts for: most often another clause begins there. */
    private static final int COMMA = 6;
    /** Tokens that a place without "in" is farther than one with it. */
    private static final int LOOSE = 4;
    /** Tokens back from a place's own words to whoever sits there: a preposition and an article stand between. */
    private static final int SEAT = 3;

    /** Ids of words between a place and what is to be elsewhere, or at another time. */
    private static final Set<String> ORDERS = Set.of("until", "before", "after");

    private final Text text;
    private final Mentions mentions;
    private final Supplier<List<PlaceEcho>> echoes;
    private final Optional<String> country;
    private final Optional<Place> state;

    /** @param country ISO code of the state that the article is about. @param state that state as the article names it */
    Sites(Gazetteer gazetteer, Names.Part part, Mentions mentions, Optional<String> country, Optional<Place> state) {
        this.country = country;
        this.text = part.text();
        this.mentions = mentions;
        this.echoes = new Once(() -> gazetteer.echoes(text, part.language()));
        this.state = state;
    }

    /** Reads when first asked: most texts make no claim. */
    private static final class Once implements Supplier<List<PlaceEcho>> {
        private final Supplier<List<PlaceEcho>> reading;
        private Optional<List<PlaceEcho>> read = Optional.empty();

        Once(Supplier<List<PlaceEcho>> reading) {
            this.reading = reading;
        }

        @Override
        public List<PlaceEcho> get() {
            if (read.isEmpty()) read = Optional.of(reading.get());
            return read.get();
        }
    }

    /** A place, where it stands, and how much farther than that it is taken to be. */
    private record Site(int from, int farther, Place place) {
        int distance(int claim, Text text) {
            return farther + commas(claim, text) * COMMA + (from >= claim ? from - claim : claim - from + BEFORE);
        }

        int commas(int claim, Text text) {
            int commas = 0;
            for (int i = Math.min(from, claim); i < Math.max(from, claim); i++)
                if (text.token(i).is(",")) commas++;
            return commas;
        }
    }

    /** The sentence that holds the first character of {@code span}. */
    Optional<Text.Sentence> sentence(Span span) {
        List<Text.Sentence> all = text.sentences();
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            Text.Sentence s = all.get(mid);
            if (span.start() < text.token(s.from()).start()) high = mid - 1;
            else if (span.start() >= text.token(s.to() - 1).end()) low = mid + 1;
            else return Optional.of(s);
        }
        return Optional.empty();
    }

    /**
     * The place that its sentence gives for what {@code span} says.
     *
     * @param parts what the page counts among it: a place nearer to one of those is theirs
     * @param near whether a comma parts it from any place that is not its own: a force is where it was sent, not where it was spoken of
     */
    Optional<Place> given(Span span, List<Span> parts, boolean near) {
        Optional<Text.Sentence> sentence = sentence(span);
        if (sentence.isEmpty()) return Optional.empty();
        Text.Sentence s = sentence.get();
        List<Integer> others =
                parts.stream().filter(p -> in(s, p)).map(p -> token(s, p)).toList();
        int at = token(s, span);
        List<Site> all = firm(s);
        all.addAll(loose(s));
        if (near) all.removeIf(x -> x.commas(at, text) > 0);
        all.removeIf(x -> parted(s, x.from(), at));
        return nearest(all, at, others);
    }

    /** The place that its sentence gives for the event that {@code span} tells: "he stays in A until the vote" puts no vote into A. */
    Optional<Place> happens(Span span) {
        Optional<Text.Sentence> sentence = sentence(span);
        if (sentence.isEmpty()) return Optional.empty();
        Text.Sentence s = sentence.get();
        int at = token(s, span);
        List<Site> all = firm(s);
        all.addAll(loose(s));
        all.removeIf(x -> parted(s, x.from(), at) || x.from() < at && ordered(x.from(), at));
        return nearest(all, at, List.of());
    }

    /** Whether a word that sets one thing before or behind another stands there. */
    private boolean ordered(int from, int to) {
        for (int i = from; i < to; i++)
            if (text.at(i, "time-role")
                    .filter(r -> ORDERS.contains(r.sense().id()))
                    .isPresent()) return true;
        return false;
    }

    /**
     * Whether a bracket parts a place from a count. What is told in brackets is told of what stands before them: "at A (12 dead) and raids
     * on B" counts nobody at B, and "6,000 dead (3,000 at A, 2,000 at B)" or "at C (300 km south of D)" name a place for a number of their
     * own. "12 dead (A)" names the count's.
     */
    private boolean parted(Text.Sentence s, int place, int count) {
        int open = -1;
        boolean number = false;
        for (int i = s.from(); i < s.to(); i++) {
            if (text.token(i).is("(")) {
                open = i;
                number = false;
            } else if (open >= 0 && text.token(i).is(")")) {
                boolean holdsCount = open < count && count < i;
                boolean holdsPlace = open < place && place < i;
                if (holdsCount && !holdsPlace && place > i || holdsPlace && !holdsCount && number) return true;
                open = -1;
            } else number |= text.token(i).number();
        }
        return false;
    }

    Span span(Text.Sentence s) {
        return text.span(s);
    }

    /** Whether the sentence names any place or state at all, be it as an actor. */
    boolean silent(Text.Sentence s) {
        return mentions.places(s.from(), s.to()).isEmpty()
                && echoes.get().stream().noneMatch(e -> e.from() >= s.from() && e.to() <= s.to());
    }

    /** The sentence before {@code s} on the same line. */
    Optional<Text.Sentence> before(Text.Sentence s) {
        Text.Sentence last = null;
        for (Text.Sentence x : text.sentences()) {
            if (x.from() >= s.from()) break;
            last = x;
        }
        if (last == null) return Optional.empty();
        int end = last.to();
        while (end > last.from() + 1 && text.token(end - 1).kind() == Token.Kind.BREAK) end--;
        String gap = new Span(text.token(end - 1).end(), text.span(s).start()).of(text.source());
        return gap.indexOf('\n') < 0 ? Optional.of(last) : Optional.empty();
    }

    private boolean in(Text.Sentence s, Span span) {
        return text.span(s).start() <= span.start()
                && span.start() < text.span(s).end();
    }

    private int token(Text.Sentence s, Span span) {
        int start = s.from();
        while (start + 1 < s.to() && text.token(start + 1).start() <= span.start()) start++;
        return start;
    }

    private Optional<Place> nearest(List<Site> sites, int at, List<Integer> others) {
        Optional<Place> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Site site : sites) {
            int distance = site.distance(at, text);
            boolean theirs = others.stream().anyMatch(o -> site.distance(o, text) < distance);
            if (theirs || distance >= least) continue;
            best = Optional.of(site.place());
            least = distance;
        }
        return best;
    }

    /** Places behind "in", and "in the city", "across the country". */
    private List<Site> firm(Text.Sentence s) {
        List<Site> out = new ArrayList<>();
        for (Mentions.Where w : mentions.places(s.from(), s.to()))
            if (scene(w)) out.add(new Site(w.from(), -COMMA - BEFORE, w.place()));
            else if (w.named().mention().has(Hint.AT) && !w.named().mention().has(Hint.MOSTLY))
                out.add(new Site(w.from(), 0, w.place()));
        for (PlaceEcho e : echoes.get())
            if (e.from() >= s.from() && e.to() <= s.to() && !named(e) && !seat(e))
                (e.land() ? state : town(e.from())).ifPresent(p -> out.add(new Site(e.from(), 0, p)));
        return out;
    }

    /** "Ruvia, where 12 died": what the place is the scene of follows. */
    private boolean scene(Mentions.Where w) {
        int i = w.to() < text.tokens().size() && text.token(w.to()).is(",") ? w.to() + 1 : w.to();
        return i < text.tokens().size() && text.at(i, "where").isPresent();
    }

    /** "A diplomat in the capital": where somebody who is spoken of lives, not where people were counted. */
    private boolean seat(PlaceEcho e) {
        int before = e.from() - 1;
        while (before >= 0 && before > e.from() - SEAT && mentions.at(before).isEmpty()) before--;
        return before >= 0
                && mentions.at(before)
                        .filter(m -> m.kind() == Mention.Kind.GENERIC || m.kind() == Mention.Kind.OFFICE)
                        .isPresent();
    }

    /** "In the city of Herat" names it. */
    private boolean named(PlaceEcho e) {
        return mentions.places().stream().anyMatch(w -> w.from() < e.to() && e.from() < w.to());
    }

    /**
     * The other state that a paragraph's first words set ("In Yemen, …") for what follows without a place of its own: the rest of
     * its line, and in a round-up of several states the lines up to the next such opening; a place "in" a third state ends it.
     */
    Optional<Place> opened(Span span) {
        Optional<Mentions.Where> ruling = Optional.empty();
        Set<String> openings = new HashSet<>();
        for (Mentions.Where w : mentions.places()) {
            boolean opens = opens(w);
            if (opens) openings.add(w.named().toponym().country());
            if (text.token(w.from()).start() > span.start()) continue;
            boolean third = w.named().mention().has(Hint.AT)
                    && ruling.filter(r -> !r.named()
                                    .toponym()
                                    .country()
                                    .equals(w.named().toponym().country()))
                            .isPresent();
            if (opens) ruling = Optional.of(w);
            else if (third) ruling = Optional.empty();
        }
        boolean roundUp = openings.size() > 1;
        return ruling.filter(r ->
                        country.filter(r.named().toponym().country()::equals).isEmpty())
                .filter(r -> roundUp
                        || text.source()
                                        .substring(text.token(r.from()).start(), span.start())
                                        .indexOf('\n')
                                < 0)
                .map(Mentions.Where::place);
    }

    /** A state behind its preposition and before a comma, where a line begins. */
    private boolean opens(Mentions.Where w) {
        if (w.named().toponym().kind() != Toponym.Kind.STATE
                || !w.named().mention().has(Hint.AT)
                || w.to() >= text.tokens().size()
                || !text.token(w.to()).is(",")) return false;
        int start = text.token(w.from()).start();
        int line = text.source().lastIndexOf('\n', start) + 1;
        return text.source().substring(line, start).strip().indexOf(' ') < 0;
    }

    /** The town named last before a token, be it in an office's name. */
    private Optional<Place> town(int before) {
        Optional<Place> out = Optional.empty();
        for (Mentions.Where w : mentions.places())
            if (w.to() <= before && w.named().toponym().kind().town()) out = Optional.of(w.place());
        return out;
    }

    /** Places without "in", where the sentence names one town or region only: of two one may be where somebody came from. */
    private List<Site> loose(Text.Sentence s) {
        List<Site> out = new ArrayList<>();
        Set<String> towns = new HashSet<>();
        for (Mentions.Where w : mentions.places(s.from(), s.to())) {
            if (w.named().mention().has(Hint.MOSTLY) || actor(w) || dateline(w)) continue;
            Toponym toponym = w.named().toponym();
            boolean local = toponym.kind() != Toponym.Kind.STATE
                    && toponym.kind() != Toponym.Kind.CAPITAL
                    && country.filter(toponym.country()::equals).isPresent();
            if (local) towns.add(toponym.id());
            if (local || w.named().mention().has(Hint.TALLIES)) out.add(new Site(w.from(), LOOSE, w.place()));
        }
        return towns.size() > 1 ? List.of() : out;
    }

    /**
     * "The regions of A, B and C, with 21, 10 and 8 dead": as many places as counts, all of the ones before all of the others, go
     * together in their order; empty where the sentence is not of that kind.
     *
     * @param counts first characters of the sentence's counts, in text order
     */
    List<Place> series(Text.Sentence s, List<Span> counts) {
        List<Mentions.Where> places = mentions.places(s.from(), s.to()).stream()
                .filter(w -> w.named().toponym().kind() != Toponym.Kind.STATE && !actor(w) && !dateline(w))
                .toList();
        if (counts.size() < 2 || places.size() != counts.size()) return List.of();
        boolean before =
                text.token(places.getLast().from()).start() < counts.getFirst().start();
        boolean behind =
                text.token(places.getFirst().from()).start() > counts.getLast().start();
        return before || behind ? places.stream().map(Mentions.Where::place).toList() : List.of();
    }

    /** Part of an office's or a body's name. */
    private boolean actor(Mentions.Where w) {
        return mentions.at(w.from())
                .filter(m -> m.kind() != Mention.Kind.STATE && m.kind() != Mention.Kind.PLACE)
                .isPresent();
    }

    /** "HERAT (Agency) -": where the reporter sits, not where people were counted. */
    private boolean dateline(Mentions.Where w) {
        int start = text.token(w.from()).start();
        boolean opens = start == 0
                || w.from() == 0
                || text.source().lastIndexOf('\n', start - 1)
                        >= text.token(w.from() - 1).end() - 1;
        return opens && w.to() < text.tokens().size() && !text.token(w.to()).word();
    }
}
