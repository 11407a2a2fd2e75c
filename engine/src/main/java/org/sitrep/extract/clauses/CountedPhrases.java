package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** Reads phrases that begin with a number, up to the noun it counts: "14 wounded soldiers", "dozens of the men". */
final class CountedPhrases {
    private static final int REACH = 14;
    /** Id of nouns that make a number one of every day or hour. */
    private static final String RATE = "rate";

    private static final String AGE = "age";
    private final Grammar grammar;
    private final SentenceWords words;
    private final Text text;
    private final FunctionWords functions;
    private final VerbStarts verbs;
    private final ChunkList out;

    CountedPhrases(Grammar grammar, SentenceWords words, FunctionWords functions, VerbStarts verbs, ChunkList out) {
        this.grammar = grammar;
        this.words = words;
        this.text = words.text();
        this.functions = functions;
        this.verbs = verbs;
        this.out = out;
    }

    /**
     * Adds the phrase that {@code q} counts.
     *
     * @param from first token, which may be a determiner before the number
     * @return the token behind it
     */
    int read(int from, Quantity q) {
        int i = behind(q);
        int unknown = -1;
        int unknownEnd = q.to();
        int stop = Math.min(words.limit(), i + REACH);
        List<Match> said = new ArrayList<>(1);
        while (i < stop) {
            Optional<Match> n = words.noun(i);
            if (n.isPresent() && outranked(i, n.get())) n = Optional.empty();
            int owner = words.possessive(n.map(Match::to).orElse(i));
            if (owner < 0) owner = words.possessive(i);
            if (owner > 0) {
                i = owner;
                continue;
            }
            // "A quake of magnitude 6 killed 31 people": what may be the dead is a verb where a number follows right
            // behind.
            if (n.isPresent() && verbs.possible(i) && words.counts(n.get().to())) break;
            if (n.isPresent() && unknown >= 0 && !grammar.headLast() && words.is(i, "modifier")) {
                // "Siete objetivos militares": behind the noun it is an adjective, whoever it names alone.
                unknownEnd = n.get().to();
                break;
            }
            if (n.isPresent()) return headed(from, q, i, n.get(), said);
            if (words.quote(i) && unknown >= 0) break;
            if (words.hyphen(i) || words.quote(i) || words.initial(i) || listed(i, stop)) {
                i++;
                continue;
            }
            int aged = behindAge(i);
            if (aged > i) {
                i = aged;
                continue;
            }
            if (words.advance(i) && !(unknown >= 0 && numbered(i))) break;
            Optional<Match> modifier = text.at(i, "modifier");
            if (modifier.isPresent()) {
                text.at(i, "noun").ifPresent(said::add);
                i = modifier.get().to();
                continue;
            }
            if (ends(i, stop)) break;
            if (unknown < 0 || grammar.headLast()) unknown = i;
            unknownEnd = ++i;
        }
        if (unknown < 0 && (out.setOff(q, q.to()) || out.completes(q, q.to()) || out.bounded(q)))
            return out.aside(from, q.to(), q);
        return out.add(from, Math.max(q.to(), unknownEnd), Optional.of(q), List.of(), unknown, false);
    }

    /** The first token behind a number that may be its noun. */
    private int behind(Quantity q) {
        int i = q.to();
        while (i < words.limit() && (text.token(i).is("-") && text.token(i).glued() || words.quote(i))) i++;
        // "Seis de gravedad": a phrase that begins with the preposition says how they are, and not who.
        boolean state = i < words.limit()
                && words.noun(i)
                        .filter(m -> m.length() > 1 && m.sense().of("noun"))
                        .isPresent();
        if (!state) i = words.partitive(i);
        // "Dozens the-wounded": where a noun completes another by its case, a vague word is such a noun.
        if (grammar.genitive() && q.form() == Quantity.Form.VAGUE && i < words.limit())
            i = text.at(i, "determiner").map(Match::to).orElse(i);
        return i;
    }

