package org.sitrep.extract.voices;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.names.Mention;
import org.sitrep.extract.names.Mentions;
import org.sitrep.language.Match;
import org.sitrep.language.Text;

/** Finds who speaks beside a verb of saying. */
final class Subjects {
    private static final int FARTHEST = 24;
    private static final int INVERTED = 9;
    /** Most tokens of an aside between a verb of saying and its subject. */
    private static final int ASIDE = 6;

    /**
     * Who speaks.
     *
     * @param mention the one named here; empty for a pronoun or a private person
     * @param from first token of the words, determiner included
     * @param to after the last
     */
    record Subject(Optional<Mention> mention, Cue.Pointer pointer, int from, int to) {}

    private final Text text;
    private final Mentions mentions;
    private final Quotes quotes;

    Subjects(Text text, Mentions mentions, Quotes quotes) {
        this.text = text;
        this.mentions = mentions;
        this.quotes = quotes;
    }

    /**
     * The speaker of the verb at {@code v}..{@code to}.
     *
     * @param floor tokens before this belong to another speaker
     * @param tells whether whoever follows the verb listens
     */
    Optional<Subject> of(Text.Sentence s, int v, int to, int floor, boolean tells) {
        // "A report by the agency, which says": only a paper's author speaks in a relative clause.
        if (v > s.from()
                && text.at(v - 1, "relative").isPresent()
                && text.at(v - 1, "speaker_pronoun").isEmpty())
            return issued(s, v, floor).filter(author -> v - 1 - author.to() <= 1);
        Optional<Subject> beside = pronounBefore(s, v).or(() -> adjacent(s, v));
        if (beside.isPresent()) return beside;
        if (!tells && afterPause(s, v)) {
            Optional<Subject> behind = behind(s, to);
            if (behind.isPresent()) return behind;
        }
        return before(s, v, floor).or(() -> behind(s, to).filter(b -> !tells && inverts(v)));
    }

    /** Behind an auxiliary or an object pronoun the subject may follow the verb without a pause. */
    private boolean inverts(int v) {
        return v > 0
                && (text.at(v - 1, "aux").isPresent()
                        || text.at(v - 1, "determiner").isPresent());
    }

    /** Whether a comma, dash or quotation mark stands before the verb and its auxiliaries. */
    private boolean afterPause(Text.Sentence s, int v) {
        int i = left(s, v);
        return i < s.from() || pause(i);
    }

    boolean pause(int i) {
        return text.token(i).kind() == org.sitrep.language.Token.Kind.MARK
                        && ",–—\"”»“«"
                                        .indexOf(text.source()
                                                .charAt(text.token(i).start()))
                                >= 0
                || text.token(i).is("-") && !text.token(i).glued();
    }

    /** The token before {@code v}, auxiliaries and adverbs skipped. */
    int left(Text.Sentence s, int v) {
        int i = v - 1;
        while (i >= s.from()
                && (text.at(i, "aux").isPresent()
                        || text.at(i, "adverb").isPresent()
                        || text.at(i, "time_word").isPresent())) i--;
        return i;
    }

    private Optional<Subject> pronounBefore(Text.Sentence s, int v) {
        int i = v - 1;
        for (int skipped = 0; i >= s.from() && skipped < 4; i--, skipped++) {
            Optional<Match> p = text.at(i, "speaker_pronoun");
            if (p.isPresent() && !quotes.inside(i))
                return Optional.of(
                        new Subject(Optional.empty(), pointer(p.get().sense().id()), i, v));
            boolean passable = text.token(i).is("-")
                    || text.at(i, "aux").isPresent()
                    || text.at(i, "adverb").isPresent()
                    || text.token(i).form().length() == 1 && text.token(i).word();
            if (!passable) return Optional.empty();
        }
        return Optional.empty();
    }

    static Cue.Pointer pointer(String id) {
        return switch (id) {
            case "person" -> Cue.Pointer.PERSON;
            case "plural" -> Cue.Pointer.PLURAL;
            default -> Cue.Pointer.BODY;
        };
    }

    /** A mention that ends right before the verb. */
    private Optional<Subject> adjacent(Text.Sentence s, int v) {
        int i = left(s, v);
        return i < s.from()
                ? Optional.empty()
                : mentions.at(i)
                        .filter(m -> m.to() == i + 1 && speaks(m) && free(s, m))
                        .map(this::subject);
    }

    /** The nearest mention to the left that no preposition governs and no aside holds. */
    private Optional<Subject> before(Text.Sentence s, int v, int floor) {
        int limit = asideStart(s, v);
        for (int i = limit - 1; i >= Math.max(s.from(), floor) && limit - i <= FARTHEST; i--) {
            if (text.token(i).is(";")
                    || text.token(i).is(".") && text.token(i - 1).form().length() > 3) break;
            Optional<Mention> m = mentions.at(i);
            if (m.isEmpty() || quotes.inside(i)) continue;
            i = m.get().from();
            if (speaks(m.get()) && free(s, m.get())) return Optional.of(subject(m.get()));
        }
        return issued(s, v, floor).or(() -> within(s, v));
    }

