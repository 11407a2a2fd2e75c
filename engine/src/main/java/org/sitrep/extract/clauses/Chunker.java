package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Categories;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/**
 * Cuts a sentence into phrases, verb groups and the words between them. Word categories: {@code people}, {@code noun}, {@code thing}
 * (heads), {@code determiner}, {@code article}, {@code pronoun}, {@code possessive}, {@code modifier} (words that stand between a number and its
 * noun) and those of {@link Grammar#FUNCTION}.
 */
final class Chunker {
    private static final int REACH = 14;
    private static final int LONG_WORD = 5;
    private static final int SEPARATED = 40;
    /** Id of the preposition that binds a noun to the one before it. */
    private static final String OF = "of";

    private static final long OLDEST = 120;
    private static final Categories HEADS = Categories.of("people", "noun", "thing");
    private static final Categories FUNCTIONS = Categories.of(Grammar.FUNCTION.keySet());
    private final Grammar grammar;
    private final VerbReader verbReader;
    private final Text text;
    private final int limit;
    private final List<Quantity> quantities;
    private final boolean[] masked;
    private final int base;
    private final boolean titled;

    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<VerbReader.Reading> verbs = new ArrayList<>();
    private int nextQuantity;

    /**
     * @param quantities of the sentence, in text order
     * @param masked tokens that belong to something read elsewhere (times), by index from the sentence's first token
     */
    Chunker(Grammar grammar, Text text, Text.Sentence sentence, List<Quantity> quantities, boolean[] masked) {
        this.grammar = grammar;
        this.verbReader = new VerbReader(grammar);
        this.text = text;
        this.limit = sentence.to();
        this.quantities = quantities;
        this.masked = masked.clone();
        this.base = sentence.from();
        this.titled = titled(text, sentence);
        int i = sentence.from();
        while (i < limit) i = next(i);
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

    private int next(int i) {
        while (nextQuantity < quantities.size() && quantities.get(nextQuantity).from() < i) nextQuantity++;
        if (masked[i - base]) return add(Chunk.Kind.OTHER, i, i + 1, "");
        Optional<Quantity> q = quantityAt(i);
        if (q.isPresent()) return counted(i, q.get());
        Token t = text.token(i);
        Optional<Match> ending = text.at(i, "number_ending");
        if (ending.isPresent() && t.glued())
            return add(Chunk.Kind.OTHER, i, ending.get().to(), "");
        if (t.kind() == Token.Kind.MARK) return mark(i, t);
        Optional<Match> function = function(i);
        if (function.isPresent())
            return add(
                    Objects.requireNonNull(
                            Grammar.FUNCTION.get(function.get().sense().category())),
                    i,
                    function.get().to(),
                    function.get().sense().id());
        if (startsVerb(i)) {
            Optional<VerbReader.Reading> v = verbReader.at(text, i, limit);
            if (v.isPresent()) {
                verbs.add(closed(v.get()));
                return add(Chunk.Kind.VERB, i, v.get().verb().to(), "", verbs.size() - 1);
            }
        }
        boolean reflexive = text.at(i, "verb_particle").isPresent()
                && text.at(i, "determiner").isEmpty()
                && i + 1 < limit
                && verbReader.verbal(text, i + 1);
        return reflexive ? add(Chunk.Kind.OTHER, i, i + 1, "") : phrase(i);
    }

    /** The verb with the particle that closes its clause ("flogen … aus"); the particle is no phrase then. */
    private VerbReader.Reading closed(VerbReader.Reading read) {
        int last = read.verb().to() - 1;
        Map<String, String> rests =
                grammar.separable().getOrDefault(text.token(last).form(), Map.of());
        for (int i = last + 1; !rests.isEmpty() && i < Math.min(limit, last + SEPARATED); i++) {
            int next = i + 1;
            boolean closes = next >= limit
                    || text.token(next).kind() == Token.Kind.MARK && !hyphen(next)
                    || text.at(next, "conjunction").isPresent();
            String id = closes ? rests.get(text.token(i).form()) : null;
            if (id == null) continue;
            masked[i - base] = true;
            return read.as(id);
        }
        return read;
    }

    /** Whether a quantity starts at {@code i}, ahead of the one that is read. */
    private boolean quantityFrom(int i) {
        for (int q = nextQuantity; q < quantities.size() && quantities.get(q).from() <= i; q++)
            if (quantities.get(q).from() == i) return true;
        return false;
    }

    private Optional<Quantity> quantityAt(int i) {
        return nextQuantity < quantities.size() && quantities.get(nextQuantity).from() == i
                ? Optional.of(quantities.get(nextQuantity))
                : Optional.empty();
    }

    private int mark(int i, Token t) {
        return switch (t.form()) {
            case ",", "،", "、", "，" -> add(Chunk.Kind.COMMA, i, i + 1, ",");
            case ";", "؛", "；" -> add(Chunk.Kind.STOP, i, i + 1, ";");
            case ":", "：" -> add(Chunk.Kind.COLON, i, i + 1, ":");
            case "–", "—" -> add(Chunk.Kind.COLON, i, i + 1, "-");
            case "-" -> add(t.glued() ? Chunk.Kind.OTHER : Chunk.Kind.COLON, i, i + 1, "-");
            case "(", "[", "（" -> add(Chunk.Kind.OPEN, i, i + 1, "(");
            case ")", "]", "）" -> add(Chunk.Kind.CLOSE, i, i + 1, ")");
            default -> add(Chunk.Kind.OTHER, i, i + 1, t.form());
        };
    }

    private int add(Chunk.Kind kind, int from, int to, String id) {
        return add(kind, from, to, id, -1);
    }

    private int add(Chunk.Kind kind, int from, int to, String id, int ref) {
        chunks.add(new Chunk(kind, from, to, id, ref));
        return to;
    }

    /** The longest function word at {@code i}, unless a longer noun or verb starts there. */
    private Optional<Match> function(int i) {
        if (!text.has(i, FUNCTIONS)) return Optional.empty();
        int longest = 0;
        for (Match m : text.matches().get(i))
            if (head(m) || m.sense().of("verb") || m.sense().of("modal")) longest = Math.max(longest, m.length());
        Match best = null;
        for (Match m : text.matches().get(i)) {
            if (!FUNCTIONS.has(m)
                    || m.length() < longest
                    || m.to() > limit
                    || m.sense().of("relative") && articled(i)) continue;
            if (best == null || m.length() == best.length() && rank(m) > rank(best)) best = m;
        }
        if (best != null && best.sense().of("preposition") && indefinite(i, best)) return Optional.empty();
        if (best != null
                && text.at(i, "infinitive_marker").isPresent()
                && verbReader.at(text, i, limit).isPresent()) return Optional.empty();
        return Optional.ofNullable(best);
    }

    /** A word that is both preposition and article (French "des") opens a phrase where no phrase stands before it to be completed. */
    private boolean indefinite(int i, Match preposition) {
        boolean article = text.at(i, "determiner")
                .filter(d -> d.length() >= preposition.length())
                .isPresent();
        return article && (chunks.isEmpty() || !chunks.getLast().is(Chunk.Kind.PHRASE));
    }

    /** A word that is both article and relative is a relative only behind a comma, or a preposition behind one. */
    private boolean articled(int i) {
        if (text.at(i, "determiner").isEmpty()) return false;
        int c = chunks.size() - 1;
        if (c > 0 && chunks.get(c).is(Chunk.Kind.PREPOSITION)) c--;
        return c < 0 || !chunks.get(c).is(Chunk.Kind.COMMA);
    }

    private int rank(Match m) {
        boolean afterPhrase = !chunks.isEmpty()
                && (chunks.getLast().is(Chunk.Kind.PHRASE) || chunks.getLast().is(Chunk.Kind.COMMA));
        return switch (m.sense().category()) {
            case "including" -> 6;
            case "relative" -> afterPhrase ? 5 : 1;
            case "subordinator" -> 4;
            case "conjunction" -> 3;
            case "preposition" -> 2;
            default -> 0;
        };
    }

    private static boolean head(Match m) {
        return HEADS.has(m);
    }

    /** Where nothing but the words themselves parts a phrase from the verb behind it. */
    private boolean loose(int i) {
        return grammar.free() || text.token(i).unspaced();
    }

    /** Whether a verb starts here rather than a noun of the same spelling. */
    private boolean startsVerb(int i) {
        return startsVerb(i, afterPreposition());
    }

    /** @param governed whether a preposition stands right before, behind which many verb forms are nouns */
    private boolean startsVerb(int i, boolean governed) {
        boolean opener = text.at(i, "negation").isPresent()
                || text.at(i, "infinitive_marker").isPresent()
                || text.at(i, "verb_particle").isPresent();
        if (!verbReader.verbal(text, i)) return opener;
        if (name(i) || compound(i) || governed && adjective(i)) return false;
        Optional<Match> noun = noun(i);
        Optional<Match> verb = grammar.verb(text, i);
        if (noun.isEmpty() || text.at(i, "aux").isPresent() || verb.isEmpty())
            return !(governed && verb.isPresent() && nominal(verb.get()));
        if (nominal(verb.get()) && completed(noun.get())) return false;
        boolean noWord = text.token(i).unspaced()
                || !noun.get().sense().of("noun")
                || grammar.verbLast() && noun.get().length() > verb.get().length() + 1;
        if (noun.get().length() > verb.get().length() && noWord) return false;
        if (labels(noun.get()) || owned(i)) return false;
        if (verb.get().sense().form().equals("ger") && counts(verb.get().to())) return true;
        return !governed || verb.get().length() > noun.get().length();
    }

    /** A capitalised word inside a sentence that is no headline in capitals is a name, whatever verb it looks like: "the United States". */
    private boolean name(int i) {
        return !titled
                && i > base
                && text.token(i).capital()
                && text.token(i - 1).word();
    }

    /** A noun behind a possessive: "the mayor's murder". */
    private boolean owned(int i) {
        for (int j = Math.max(base, i - 2); j < i; j++) if (possessive(j) == i) return true;
        return false;
    }

    /** The second half of a compound: "cold-blooded", "bullet-riddled". */
    private boolean compound(int i) {
        return i > base + 1
                && text.token(i).glued()
                && text.token(i - 1).is("-")
                && text.token(i - 1).glued();
    }

    /** A word formed like a participle that no list holds, between a preposition and a noun: "by uniformed men". */
    private boolean adjective(int i) {
        return !grammar.guess(text, i).isEmpty() && i + 1 < limit && noun(i + 1).isPresent();
    }

    /** Whether most long words of the sentence have capitals, as in "Quake Kills Forty in Mountain Villages". */
    private static boolean titled(Text text, Text.Sentence s) {
        int capital = 0;
        int small = 0;
        for (int i = s.from() + 1; i < s.to(); i++) {
            Token t = text.token(i);
            if (!t.word() || t.form().length() < LONG_WORD) continue;
            if (t.capital()) capital++;
            else small++;
        }
        return text.shouting() || capital > 2 * small;
    }

    /** A word that opens a sentence before a colon or dash is the name of what follows: "Wounded: 41". */
    private boolean labels(Match noun) {
        if (!chunks.isEmpty() && !chunks.getLast().is(Chunk.Kind.STOP) || noun.to() >= limit) return false;
        Token next = text.token(noun.to());
        return next.is(":") || next.is("–") || next.is("—");
    }

    /** A noun that "of" follows, as no verb would be: "arrest of". */
    private boolean completed(Match noun) {
        return noun.to() < limit
                && text.at(noun.to(), "preposition")
                        .filter(m -> grammar.partitive().contains(m.sense().id()))
                        .isPresent()
                && grammar.headLast();
    }

    /** A finite or bare form, which behind a preposition is a noun ("under attack"). */
    private static boolean nominal(Match verb) {
        return verb.sense().form().equals("inf") || verb.sense().form().equals("pres");
    }

    private boolean afterPreposition() {
        return !chunks.isEmpty() && chunks.getLast().is(Chunk.Kind.PREPOSITION);
    }

    private Optional<Match> noun(int i) {
        if (!text.has(i, HEADS)) return Optional.empty();
        Match best = null;
        for (Match m : text.matches().get(i))
            if (head(m) && m.to() <= limit && (best == null || m.length() > best.length())) best = m;
        return Optional.ofNullable(best);
    }

    private boolean ends(int i) {
        if (text.token(i).kind() == Token.Kind.MARK || text.token(i).kind() == Token.Kind.BREAK) return true;
        return function(i).isPresent() || quantityAt(i).isPresent();
    }

    /** A phrase without a number. */
    private int phrase(int from) {
        int i = from;
        boolean definite = false;
        int head = -1;
        List<Match> nouns = List.of();
        boolean lower = true;
        while (i < limit && !masked[i - base]) {
            while (nextQuantity < quantities.size()
                    && quantities.get(nextQuantity).from() < i) nextQuantity++;
            boolean determiner = text.at(i, "determiner").isPresent()
                    || text.at(i, "article").isPresent();
            if (determiner && i > from && head >= 0) break;
            if (quantityAt(i).isPresent()) {
                boolean possessive = i > from && text.at(i - 1, "possessive").isPresent();
                if (possessive || nouns.isEmpty() && lower && (definite || i == from + 1))
                    return counted(from, quantityAt(i).get());
                break;
            }
            if (text.at(i, "possessive").isPresent()) {
                i = text.at(i, "possessive").get().to();
                continue;
            }
            if (hyphen(i) || initial(i)) {
                i++;
                continue;
            }
            if (quote(i) && head < 0 && i > from && !(i + 1 < limit && advance(i + 1))) {
                i++;
                continue;
            }
            if (quote(i) && head < 0 && i + 1 < limit && advance(i + 1))
                return counted(from, quantityAt(i + 1).get());
            Optional<Match> described = definite && head < 0 ? text.at(i, "modifier") : Optional.empty();
            if (described.isPresent() && ahead(described.get().to())) {
                i = described.get().to();
                continue;
            }
            boolean pronoun = text.at(i, "pronoun").isPresent();
            if (pronoun && i > from) break;
            boolean guessed = head < 0 && !grammar.guess(text, i).isEmpty();
            if (i > from
                    && !determiner
                    && (ends(i)
                            || noun(i).isEmpty()
                                    && !guessed
                                    && (loose(i) && head >= 0 ? startsVerb(i, false) : startsVerb(i)))) break;
            // "An attack on the market killed 60": behind the noun a count follows the verb, whatever preposition came
            // before.
            boolean governed = afterPreposition() && !quantityFrom(i + 1);
            if (i > from && noun(i).isPresent() && verbReader.verbal(text, i) && head >= 0 && startsVerb(i, governed))
                break;
            if (!nouns.isEmpty() && governsCount(i)) break;
            definite |= text.at(i, "determiner").isPresent();
            Optional<Match> n = determiner ? Optional.empty() : noun(i);
            int to = n.map(Match::to).orElse(i + 1);
            if (!determiner) {
                lower &= !text.token(i).capital() || i == from && i == base;
                if (n.isPresent() && (nouns.isEmpty() || grammar.headLast())) {
                    nouns = senses(i, n.get());
                    head = i;
                } else if (nouns.isEmpty()) head = i;
            }
            i = to;
            if (pronoun && !determiner) break;
        }
        if (i == from) return add(Chunk.Kind.OTHER, i, i + 1, "");
        boolean article = nouns.size() > 0 && text.at(from, "article").isPresent();
        Optional<Quantity> one = article
                ? Optional.of(single(from, text.at(from, "article").get().to()))
                : Optional.empty();
        return phrase(from, i, one, nouns, head, definite);
    }

    /** A noun right before a count, in a language where case alone binds the two, heads a phrase of its own ("[from] rubble | bodies 14 people"). */
    private boolean governsCount(int i) {
        if (!grammar.genitive()) return false;
        Optional<Match> n = noun(i).filter(m -> m.sense().of("noun"));
        return n.isPresent()
                && quantities.stream().anyMatch(q -> q.from() == n.get().to());
    }

    /** Whether a number starts at {@code i}, so that a form before it is a verb ("charged with killing six priests"). */
    private boolean counts(int i) {
        for (int q = nextQuantity; q < quantities.size() && quantities.get(q).from() <= i; q++)
            if (quantities.get(q).from() == i && quantities.get(q).form() != Quantity.Form.ARTICLE) return true;
        return false;
    }

    /** Whether a quantity starts at {@code i}, without moving to it. */
    private boolean ahead(int i) {
        for (int q = nextQuantity; q < quantities.size() && quantities.get(q).from() <= i; q++)
            if (quantities.get(q).from() == i) return true;
        return false;
    }

    /** Whether the preposition in chunk {@code p} only marks people as the object of the verb before it. */
    private boolean marksObject(int p, List<Match> nouns) {
        return p > 0
                && grammar.objectMarks().contains(chunks.get(p).id())
                && chunks.get(p - 1).is(Chunk.Kind.VERB)
                && nouns.stream().noneMatch(m -> m.sense().of("thing"));
    }

    /** Moves to the next quantity and tells whether it starts at {@code i}. */
    private boolean advance(int i) {
        while (nextQuantity < quantities.size() && quantities.get(nextQuantity).from() < i) nextQuantity++;
        return quantityAt(i).isPresent();
    }

    /** The full stop of an initial ("U.S."). */
    private boolean initial(int i) {
        return i > 0
                && text.token(i).is(".")
                && text.token(i).glued()
                && text.token(i - 1).capital()
                && text.token(i - 1).form().length() == 1;
    }

    private static Quantity single(int from, int to) {
        return new Quantity(from, to, from, Amount.of(1, Qualifier.EXACT), Quantity.Form.ARTICLE, false, false);
    }

    private boolean hyphen(int i) {
        return text.token(i).is("-")
                && text.token(i).glued()
                && i + 1 < limit
                && text.token(i + 1).glued();
    }

    private List<Match> senses(int i, Match best) {
        List<Match> out = new ArrayList<>(2);
        for (Match m : text.matches().get(i)) if (head(m) && m.length() == best.length()) out.add(m);
        return out;
    }

    private int phrase(int from, int to, Optional<Quantity> q, List<Match> nouns, int head, boolean definite) {
        String preposition = "";
        int governor = -1;
        int p = chunks.size() - 1;
        while (p >= 0
                && chunks.get(p).is(Chunk.Kind.OTHER)
                && !masked[chunks.get(p).from() - base]) p--;
        if (p >= 0 && chunks.get(p).is(Chunk.Kind.PREPOSITION)) {
            if (!(q.isPresent() && head >= 0 && marksObject(p, nouns)))
                preposition = chunks.get(p).id();
            int before = overTime(p - 1);
            if (before >= 0 && chunks.get(before).is(Chunk.Kind.PHRASE))
                governor = chunks.get(before).ref();
        } else if (grammar.genitive()
                && q.isPresent()
                && p >= 0
                && p == chunks.size() - 1
                && chunks.get(p).is(Chunk.Kind.PHRASE)) {
            // A case ending does the work of "of": "the bodies 31 [of] person".
            Phrase before = phrases.get(chunks.get(p).ref());
            if (before.quantity().isEmpty() && before.noun("noun").isPresent()) {
                preposition = OF;
                governor = before.index();
            }
        }
        phrases.add(
                new Phrase(phrases.size(), chunks.size(), from, to, q, nouns, head, preposition, governor, definite));
        return add(Chunk.Kind.PHRASE, from, to, preposition, phrases.size() - 1);
    }

    /** The chunk at {@code c}, or before a time that stands there: "the murder on Friday of six monks". */
    private int overTime(int c) {
        int i = c;
        while (i >= 0
                && chunks.get(i).is(Chunk.Kind.OTHER)
                && masked[chunks.get(i).from() - base]) i--;
        if (i < c && i >= 0 && chunks.get(i).is(Chunk.Kind.PREPOSITION)) i--;
        return i;
    }

    /** A phrase that begins with a number, up to the noun it counts. */
    private int counted(int from, Quantity q) {
        int i = q.to();
        while (i < limit && (text.token(i).is("-") && text.token(i).glued() || quote(i))) i++;
        i = partitive(i);
        List<Match> said = new ArrayList<>(1);
        // "Dozens the-wounded": where a noun completes another by its case, a vague word is such a noun.
        if (grammar.genitive() && q.form() == Quantity.Form.VAGUE && i < limit)
            i = text.at(i, "determiner").map(Match::to).orElse(i);
        int unknown = -1;
        int unknownEnd = q.to();
        int stop = Math.min(limit, i + REACH);
        while (i < stop) {
            Optional<Match> n = noun(i);
            if (n.isPresent() && !outranked(i, n.get()) && possessive(n.get().to()) > 0) {
                i = possessive(n.get().to());
                continue;
            }
            if (possessive(i) > 0) {
                i = possessive(i);
                continue;
            }
            if (n.isPresent() && !outranked(i, n.get())) return headed(from, q, i, n.get(), said);
            if (quote(i) && unknown >= 0) break;
            if (hyphen(i) || quote(i) || initial(i)) {
                i++;
                continue;
            }
            if (listed(i, stop)) {
                i++;
                continue;
            }
            if (advance(i)) break;
            Optional<Match> modifier = text.at(i, "modifier");
            if (modifier.isPresent()) {
                text.at(i, "noun").ifPresent(said::add);
                i = modifier.get().to();
                continue;
            }
            if (ends(i)
                    || startsVerb(i) && !participle(i, stop)
                    || text.at(i, "determiner").isPresent()
                    || text.at(i, "article").isPresent()) break;
            if (unknown < 0 || grammar.headLast()) unknown = i;
            unknownEnd = ++i;
        }
        if (unknown < 0 && setOff(q)) return aside(from, q);
        return phrase(from, Math.max(q.to(), unknownEnd), Optional.of(q), List.of(), unknown, false);
    }

    /** The token behind a possessive ending at {@code i}, or -1. */
    private int possessive(int i) {
        return i < limit ? text.at(i, "possessive").map(Match::to).orElse(-1) : -1;
    }

    /** A small number between commas behind a name: an age. */
    private boolean setOff(Quantity q) {
        int n = chunks.size();
        boolean small = q.form() == Quantity.Form.DIGITS
                && q.amount().value().isPresent()
                && q.amount().value().getAsLong() < OLDEST;
        if (!small
                || n < 2
                || !chunks.get(n - 1).is(Chunk.Kind.COMMA)
                || !chunks.get(n - 2).is(Chunk.Kind.PHRASE)) return false;
        Phrase before = phrases.get(chunks.get(n - 2).ref());
        return before.quantity().isEmpty()
                && before.bare()
                && q.to() < limit
                && text.token(q.to()).is(",");
    }

    private int aside(int from, Quantity q) {
        phrases.add(new Phrase(
                phrases.size(),
                chunks.size(),
                from,
                q.to(),
                Optional.of(q.as(Quantity.Form.AGE)),
                List.of(),
                -1,
                "aside",
                -1,
                false));
        return add(Chunk.Kind.PHRASE, from, q.to(), "aside", phrases.size() - 1);
    }

    /** A function word or verb longer than the noun at {@code i}. */
    private boolean outranked(int i, Match noun) {
        for (Match m : text.matches().get(i))
            if (m.length() > noun.length() && (m.sense().of("verb") || FUNCTIONS.has(m))) return true;
        return false;
    }

    /** A participle between a number and its noun ("14 wounded soldiers"): a noun follows within three words. */
    private boolean participle(int i, int stop) {
        boolean part = false;
        int to = i + 1;
        Set<String> guess = grammar.guess(text, i);
        if (guess.contains("part") || guess.contains("ger")) part = true;
        for (Match m : text.matches().get(i))
            if (m.sense().of("verb")
                    && (m.sense().form().equals("part") || m.sense().form().equals("ger"))) {
                part = true;
                to = m.to();
            }
        if (!part) return false;
        for (int j = to; j < Math.min(stop, to + 2); j++) {
            if (noun(j).isPresent()) return grammar.headLast();
            if (ends(j)) return false;
        }
        return false;
    }

    private boolean quote(int i) {
        return text.token(i).kind() == Token.Kind.MARK
                && "\"“”«»‘’'".contains(text.token(i).form());
    }

    /** Skips "of (the)" between a quantity and its noun. */
    private int partitive(int i) {
        if (i >= limit || text.at(i, "including").isPresent()) return i;
        Optional<Match> of = text.at(i, "preposition")
                .filter(m -> grammar.partitive().contains(m.sense().id()));
        if (of.isEmpty() || of.get().to() >= limit) return i;
        int j = of.get().to();
        while (j < limit && (text.at(j, "determiner").isPresent() || quote(j))) j++;
        return j;
    }

    /** Commas and conjunctions in a list of capitalised modifiers before the noun: "900 Kenyan, Ghanaian and Malian troops". */
    private boolean listed(int i, int stop) {
        boolean joint = text.token(i).is(",") || text.at(i, "conjunction").isPresent();
        if (!joint || i == 0 || !text.token(i - 1).capital()) return false;
        boolean named = true;
        for (int j = i + 1; j < stop; j++) {
            Token t = text.token(j);
            if (!named && noun(j).isPresent()) return noun(j).get().sense().of("people");
            if (t.word() && t.capital() && text.at(j, "conjunction").isEmpty()) named = false;
            else if (!t.is(",") && text.at(j, "conjunction").isEmpty()) return false;
        }
        return false;
    }

    /** @param said nouns before the head that say what happened to it: "13 dead officers" */
    private int headed(int from, Quantity q, int head, Match noun, List<Match> said) {
        List<Match> nouns = senses(head, noun);
        if (text.at(head, "modifier").isPresent() && noun.sense().of("noun")) said.add(noun);
        int to = noun.to();
        int at = head;
        while (grammar.headLast() && to < limit) {
            int j = hyphen(to) ? to + 1 : to;
            Optional<Match> more = noun(j);
            if (more.isEmpty()
                    || ends(j)
                    || verbReader.verbal(text, j) && startsVerb(j)
                    || grammar.verbLast() && nouns.getFirst().sense().of("thing")
                    || attribute(nouns, more.get())) break;
            nouns = merge(nouns, senses(j, more.get()));
            at = j;
            to = more.get().to();
        }
        if (!said.isEmpty() && nouns.stream().anyMatch(m -> m.sense().of("people"))) {
            nouns = new ArrayList<>(nouns);
            nouns.addAll(said);
        }
        boolean described = hyphen(q.to())
                && noun.sense().of("thing")
                && nouns.stream().anyMatch(m -> m.sense().of("people"));
        if (described)
            return phrase(
                    from,
                    to,
                    text.at(from, "article").map(a -> single(from, a.to())),
                    nouns,
                    at,
                    text.at(from, "determiner").isPresent());
        Optional<Match> more = text.at(Math.min(to, limit - 1), "increment_after")
                .filter(m -> m.from() >= noun.to()
                        && text.at(m.to() - 1, "time_word").isEmpty());
        if (more.isEmpty() || more.get().to() > limit) return phrase(from, to, Optional.of(q), nouns, at, false);
        return phrase(from, more.get().to(), Optional.of(q.more()), nouns, at, false);
    }

    /** "225 people dead": what follows says something of the people and is no compound with them. */
    private static boolean attribute(List<Match> nouns, Match next) {
        return next.sense().of("noun") && nouns.stream().anyMatch(m -> m.sense().of("people"));
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
