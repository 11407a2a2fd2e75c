package org.sitrep.extract.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.extract.names.Mention;
import org.sitrep.extract.names.Mentions;
import org.sitrep.language.Match;
import org.sitrep.language.Text;

/** Cues made by a verb of saying: who speaks, and which words of the sentence are theirs. */
final class SpeechCues {
    /** Tokens of listener, time and place that may close a cue: "told a briefing in the capital on Friday". */
    private static final int LONGEST_TAIL = 9;

    private static final int CHAIN = 12;
    /** Id of verbs of saying that close the sentence behind what is said. */
    private static final String CLOSING = "closing";
    /** Id of verbs that give a number of people. */
    private static final String COUNTING = "put";
    /** Id of verbs of saying behind which the listener stands, never the speaker: "told reporters". */
    private static final String TELLING = "tell";

    private final Text text;
    private final Mentions mentions;
    private final Quotes quotes;
    private final Subjects subjects;
    private final Joint joint;

    SpeechCues(Text text, Mentions mentions, Quotes quotes, Subjects subjects, Joint joint) {
        this.text = text;
        this.mentions = mentions;
        this.quotes = quotes;
        this.subjects = subjects;
        this.joint = joint;
    }

    /** The cue of a verb of saying; empty where nobody in public speaks by it. @param floor tokens before this belong to another cue */
    Optional<Cue> at(Text.Sentence s, Match verb, int floor) {
        String id = verb.sense().id();
        if (noun(verb.from()) || longerVerb(verb) || inside(s, verb)) return Optional.empty();
        if (id.equals("cite")) return cite(s, verb, floor);
        if (id.equals("accuse") && !clause(s, verb.to()) && !quotedBefore(verb.from())) return Optional.empty();
        if (id.equals(COUNTING) && lasts(s, verb.to())) return Optional.empty();
        // "They claim that 30 died, the police deny it": who denies what another said has not said it.
        if (id.equals("deny") && floor > s.from() && !clause(s, verb.to())) return Optional.empty();
        boolean passive = passive(s, verb.from()) || byAgent(s, verb.to());
        Optional<Subjects.Subject> subject =
                passive ? agent(s, verb.to()) : subjects.of(s, verb.from(), verb.to(), floor, id.equals(TELLING));
        if (subject.isEmpty()) return Optional.empty();
        Subjects.Subject who = joint.of(subject.get(), s);
        // "The Mail reported, quoting the union": an outlet that nobody knows passes on what is another's.
        if (who.mention().isEmpty() && who.pointer() == Cue.Pointer.PRIVATE && cites(s, Math.max(verb.to(), who.to())))
            return Optional.empty();
        if (id.equals(CLOSING) && who.to() < verb.from()) return Optional.of(closing(who, verb));
        int from = Math.max(floor, Math.min(who.from(), subjects.left(s, verb.from()) + 1));
        int to = Math.max(who.to(), verb.to());
        List<String> via = subjects.media(to, tail(s, to)).stream()
                .map(x -> x.span().of(text.source()))
                .toList();
        Cue cue = new Cue(from, to, who.mention(), who.pointer(), List.of(), via, id.equals("call"));
        return Optional.of(cue.with(
                id.equals("call")
                        ? List.of(Cue.range(verb.to(), s.to()))
                        : scopes(s, cue, who.from() >= verb.to(), floor)));
    }

    /**
     * Whether a clause or quotation follows: "they denounced that 12 had died" are their words; what is told about the things in
     * "they denounced the killings, which left 12 dead" is the outlet's.
     */
    private boolean clause(Text.Sentence s, int to) {
        for (int i = to; i < Math.min(s.to(), to + 4); i++) {
            if (text.at(i, "determiner").isPresent()) return false;
            if (text.at(i, "subordinator").isPresent() || quotes.at(i).isPresent()) return true;
        }
        return false;
    }

