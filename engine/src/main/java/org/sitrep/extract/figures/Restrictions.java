package org.sitrep.extract.figures;

import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.language.Pack;

/**
 * The words that restrict what a figure counts: "450 arrests <u>for terrorism and mass disorder</u>", "970 people <u>accused of
 * theft</u> were arrested". Two figures with different restrictions are of different scope, however their numbers compare.
 */
final class Restrictions {
    private static final Set<String> NO_REASON = Set.of("people", "thing");
    private static final int LONGEST = 14;
    private final Set<String> reasons;

    /** Reads which prepositions give reasons: {@code clause: {reason: …}} of {@code pack.yaml}. */
    Restrictions(Pack pack) {
        this.reasons = Set.copyOf(pack.settings().at("clause").at("reason").texts());
    }

    /** The restricting words directly behind a figure. */
    Optional<String> of(Draft d) {
        Parse parse = d.parse;
        int c = 0;
        while (c < parse.chunks().size() && parse.chunks().get(c).from() < d.to) c++;
        c = skip(parse, c);
        if (c >= parse.chunks().size()) return Optional.empty();
        int start = parse.chunks().get(c).from();
        boolean accused = parse.chunks().get(c).is(Chunk.Kind.VERB)
                && parse.verbs().get(parse.chunks().get(c).ref()).lexeme().equals("charge");
        if (accused) c = skip(parse, c + 1);
        if (c + 1 >= parse.chunks().size() || !parse.chunks().get(c).is(Chunk.Kind.PREPOSITION))
            return Optional.empty();
        if (!accused && !reasons.contains(parse.chunks().get(c).id()) || !reason(parse, c + 1)) return Optional.empty();
        int end = end(parse, c + 1);
        return end - start > LONGEST
                ? Optional.empty()
                : Optional.of(parse.text().words(start, end));
    }

    private static int skip(Parse parse, int c) {
        int i = c;
        while (i < parse.chunks().size() && parse.chunks().get(i).is(Chunk.Kind.OTHER)) i++;
        return i;
    }

    private static boolean reason(Parse parse, int c) {
        if (!parse.chunks().get(c).is(Chunk.Kind.PHRASE)) return false;
        Phrase p = parse.phrases().get(parse.chunks().get(c).ref());
        return p.quantity().isEmpty()
                && p.nouns().stream()
                        .noneMatch(m -> NO_REASON.contains(m.sense().category()));
    }

    /** After the last phrase of the list that begins at chunk {@code c}. */
    private static int end(Parse parse, int c) {
        int last = c;
        for (int i = c + 1; i + 1 < parse.chunks().size(); i++) {
            Chunk k = parse.chunks().get(i);
            boolean joins = k.is(Chunk.Kind.CONJUNCTION)
                    || k.is(Chunk.Kind.COMMA)
                    || k.is(Chunk.Kind.PREPOSITION) && k.id().equals("of");
            if (!joins || !reason(parse, i + 1)) break;
            last = ++i;
        }
        return parse.chunks().get(last).to();
    }
}
