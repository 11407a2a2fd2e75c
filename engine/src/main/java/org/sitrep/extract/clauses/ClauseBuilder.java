package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.extract.clauses.VerbGroup.Mood;
import org.sitrep.extract.clauses.VerbGroup.Voice;

/** Binds phrases to verbs: subjects to the left over what interrupts, objects to the right, lists as wholes, shared parts of coordinated verbs. */
final class ClauseBuilder {
    /** How many chunks a search looks at, so that a sentence without end costs no more than a long one. */
    private static final int REACH = 48;

    private final Grammar grammar;
    private final List<Chunk> chunks;
    private final List<Phrase> phrases;
    private final List<VerbReader.Reading> readings;
    private final VerbGroup[] verbs;
    private final int[] place;
    private final List<TreeSet<Integer>> subjects = new ArrayList<>();
    private final List<TreeSet<Integer>> objects = new ArrayList<>();
    private final Clause.Link[] links;
    private final String[] openers;
    private final boolean[] taken;
    /** Verbs that close the clause of another one, whose subject is theirs. */
    private final boolean[] joined;
    /** Where such a verb stands that closes the clause of verb v; 0 where none does. */
    private final int[] tails;

    ClauseBuilder(Grammar grammar, Chunker chunker) {
        this.grammar = grammar;
        this.chunks = new ArrayList<>(chunker.chunks());
        this.phrases = chunker.phrases();
        this.readings = chunker.verbs();
        int n = readings.size();
        this.verbs = new VerbGroup[n];
        this.place = new int[n];
        this.links = new Clause.Link[n];
        this.openers = new String[n];
        this.taken = new boolean[phrases.size()];
        this.joined = new boolean[n];
        this.tails = new int[n];
        for (int c = 0; c < chunks.size(); c++)
            if (chunks.get(c).is(Kind.VERB)) place[chunks.get(c).ref()] = c;
        for (int v = 0; v < n; v++) {
            verbs[v] = readings.get(v).verb();
            links[v] = Clause.Link.MAIN;
            openers[v] = "";
            subjects.add(new TreeSet<>());
            objects.add(new TreeSet<>());
        }
    }

    List<Clause> build() {
        if (grammar.verbFinal()) for (int v = 0; v < verbs.length; v++) joinTail(v);
        for (int v = 0; v < verbs.length; v++) resolve(v);
        for (int v = 0; v < verbs.length; v++) if (!joined[v]) subject(v);
        for (int v = 0; v < verbs.length; v++) if (tails[v] > 0) middle(v);
        for (int v = 0; v < verbs.length; v++) opened(v);
        for (int v = 0; v < verbs.length; v++) if (verbs[v].voice() == Voice.ACTIVE) object(v);
        for (int v = 0; v < verbs.length; v++) if (!subjects.get(v).isEmpty()) afterthought(v);
        for (int v = verbs.length - 1; v >= 0; v--) shareObject(v);
        if (grammar.verbLast()) for (int v = 0; v < verbs.length; v++) preverbal(v);
        if (grammar.free()) for (int v = 0; v < verbs.length; v++) postposed(v);
        for (int v = 0; v < verbs.length; v++) inverted(v);
        List<Clause> out = new ArrayList<>(verbs.length);
        for (int v = 0; v < verbs.length; v++) out.add(clause(v));
        return out;
    }

    private Chunk at(int c) {
        return chunks.get(c);
    }

    private int skipOther(int c, int step) {
        int i = c + step;
        while (i >= 0 && i < chunks.size() && at(i).is(Kind.OTHER)) i += step;
        return i;
    }

    private boolean bare(int c) {
        return c >= 0
                && c < chunks.size()
                && at(c).is(Kind.PHRASE)
                && phrases.get(at(c).ref()).bare()
                && !behindIncluding(c);
    }

    private boolean behindIncluding(int c) {
        int i = skipOther(c, -1);
        if (i >= 0 && at(i).is(Kind.CONJUNCTION)) {
            int before = skipOther(i, -1);
            return before >= 0 && at(before).is(Kind.PHRASE) && behindIncluding(before);
        }
        return i >= 0 && at(i).is(Kind.INCLUDING);
    }