    /** "Three <u>20-year-old</u> men": the token behind an age that starts at {@code i} and has people behind it, else {@code i}. */
    private int behindAge(int i) {
        int to = words.quantityAhead(i).map(Quantity::to).orElse(i);
        if (to == i) return i;
        while (to < words.limit() && text.token(to).is("-")) to++;
        Optional<Match> age = to < words.limit() ? words.noun(to).filter(CountedPhrases::age) : Optional.empty();
        boolean people = age.filter(m -> m.to() < words.limit() && words.is(m.to(), "people"))
                .isPresent();
        return people ? age.get().to() : i;
    }

    /** Whether a noun is a word of age ("years old", "aged"). */
    static boolean age(Match noun) {
        return noun.sense().of("thing") && noun.sense().id().equals(AGE);
    }

    /** "14 XY-47 rifles": a number that a hyphen glues to a name is a part of it. */
    private boolean numbered(int i) {
        return text.token(i).glued()
                && text.token(i - 1).is("-")
                && text.token(i - 1).glued();
    }

    private boolean ends(int i, int stop) {
        return functions.ends(i) || verbs.at(i) && !participle(i, stop) || words.determiner(i);
    }

    /** A function word or verb longer than the noun at {@code i}. */
    private boolean outranked(int i, Match noun) {
        for (Match m : text.matches().get(i))
            if (m.length() > noun.length() && (m.sense().of("verb") || FunctionWords.has(m))) return true;
        return false;
    }

    /** A participle between a number and its noun ("14 wounded soldiers"): a noun follows within three words. */
    private boolean participle(int i, int stop) {
        Set<String> guess = grammar.guess(text, i);
        boolean part = guess.contains("part") || guess.contains("ger");
        int to = i + 1;
        for (Match m : text.matches().get(i))
            if (m.sense().of("verb")
                    && (m.sense().form().equals("part") || m.sense().form().equals("ger"))) {
                part = true;
                to = m.to();
            }
        if (!part) return false;
        for (int j = to; j < Math.min(stop, to + 2); j++) {
            // "A quake of magnitude 6.4 killed 31 people": the next number has a noun of its own.
            if (words.quantityAhead(j).isPresent()) return false;
            if (words.noun(j).isPresent()) return grammar.headLast();
            if (functions.ends(j)) return false;
        }
        return false;
    }

    /** Commas and conjunctions in a list of capitalised modifiers before the noun: "900 Kenyan, Ghanaian and Malian troops". */
    private boolean listed(int i, int stop) {
        boolean joint = text.token(i).is(",") || words.is(i, "conjunction");
        if (!joint || i == 0 || !text.token(i - 1).capital()) return false;
        boolean named = true;
        for (int j = i + 1; j < stop; j++) {
            Token t = text.token(j);
            Optional<Match> noun = named ? Optional.empty() : words.noun(j);
            if (noun.isPresent()) return noun.get().sense().of("people");
            if (t.word() && t.capital() && !words.is(j, "conjunction")) named = false;
            else if (!t.is(",") && !words.is(j, "conjunction")) return false;
        }
        return false;
    }

