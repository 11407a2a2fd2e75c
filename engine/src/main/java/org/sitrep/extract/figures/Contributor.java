package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.names.Mention;
import org.sitrep.extract.names.Mentions;
import org.sitrep.language.Text;

/**
 * To whom people belong who were sent or brought home: the one state or organisation named with them ("120 <u>Armenian</u> soldiers"),
 * else the state that sends them ("<u>Tajikistan</u> gave about 200"), else the state right before a number of a list ("<u>Kyrgyzstan</u> 150").
 * An alliance that sends a force is no contributor to it.
 */
final class Contributor {
    private static final Set<String> CONTRIBUTED = Set.of("deployed", "withdrawn");

    private Contributor() {}

    static Optional<String> of(Draft d, Mentions mentions) {
        if (!CONTRIBUTED.contains(d.measure)) return Optional.empty();
        List<String> named = mentions.all().stream()
                .filter(m -> m.span().overlaps(d.span()))
                .flatMap(m -> m
                        .state()
                        .or(() -> m.kind() == Mention.Kind.ORGANISATION ? Optional.of(m.name()) : Optional.empty())
                        .stream())
                .distinct()
                .toList();
        if (named.size() == 1 && !several(d, mentions)) return Optional.of(named.getFirst());
        return named.isEmpty() ? listed(d, mentions).or(() -> sender(d, mentions)) : Optional.empty();
    }

    /** "2,030 Russian, Belarusian and Armenian troops": whether another state follows the first in a list. */
    private static boolean several(Draft d, Mentions mentions) {
        Text text = d.parse.text();
        Optional<String> first = Optional.empty();
        for (int i = d.phrase.from(); i < d.parse.sentence().to(); i++) {
            Optional<String> state = mentions.at(i).flatMap(Mention::state);
            if (state.isPresent()) {
                if (first.isPresent() && !first.equals(state)) return true;
                first = state;
            } else if (i >= d.phrase.to() && !joins(text, i) && !listed(text, i)) return false;
        }
        return false;
    }

    private static boolean joins(Text text, int i) {
        return text.token(i).is(",") || text.at(i, "conjunction").isPresent();
    }

    /** A word of a list whose people no data names: a comma before it, and the list goes on behind it. */
    private static boolean listed(Text text, int i) {
        return i > 0 && text.token(i - 1).is(",") && i + 1 < text.tokens().size() && joins(text, i + 1);
    }

    /** The state right before the number, with nothing but blanks between. */
    private static Optional<String> listed(Draft d, Mentions mentions) {
        int before = d.phrase.from() - 1;
        return before < d.parse.sentence().from() ? Optional.empty() : state(mentions, before, before + 1);
    }

    /** The one state that is the subject of an active verb of sending. */
    private static Optional<String> sender(Draft d, Mentions mentions) {
        if (d.clause.isEmpty() || !d.clause.get().object().contains(d.phrase)) return Optional.empty();
        List<Phrase> subject = d.clause.get().subject();
        return subject.size() == 1
                ? state(mentions, subject.getFirst().from(), subject.getFirst().to())
                : Optional.empty();
    }

    private static Optional<String> state(Mentions mentions, int from, int to) {
        for (int i = from; i < to; i++) {
            Optional<Mention> m = mentions.at(i).filter(x -> x.kind() == Mention.Kind.STATE);
            if (m.isPresent())
                return m.get().state().or(() -> Optional.of(m.get().name()));
        }
        return Optional.empty();
    }
}