    private boolean counted(int c) {
        return phrases.get(at(c).ref()).quantity().isPresent();
    }

    /** Joins an auxiliary with the participle or infinitive that closes its clause. */
    private void joinTail(int v) {
        if (!verbs[v].lexemes().isEmpty() || v + 1 >= verbs.length) return;
        for (int c = place[v] + 1; c < chunks.size() && c < place[v] + REACH; c++) {
            Chunk k = at(c);
            if (k.is(Kind.STOP) || k.is(Kind.SUBORDINATOR) || k.is(Kind.RELATIVE)) return;
            if (!k.is(Kind.VERB)) continue;
            VerbGroup tail = verbs[k.ref()];
            if (tail.lexemes().isEmpty()
                    || tail.finite() && !readings.get(k.ref()).ambiguous() && tail.mood() != Mood.PARTICIPLE) return;
            VerbGroup head = verbs[v];
            boolean passive = readings.get(v).passive() && tail.mood() == Mood.PARTICIPLE;
            verbs[v] = new VerbGroup(
                    head.from(),
                    head.to(),
                    tail.lexemes(),
                    passive ? Voice.PASSIVE : Voice.ACTIVE,
                    head.tense(),
                    head.mood(),
                    head.negated() || tail.negated(),
                    head.marks());
            verbs[k.ref()] = new VerbGroup(
                    tail.from(),
                    tail.to(),
                    List.of(),
                    Voice.ACTIVE,
                    tail.tense(),
                    Mood.PARTICIPLE,
                    false,
                    tail.marks());
            joined[k.ref()] = true;
            tails[v] = c;
            chunks.set(c, new Chunk(Kind.OTHER, k.from(), k.to(), "tail", k.ref()));
            return;
        }
    }

    /** Decides whether a form like "killed" is a past tense with an object or a passive participle. */
    private void resolve(int v) {
        if (!readings.get(v).ambiguous() || grammar.intransitive().contains(verbs[v].lexeme())) return;
        int next = skipOther(place[v], 1);
        boolean object = bare(next) && !subjectAhead(next);
        int verb = next < chunks.size() && at(next).is(Kind.CONJUNCTION) ? skipOther(next, 1) : -1;
        if (verb >= 0 && verb < chunks.size() && at(verb).is(Kind.VERB))
            object |= bare(skipOther(verb, 1)) && !subjectAhead(skipOther(verb, 1));
        int before = skipOther(place[v], -1);
        if (before >= 0 && at(before).is(Kind.RELATIVE)) return;
        boolean afterPassive = before > 0
                && at(before).is(Kind.CONJUNCTION)
                && skipOther(before, -1) >= 0
                && at(skipOther(before, -1)).is(Kind.VERB)
                && verbs[at(skipOther(before, -1)).ref()].voice() == Voice.PASSIVE
                && !object;
        if (object && !afterPassive) return;
        verbs[v] = verbs[v].as(Voice.PASSIVE, Mood.PARTICIPLE);
    }

    /** Whether the phrase at {@code c} opens the next clause ("… killed, 12 people were wounded"). */
    private boolean subjectAhead(int c) {
        for (int i = c + 1; i < Math.min(chunks.size(), c + 8); i++) {
            Chunk k = at(i);
            if (k.is(Kind.VERB))
                return verbs[k.ref()].finite() && !readings.get(k.ref()).ambiguous() && directly(c, i);
            boolean inside = k.is(Kind.OTHER) || k.is(Kind.PREPOSITION) || k.is(Kind.PHRASE);
            if (!inside) return false;
        }
        return false;
    }

    /** Whether no conjunction stands right before the verb at {@code verb}, so that the phrase at {@code c} is its subject. */
    private boolean directly(int c, int verb) {
        int before = skipOther(verb, -1);
        return before >= c && !at(before).is(Kind.CONJUNCTION);
    }

