package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.language.Match;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/** The pieces of a sentence as they are cut, in text order. Each method that adds one gives the token behind it. */
final class ChunkList {
    /** Id of the preposition that binds a noun to the one before it. */
    /** The form of nouns that no count behind them completes by its case: "[into] hospital | two [men]". */
    private static final String APART = "apart";

    private static final String OF = "of";
    /** Id of verbs of which no rule knows more than that they are verbs. */
    private static final String OTHER = "other";

    /** Prepositions under which persons are named: the death of, identified as. */
    private static final Set<String> PERSON = Set.of(OF, "like");

    private static final long OLDEST = 120;
    /** Id of people in bodies, whose number may follow: "a crowd of 40". */
    private static final String FORCE = "force";

    private final Grammar grammar;
    private final SentenceWords words;
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<VerbReader.Reading> verbs = new ArrayList<>();

    ChunkList(Grammar grammar, SentenceWords words) {
        this.grammar = grammar;
        this.words = words;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    List<Phrase> phrases() {
        return phrases;
    }

    List<VerbReader.Reading> verbs() {
        return verbs;
    }

    /** Whether nothing was cut yet, or the last piece is of this kind. */
    boolean startsOr(Kind kind) {
        return chunks.isEmpty() || lastIs(kind);
    }

    /** Whether the last piece is of this kind. */
    boolean lastIs(Kind kind) {
        return !chunks.isEmpty() && chunks.getLast().is(kind);
    }

    int add(Kind kind, int from, int to, String id) {
        chunks.add(new Chunk(kind, from, to, id, -1));
        return to;
    }

    int add(VerbReader.Reading read, int from) {
        verbs.add(read);
        chunks.add(new Chunk(Kind.VERB, from, read.verb().to(), "", verbs.size() - 1));
        return read.verb().to();
    }

    /** Adds a phrase under the preposition before it, if one stands there. */
    int add(int from, int to, Optional<Quantity> q, List<Match> nouns, int head, boolean definite) {
        String preposition = "";
        int governor = -1;
        int p = chunks.size() - 1;
        while (p >= 0 && chunks.get(p).is(Kind.OTHER) && !masked(p)) p--;
        if (p >= 0 && chunks.get(p).is(Kind.PREPOSITION)) {
            boolean object =
                    q.isPresent() && (head >= 0 || q.get().others() || takesPeople(p)) && marksObject(p, nouns);
            if (!object) preposition = chunks.get(p).id();
            int before = overTime(p - 1);
            if (!object && before >= 0 && chunks.get(before).is(Kind.PHRASE))
                governor = chunks.get(before).ref();
        } else if (grammar.genitive()
                && q.isPresent()
                && p == chunks.size() - 1
                && lastIs(Kind.PHRASE)
                && !upright(q.get())) {
            // A case ending does the work of "of": "the bodies 31 [of] person".
            Phrase before = phrases.get(chunks.get(p).ref());
            boolean completed = before.noun("noun").filter(m -> !apart(m)).isPresent();
            if (before.quantity().isEmpty() && completed) {
                preposition = OF;
                governor = before.index();
            }
        }
        phrases.add(
                new Phrase(phrases.size(), chunks.size(), from, to, q, nouns, head, preposition, governor, definite));
        chunks.add(new Chunk(Kind.PHRASE, from, to, preposition, phrases.size() - 1));
        return to;
    }

    /** Whether a noun says where people are brought or what they are given, so that neither a count nor a passive behind it is its own. */
    static boolean apart(Match noun) {
        return noun.sense().form().equals(APART);
    }

    /** "[The] evacuation [of the] villagers | two[-nominative] rescuers": a number in the nominative completes no noun. */
    private boolean upright(Quantity q) {
        return words.text().at(q.core(), "nominative").isPresent();
    }

    private boolean masked(int c) {
        return words.masked(chunks.get(c).from());
    }

    /**
     * Whether the preposition in chunk {@code p} only marks people as the object of the verb before it, over what interrupts ("mató ayer a 13
     * soldados"), over a preposition right before it, which then says "even" ("mató hasta a 13"), and over a place ("sacó de las ruinas a 13").
     */
    private boolean marksObject(int p, List<Match> nouns) {
        if (!grammar.objectMarks().contains(chunks.get(p).id())) return false;
        int before = p - 1;
        if (before >= 0 && chunks.get(before).is(Kind.PREPOSITION)) before--;
        while (before >= 0 && chunks.get(before).is(Kind.OTHER)) before--;
        if (before >= 2
                && chunks.get(before).is(Kind.PHRASE)
                && chunks.get(before - 1).is(Kind.PREPOSITION)
                && phrases.get(chunks.get(before).ref()).quantity().isEmpty()) before -= 2;
        return before >= 0
                && chunks.get(before).is(Kind.VERB)
                && nouns.stream().noneMatch(m -> m.sense().of("thing"));
    }

    /** "Mató a seis e hirió <u>a 20</u>": right behind a known verb that is none of amounting, a bare number is its object. */
    private boolean takesPeople(int p) {
        if (p == 0 || !chunks.get(p - 1).is(Kind.VERB)) return false;
        List<String> lexemes = verbs.get(chunks.get(p - 1).ref()).verb().lexemes();
        return !lexemes.isEmpty()
                && lexemes.stream()
                        .noneMatch(l -> l.equals(Grammar.UNKNOWN)
                                || l.equals(OTHER)
                                || grammar.equating().contains(l));
    }

    /** The chunk at {@code c}, or before a time that stands there: "the murder on Friday of six monks". */
    private int overTime(int c) {
        int i = c;
        while (i >= 0 && chunks.get(i).is(Kind.OTHER) && masked(i)) i--;
        if (i < c && i >= 0 && chunks.get(i).is(Kind.PREPOSITION)) i--;
        return i;
    }

    /** A small number between commas behind a name: an age. @param to after the words that belong to it */
    boolean setOff(Quantity q, int to) {
        int n = chunks.size();
        boolean small = q.form() == Quantity.Form.DIGITS
                && q.amount().value().isPresent()
                && q.amount().value().getAsLong() < OLDEST;
        if (!small
                || n < 2
                || !chunks.get(n - 1).is(Kind.COMMA)
                || !chunks.get(n - 2).is(Kind.PHRASE)) return false;
        Phrase before = phrases.get(chunks.get(n - 2).ref());
        if (before.quantity().isPresent()) return false;
        boolean enclosed = to < words.limit()
                && words.text().token(to).is(",")
                && words.quantityAhead(Math.min(to + 1, words.limit() - 1)).isEmpty();
        return before.bare() && enclosed || fullName(before) && (enclosed || closes(to));
    }

    /** "Three people <u>of 38, 50 and 55</u>": a small bare number that completes counted people, or goes on such a list, is an age. */
    boolean completes(Quantity q, int to) {
        int n = chunks.size();
        boolean small = q.amount().value().isPresent()
                && q.amount().value().getAsLong() < OLDEST
                && q.amount().qualifier() == Qualifier.EXACT
                && !q.increment()
                && !q.others();
        if (!small || n < 2 || !chunks.get(n - 2).is(Kind.PHRASE)) return false;
        Phrase before = phrases.get(chunks.get(n - 2).ref());
        if (chunks.get(n - 1).is(Kind.COMMA) || chunks.get(n - 1).is(Kind.CONJUNCTION))
            return aged(n - 2) && closes(to);
        return chunks.get(n - 1).is(Kind.PREPOSITION)
                && grammar.partitive().contains(chunks.get(n - 1).id())
                && before.quantity().isPresent()
                && before.noun("people")
                        .filter(m -> !m.sense().id().equals(FORCE))
                        .isPresent()
                && (closes(to) || words.text().token(to).is(","));
    }

    /** Whether the phrase at {@code c} is an age that completes people, directly or in a list. */
    private boolean aged(int c) {
        for (int i = c; i > 0 && chunks.get(i).is(Kind.PHRASE); i -= 2) {
            Optional<Quantity> age =
                    phrases.get(chunks.get(i).ref()).quantity().filter(a -> a.form() == Quantity.Form.AGE);
            if (age.isEmpty()) return false;
            if (chunks.get(i - 1).is(Kind.PREPOSITION)) return true;
        }
        return false;
    }

    /** "Children under five", "people over 60": a bound right behind several people is of their age. */
    boolean bounded(Quantity q) {
        boolean bound = q.from() < q.core()
                && q.amount().value().isPresent()
                && q.amount().value().getAsLong() < OLDEST
                && (q.amount().qualifier() == Qualifier.LESS_THAN || q.amount().qualifier() == Qualifier.MORE_THAN);
        if (!bound || !lastIs(Kind.PHRASE)) return false;
        Phrase before = phrases.getLast();
        return before.to() == q.from() && before.noun("people").isPresent();
    }

    /** Whether a phrase is a name of two words or more, none of which the lexicon knows, and stands where no place would ("in San Román, 4"). */
    private boolean fullName(Phrase p) {
        boolean person = p.bare() || PERSON.contains(p.preposition());
        boolean name = person && p.nouns().isEmpty() && p.to() - p.from() > 1;
        for (int i = p.from(); i < p.to(); i++)
            name &= words.text().token(i).capital() || words.text().shouting();
        return name;
    }

    /** Whether the sentence or its part ends at token {@code i}. */
    private boolean closes(int i) {
        return i >= words.limit() || ".;)".contains(words.text().token(i).form()) || words.is(i, "conjunction");
    }

    /** Adds a number that counts nobody and only stands beside the name before it. */
    int aside(int from, int to, Quantity q) {
        Optional<Quantity> age = Optional.of(q.as(Quantity.Form.AGE));
        phrases.add(new Phrase(phrases.size(), chunks.size(), from, to, age, List.of(), -1, "aside", -1, false));
        chunks.add(new Chunk(Kind.PHRASE, from, to, "aside", phrases.size() - 1));
        return to;
    }

    /** The count that an indefinite article gives: one. */
    static Quantity one(int from, int to) {
        return Quantity.bare(from, to, Amount.of(1, Qualifier.EXACT), Quantity.Form.ARTICLE);
    }
}
