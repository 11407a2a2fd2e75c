package org.sitrep.extract.clauses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.language.Categories;
import org.sitrep.language.Data;
import org.sitrep.language.Endings;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Sense;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * What a pack says about its language's clauses ({@code clause:} in {@code pack.yaml}).
 *
 * @param passive auxiliaries that make a passive with a participle
 * @param perfect auxiliaries that make a perfect
 * @param future auxiliaries that make a future
 * @param conditional auxiliaries that make a conditional
 * @param copula auxiliaries that equate ("are", "stands at")
 * @param hearsay verb forms that mark another's words (French conditional, German Konjunktiv I)
 * @param passiveForms verb forms that are passive by themselves (Russian and Spanish reflexives)
 * @param complement verbs that take a whole clause without a word between ("said 12 people were killed")
 * @param intransitive verbs whose bare past form never stands for a participle beside a noun ("died")
 * @param partitive prepositions between a quantity and what it counts ("of")
 * @param selecting prepositions under which a whole stands before its part ("of the 164 dead, 103 …")
 * @param equating verbs that set a number equal to their subject, behind which no preposition marks an object ("llegó a 20")
 * @param plurals endings of participles that describe several, where they agree
 * @param headLast whether a compound's head is its last noun ("police station")
 * @param verbFinal whether the rest of a verb stands at the end of its clause (German)
 * @param endings endings of verbs that the lexicon does not know, with the forms they show ("ed": past, part)
 * @param marked whether infinitives carry a word of their own ("to"), so that a bare form is a present
 * @param free whether subjects stand behind the verb as often as before it (Spanish, Russian)
 * @param objectMarks prepositions that mark people as direct objects behind a verb (Spanish "a")
 * @param separable verbs whose last word closes the clause ("flogen … aus"): first word, rest, id of the verb
 * @param verbLast whether all that belongs to a verb stands before it (Turkish, Hindi)
 * @param verbFirst whether the verb opens its clause, so that what follows it is its own (Arabic)
 * @param adverbs endings by which a word that the lexicon does not know is an adverb
 * @param genitive whether a noun right behind another completes it without a preposition (Russian)
 */