    private void subject(int v) {
        int i = place[v] - 1;
        if (verbs[v].mood() == Mood.PARTICIPLE && antecedent(v)) return;
        boolean comma = false;
        boolean passed = false;
        int floor = Math.max(-1, place[v] - REACH);
        while (i > floor) {
            Chunk k = at(i);
            switch (k.kind()) {
                case OTHER -> i--;
                case COMMA -> {
                    comma |= skipOther(place[v], -1) == i;
                    if (!comma && fronted(v, i)) return;
                    i--;
                }
                case CLOSE -> i = opening(i) - 1;
                case PREPOSITION, INCLUDING -> i--;
                case CONJUNCTION -> {
                    if (skipOther(place[v], -1) == i) {
                        shareSubject(v, i);
                        return;
                    }
                    i--;
                }
                case PHRASE -> {
                    boolean direct = skipOther(place[v], -1) == i && opensPart(i);
                    if (grammar.verbFirst() && full(skipOther(i, -1)) && governed(i)) return;
                    if (governed(i) && (comma || inRelative(i) || reduced(i) || parted(i, place[v]))) i--;
                    else if (bare(i) || direct) {
                        int chainEnd = prepositionalChain(i);
                        if (chainEnd < 0) {
                            if (!inverse(i, comma)) chain(v, completed(i), comma);
                            return;
                        }
                        i = chainEnd - 1;
                    } else i--;
                }
                case VERB -> {
                    int over = over(k.ref(), i);
                    if (over < 0) {
                        if (comma && !verbs[v].finite()) shareSubject(v, i + 1);
                        else if (comma && verbs[k.ref()].finite()) shareSubject(v, i + 1);
                        return;
                    }
                    i = over;
                    passed = true;
                }
                case RELATIVE -> {
                    if (passed) {
                        i--;
                        continue;
                    }
                    relative(v, i);
                    return;
                }
                case SUBORDINATOR -> {
                    links[v] = Clause.Link.SUBORDINATE;
                    openers[v] = k.id();
                    return;
                }
                case COLON, STOP, OPEN -> {
                    return;
                }
            }
        }
    }

    /**
     * "In A starben zwölf, in B starben drei": where the finite verb takes the second place, whatever stands between the comma and it
     * is that place's first, and the clause before the comma, which has its own verb, lends no subject.
     */
    private boolean fronted(int v, int comma) {
        if (!grammar.verbFinal() || !verbs[v].finite()) return false;
        for (int i = comma - 1; i >= 0; i--) {
            if (at(i).is(Kind.COMMA) || at(i).is(Kind.STOP)) return false;
            if (at(i).is(Kind.RELATIVE) || at(i).is(Kind.SUBORDINATOR)) return false;
            if (at(i).is(Kind.VERB)) return verbs[at(i).ref()].finite();
        }
        return false;
    }

    /** "Nach Angaben der Polizei wurden 40 Menschen verletzt", "es wurden 40 …": a counted phrase inside a passive is its subject. */
    private void middle(int v) {
        if (verbs[v].voice() != Voice.PASSIVE) return;
        for (int c = place[v] + 1; c < tails[v]; c++) {
            if (at(c).is(Kind.COMMA)) return;
            if (!bare(c) || !counted(c)) continue;
            subjects.get(v).clear();
            subjects.get(v).add(at(c).ref());
            chain(v, c, false);
            return;
        }
    }

    /** Whether the phrase at {@code c} is the subject of the verb right before it, which a comma parts from what follows ("died twelve men, says …"). */
    private boolean inverse(int c, boolean comma) {
        if (!grammar.free() || !comma) return false;
        int before = skipOther(c, -1);
        return before >= 0
                && at(before).is(Kind.VERB)
                && subjects.get(at(before).ref()).isEmpty();
    }

    /** The phrase that the one at {@code c} completes by its case alone ("men [of the] guard"), else {@code c}. */
    private int completed(int c) {
        int i = c;
        while (grammar.genitive() && i > 0 && !counted(i) && at(i - 1).is(Kind.PHRASE) && bare(i - 1)) i--;
        return i;
    }