    /** @param said nouns before the head that say what happened to it: "13 dead officers" */
    private int headed(int from, Quantity q, int head, Match noun, List<Match> said) {
        if (words.is(head, "modifier") && noun.sense().of("noun")) said.add(noun);
        List<Match> nouns = words.senses(head, noun);
        int to = noun.to();
        int at = head;
        while (grammar.headLast() && to < words.limit()) {
            int j = words.hyphen(to) ? to + 1 : to;
            Optional<Match> more = words.noun(j);
            if (more.isEmpty() || closed(j, nouns, more.get())) break;
            nouns = merge(nouns, words.senses(j, more.get()));
            at = j;
            to = more.get().to();
        }
        if (nouns.stream().allMatch(CountedPhrases::age) && out.setOff(q, to)) return out.aside(from, to, q);
        boolean people = nouns.stream().anyMatch(m -> m.sense().of("people"));
        if (!said.isEmpty() && people) {
            nouns = new ArrayList<>(nouns);
            nouns.addAll(said);
        }
        // "A 40-year-old man", "a 40 year old man": the number describes one person.
        boolean describes = noun.sense().of("thing") && (words.hyphen(q.to()) || age(noun));
        if (describes && people) {
            Optional<Quantity> one = text.at(from, "article").map(a -> ChunkList.one(from, a.to()));
            return out.add(from, to, one, nouns, at, words.is(from, "determiner"));
        }
        Optional<Match> rate = words.noun(Math.min(to, words.limit() - 1))
                .filter(m -> !grammar.headLast()
                        && m.sense().of("thing")
                        && m.sense().id().equals(RATE));
        if (rate.isPresent()) return out.add(from, rate.get().to(), Optional.of(q), List.of(rate.get()), at, false);
        to = people ? attributed(described(to)) : described(to);
        Optional<Match> more = text.at(Math.min(to, words.limit() - 1), "increment_after")
                .filter(m -> m.from() >= noun.to() && !words.is(m.to() - 1, "time_word") && m.to() <= words.limit())
                .filter(m -> !superlative(m.to()));
        return out.add(
                from, more.map(Match::to).orElse(to), Optional.of(more.isPresent() ? q.more() : q), nouns, at, false);
    }

    /** "Ocho dirigentes <u>más destacados</u>": where nouns stand first, "more" before an adjective or a participle adds nobody. */
    private boolean superlative(int i) {
        if (grammar.headLast() || i >= words.limit() || functions.ends(i) || words.is(i, "aux")) return false;
        boolean finite = grammar.verb(text, i)
                .filter(v -> !v.sense().form().equals("part"))
                .isPresent();
        return !finite && text.token(i).word() && !words.is(i, "time_word");
    }

    /** "700 soldati francesi": where heads stand first, a word that no list knows right behind the noun is its adjective. */
    private int described(int to) {
        if (!grammar.headLast()
                && to < words.limit()
                && text.at(to, "modifier").filter(m -> !words.is(to, "people")).isPresent())
            return text.at(to, "modifier").get().to();
        boolean adjective = !grammar.headLast()
                && !grammar.genitive()
                && to < words.limit()
                && !words.masked(to)
                && text.token(to).word()
                && !text.token(to).capital()
                && text.matches().get(to).isEmpty()
                && grammar.guess(text, to).isEmpty();
        return adjective ? to + 1 : to;
    }

    /** "Quatre soldats <u>étrangers</u>": where heads stand first, a word for people right behind people is an adjective. */
    private int attributed(int to) {
        if (grammar.headLast() || grammar.genitive() || grammar.verbFirst() || to >= words.limit()) return to;
        return text.at(to, "people")
                .filter(m -> m.length() == 1
                        && text.token(to).word()
                        && !text.token(to).capital()
                        && !words.is(to, "noun")
                        && !words.is(to, "thing")
                        && !verbs.possible(to))
                .map(Match::to)
                .orElse(to);
    }

    /** Whether the noun at {@code j} goes on with something else than the compound that ends before it. */
    private boolean closed(int j, List<Match> nouns, Match next) {
        return functions.ends(j)
                || verbs.possible(j) && verbs.at(j)
                || grammar.verbLast() && nouns.getFirst().sense().of("thing")
                || attribute(nouns, next);
    }

    /** "225 people dead", "nine pupils aged 12": what follows says something of the people and is no compound with them. */
    private static boolean attribute(List<Match> nouns, Match next) {
        return (next.sense().of("noun") || age(next))
                && nouns.stream().anyMatch(m -> m.sense().of("people"));
    }

    /** The last noun is the head; people who stand before a collective remain ("7,000-troop force"). */
    private static List<Match> merge(List<Match> before, List<Match> head) {
        List<Match> out = new ArrayList<>(head);
        boolean people = head.stream().anyMatch(m -> m.sense().of("people"));
        if (people)
            for (Match m : before)
                if (m.sense().of("people")) out.add(out.getFirst().sense().id().equals("people") ? 0 : out.size(), m);
        return out;
    }
}
