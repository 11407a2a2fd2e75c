package org.sitrep.extract.figures;

import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Parse;

/** The pieces beside one piece of a sentence, over words that are none of them. */
final class Neighbours {
    private Neighbours() {}

    /** The place of the next piece from {@code chunk} in direction {@code step} (1 or -1); outside the sentence where there is none. */
    static int skip(Parse parse, int chunk, int step) {
        int i = chunk + step;
        while (i >= 0 && i < parse.chunks().size() && parse.chunks().get(i).kind() == Chunk.Kind.OTHER) i += step;
        return i;
    }

    /** What stands at {@code chunk}; {@code OTHER} outside the sentence. */
    static Chunk.Kind kind(Parse parse, int chunk) {
        return chunk >= 0 && chunk < parse.chunks().size()
                ? parse.chunks().get(chunk).kind()
                : Chunk.Kind.OTHER;
    }
}