    /** A participle belongs to the phrase right before it, also under a preposition: "on the 2,500 sent by". */
    private boolean antecedent(int v) {
        int before = skipOther(place[v], -1);
        if (before < 0 || !at(before).is(Kind.PHRASE)) return false;
        if (bare(before) && !(grammar.free() && counted(before) && governed(before))) return false;
        int ref = at(before).ref();
        while (phrases.get(ref).governor() >= 0 && phrases.get(ref).quantity().isEmpty())
            ref = phrases.get(ref).governor();
        if (phrases.get(ref).quantity().isEmpty()) return false;
        subjects.get(v).add(ref);
        boolean[] free = taken.clone();
        chain(v, phrases.get(ref).chunk(), false);
        // "left 18 marchers wounded": the object of a verb stays its object, whatever a participle says of it.
        if (governed(phrases.get(ref).chunk())) System.arraycopy(free, 0, taken, 0, free.length);
        return true;
    }

    /** Whether the phrase at {@code c} stands behind a nesting word that opens its part of the sentence: "Of these, 12 were …". */
    private boolean opensPart(int c) {
        if (!behindIncluding(c)) return false;
        int before = skipOther(skipOther(c, -1), -1);
        return before < 0 || !at(before).is(Kind.PHRASE);
    }

    /** Whether the phrase at {@code c} is the object of a verb that has its subject, and a comma parts it from the verb at {@code verb}. */
    private boolean parted(int c, int verb) {
        int before = skipOther(c, -1);
        if (at(before).is(Kind.PREPOSITION)) before--;
        if (subjects.get(at(before).ref()).isEmpty()) return false;
        for (int i = c + 1; i < verb; i++) if (at(i).is(Kind.COMMA)) return true;
        return false;
    }

    /** "Two policemen guarding the gate were killed": the object of a verb form that only describes the subject. */
    private boolean reduced(int c) {
        int before = skipOther(c, -1);
        if (!at(before).is(Kind.VERB)) return false;
        int verb = at(before).ref();
        return verbs[verb].mood() == Mood.GERUND && !subjects.get(verb).isEmpty();
    }

    private boolean inRelative(int c) {
        int verb = skipOther(c, -1);
        return verb >= 0 && at(verb).is(Kind.VERB) && links[at(verb).ref()] == Clause.Link.RELATIVE;
    }

    /** Where the search goes on to the left of a verb that stands between, or -1 where that verb ends it. */
    private int over(int verb, int at) {
        if (!verbs[verb].finite()) return at - 1;
        if (links[verb] == Clause.Link.RELATIVE) {
            int i = at;
            while (i >= 0 && !at(i).is(Kind.RELATIVE)) i--;
            return i - 1;
        }
        return -1;
    }

    private int opening(int close) {
        for (int i = close - 1; i >= 0; i--) if (at(i).is(Kind.OPEN)) return i;
        return 0;
    }

    /** Where the list that ends at {@code c} begins under a preposition ("of theft, disorder or possession"), the chunk of that phrase; else -1. */
    private int prepositionalChain(int c) {
        if (counted(c)) return -1;
        int i = c;
        boolean joined = false;
        while (true) {
            int before = skipOther(i, -1);
            if (before < 0) return -1;
            if (at(before).is(Kind.CONJUNCTION)) joined = true;
            else if (!at(before).is(Kind.COMMA) || !joined) return -1;
            int phrase = skipOther(before, -1);
            if (phrase < 0 || !at(phrase).is(Kind.PHRASE) || counted(phrase)) return -1;
            if (!bare(phrase)) return phrase;
            i = phrase;
        }
    }

    /** Takes the phrase at {@code c} and those it is coordinated with as subjects of {@code v}. */
    private void chain(int v, int c, boolean comma) {
        take(subjects.get(v), c);
        int i = c - 1;
        int last = c;
        boolean joint = false;
        while (i >= 0 && last - i < REACH) {
            Chunk k = at(i);
            if (k.is(Kind.CLOSE)) {
                i = opening(i) - 1;
                continue;
            }
            if (k.is(Kind.VERB) && joint && counted(last) && links[k.ref()] == Clause.Link.RELATIVE) {
                while (i > 0 && !at(i).is(Kind.RELATIVE)) i--;
                i--;
                continue;
            }
            if (k.is(Kind.CONJUNCTION)) joint = true;
            else if (k.is(Kind.COMMA)) joint = joint || comma || counted(last);
            else if (k.is(Kind.PHRASE) && (bare(i) || counted(i) && counted(last) && joint && !behindIncluding(i))) {
                if (!joint || k.is(Kind.COMMA) && !counted(i)) return;
                if (!counted(i) && counted(last) && !conjunctionBetween(i, last) || governed(i) || nested(i)) return;
                take(subjects.get(v), i);
                last = i;
                joint = false;
            } else if (k.is(Kind.VERB) && verbs[k.ref()].mood() != Mood.PARTICIPLE
                    || k.is(Kind.SUBORDINATOR)
                    || k.is(Kind.RELATIVE)
                    || k.is(Kind.STOP)
                    || k.is(Kind.COLON)) return;
            i--;
        }
    }

