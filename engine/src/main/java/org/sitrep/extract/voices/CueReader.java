package org.sitrep.extract.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.extract.names.Mention;
import org.sitrep.extract.names.Mentions;
import org.sitrep.language.Match;
import org.sitrep.language.Text;

/** Finds the cues of one sentence. */
final class CueReader {
    /** Tokens of listener, time and place that may close a cue: "told a briefing in the capital on Friday". */
    private static final int LONGEST_TAIL = 9;

    private static final int CHAIN = 12;
    /** Id of words that name a speaker right before them. */
    private static final String BEHIND = "behind";
    /** Id of verbs of saying that close the sentence behind what is said. */
    private static final String CLOSING = "closing";

    private final Text text;
    private final Mentions mentions;
    private final Quotes quotes;
    private final Subjects subjects;

    CueReader(Text text, Mentions mentions, Quotes quotes) {
        this.text = text;
        this.mentions = mentions;
        this.quotes = quotes;
        this.subjects = new Subjects(text, mentions, quotes);
    }

    List<Cue> read(Text.Sentence s) {
        List<Cue> out = new ArrayList<>();
        for (int i = s.from(); i < s.to(); i++) {
            if (quotes.inside(i)) continue;
            int floor = out.isEmpty() ? s.from() : out.getLast().to();
            Optional<Cue> cue = at(s, i, floor);
            if (cue.isEmpty()) continue;
            out.add(cue.get());
            i = Math.max(i, cue.get().to() - 1);
        }
        return chains(out);
    }

    private Optional<Cue> at(Text.Sentence s, int i, int floor) {
        if (text.at(i, "says_itself").isPresent()) return Optional.of(itself(s, i, floor));
        Optional<Match> own = text.at(i, "own_account");
        if (own.isPresent()) return own(s, own.get());
        Optional<Match> according = text.at(i, "according");
        if (according.isPresent()) return according(s, according.get(), floor);
        Optional<Match> speech = text.at(i, "speech");
        if (speech.isPresent()) return speech(s, speech.get(), floor);
        if (text.token(i).is(":")) return colon(s, i, floor);
        return text.token(i).is("(") ? bracket(s, i, floor) : Optional.empty();
    }

    private Cue itself(Text.Sentence s, int i, int floor) {
        Match m = text.at(i, "says_itself").orElseThrow();
        return new Cue(
                i,
                m.to(),
                Optional.empty(),
                Cue.Pointer.LAST,
                List.of(range(floor, i), range(m.to(), s.to())),
                List.of(),
                false);
    }

    private Optional<Cue> own(Text.Sentence s, Match own) {
        for (int i = s.from(); i < own.from(); i++) {
            Optional<Mention> m = mentions.at(i).filter(Mention::actor);
            if (m.isPresent())
                return Optional.of(new Cue(
                        own.from(), own.to(), m, Cue.Pointer.NONE, List.of(range(s.from(), s.to())), List.of(), false));
        }
        return Optional.empty();
    }

    /** "[the] ministry according-to": where the words stand behind the speaker. */
    private Optional<Cue> behind(Text.Sentence s, Match according, int floor) {
        for (int i = according.from() - 1; i >= Math.max(floor, according.from() - 3); i--) {
            Optional<Mention> m = mentions.at(i)
                    .filter(x -> x.actor() || x.kind() == Mention.Kind.UNKNOWN || x.kind() == Mention.Kind.PEOPLE);
            if (m.isEmpty()) continue;
            Subjects.Subject subject = subjects.subject(m.get());
            boolean leading = content(according.to(), s.to());
            return Optional.of(new Cue(
                    subject.from(),
                    according.to(),
                    subject.mention(),
                    subject.pointer(),
                    List.of(leading ? range(according.to(), s.to()) : range(floor, subject.from())),
                    List.of(),
                    false));
        }
        return Optional.empty();
    }

