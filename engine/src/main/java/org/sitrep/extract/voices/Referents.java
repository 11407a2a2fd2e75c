package org.sitrep.extract.voices;

import java.util.Optional;
import org.sitrep.extract.names.Mention;
import org.sitrep.extract.names.Mentions;
import org.sitrep.language.Text;

/** Whom a short mention means: "the ministry", "the channel", "its secretariat". */
final class Referents {
    /** Id of words that mean the organisation named last. */
    private static final String ORGANISATION = "organisation";

    private final Text text;
    private final Mentions mentions;

    Referents(Text text, Mentions mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** The mention meant, and its canonical name. */
    record Meant(Mention mention, String name) {}

    /**
     * The mention that {@code s} points back to, else itself; a body that belongs to one named before ("its secretariat") bears the
     * owner's name, and so does the spokesman of a ministry named before.
     */
    Meant of(Mention s) {
        if (s.state().isPresent() || s.from() == 0) return new Meant(s, s.name());
        Optional<Mention> owner = possessive(s.from() - 1) && vague(s) ? named(s) : Optional.empty();
        if (owner.isPresent()) return new Meant(s, owner.get().name() + " " + words(s));
        if (s.to() - s.from() == 1) {
            Mention full = fuller(s);
            if (full != s) return new Meant(full, full.name());
        }
        return new Meant(s, s.to() - s.from() == 2 && vague(s) ? compound(s) : s.name());
    }

    /** Whether the canonical name is no more than the page's words: "office", "committee", "commandant". */
    private boolean vague(Mention s) {
        boolean body = s.kind() == Mention.Kind.OFFICE || s.kind() == Mention.Kind.INSTITUTION;
        return body && s.name().equals(words(s)) && !text.token(s.to() - 1).capital();
    }

    private Mention fuller(Mention s) {
        boolean listed = text.at(s.from() - 1, "anaphor")
                        .filter(a -> a.to() == s.to())
                        .isPresent()
                || text.at(s.from(), "anaphor").filter(a -> a.to() == s.to()).isPresent();
        boolean medium = text.at(s.from(), "medium").isPresent();
        boolean definite = text.at(s.from() - 1, "determiner").isPresent();
        if (!listed && !(definite && (medium || vague(s)))) return s;
        String word = text.token(s.from()).form();
        Mention best = s;
        for (Mention x : mentions.all()) {
            if (x.from() >= s.from()) break;
            boolean same = medium
                    ? x.kind() == Mention.Kind.MEDIA
                    : x.to() - x.from() > 1
                            && x.actor()
                            && (text.token(x.to() - 1).is(word)
                                    || text.token(x.from()).is(word));
            if (same) best = x;
        }
        if (best == s && organisation(s)) return named(s).orElse(s);
        return best == s && definite ? spelled(s) : best;
    }

    /** "The committee" after "the former head of the National Security Committee": the capitalised name that ends in the word. */
    private Mention spelled(Mention s) {
        String word = text.token(s.from()).form();
        for (int i = s.from() - 1; i > 0; i--) {
            if (!text.token(i).is(word)
                    || !text.token(i).capital()
                    || !text.token(i - 1).capital()) continue;
            int from = i;
            while (from > 0
                    && text.token(from - 1).word()
                    && text.token(from - 1).capital()
                    && i - from < 5) from--;
            var span = text.span(from, i + 1);
            return new Mention(from, i + 1, s.kind(), text.words(from, i + 1), s.state(), span, span);
        }
        return s;
    }

    private boolean possessive(int i) {
        return text.at(i, "belonging").isPresent();
    }

    /** Whether the words stand for an organisation whatever its name is: "the alliance" for one that has no such word in its name. */
    private boolean organisation(Mention s) {
        return listed(s.from() - 1, s) || listed(s.from(), s);
    }

    private boolean listed(int from, Mention s) {
        return text.at(from, "anaphor")
                .filter(a -> a.to() == s.to() && a.sense().id().equals(ORGANISATION))
                .isPresent();
    }

    /** The organisation named last before. */
    private Optional<Mention> named(Mention s) {
        Mention best = s;
        for (Mention x : mentions.all()) {
            if (x.from() >= s.from()) break;
            if (x.kind() == Mention.Kind.ORGANISATION) best = x;
        }
        return best == s ? Optional.empty() : Optional.of(best);
    }

    /** "ministry spokesman" with the ministry's full name. */
    private String compound(Mention s) {
        String word = text.token(s.from()).form();
        String name = s.name();
        for (Mention x : mentions.all()) {
            if (x.from() >= s.from()) break;
            boolean body = x.kind() == Mention.Kind.INSTITUTION
                    && x.to() - x.from() > 1
                    && (text.token(x.to() - 1).is(word) || text.token(x.from()).is(word));
            if (body) name = x.name() + " " + text.words(s.from() + 1, s.to());
        }
        return name;
    }

    private String words(Mention s) {
        return s.span().of(text.source());
    }
}