    /** Whether a quotation ends right before the verb, or before a comma there: "“…”, welcomed the general". */
    private boolean quotedBefore(int v) {
        int i = v > 0 && text.token(v - 1).is(",") ? v - 2 : v - 1;
        return i >= 0 && quotes.at(i).filter(q -> q.close() == i).isPresent();
    }

    /** "Would put ten days to leave" gives a length and no number of people. */
    private boolean lasts(Text.Sentence s, int to) {
        int i = to;
        while (i < s.to() && (text.token(i).number() || text.at(i, "number").isPresent())) i++;
        return i > to
                && i < s.to()
                && (text.at(i, "time-unit").isPresent()
                        || text.at(i, "time-units").isPresent());
    }

    /** "[The] minister 12 men died [he] said": where the verb of saying comes last, what is said stands between. */
    private static Cue closing(Subjects.Subject who, Match verb) {
        return new Cue(
                who.from(),
                who.to(),
                who.mention(),
                who.pointer(),
                List.of(Cue.range(who.to(), verb.to())),
                List.of(),
                false);
    }

    /** Whether a verb of citing follows right behind a comma or the words. */
    private boolean cites(Text.Sentence s, int to) {
        for (int i = to; i < Math.min(s.to(), to + 4); i++)
            if (text.at(i, "speech").filter(m -> m.sense().id().equals("cite")).isPresent()) return true;
        return false;
    }

    /** Part of a longer name or noun: "state television", "the death count". */
    private boolean inside(Text.Sentence s, Match verb) {
        boolean named = mentions.at(verb.from())
                .filter(m -> m.actor() && m.to() - m.from() > verb.length())
                .isPresent();
        if (named || text.at(verb.from(), "speech_noun").isEmpty()) return named;
        for (int i = verb.from() - 1; i >= Math.max(s.from(), verb.from() - 2); i--)
            if (text.at(i, "noun").filter(m -> m.to() >= verb.to()).isPresent()) return true;
        return false;
    }

    /** A noun of the same spelling: behind a determiner or preposition, or "other". */
    private boolean noun(int i) {
        if (i == 0 || text.at(i, "speech_noun").isEmpty()) return false;
        boolean governed = text.at(i - 1, "determiner").isPresent()
                || text.at(i - 1, "others").isPresent()
                || text.at(i - 1, "article").isPresent()
                || text.at(i - 1, "preposition").isPresent();
        return governed
                && text.at(i - 1, "speaker_pronoun").isEmpty()
                && text.at(i - 1, "aux").isEmpty();
    }

    private boolean longerVerb(Match verb) {
        return text.at(verb.from(), "verb")
                .filter(m -> m.length() > verb.length())
                .isPresent();
    }

    private boolean passive(Text.Sentence s, int v) {
        for (int i = v - 1; i >= Math.max(s.from(), v - 3); i--) {
            if (text.at(i, "passive_aux").isPresent()) return true;
            if (text.at(i, "adverb").isEmpty()) return false;
        }
        return false;
    }

    /** A participle with its agent: "released on Saturday by the authorities"; an object of its own ends it ("denied a report by"). */
    private boolean byAgent(Text.Sentence s, int to) {
        for (int i = to; i < Math.min(s.to(), to + 4); i++) {
            boolean object = text.at(i, "article").isPresent();
            if (object || text.token(i).kind() == org.sitrep.language.Token.Kind.MARK) return false;
            if (text.at(i, "preposition")
                    .filter(m -> m.sense().id().equals("by"))
                    .isPresent()) return agent(s, i).isPresent();
        }
        return false;
    }

    private Optional<Subjects.Subject> agent(Text.Sentence s, int to) {
        for (int i = to; i < Math.min(s.to(), to + CHAIN); i++) {
            boolean by = text.at(i, "preposition")
                    .filter(m -> m.sense().id().equals("by"))
                    .isPresent();
            if (!by) continue;
            for (int j = i + 1; j < Math.min(s.to(), i + 4); j++)
                if (mentions.at(j).isPresent())
                    return mentions.at(j).filter(Mention::actor).map(subjects::subject);
        }
        return Optional.empty();
    }