    /** Whether a word of nesting stands right behind the number at {@code c}: "16 of them" is a part of a count before. */
    private boolean nested(int c) {
        int after = skipOther(c, 1);
        return counted(c) && after < chunks.size() && at(after).is(Kind.INCLUDING);
    }

    /** Whether an active verb stands right before the phrase at {@code c} and takes it as its object. */
    private boolean governed(int c) {
        int before = skipOther(c, -1);
        if (before > 0
                && at(before).is(Kind.PREPOSITION)
                && phrases.get(at(c).ref()).bare()) before--;
        if (before < 0 || !at(before).is(Kind.VERB)) return false;
        VerbGroup verb = verbs[at(before).ref()];
        return verb.voice() == Voice.ACTIVE && !grammar.complement().contains(verb.lexeme());
    }

    /** Notes the word that opens the clause right before its subject ("if 400 men die"). */
    private void opened(int v) {
        if (subjects.get(v).isEmpty() || links[v] != Clause.Link.MAIN) return;
        int before = skipOther(phrases.get(subjects.get(v).first()).chunk(), -1);
        if (before < 0 || !at(before).is(Kind.SUBORDINATOR)) return;
        links[v] = Clause.Link.SUBORDINATE;
        openers[v] = at(before).id();
    }

    private boolean conjunctionBetween(int a, int b) {
        for (int i = a + 1; i < b; i++) if (at(i).is(Kind.CONJUNCTION)) return true;
        return false;
    }

    private void take(TreeSet<Integer> set, int chunk) {
        set.add(at(chunk).ref());
        taken[at(chunk).ref()] |= true;
    }

    /** A verb behind "and" shares the subject of the verb before it. */
    private void shareSubject(int v, int from) {
        for (int i = from - 1; i >= 0 && i > from - REACH; i--) {
            Chunk k = at(i);
            if (k.is(Kind.STOP) || k.is(Kind.COLON)) return;
            if (!k.is(Kind.VERB)) continue;
            boolean participles = verbs[v].mood() == Mood.PARTICIPLE;
            if (!participles && !verbs[k.ref()].finite() && verbs[k.ref()].mood() != verbs[v].mood()) continue;
            boolean list = participles && verbs[k.ref()].voice() == Voice.PASSIVE || !participles;
            if (!list) return;
            subjects.get(v).addAll(subjects.get(k.ref()));
            links[v] = links[k.ref()];
            openers[v] = openers[k.ref()];
            if (participles && adjacent(i, place[v])) verbs[v] = inherit(verbs[v], verbs[k.ref()]);
            return;
        }
    }

    private static VerbGroup inherit(VerbGroup v, VerbGroup from) {
        return new VerbGroup(
                v.from(),
                v.to(),
                v.lexemes(),
                from.voice(),
                from.tense(),
                from.mood(),
                v.negated() || from.negated(),
                from.marks());
    }

    private boolean adjacent(int a, int b) {
        for (int i = a + 1; i < b; i++) if (at(i).is(Kind.PHRASE)) return false;
        return true;
    }

    private void relative(int v, int rel) {
        links[v] = Clause.Link.RELATIVE;
        int i = rel - 1;
        while (i >= 0 && (at(i).is(Kind.COMMA) || at(i).is(Kind.OTHER) || at(i).is(Kind.PREPOSITION))) i--;
        if (i < 0) return;
        if (at(i).is(Kind.CLOSE)) i = opening(i) - 1;
        if (i < 0 || !at(i).is(Kind.PHRASE)) return;
        int ref = at(i).ref();
        while (phrases.get(ref).governor() >= 0 && phrases.get(ref).quantity().isEmpty())
            ref = phrases.get(ref).governor();
        subjects.get(v).add(ref);
    }