    private Optional<Cue> according(Text.Sentence s, Match according, int floor) {
        if (according.sense().id().equals(BEHIND)) return behind(s, according, floor);
        int i = according.to();
        while (i < s.to()
                && mentions.at(i).isEmpty()
                && i - according.to() < 4
                && !text.token(i).is(",")) i++;
        Optional<Mention> m = i < s.to()
                ? mentions.at(i)
                        .filter(x -> x.actor() || x.kind() == Mention.Kind.UNKNOWN || x.kind() == Mention.Kind.PEOPLE)
                : Optional.empty();
        if (m.isEmpty()) return Optional.empty();
        Subjects.Subject subject = subjects.subject(m.get());
        int end = joined(s, m.get().to());
        boolean leading = according.from() <= floor + 2 || !content(floor, according.from());
        List<int[]> scopes = new ArrayList<>();
        if (leading) scopes.add(range(end, s.to()));
        else {
            scopes.add(range(floor, according.from()));
            if (end + 1 < s.to()
                    && text.token(end).is(",")
                    && text.at(end + 1, "including").isPresent()) scopes.add(range(end, s.to()));
            int colon = next(s, end, ":");
            if (colon >= 0 && colon - end < 3) scopes.add(range(colon, s.to()));
        }
        return Optional.of(new Cue(
                according.from(),
                end,
                subject.mention().map(x -> whole(x, end)),
                subject.pointer(),
                scopes,
                List.of(),
                false));
    }

    /** The end of "X and Y". */
    private int joined(Text.Sentence s, int end) {
        if (end >= s.to() || text.at(end, "conjunction").isEmpty()) return end;
        for (int i = end + 1; i < Math.min(s.to(), end + 4); i++) {
            Optional<Mention> m = mentions.at(i).filter(Mention::actor);
            boolean closes = m.isPresent()
                    && (m.get().to() >= s.to() || !text.token(m.get().to()).word());
            if (closes) return m.get().to();
        }
        return end;
    }

    private Mention whole(Mention m, int to) {
        if (to <= m.to()) return m;
        var span = text.span(m.from(), to);
        return new Mention(
                m.from(),
                to,
                m.kind(),
                m.name(),
                m.state(),
                span,
                m.kind() == Mention.Kind.PERSON ? span : m.shortForm().cover(span));
    }

