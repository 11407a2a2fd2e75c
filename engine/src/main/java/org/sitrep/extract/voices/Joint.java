package org.sitrep.extract.voices;

import java.util.Optional;
import org.sitrep.extract.names.Mention;
import org.sitrep.extract.names.Mentions;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** Speakers whom "and" joins: "according to the ministry and rescuers", "police and hospital officials said" are the words of both. */
final class Joint {
    /** Id of conjunctions that add. */
    private static final String AND = "and";
    /** Tokens between "and" and the second speaker: determiners and adjectives. */
    private static final int NEAR = 3;

    private final Text text;
    private final Mentions mentions;
    private final Subjects subjects;

    Joint(Text text, Mentions mentions, Subjects subjects) {
        this.text = text;
        this.mentions = mentions;
        this.subjects = subjects;
    }

    /** The cue with whoever is joined behind its speaker. */
    Cue of(Cue c, Text.Sentence s) {
        Optional<Mention> m = c.speaker().filter(x -> x.from() > c.from() && credited(x));
        return m.flatMap(x -> after(x, s).map(y -> c.saidBy(joined(x, y)))).orElse(c);
    }

    /** The subject of a verb of saying with whoever is joined before it. */
    Subjects.Subject of(Subjects.Subject who, Text.Sentence s) {
        Optional<Mention> m = who.mention().filter(this::credited);
        Optional<Mention> first = m.flatMap(x -> before(x, s));
        return first.map(x -> new Subjects.Subject(
                        Optional.of(joined(x, m.get())),
                        who.pointer(),
                        subjects.subject(x).from(),
                        who.to()))
                .orElse(who);
    }

    private boolean credited(Mention m) {
        return switch (m.kind()) {
            case PERSON, OFFICE, INSTITUTION, ORGANISATION, GENERIC -> true;
            case MEDIA, STATE, PEOPLE, PLACE, UNKNOWN -> false;
        };
    }

    /** "<u>Police and</u> hospital officials said": whoever opens the clause before "and". */
    private Optional<Mention> before(Mention m, Text.Sentence s) {
        int at = subjects.subject(m).from() - 1;
        for (int i = at; i > s.from() && i > at - NEAR; i--) {
            if (and(i)) {
                Optional<Mention> x = mentions.at(i - 1).filter(o -> o.to() <= m.from() && credited(o));
                return x.filter(o -> opens(subjects.subject(o).from(), s));
            }
            if (!text.token(i).word() || text.at(i, "verb").isPresent()) return Optional.empty();
        }
        return Optional.empty();
    }

    private boolean opens(int from, Text.Sentence s) {
        return from <= s.from()
                || text.token(from - 1).kind() == Token.Kind.MARK
                || text.at(from - 1, "subordinator").isPresent()
                || text.at(from - 1, "according").isPresent();
    }

    /** "The ministry <u>and the rescuers</u> of the valleys": whoever closes what is attributed, with what completes the name. */
    private Optional<Mention> after(Mention m, Text.Sentence s) {
        if (m.to() >= s.to() || !and(m.to())) return Optional.empty();
        for (int i = m.to() + 1; i < Math.min(s.to(), m.to() + 1 + NEAR); i++) {
            Optional<Mention> x = mentions.at(i).filter(this::credited);
            if (x.isPresent()) return x.filter(o -> closes(o.to(), s));
            if (!text.token(i).word() || text.at(i, "verb").isPresent()) return Optional.empty();
        }
        return Optional.empty();
    }

    /** No verb and no number before the next mark, so that the second speaker begins no clause of its own. */
    private boolean closes(int from, Text.Sentence s) {
        for (int i = from;
                i < s.to()
                        && (text.token(i).kind() != Token.Kind.MARK
                                || text.token(i).is("-"));
                i++)
            if (text.at(i, "verb").isPresent()
                    || text.at(i, "aux").isPresent()
                    || text.at(i, "number").isPresent()
                    || text.token(i).number()) return false;
        return true;
    }

    private boolean and(int i) {
        return text.at(i, "conjunction").filter(m -> m.sense().id().equals(AND)).isPresent();
    }

    /** By the name of both; a person or organisation stays who it is, for pages that name it alone. */
    private Mention joined(Mention a, Mention b) {
        var span = text.span(a.from(), b.to());
        String name = own(a) || own(b) ? a.name() : a.name() + ", " + b.name();
        return new Mention(
                a.from(),
                b.to(),
                a.kind(),
                name,
                a.state(),
                span,
                a.kind() == Mention.Kind.PERSON ? span : a.shortForm().cover(span));
    }

    private static boolean own(Mention m) {
        return m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.ORGANISATION;
    }
}