    private void object(int v) {
        int i = skipOther(place[v], 1);
        int first = i;
        boolean joint = true;
        int end = Math.min(chunks.size(), place[v] + REACH);
        while (i < end) {
            Chunk k = at(i);
            switch (k.kind()) {
                case PHRASE -> {
                    if (bare(i)) {
                        boolean adjacent = i > 0 && at(i - 1).is(Kind.PHRASE);
                        if (!joint && !adjacent && !grammar.verbFinal()
                                || taken[k.ref()]
                                || !own(i, first) && subjectAhead(i)) return;
                        objects.get(v).add(k.ref());
                        joint = false;
                    } else if (i == first) return;
                }
                case COMMA -> joint = !objects.get(v).isEmpty() && nextCounts(i);
                case CONJUNCTION -> joint = !objects.get(v).isEmpty();
                case OTHER, PREPOSITION, INCLUDING -> {}
                case OPEN -> i = closing(i);
                case VERB -> {
                    if (verbs[k.ref()].mood() != Mood.PARTICIPLE
                            || objects.get(v).isEmpty()
                            || at(skipOther(i, -1)).is(Kind.CONJUNCTION)) return;
                }
                case RELATIVE, SUBORDINATOR, COLON, STOP, CLOSE -> {
                    return;
                }
            }
            i++;
        }
    }

    /** Whether a verb group stands at {@code c} that is more than an auxiliary. */
    private boolean full(int c) {
        return c >= 0 && at(c).is(Kind.VERB) && !verbs[at(c).ref()].lexemes().isEmpty();
    }

    /** Whether the phrase at {@code c} stands right behind a verb that opens its clause. */
    private boolean own(int c, int first) {
        return grammar.verbFirst() && c == first;
    }

    private int closing(int open) {
        for (int i = open + 1; i < chunks.size(); i++) if (at(i).is(Kind.CLOSE)) return i;
        return chunks.size() - 1;
    }

    /** Whether a list goes on behind the comma at {@code c}: a counted phrase, or one that "and" follows. */
    private boolean nextCounts(int c) {
        int i = skipOther(c, 1);
        if (!bare(i)) return false;
        if (counted(i)) return true;
        int after = skipOther(i, 1);
        return after < chunks.size()
                && (at(after).is(Kind.CONJUNCTION) || at(after).is(Kind.COMMA) && nextCounts(after));
    }

    /** A counted phrase that "and" adds behind a passive: "was killed near his home, along with two guards". */
    private void afterthought(int v) {
        if (verbs[v].voice() != Voice.PASSIVE || !verbs[v].finite()) return;
        int i = place[v] + 1;
        while (i < chunks.size() && i < place[v] + REACH && !at(i).is(Kind.CONJUNCTION)) {
            boolean inside = at(i).is(Kind.PREPOSITION)
                    || at(i).is(Kind.OTHER)
                    || at(i).is(Kind.COMMA)
                    || at(i).is(Kind.PHRASE) && !bare(i);
            if (!inside) return;
            i++;
        }
        int phrase = i < chunks.size() ? skipOther(i, 1) : chunks.size();
        if (phrase >= chunks.size()
                || !bare(phrase)
                || !counted(phrase)
                || phrases.get(at(phrase).ref()).noun("noun").isPresent()
                || subjectAhead(phrase)) return;
        int after = skipOther(phrase, 1);
        boolean closed = after < chunks.size() && at(after).is(Kind.COMMA) && !nextCounts(after);
        if (after >= chunks.size() || at(after).is(Kind.STOP) || closed)
            subjects.get(v).add(at(phrase).ref());
    }

    /** "killed and wounded 40": the first verb shares the object of the second. */
    private void shareObject(int v) {
        if (v + 1 >= verbs.length || !objects.get(v).isEmpty() || verbs[v].voice() != Voice.ACTIVE) return;
        int next = skipOther(place[v], 1);
        if (next >= chunks.size() || !at(next).is(Kind.CONJUNCTION)) return;
        if (skipOther(next, 1) == place[v + 1]) objects.get(v).addAll(objects.get(v + 1));
    }