    private Optional<Cue> speech(Text.Sentence s, Match verb, int floor) {
        String id = verb.sense().id();
        if (noun(verb.from()) || longerVerb(verb)) return Optional.empty();
        if (id.equals("cite")) return cite(s, verb, floor);
        if (id.equals("accuse") && !clause(s, verb.to())) return Optional.empty();
        boolean passive = passive(s, verb.from()) || byAgent(s, verb.to());
        Optional<Subjects.Subject> subject =
                passive ? agent(s, verb.to()) : subjects.of(s, verb.from(), verb.to(), floor);
        if (subject.isEmpty()) return Optional.empty();
        Subjects.Subject who = subject.get();
        if (id.equals(CLOSING) && who.to() < verb.from()) return Optional.of(closing(who, verb));
        int from = Math.max(floor, Math.min(who.from(), subjects.left(s, verb.from()) + 1));
        int to = Math.max(who.to(), verb.to());
        List<String> via =
                subjects.media(to, tail(s, to)).stream().map(this::words).toList();
        Cue cue = new Cue(from, to, who.mention(), who.pointer(), List.of(), via, id.equals("call"));
        return Optional.of(cue.with(
                id.equals("call") ? List.of(range(to, s.to())) : scopes(s, cue, who.from() >= verb.to(), floor)));
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

    /** "[The] minister 12 men died [he] said": where the verb of saying comes last, what is said stands between. */
    private static Cue closing(Subjects.Subject who, Match verb) {
        return new Cue(
                who.from(),
                who.to(),
                who.mention(),
                who.pointer(),
                List.of(range(who.to(), verb.to())),
                List.of(),
                false);
    }

    /** A noun of the same spelling: behind a determiner or preposition. */
    private boolean noun(int i) {
        if (i == 0 || text.at(i, "speech_noun").isEmpty()) return false;
        boolean governed = text.at(i - 1, "determiner").isPresent()
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
            List<String> via =
                    subjects.media(verb.to(), end).stream().map(this::words).toList();
            return via.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Cue(
                            verb.from(), verb.to() + 1, Optional.empty(), Cue.Pointer.LAST, List.of(), via, false));
        }
        for (int i = verb.to(); i < end; i++) {
            Optional<Mention> m = mentions.at(i).filter(Mention::actor);
            if (m.isEmpty()) continue;
            List<String> via = subjects.media(Math.max(floor, verb.from() - CHAIN), verb.from()).stream()
                    .map(this::words)
                    .toList();
            boolean trailing = content(floor, verb.from() - via.size() - 2);
            List<int[]> scopes = trailing
                    ? List.of(range(floor, verb.from()))
                    : List.of(range(m.get().to(), s.to()));
            return Optional.of(new Cue(verb.from(), m.get().to(), m, Cue.Pointer.NONE, scopes, via, false));
        }
        return Optional.empty();
    }

    private Optional<Cue> colon(Text.Sentence s, int i, int floor) {
        Optional<Mention> before = i > s.from()
                ? mentions.at(i - 1)
                        .filter(m -> m.to() == i && subjects.subject(m).from() <= s.from() && heads(m))
                : Optional.empty();
        if (before.isPresent())
            return Optional.of(
                    new Cue(s.from(), i, before, Cue.Pointer.NONE, List.of(range(i, s.to())), List.of(), false));
        Optional<Mention> after = mentions.at(Math.min(i + 1, s.to() - 1))
                .filter(m -> m.to() >= s.to() - 1 && heads(m) && content(floor, i));
        return after.map(
                m -> new Cue(i, s.to(), Optional.of(m), Cue.Pointer.NONE, List.of(range(floor, i)), List.of(), false));
    }

    /** Whether a colon makes it a speaker: states and places before a colon are what the news is about. */
    private static boolean heads(Mention m) {
        return m.actor() && m.kind() != Mention.Kind.STATE;
    }

    /** "(Sana)" behind what it says, where it is no acronym of the word before. */
    private Optional<Cue> bracket(Text.Sentence s, int open, int floor) {
        Optional<Mention> m = open + 1 < s.to() ? mentions.at(open + 1) : Optional.empty();
        boolean whole = m.isPresent()
                && m.get().to() < s.to()
                && text.token(m.get().to()).is(")");
        boolean speaks = whole
                && (m.get().kind() == Mention.Kind.ORGANISATION
                        || m.get().kind() == Mention.Kind.MEDIA
                        || m.get().kind() == Mention.Kind.INSTITUTION);
        if (!speaks
                || open == s.from()
                || mentions.at(open - 1).isPresent() && m.get().kind() != Mention.Kind.MEDIA
                || text.token(open - 1).capital()) return Optional.empty();
        int from = open - 1;
        while (from > floor
                && !text.token(from).is(",")
                && !text.token(from).is(":")
                && !text.token(from).is(";")) from--;
        return Optional.of(
                new Cue(open, m.get().to() + 1, m, Cue.Pointer.NONE, List.of(range(from, open)), List.of(), false));
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
        if (trailing) out.add(range(floor, cue.from()));
        boolean list = trailing && end < s.to() && text.token(end).is(",") && !quoteIn(end, s.to());
        if (!trailing || quoteIn(end, s.to()) || end < s.to() && text.token(end).is(";") || list && participle(end + 1))
            out.add(range(cue.to(), s.to()));
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
    private boolean content(int from, int to) {
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

    private int next(Text.Sentence s, int from, String mark) {
        for (int i = from; i < s.to(); i++) if (text.token(i).is(mark)) return i;
        return -1;
    }

    private static int[] range(int from, int to) {
        return new int[] {from, to};
    }

    private String words(Mention m) {
        return m.span().of(text.source());
    }

    /** Joins what outlets report with what others are reported to say: the outlets become the way it came. */
    private List<Cue> chains(List<Cue> cues) {
        List<Cue> out = new ArrayList<>();
        for (Cue c : cues) {
            boolean passedOn = c.pointer() == Cue.Pointer.LAST && c.scopes().isEmpty();
            Optional<Cue> first = cues.stream()
                    .filter(o -> o != c
                            && !o.outlet()
                            && !(o.pointer() == Cue.Pointer.LAST && o.scopes().isEmpty()))
                    .findFirst();
            if ((passedOn || c.outlet()) && first.isPresent()) continue;
            if (passedOn) continue;
            List<String> via = new ArrayList<>(c.via());
            if (!c.outlet())
                for (Cue o : cues)
                    if (o != c) {
                        if (o.outlet())
                            o.speaker()
                                    .map(this::words)
                                    .filter(w -> !via.contains(w))
                                    .ifPresent(via::add);
                        if (o.pointer() == Cue.Pointer.LAST)
                            o.via().stream().filter(w -> !via.contains(w)).forEach(via::add);
                    }
            out.add(c.carriedBy(via));
        }
        return extended(out, cues);
    }

    /** An outlet's cue that was folded into a speaker's gives that speaker the outlet's scope. */
    private static List<Cue> extended(List<Cue> out, List<Cue> all) {
        if (out.size() != 1 || out.size() == all.size()) return out;
        List<int[]> scopes = new ArrayList<>(out.getFirst().scopes());
        for (Cue c : all) if (c.outlet()) scopes.addAll(c.scopes());
        return List.of(out.getFirst().with(scopes));
    }
}