    /** "In the ministry they called it wrong": a body that opens the sentence under "in", where nobody else speaks. */
    private Optional<Subject> within(Text.Sentence s, int v) {
        boolean in = text.at(s.from(), "preposition")
                .filter(p -> p.sense().id().equals("in"))
                .isPresent();
        Optional<Mention> m = in
                ? mentions.at(s.from() + 1).filter(x -> x.kind() == Mention.Kind.INSTITUTION && v - x.to() <= 1)
                : Optional.empty();
        return m.map(this::subject);
    }

    /** "A statement issued by the alliance said": the first mention behind the statement. */
    private Optional<Subject> issued(Text.Sentence s, int v, int floor) {
        for (int i = v - 1; i >= Math.max(s.from(), floor); i--) {
            if (text.at(i, "statement").isEmpty()) continue;
            for (int j = i + 1; j < v; j++) {
                Optional<Mention> m = mentions.at(j);
                if (m.isPresent() && speaks(m.get())) return m.map(this::subject);
            }
        }
        return Optional.empty();
    }

    /** Where an aside that ends right before the verb begins ("the army, which …, said"), else the verb. */
    private int asideStart(Text.Sentence s, int v) {
        int i = left(s, v);
        if (i < s.from() || !pause(i)) return v;
        String mark = text.token(i).form();
        for (int j = i - 1; j > s.from(); j--) if (text.token(j).is(mark)) return j;
        return i;
    }

    /** The first mention or pronoun behind the verb, over adverbs, times and determiners. */
    private Optional<Subject> behind(Text.Sentence s, int verb) {
        int to = aside(s, verb);
        for (int i = to; i < s.to() && i - to < INVERTED; i++) {
            Optional<Match> p = text.at(i, "speaker_pronoun");
            if (p.isPresent())
                return Optional.of(
                        new Subject(Optional.empty(), pointer(p.get().sense().id()), to, i + 1));
            Optional<Mention> m = mentions.at(i);
            if (m.isPresent())
                return speaks(m.get())
                                && !governed(m.get().from())
                                && !acts(s, m.get().to())
                        ? m.map(this::subject)
                        : Optional.empty();
            boolean barrier = text.token(i).is(",")
                    || text.token(i).is(":")
                    || text.at(i, "verb").isPresent() && text.at(i, "adverb").isEmpty()
                    || quotes.at(i).isPresent();
            if (barrier) return Optional.empty();
        }
        return Optional.empty();
    }

    /** Behind a short aside between commas: "“…”, welcomed, on this occasion, General X"; else {@code i}. */
    private int aside(Text.Sentence s, int i) {
        if (i >= s.to() || !text.token(i).is(",")) return i;
        for (int j = i + 1; j < s.to() && j - i <= ASIDE; j++) {
            if (text.token(j).is(",")) return j + 1;
            if (text.at(j, "verb").isPresent() || mentions.at(j).isPresent()) return i;
        }
        return i;
    }

    /** Whether an auxiliary follows: in "X, the commander, said soldiers had left" the soldiers do not speak. */
    private boolean acts(Text.Sentence s, int i) {
        return i < s.to() && text.at(i, "aux").isPresent();
    }

    private boolean speaks(Mention m) {
        return m.actor() || m.kind() == Mention.Kind.UNKNOWN;
    }

    /** Whether no preposition governs it. */
    private boolean free(Text.Sentence s, Mention m) {
        return m.from() == s.from() || !governed(m.from());
    }

    private boolean governed(int from) {
        int i = from - 1;
        for (int skipped = 0; i >= 0 && skipped < 3; i--, skipped++) {
            if (text.at(i, "small")
                    .filter(m -> m.length() > 1 && m.to() == from)
                    .isPresent()) return false;
            if (text.at(i, "preposition").isPresent() || text.at(i, "link").isPresent()) return true;
            boolean determiner = text.at(i, "determiner").isPresent()
                    || text.at(i, "article").isPresent()
                    || text.at(i, "modifier").isPresent();
            if (!determiner) return false;
        }
        return false;
    }

    private boolean apostrophe(int i) {
        return text.token(i).is("'") || text.token(i).is("’");
    }

    Subject subject(Mention m) {
        int from = m.from();
        // "The country's president": the owner belongs to the words.
        if (from > 2 && text.token(from - 1).glued() && text.token(from - 2).glued() && apostrophe(from - 2)) from -= 3;
        // "The provincial police": an adjective behind the article belongs to them too.
        boolean adjective = from > 1
                && text.token(from - 1).word()
                && text.at(from - 1, "verb").isEmpty()
                && text.at(from - 1, "preposition").isEmpty()
                && text.at(from - 2, "determiner").isPresent();
        if (adjective) from--;
        while (from > 0
                && (text.at(from - 1, "determiner").isPresent()
                        || text.at(from - 1, "article").isPresent())) from--;
        boolean known = m.kind() != Mention.Kind.UNKNOWN;
        return new Subject(
                known ? Optional.of(m) : Optional.empty(),
                known ? Cue.Pointer.NONE : Cue.Pointer.PRIVATE,
                from,
                m.to());
    }

    List<Mention> media(int from, int to) {
        return mentions.within(from, to).stream()
                .filter(m -> m.kind() == Mention.Kind.MEDIA)
                .toList();
    }
}