    /** Where the verb comes last, all bare phrases back to the clause's edge belong to it; behind a participle, the count that it describes ("died [the] 12 men"). */
    private void preverbal(int v) {
        int next = skipOther(place[v], 1);
        boolean described = verbs[v].mood() == Mood.PARTICIPLE && bare(next) && counted(next);
        if (described) {
            objects.get(v).add(at(next).ref());
            return;
        }
        for (int i = place[v] - 1; i >= 0 && i > place[v] - REACH; i--) {
            Chunk k = at(i);
            if (k.is(Kind.PHRASE) && bare(i)) {
                if (!subjects.get(v).contains(k.ref())) objects.get(v).add(k.ref());
            } else if (k.is(Kind.CLOSE)) i = opening(i);
            else if (!k.is(Kind.OTHER) && !k.is(Kind.PHRASE) && !k.is(Kind.PREPOSITION)) return;
        }
    }

    /** Where subjects may follow, a count right behind a verb without object is its subject, and not an unknown word before it ("yesterday [were] killed 12"). */
    private void postposed(int v) {
        boolean bareVerb =
                verbs[v].voice() == Voice.PASSIVE || grammar.intransitive().contains(verbs[v].lexeme());
        int next = skipOther(place[v], 1);
        if (!bareVerb || subjects.get(v).isEmpty() || !bare(next) || !counted(next) || subjectAhead(next)) return;
        for (int ref : subjects.get(v)) {
            Phrase p = phrases.get(ref);
            if (p.quantity().isPresent() || !p.nouns().isEmpty()) return;
        }
        subjects.get(v).clear();
    }

    /** A passive, or any verb where subjects may stand behind it, that found no subject takes the bare phrase behind it. */
    private void inverted(int v) {
        if (!subjects.get(v).isEmpty() || verbs[v].voice() != Voice.PASSIVE) return;
        if (verbs[v].mood() == Mood.PARTICIPLE && !grammar.free()) return;
        object(v);
        subjects.get(v).addAll(objects.get(v));
        objects.get(v).clear();
    }

    private Clause clause(int v) {
        VerbGroup verb = verbs[v];
        List<Phrase> oblique = new ArrayList<>(2);
        int from = verb.from();
        int to = verb.to();
        int i = place[v] + 1;
        for (; i < chunks.size() && i < place[v] + REACH; i++) {
            Chunk k = at(i);
            if (k.is(Kind.VERB) || k.is(Kind.STOP) || k.is(Kind.SUBORDINATOR) || k.is(Kind.RELATIVE)) break;
            if (k.is(Kind.PHRASE)) {
                Phrase p = phrases.get(k.ref());
                if (taken[k.ref()] && p.bare()) break;
                if (!p.bare()) oblique.add(p);
                to = Math.max(to, p.to());
            }
        }
        oblique.addAll(0, fronted(v));
        List<Phrase> subject = list(subjects.get(v));
        List<Phrase> object = list(objects.get(v));
        for (Phrase p : subject) if (links[v] != Clause.Link.RELATIVE) from = Math.min(from, p.from());
        for (Phrase p : object) to = Math.max(to, p.to());
        Clause.Link link = verb.mood() == Mood.PARTICIPLE ? Clause.Link.PARTICIPIAL : links[v];
        return new Clause(verb, subject, object, oblique, link, openers[v], from, Math.max(to, verb.to()));
    }

    /** Phrases under prepositions before the verb, back to the verb or boundary before. */
    private List<Phrase> fronted(int v) {
        List<Phrase> out = new ArrayList<>(2);
        for (int i = place[v] - 1; i >= 0 && i > place[v] - REACH; i--) {
            Chunk k = at(i);
            if (k.is(Kind.VERB) || k.is(Kind.STOP) || k.is(Kind.SUBORDINATOR) || k.is(Kind.RELATIVE)) break;
            if (k.is(Kind.PHRASE) && !phrases.get(k.ref()).bare()) out.add(phrases.get(k.ref()));
        }
        Collections.reverse(out);
        return out;
    }

    private List<Phrase> list(TreeSet<Integer> refs) {
        return refs.stream().map(phrases::get).toList();
    }
}
