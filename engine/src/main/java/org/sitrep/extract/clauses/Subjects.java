package org.sitrep.extract.clauses;

import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.extract.clauses.VerbGroup.Mood;
import org.sitrep.extract.clauses.VerbGroup.Voice;

/** Finds verbs their subjects, to the left over what interrupts. */
final class Subjects {
    private final Grammar grammar;
    private final Drafts drafts;
    private final ChunkRow row;
    private final SubjectLists lists;

    Subjects(Grammar grammar, Drafts drafts) {
        this.grammar = grammar;
        this.drafts = drafts;
        this.row = drafts.row();
        this.lists = new SubjectLists(grammar, drafts);
    }

    void find() {
        for (Draft d : drafts.all()) if (!d.joined()) find(d);
        for (Draft d : drafts.all()) if (d.tail() > 0) middle(d);
        drafts.all().forEach(this::opened);
    }

    private void find(Draft d) {
        if (d.is(Mood.PARTICIPLE) && antecedent(d) || d.is(Mood.GERUND) && described(d)) return;
        new Search(d).run();
    }

    /** The walk to the left from one verb. */
    private final class Search {
        private final Draft d;
        /** The chunk right before the verb. */
        private final int near;

        private int i;
        /** Whether a comma stands right before the verb. */
        private boolean comma;
        /** Whether a verb that interrupts was passed. */
        private boolean passed;

        private Search(Draft d) {
            this.d = d;
            this.near = row.before(d.place());
            this.i = d.place() - 1;
        }

        private void run() {
            int floor = Math.max(-1, d.place() - Drafts.REACH);
            while (i > floor && step()) {}
        }

        /** Goes past one chunk; false where the search ends. */
        private boolean step() {
            return switch (row.at(i).kind()) {
                case OTHER, PREPOSITION, INCLUDING -> to(i - 1);
                case CLOSE -> to(row.opening(i) - 1);
                case COMMA -> {
                    comma |= near == i;
                    yield !(comma ? dependent(d, i) : fronted(d, i)) && to(i - 1);
                }
                case CONJUNCTION -> {
                    if (near != i) yield to(i - 1);
                    lists.share(d, i);
                    yield false;
                }
                case PHRASE -> phrase();
                case VERB -> verb();
                case RELATIVE -> {
                    if (passed) yield to(i - 1);
                    relative(d, i);
                    yield false;
                }
                case SUBORDINATOR -> {
                    d.hang(Clause.Link.SUBORDINATE, row.at(i).id());
                    yield false;
                }
                case COLON -> {
                    // "Two nurses -- both of them young -- died": what dashes enclose right before the verb interrupts.
                    int open = near == i && row.dash(i) ? row.asideBefore(i) : -1;
                    yield open >= 0 && to(open - 1);
                }
                case STOP, OPEN -> false;
            };
        }

        private boolean to(int place) {
            i = place;
            return true;
        }

        private boolean phrase() {
            boolean direct = near == i && row.opensPart(i);
            boolean object = drafts.governed(i);
            if (grammar.verbFirst() && drafts.full(row.before(i)) && object) return false;
            if (object && (comma || inRelative(i) || reduced(i) || parted(i, d.place()))) return to(i - 1);
            int opened = listed(i);
            if (opened < i && drafts.governed(opened) && inRelative(opened)) return to(opened - 1);
            if (!row.bare(i) && !direct) return to(i - 1);
            int list = row.prepositionalList(i);
            if (list >= 0) return to(list - 1);
            if (!inverse(i, comma)) lists.chain(d, lists.completed(i), comma);
            // "A guard, whom the police did not name, died": the clause has a subject of its own behind its relative.
            if (!d.subjects().isEmpty() && row.is(row.before(i), Kind.RELATIVE))
                d.hang(Clause.Link.RELATIVE, d.opener());
            return false;
        }

        private boolean verb() {
            Draft between = drafts.at(i);
            int over = over(between, i);
            if (over >= 0) {
                passed = true;
                return to(over);
            }
            if (comma && (!d.verb().finite() || between.verb().finite())) lists.share(d, i + 1);
            return false;
        }
    }

    /**
     * "In A starben zwölf, in B starben drei": where the finite verb takes the second place, whatever stands between the comma and it
     * is that place's first, and the clause before the comma, which has its own verb, lends no subject.
     */
    private boolean fronted(Draft d, int comma) {
        if (!grammar.verbFinal() || !d.verb().finite()) return false;
        for (int i = comma - 1; i >= 0; i--) {
            Chunk k = row.at(i);
            if (k.is(Kind.COMMA) || k.is(Kind.STOP) || k.is(Kind.RELATIVE) || k.is(Kind.SUBORDINATOR)) return false;
            if (k.is(Kind.VERB)) return drafts.at(i).verb().finite();
        }
        return false;
    }

    /** "Als die Welle kam, starben zwölf": a clause under a subordinator takes the first place, and its subject is its own. */
    private boolean dependent(Draft d, int comma) {
        if (!grammar.verbFinal() || !d.verb().finite()) return false;
        for (int i = comma - 1; i >= 0; i--) {
            Chunk k = row.at(i);
            if (k.is(Kind.SUBORDINATOR)) return row.before(i) < 0;
            if (k.is(Kind.COMMA) || k.is(Kind.STOP) || k.is(Kind.RELATIVE)) return false;
        }
        return false;
    }

