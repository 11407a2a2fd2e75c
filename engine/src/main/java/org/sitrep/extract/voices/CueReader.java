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
    /** Id of words that name a speaker right before them. */
    private static final String BEHIND = "behind";
    /** Tokens between the words and the speaker. */
    private static final int NEAR = 4;
    /** Tokens between a paper ("statement") and its author. */
    private static final int AUTHOR = 8;
    /** Id of phrases whose last word holds the speaker, as compounds do. */
    private static final String WITHIN = "within";

    private final Text text;
    private final Mentions mentions;
    private final Quotes quotes;
    private final Subjects subjects;
    private final SpeechCues speeches;
    private final Joint joint;

    CueReader(Text text, Mentions mentions, Quotes quotes) {
        this.text = text;
        this.mentions = mentions;
        this.quotes = quotes;
        this.subjects = new Subjects(text, mentions, quotes);
        this.joint = new Joint(text, mentions, subjects);
        this.speeches = new SpeechCues(text, mentions, quotes, subjects, joint);
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
        out.replaceAll(c -> joint.of(c, s));
        return new Chains(text).of(out);
    }

    private Optional<Cue> at(Text.Sentence s, int i, int floor) {
        if (text.at(i, "says_itself").isPresent()) return Optional.of(itself(s, i, floor));
        Optional<Match> own = text.at(i, "own_account");
        if (own.isPresent()) return own(s, own.get());
        Optional<Match> according = text.at(i, "according");
        if (according.isPresent()) return according(s, according.get(), floor);
        Optional<Match> speech = text.at(i, "speech");
        if (speech.isPresent()) return speeches.at(s, speech.get(), floor);
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
                List.of(Cue.range(floor, i), Cue.range(m.to(), s.to())),
                List.of(),
                false);
    }

    private Optional<Cue> own(Text.Sentence s, Match own) {
        for (int i = s.from(); i < own.from(); i++) {
            Optional<Mention> m = mentions.at(i).filter(Mention::actor);
            if (m.isPresent())
                return Optional.of(new Cue(
                        own.from(),
                        own.to(),
                        m,
                        Cue.Pointer.NONE,
                        List.of(Cue.range(s.from(), s.to())),
                        List.of(),
                        false));
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
            boolean leading = speeches.content(according.to(), s.to());
            return Optional.of(new Cue(
                    subject.from(),
                    according.to(),
                    subject.mention(),
                    subject.pointer(),
                    List.of(leading ? Cue.range(according.to(), s.to()) : Cue.range(floor, subject.from())),
                    List.of(),
                    false));
        }
        return Optional.empty();
    }

    private Optional<Cue> according(Text.Sentence s, Match according, int floor) {
        if (according.sense().id().equals(BEHIND)) return behind(s, according, floor);
        int i = according.sense().id().equals(WITHIN) ? according.to() - 1 : according.to();
        int limit = according.to() + NEAR;
        while (i < Math.min(s.to(), limit)
                && mentions.at(i).isEmpty()
                && !text.token(i).is(",")) {
            // "According to a count compiled on Sunday by the agency": a paper stands before its author.
            if (text.at(i, "statement").isPresent()) limit = i + AUTHOR;
            i++;
        }
        Optional<Mention> m = i < s.to()
                ? mentions.at(i)
                        .filter(x -> x.actor() || x.kind() == Mention.Kind.UNKNOWN || x.kind() == Mention.Kind.PEOPLE)
                : Optional.empty();
        if (m.isEmpty()) return Optional.empty();
        Subjects.Subject subject = subjects.subject(m.get());
        int end = joined(s, m.get().to());
        boolean leading = according.from() <= floor + 2 || !speeches.content(floor, according.from());
        List<int[]> scopes = new ArrayList<>();
        if (leading) scopes.add(Cue.range(end, s.to()));
        else {
            scopes.add(Cue.range(parted(floor, according.from()), according.from()));
            if (end + 1 < s.to()
                    && text.token(end).is(",")
                    && text.at(end + 1, "including").isPresent()) scopes.add(Cue.range(end, s.to()));
            int colon = next(s, end, ":");
            if (colon >= 0 && colon - end < 3) scopes.add(Cue.range(colon, s.to()));
        }
        return Optional.of(
                new Cue(according.from(), end, subject.mention(), subject.pointer(), scopes, List.of(), false));
    }

    /**
     * Where what is attributed begins: behind the last semicolon, if no number stands behind it ("40 were held; most were freed since,
     * according to their lawyers"). A list of counts with semicolons is one statement.
     */
    private int parted(int from, int to) {
        for (int i = to - 1; i >= from && !text.token(i).number(); i--)
            if (text.token(i).is(";")) return i + 1;
        return from;
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

    private Optional<Cue> colon(Text.Sentence s, int i, int floor) {
        Optional<Mention> before = i > s.from()
                ? mentions.at(i - 1)
                        .filter(m -> m.to() == i && subjects.subject(m).from() <= s.from() && heads(m))
                : Optional.empty();
        if (before.isPresent())
            return Optional.of(
                    new Cue(s.from(), i, before, Cue.Pointer.NONE, List.of(Cue.range(i, s.to())), List.of(), false));
        Optional<Mention> after = mentions.at(Math.min(i + 1, s.to() - 1))
                .filter(m -> m.to() >= s.to() - 1 && heads(m) && speeches.content(floor, i));
        return after.map(m ->
                new Cue(i, s.to(), Optional.of(m), Cue.Pointer.NONE, List.of(Cue.range(floor, i)), List.of(), false));
    }

    /** Whether a colon makes it a speaker: states and places before a colon are what the news is about. */
    private static boolean heads(Mention m) {
        return m.actor() && m.kind() != Mention.Kind.STATE;
    }

    /** "(Sana)" behind what it says, where it is no acronym of the word before. */
    private Optional<Cue> bracket(Text.Sentence s, int open, int floor) {
        Optional<Mention> m = open + 1 < s.to() ? mentions.at(open + 1) : Optional.empty();
        if (m.isEmpty()) return Optional.empty();
        Optional<Mention> via = through(s, m.get().to());
        int close = via.map(Mention::to).orElse(m.get().to());
        boolean whole = close < s.to() && text.token(close).is(")");
        boolean speaks = whole
                && (m.get().kind() == Mention.Kind.ORGANISATION
                        || m.get().kind() == Mention.Kind.MEDIA
                        || m.get().kind() == Mention.Kind.INSTITUTION
                        || via.isPresent() && m.get().actor());
        if (!speaks
                || open == s.from()
                || mentions.at(open - 1).isPresent() && m.get().kind() != Mention.Kind.MEDIA
                || text.token(open - 1).capital()) return Optional.empty();
        int from = open - 1;
        while (from > floor
                && !text.token(from).is(",")
                && !text.token(from).is(":")
                && !text.token(from).is(")")
                && !text.token(from).is(";")) from--;
        return Optional.of(new Cue(
                open,
                close + 1,
                m,
                Cue.Pointer.NONE,
                List.of(Cue.range(from, open)),
                via.map(x -> List.of(x.span().of(text.source()))).orElse(List.of()),
                false));
    }

    /** The outlet behind a comma inside a bracket: "(ministry, via Gazette)". */
    private Optional<Mention> through(Text.Sentence s, int comma) {
        if (comma >= s.to() || !text.token(comma).is(",")) return Optional.empty();
        for (int i = comma + 1; i < Math.min(s.to(), comma + NEAR); i++) {
            Optional<Mention> m = mentions.at(i);
            if (m.isPresent()) return m.filter(x -> x.kind() == Mention.Kind.MEDIA);
            if (!text.token(i).word()) return Optional.empty();
        }
        return Optional.empty();
    }

    private int next(Text.Sentence s, int from, String mark) {
        for (int i = from; i < s.to(); i++) if (text.token(i).is(mark)) return i;
        return -1;
    }
}