    /** "X quotes Y": Y speaks, X carried it; "quoted by X": X carried what was said. */
    private Optional<Cue> cite(Text.Sentence s, Match verb, int floor) {
        boolean by = verb.to() < s.to()
                && text.at(verb.to(), "preposition")
                        .filter(m -> m.sense().id().equals("by"))
                        .isPresent();
        int end = Math.min(s.to(), verb.to() + CHAIN);
        if (by) {
            List<String> via = subjects.media(verb.to(), end).stream()
                    .map(x -> x.span().of(text.source()))
                    .toList();
            return via.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Cue(
                            verb.from(), verb.to() + 1, Optional.empty(), Cue.Pointer.LAST, List.of(), via, false));
        }
        for (int i = verb.to(); i < end; i++) {
            Optional<Mention> m = mentions.at(i).filter(Mention::actor);
            if (m.isEmpty()) continue;
            List<String> via = subjects.media(Math.max(floor, verb.from() - CHAIN), verb.from()).stream()
                    .map(x -> x.span().of(text.source()))
                    .toList();
            boolean trailing = content(floor, verb.from() - via.size() - 2);
            List<int[]> scopes = trailing
                    ? List.of(Cue.range(floor, verb.from()))
                    : List.of(Cue.range(m.get().to(), s.to()));
            return Optional.of(new Cue(verb.from(), m.get().to(), m, Cue.Pointer.NONE, scopes, via, false));
        }
        return Optional.empty();
    }

    /** What a verb of saying covers: what precedes it behind a pause, what follows it, or the quotations around it. */
    private List<int[]> scopes(Text.Sentence s, Cue cue, boolean inverted, int floor) {
        int end = tail(s, cue.to());
        boolean pause = cue.from() > s.from() && subjects.pause(cue.from() - 1);
        boolean after = end < s.to() - 1 && content(end, s.to()) && !(inverted && !quoteIn(end, s.to()));
        boolean trailing = pause
                && (inverted || content(floor, cue.from() - 1))
                && (!after
                        || inverted
                        || text.token(end).is(",")
                        || text.token(end).is(";")
                        || quoteIn(end, s.to()));
        List<int[]> out = new ArrayList<>();
        if (trailing) out.add(Cue.range(floor, cue.from()));
        boolean list = trailing && end < s.to() && text.token(end).is(",") && !quoteIn(end, s.to());
        if (!trailing || quoteIn(end, s.to()) || end < s.to() && text.token(end).is(";") || list && participle(end + 1))
            out.add(Cue.range(cue.to(), s.to()));
        return out;
    }

    /** "…, he said, adding that". */
    private boolean participle(int i) {
        return i < text.tokens().size() && text.at(i, "speech").isPresent();
    }

    private boolean quoteIn(int from, int to) {
        for (int i = from; i < to; i++)
            if (quotes.at(i).filter(q -> q.open() >= from).isPresent()) return true;
        return false;
    }

    /** The token where listener, time and place of a cue end. */
    private int tail(Text.Sentence s, int to) {
        int i = to;
        while (i < s.to() && i - to < LONGEST_TAIL) {
            boolean stop = !text.token(i).word()
                    && !text.token(i).number()
                    && !text.token(i).is("'")
                    && !text.token(i).is("’")
                    && !(text.token(i).is("-") && text.token(i).glued());
            if (stop
                    || text.at(i, "subordinator").isPresent()
                    || text.at(i, "verb")
                                    .filter(m -> !m.sense().form().isEmpty()
                                            && !m.sense().form().equals("ger"))
                                    .isPresent()
                            && mentions.at(i).isEmpty()) break;
            i++;
        }
        return i;
    }

    /** Whether the tokens say something: a verb, a number or a quotation. */
    boolean content(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.at(i, "verb").isPresent()
                    || text.at(i, "aux").isPresent()
                    || text.token(i).number()
                    || quotes.at(i).isPresent()
                    || text.at(i, "number").isPresent()
                    || text.at(i, "deed").isPresent()) return true;
        }
        return false;
    }
}