    /** "Nach Angaben der Polizei wurden 40 Menschen verletzt", "es wurden 40 …": a counted phrase inside a passive is its subject. */
    private void middle(Draft d) {
        if (!d.is(Voice.PASSIVE)) return;
        for (int c = d.place() + 1; c < d.tail(); c++) {
            if (row.at(c).is(Kind.COMMA)) return;
            if (!row.bare(c) || !row.counted(c)) continue;
            d.subjects().clear();
            lists.chain(d, c, false);
            return;
        }
    }

    /** Whether the phrase at {@code c} is the subject of the verb right before it, which a comma parts from what follows ("died twelve men, says …"). */
    private boolean inverse(int c, boolean comma) {
        if (!grammar.free() || !comma) return false;
        int before = row.before(c);
        return row.is(before, Kind.VERB) && drafts.at(before).subjects().isEmpty();
    }

    /** A participle belongs to the phrase right before it, also under a preposition: "on the 2,500 sent by". */
    private boolean antecedent(Draft d) {
        int before = row.before(d.place());
        if (!row.is(before, Kind.PHRASE)) return false;
        int described = described(before);
        if (described >= 0) {
            lists.chain(d, described, false);
            return true;
        }
        // Where nouns stand before what describes them, a participle right behind a count is of that count.
        boolean behind = grammar.free() || !grammar.headLast();
        if (row.bare(before) && !(behind && row.counted(before) && drafts.governed(before))) return false;
        Phrase counted = row.phraseOf(row.governing(before));
        if (counted.quantity().isEmpty()) return false;
        boolean[] free = drafts.snapshot();
        lists.chain(d, counted.chunk(), false);
        // "left 18 marchers wounded": the object of a verb stays its object, whatever a participle says of it.
        if (drafts.governed(counted.chunk())) drafts.restore(free);
        return true;
    }

    /** "Sei soldati ucraini uccisi": the count that an adjective or the name of a people follows, where adjectives stand behind nouns; else -1. */
    private int described(int c) {
        int count = row.before(c);
        boolean adjective = grammar.free()
                && row.bare(c)
                && !row.counted(c)
                && row.phrase(c).nouns().stream().allMatch(m -> m.sense().of("people"))
                && !row.phrase(c).definite();
        return adjective && row.bare(count) && row.counted(count) && !drafts.governed(count) ? count : -1;
    }

    /** "Shot two men on a road linking two towns": a verb form without comma describes the phrase before it, and takes nobody's object away. */
    private boolean described(Draft d) {
        int before = row.before(d.place());
        if (!row.is(before, Kind.PHRASE) || row.bare(before) && !drafts.governed(before)) return false;
        int counted = row.governing(before);
        d.subjects()
                .add(
                        row.phraseOf(counted).quantity().isPresent()
                                ? counted
                                : row.at(before).ref());
        return true;
    }

    /** Whether the phrase at {@code c}, a verb's object, is parted by a comma from the verb at {@code verb}, and its own verb has a subject. */
    private boolean parted(int c, int verb) {
        int before = row.before(c);
        if (row.at(before).is(Kind.PREPOSITION)) before--;
        return !drafts.at(before).subjects().isEmpty() && row.between(c, verb, Kind.COMMA);
    }

    /** "Two policemen guarding the gate were killed": the object of a verb form that only describes the subject. */
    private boolean reduced(int c) {
        int before = row.before(c);
        return row.is(before, Kind.VERB)
                && drafts.at(before).is(Mood.GERUND)
                && !drafts.at(before).subjects().isEmpty();
    }

    /** The first of the phrases that "and" joins to the one at {@code c}, as in "the men who killed six guards and two cooks fled". */
    private int listed(int c) {
        int i = c;
        while (row.is(i - 1, Kind.CONJUNCTION) && row.is(i - 2, Kind.PHRASE) && row.bare(i - 2)) i -= 2;
        return i;
    }

    private boolean inRelative(int c) {
        int verb = row.before(c);
        return row.is(verb, Kind.VERB) && drafts.at(verb).link() == Clause.Link.RELATIVE;
    }

    /** Where the search goes on to the left of a verb that stands between, or -1 where that verb ends it. */
    private int over(Draft verb, int at) {
        if (!verb.verb().finite()) return at - 1;
        if (verb.link() != Clause.Link.RELATIVE) return -1;
        int i = at;
        while (i >= 0 && !row.at(i).is(Kind.RELATIVE)) i--;
        return i - 1;
    }

    /** Gives the verb of a relative clause the phrase that its relative at {@code rel} stands for. */
    private void relative(Draft d, int rel) {
        d.hang(Clause.Link.RELATIVE, d.opener());
        int i = rel - 1;
        // "The clash in which died twelve men": under a preposition it stands for no subject.
        boolean article =
                row.is(i, Kind.PHRASE) && !row.bare(i) && row.phrase(i).head() < 0 && !row.counted(i);
        if (row.is(article ? i - 1 : i, Kind.PREPOSITION) && !grammar.headLast()) return;
        while (row.is(i, Kind.COMMA) || row.is(i, Kind.OTHER) || row.is(i, Kind.PREPOSITION)) i--;
        if (row.is(i, Kind.CLOSE)) i = row.opening(i) - 1;
        if (row.is(i, Kind.PHRASE)) d.subjects().add(row.governing(i));
    }

    /** Notes the word that opens the clause right before its subject ("if 400 men die"). */
    private void opened(Draft d) {
        if (d.subjects().isEmpty() || d.link() != Clause.Link.MAIN) return;
        int before = row.before(row.phraseOf(d.subjects().first()).chunk());
        if (row.is(before, Kind.SUBORDINATOR))
            d.hang(Clause.Link.SUBORDINATE, row.at(before).id());
    }
}
