package org.sitrep.extract.deeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.extract.names.Mention;
import org.sitrep.extract.names.Mentions;
import org.sitrep.language.Match;
import org.sitrep.language.PlaceMention;
import org.sitrep.language.Text;
import org.sitrep.language.Toponym;
import org.sitrep.model.Place;

/** Who does a deed, whom it meets, and where, by what stands around its words. */
final class Actors {
    private static final int REACH = 14;
    /** Tokens between a verb that meets a deed and the deed's noun. */
    static final int REACTION = 5;
    /** Tokens between a noun and its actor: a possessive mark, an adjective. */
    private static final int BESIDE = 4;

    private static final Set<String> LEAVING =
            Set.of("withdrawal_start", "partial_withdrawal", "withdrawal_end", "departure");

    /** Events whose verb or noun names whom they happen to: the subject of a passive, what "of" binds. */
    private static final Set<String> SUFFERED =
            Set.of("arrest", "dismissal", "appointment", "attack", "seizure", "investigation");
    /** Ids of prepositions under which stands whom a deed meets. */
    private static final Set<String> BINDING = Set.of("of", "on", "against", "to", "with");
    /** Ids of prepositions under which stands whom a deed is done against. */
    private static final Set<String> AGAINST = Set.of("on", "against", "to");
    /** Events whose noun takes with "of" who does them: "a raid of the alliance". */
    private static final Set<String> OWN =
            Set.of("attack", "deployment", "arrival", "looting", "resignation", "departure");
    /** Ids of prepositions that make a state the scene of what stands before them. */
    private static final Set<String> WHERE = Set.of("in", "at", "on", "to");

    private static final Set<String> TOWARDS = Set.of("to", "for");
    /** Ids of words between a place and a noun of what is to be elsewhere. */
    private static final Set<String> ORDERS = Set.of("until", "before", "after");

    private final Text text;
    private final Mentions mentions;