record Grammar(
        Set<String> passive,
        Set<String> perfect,
        Set<String> future,
        Set<String> conditional,
        Set<String> copula,
        Set<String> hearsay,
        Set<String> complement,
        Set<String> intransitive,
        Set<String> passiveForms,
        Set<String> partitive,
        Set<String> selecting,
        Set<String> equating,
        Set<String> plurals,
        Endings<Set<String>> endings,
        boolean headLast,
        boolean verbFinal,
        boolean marked,
        boolean free,
        boolean verbLast,
        boolean verbFirst,
        Endings<Boolean> adverbs,
        boolean genitive,
        Set<String> objectMarks,
        Map<String, Map<String, String>> separable) {
    /** Id of a verb that the lexicon does not know. */
    static final String UNKNOWN = "?";

    /** The few senses of such a verb, by their form. */
    private static final Map<String, Sense> UNKNOWN_VERBS = new ConcurrentHashMap<>();

    /** Categories whose words may be verbs that no list of verbs holds. */
    private static final Categories OPEN = Categories.of(
            "deed", "speech", "speech_noun", "outlook", "change", "earlier", "denial", "formerly", "time-over");

    private static final int SHORTEST_GUESS = 5;
    private static final int LONGEST_ENDING = 5;
    private static final int SHORTEST_ADVERB = 8;

    static Grammar of(Pack pack) {
        Data clause = pack.settings().at("clause");
        return new Grammar(
                set(clause, "passive"),
                set(clause, "perfect"),
                set(clause, "future"),
                set(clause, "conditional"),
                set(clause, "copula"),
                set(clause, "hearsay"),
                set(clause, "complement"),
                set(clause, "intransitive"),
                set(clause, "passive_forms"),
                set(clause, "partitive"),
                set(clause, "selecting"),
                set(clause, "equating"),
                set(clause, "plural_participles"),
                endings(clause.at("verb_endings")),
                !clause.at("head").text("last").equals("first"),
                clause.at("verb_final").flag(),
                !pack.spellings("infinitive_marker").isEmpty(),
                clause.at("free_order").flag(),
                clause.at("verb_last").flag(),
                clause.at("verb_first").flag(),
                adverbs(set(clause, "adverb_endings")),
                clause.at("genitive").flag(),
                set(clause, "object_marks"),
                clause.at("verb_final").flag() ? separable(pack) : Map.of());
    }

    private static Map<String, Map<String, String>> separable(Pack pack) {
        Map<String, Map<String, String>> out = new java.util.HashMap<>();
        pack.spellings("verb").forEach((id, spellings) -> {
            for (String s : spellings) {
                int blank = s.indexOf(' ');
                if (blank > 0)
                    out.computeIfAbsent(s.substring(0, blank), k -> new java.util.HashMap<>())
                            .put(s.substring(blank + 1), id);
            }
        });
        return out;
    }

    private static Set<String> set(Data clause, String key) {
        return Set.copyOf(clause.at(key).texts());
    }

    private static Endings<Boolean> adverbs(Set<String> endings) {
        Map<String, Boolean> out = new java.util.HashMap<>();
        for (String ending : endings) out.put(ending, true);
        return new Endings<>(out);
    }

    private static Endings<Set<String>> endings(Data data) {
        Map<String, Set<String>> out = new java.util.HashMap<>();
        for (String form : data.keys())
            for (String ending : data.at(form).texts())
                out.computeIfAbsent(ending, e -> new java.util.HashSet<>()).add(form);
        return new Endings<>(out);
    }

    /** The forms that an unknown word at token {@code i} shows by its ending; none where it looks like no verb. */
    Set<String> guess(Text text, int i) {
        Token t = text.token(i);
        if (endings.isEmpty()
                || !t.word()
                || t.form().length() < SHORTEST_GUESS
                || t.capital() && !text.shouting()
                || listed(text, i)) return Set.of();
        return endings.longest(t.form(), Math.min(LONGEST_ENDING, t.form().length() - 2), Set.of());
    }

    /** Whether token {@code i} is an adverb that no list holds, by its ending ("recientemente"). */
    boolean adverbial(Text text, int i) {
        String form = text.token(i).form();
        return !adverbs.isEmpty()
                && text.token(i).word()
                && form.length() >= SHORTEST_ADVERB
                && !listed(text, i)
                && adverbs.longest(form, form.length(), false);
    }

    /** Whether the lexicon says what token {@code i} is in a clause; what it says of deeds and speech leaves that open. */
    private static boolean listed(Text text, int i) {
        List<Match> here = text.matches().get(i);
        for (int k = 0; k < here.size(); k++) if (!OPEN.has(here.get(k))) return true;
        return false;
    }

    /** The verb at token {@code i}, known or guessed. */
    Optional<Match> verb(Text text, int i) {
        Optional<Match> known = text.at(i, "verb");
        if (known.isPresent()) return known;
        Set<String> guess = guess(text, i);
        if (guess.isEmpty()) return known;
        String form = guess.iterator().next();
        return Optional.of(
                new Match(i, i + 1, UNKNOWN_VERBS.computeIfAbsent(form, x -> new Sense("verb", UNKNOWN, x))));
    }

    /** Word categories that stand for something else than a noun, strongest first where one word has several. */
    static final Map<String, Chunk.Kind> FUNCTION = Map.of(
            "including", Chunk.Kind.INCLUDING,
            "relative", Chunk.Kind.RELATIVE,
            "subordinator", Chunk.Kind.SUBORDINATOR,
            "conjunction", Chunk.Kind.CONJUNCTION,
            "preposition", Chunk.Kind.PREPOSITION,
            "adverb", Chunk.Kind.OTHER,
            "postposition", Chunk.Kind.OTHER,
            "time_word", Chunk.Kind.OTHER);
}
