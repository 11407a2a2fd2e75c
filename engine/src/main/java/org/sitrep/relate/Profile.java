package org.sitrep.relate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Place;

/**
 * What a page is about, in terms that need no translation.
 *
 * @param page the page's key
 * @param states how often each state is named, by canonical name
 * @param places towns and regions where its figures and events are, by label
 * @param actors organisations named and persons who speak or act, by key
 * @param words sound keys of the other capitalised words inside its sentences: names of towns and people in any spelling
 * @param figures telling numbers with their measure
 * @param kinds what is counted and what happens: measures and event types
 * @param from first day it may stand for; {@link LocalDate#MIN} where nothing is known
 * @param to last day, inclusive; {@link LocalDate#MAX} where nothing is known
 */
public record Profile(
        String page,
        Map<String, Integer> states,
        Set<String> places,
        Set<String> actors,
        Set<String> words,
        Set<String> figures,
        Set<String> kinds,
        LocalDate from,
        LocalDate to) {

    /** The profile of one page. */
    public static Profile of(Claim.Claims claims, NameTable names) {
        Article article = claims.article();
        Builder b = new Builder(names);
        for (Passage p : article.passages()) if (own(p)) b.text(p.span().of(article.text()), p.language());
        for (Claim claim : claims.claims())
            if (!claim.common().background() && ownRole(claim.evidence().role())) b.claim(claim);
        Optional<Edtf> published = article.published().map(p -> p.date()).filter(Profile::telling);
        LocalDate from = published
                .flatMap(Edtf::first)
                .or(() -> b.days.stream().max(LocalDate::compareTo))
                .orElse(LocalDate.MIN);
        LocalDate to = published
                .flatMap(Edtf::last)
                .or(() -> b.days.stream().max(LocalDate::compareTo))
                .orElse(LocalDate.MAX);
        return new Profile(
                article.page(),
                Map.copyOf(b.states),
                Set.copyOf(b.places),
                Set.copyOf(b.actors),
                Set.copyOf(b.words),
                Set.copyOf(b.figures),
                Set.copyOf(b.kinds),
                from,
                to);
    }

    /** A date vaguer than this many days tells nothing. */
    static final int LONGEST = 366;

    private static boolean telling(Edtf date) {
        return date.first().isPresent()
                && date.last().isPresent()
                && ChronoUnit.DAYS.between(date.first().get(), date.last().get()) <= LONGEST;
    }

    private static boolean own(Passage p) {
        return ownRole(p.role());
    }

    /** Teasers, comments and menus speak of other stories. */
    private static boolean ownRole(Passage.Role role) {
        return switch (role) {
            case HEADLINE, BODY, QUOTED, CAPTION -> true;
            case TEASER, COMMENT, CHROME -> false;
        };
    }

    /** Whether its day is known. */
    public boolean dated() {
        return !from.equals(LocalDate.MIN);
    }

    /** States named at least half as often as the most named one: where the page plays, as far as names tell. */
    public Set<String> mainStates() {
        int most = states.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Set<String> out = new TreeSet<>();
        states.forEach((state, n) -> {
            if (2 * n >= most) out.add(state);
        });
        return out;
    }

    private static final class Builder {
        final Map<String, Integer> states = new TreeMap<>();
        final Set<String> places = new HashSet<>();
        final Set<String> actors = new HashSet<>();
        final Set<String> words = new HashSet<>();
        final Set<String> figures = new HashSet<>();
        final Set<String> kinds = new HashSet<>();
        final List<LocalDate> days = new ArrayList<>();
        final Actors resolver;
        final NameTable names;

        Builder(NameTable names) {
            this.names = names;
            this.resolver = new Actors(names);
        }

        void text(String text, String language) {
            List<NameTable.Word> all = NameTable.words(text);
            Set<String> calendar = Calendar.names(language);
            int i = 0;
            while (i < all.size()) {
                Optional<NameTable.Found> found = names.at(all, i);
                found.ifPresent(f -> {
                    if (f.entry().category().equals("state"))
                        states.merge(f.entry().id(), 1, Integer::sum);
                    if (f.entry().category().equals("organisation"))
                        actors.add("org:" + f.entry().id());
                });
                NameTable.Word w = all.get(i);
                boolean name = w.capital()
                        && w.text().length() > 3
                        && !calendar.contains(w.folded())
                        && !opens(text, w.start());
                if (found.isEmpty() && name) words.addAll(NameKey.of(w.text()));
                i = found.map(NameTable.Found::to).orElse(i + 1);
            }
        }

        /** Whether a word opens a sentence, where a capital tells nothing. */
        private static boolean opens(String text, int start) {
            int i = start - 1;
            while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\u00a0')) i--;
            return i < 0 || !Character.isLetterOrDigit(text.charAt(i)) && ",-()#@'\u2019".indexOf(text.charAt(i)) < 0;
        }

        void claim(Claim claim) {
            claim.attribution().speaker().ifPresent(this::actor);
            switch (claim) {
                case Claim.Figure f -> figure(f);
                case Claim.Event e -> {
                    if (e.denied()) return;
                    kinds.add("event:" + e.type());
                    e.actor().ifPresent(this::actor);
                    e.place().ifPresent(this::place);
                    e.date().flatMap(Edtf::day).ifPresent(days::add);
                }
                case Claim.Commitment c -> {
                    kinds.add("event:" + c.what());
                    c.by().ifPresent(this::actor);
                    c.to().ifPresent(this::actor);
                }
                case Claim.Statement s -> {}
            }
        }

        private void figure(Claim.Figure f) {
            kinds.add("measure:" + f.measure());
            f.place().ifPresent(this::place);
            f.asOf().flatMap(Edtf::day).ifPresent(days::add);
            long value = f.amount().value().orElse(0);
            // Round and small numbers are everywhere; 225 or 31,643 is one event's.
            if (value >= 20 && value % 10 != 0) figures.add(f.measure() + "=" + value);
        }

        private void place(Place place) {
            // The text has already told how often a state is named; many counts in one place name it no oftener.
            names.state(place.label()).ifPresentOrElse(s -> states.putIfAbsent(s, 1), () -> places.add(place.label()));
        }

        private void actor(String words) {
            for (String key : resolver.of(words).keys())
                if (key.startsWith("person:") || key.startsWith("org:")) actors.add(key);
        }
    }
}