    Actors(Text text, Mentions mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /**
     * Who does it: whom "by" governs behind the words, else the nearest actor before them in the sentence who does not merely tell of it
     * ("the minister said that …"). Before a noun only one who stands beside it does ("the alliance's withdrawal"): in "X watches the
     * clashes with concern" X does not clash.
     */
    Optional<String> actor(Found f) {
        Optional<Mention> agent = agent(f);
        if (agent.isPresent()) return agent.map(this::label);
        if (!f.verbal() && owned(f)) {
            Optional<Mention> whose = bound(f.to(), f.sentence().to(), Set.of("of"));
            if (whose.isPresent()) return whose.map(this::label);
        }
        // Who was arrested or attacked is the deed's target; who did it is not told.
        if (suffered(f) && f.clause().filter(Actors::passive).isPresent()) return Optional.empty();
        int reach = f.verbal() ? REACH : BESIDE;
        for (int i = f.from() - 1; i >= f.sentence().from() && f.from() - i <= reach; i--) {
            Optional<Mention> m = mentions.at(i).filter(this::named);
            boolean fit = m.isPresent()
                    && !governed(m.get().from())
                    && !described(m.get().from())
                    && !tells(m.get(), f.from());
            if (fit) return m.map(this::label);
            if (m.isPresent()) i = m.get().from();
            else if (f.verbal() && subjectless(i, f.from()) || reports(i) || reaction(text, i, i + 1) || befell(i))
                return Optional.empty();
            else if (about(i, f)) break;
        }
        return suffered(f) ? Optional.empty() : inside(f).map(this::label);
    }

    /** Who does it, where he is named before or behind the words and not by them. */
    Optional<String> beside(Found f) {
        Optional<String> actor = actor(f);
        return actor.equals(inside(f).map(this::label)) ? Optional.empty() : actor;
    }

    /** Who stands between its words: "if he has not gone by noon, the alliance will step in". */
    Optional<String> between(Found f) {
        if (f.hits().size() < 2) return Optional.empty();
        int from = f.hits().stream().mapToInt(Hit::to).min().orElseThrow();
        int to = f.hits().stream().mapToInt(Hit::from).max().orElseThrow();
        return from >= to
                ? Optional.empty()
                : mentions.within(from, to).stream()
                        .filter(m -> named(m) && !governed(m.from()))
                        .reduce((a, b) -> b)
                        .map(this::label);
    }

    private Optional<Mention> inside(Found f) {
        return mentions.within(f.from(), f.to()).stream().filter(this::named).findFirst();
    }

    /** Whether "of" binds to its noun who does it: "the attack of the rebels", "the ultimatum of the army". */
    private static boolean owned(Found f) {
        return f.rule().event().filter(OWN::contains).isPresent()
                || f.rule().promise().filter("use_force"::equals).isPresent();
    }

    private static boolean suffered(Found f) {
        return f.rule().event().filter(SUFFERED::contains).isPresent();
    }

    private static boolean passive(Clause c) {
        return c.verb().voice() == VerbGroup.Voice.PASSIVE;
    }

    /** Whether a colon parts what a headline is about from what happens: in "Eastland: the Westish mission ends" Eastland does nothing. */
    private boolean about(int i, Found f) {
        return text.token(i).is(":") && i > f.sentence().from();
    }

    /** Whether a relative clause begins here whose subject nobody knows: "the airport, which crowds had stormed". */
    private boolean subjectless(int i, int limit) {
        return text.at(i, "relative").isPresent()
                && i + 1 < limit
                && text.token(i + 1).word()
                && text.at(i + 1, "aux").isEmpty()
                && text.at(i + 1, "adverb").isEmpty()
                && text.at(i + 1, "verb").isEmpty();
    }

    /** Whether a verb of saying stands here, before which only the teller is named; who "promised to leave" is to leave. */
    private boolean reports(int i) {
        return text.at(i, "speech")
                .filter(v -> v.to() >= text.tokens().size()
                        || text.at(v.to(), "infinitive_marker").isEmpty())
                .isPresent();
    }

    /** "The convoy <u>came under</u> attack": whoever stands before it is whom the deed met. */
    private boolean befell(int i) {
        return text.at(i, "outlook")
                .filter(m -> m.sense().id().equals("befell"))
                .isPresent();
    }

    /** Whether a verb of meeting what others did stands there: who condemned, mourned or suffered an attack did not attack. */
    static boolean reaction(Text text, int from, int to) {
        for (int i = from; i < to; i++)
            if (text.at(i, "outlook")
                    .filter(m -> m.sense().id().equals("reaction"))
                    .isPresent()) return true;
        return false;
    }

    /** Whether an article of something not named before opens the words: "the NDA – a Westish-led organisation – will leave" names one party. */
    private boolean described(int from) {
        for (int i = from - 1; i >= Math.max(0, from - BESIDE); i--) {
            if (text.at(i, "article").isPresent()) return true;
            if (!text.token(i).word()
                    || text.at(i, "preposition").isPresent()
                    || text.at(i, "determiner").isPresent()) return false;
        }
        return false;
    }

    /** Whether a verb of saying follows between the mention and the deed. */
    private boolean tells(Mention m, int limit) {
        for (int i = m.to(); i < Math.min(limit, m.to() + 3); i++) {
            if (reports(i)) return true;
            if (text.at(i, "aux").isEmpty() && text.at(i, "adverb").isEmpty()) return false;
        }
        return false;
    }

    /**
     * Whom it meets: what its verb governs, or what is bound to its noun ("the arrest of the mayor", "an attack on the army"). Anybody else
     * behind the words may be anybody.
     */
    Optional<String> target(Found f) {
        // Nobody is resigned: whoever stands behind the words is what it is about.
        if (f.rule().event().filter("resignation"::equals).isPresent()) return Optional.empty();
        Optional<Mention> out = f.clause().flatMap(c -> met(c, f));
        if (out.isEmpty()
                && (suffered(f) || f.rule().event().filter("appeal"::equals).isPresent())) out = inside(f);
        Set<String> ids = owned(f) ? AGAINST : BINDING;
        return out.or(() -> bound(f.to(), f.sentence().to(), ids)).map(this::label);
    }

    private Optional<Mention> met(Clause c, Found f) {
        List<Phrase> all = new ArrayList<>(c.patient());
        if (!suffered(f) || !passive(c)) {
            if (passive(c)) all.clear();
            for (Phrase p : c.oblique()) if (BINDING.contains(p.preposition())) all.add(p);
        }
        for (Phrase p : all)
            for (int i = p.from(); i < p.to(); i++) {
                Optional<Mention> m = mentions.at(i).filter(this::named);
                if (m.isPresent()) return m;
            }
        return Optional.empty();
    }

    /** The actor right behind a word, with nothing but a preposition that binds and an article between. */
    private Optional<Mention> bound(int from, int end, Set<String> ids) {
        boolean binds = false;
        for (int i = from; i < Math.min(end, from + BESIDE); i++) {
            Optional<Mention> m = mentions.at(i).filter(this::named);
            if (m.isPresent()) return binds ? m : Optional.empty();
            Optional<Match> preposition = text.at(i, "preposition");
            if (preposition.isPresent()
                    && !ids.contains(preposition.get().sense().id())) return Optional.empty();
            binds |= preposition.isPresent();
            boolean small = text.at(i, "determiner").isPresent()
                    || text.at(i, "article").isPresent();
            if (preposition.isEmpty() && !small) return Optional.empty();
        }
        return Optional.empty();
    }

    /** Whom "by" governs behind the words. */
    private Optional<Mention> agent(Found f) {
        for (int i = f.to(); i < Math.min(f.sentence().to(), f.to() + REACH); i++) {
            Optional<Mention> m = mentions.at(i).filter(this::named);
            if (m.isEmpty()) continue;
            if (by(m.get().from())) return m;
            i = m.get().to() - 1;
        }
        return Optional.empty();
    }

    private boolean named(Mention m) {
        return m.actor() && m.kind() != Mention.Kind.MEDIA;
    }

    private boolean by(int from) {
        for (int i = from - 1; i >= Math.max(0, from - 2); i--)
            if (text.at(i, "preposition")
                    .filter(p -> p.sense().id().equals("by"))
                    .isPresent()) return true;
        return false;
    }

    /** Whether "from" stands before: where people or things came from is not where they did something, unless they leave it. */
    private boolean left(int from) {
        return from > 0
                && text.at(from - 1, "preposition")
                        .filter(p -> p.sense().id().equals("from"))
                        .isPresent();
    }

    private static boolean leaves(Found f) {
        return f.rule().event().filter(LEAVING::contains).isPresent();
    }

    private boolean governed(int from) {
        for (int i = from - 1; i >= Math.max(0, from - 2); i--) {
            if (text.at(i, "preposition").isPresent() || text.at(i, "link").isPresent()) return true;
            if (text.at(i, "determiner").isEmpty() && text.at(i, "article").isEmpty()) return false;
        }
        return false;
    }

    /** The canonical name; troops of a state are that state's, named by it. */
    private String label(Mention m) {
        return switch (m.kind()) {
            case PERSON, ORGANISATION, STATE -> m.name();
            case INSTITUTION, OFFICE, GENERIC -> m.name();
            case MEDIA, PEOPLE, PLACE, UNKNOWN -> m.span().of(text.source());
        };
    }

    /** The nearest place in the sentence, those behind the words first. */
    Optional<Place> place(Found f) {
        Optional<Place> best = Optional.empty();
        int nearest = Integer.MAX_VALUE;
        for (Mentions.Where w :
                mentions.places(f.sentence().from(), f.sentence().to())) {
            if (!governed(w.from()) || left(w.from()) && !leaves(f)) continue;
            if (acts(w) || land(w) && !leaves(f) && !scene(w)) continue;
            // Who left for a country did not leave it; where one stays until a vote the vote is not.
            if (f.rule().event().filter("departure"::equals).isPresent() && towards(w)
                    || w.from() < f.from() && ordered(w.to(), f.from())) continue;
            int distance = w.from() >= f.from() ? Math.max(0, w.from() - f.to()) : 4 + f.from() - w.to();
            if (distance < nearest && distance <= REACH) {
                nearest = distance;
                best = Optional.of(w.place());
            }
        }
        return best;
    }

    private boolean towards(Mentions.Where w) {
        for (int i = w.from() - 1; i >= Math.max(0, w.from() - 2); i--)
            if (text.at(i, "preposition")
                    .filter(p -> TOWARDS.contains(p.sense().id()))
                    .isPresent()) return true;
        return false;
    }

    /** Whether a word that sets one thing before or behind another stands there. */
    private boolean ordered(int from, int to) {
        for (int i = from; i < to; i++)
            if (text.at(i, "time-role")
                    .filter(r -> ORDERS.contains(r.sense().id()))
                    .isPresent()) return true;
        return false;
    }

    /** Part of an office's or a body's name. */
    private boolean acts(Mentions.Where w) {
        return mentions.at(w.from())
                .filter(m -> m.kind() != Mention.Kind.STATE && m.kind() != Mention.Kind.PLACE)
                .isPresent();
    }

    private static boolean land(Mentions.Where w) {
        Toponym.Kind kind = w.named().toponym().kind();
        return kind == Toponym.Kind.STATE || kind == Toponym.Kind.CAPITAL;
    }

    /** "In" or "to" a state, not "of" or "against" it. */
    private boolean scene(Mentions.Where w) {
        if (w.named().mention().has(PlaceMention.Hint.AT)) return true;
        for (int i = w.from() - 1; i >= Math.max(0, w.from() - 2); i--)
            if (text.at(i, "preposition")
                    .filter(p -> WHERE.contains(p.sense().id()))
                    .isPresent()) return true;
        return false;
    }
}
