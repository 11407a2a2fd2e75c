package org.sitrep.extract.clauses;

import java.util.List;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;

/** Reads the sentences of one language into clauses. Safe for use by several threads. */
public final class ClauseReader {
    private final Grammar grammar;
    private final QuantityReader quantities;

    /** A reader for {@code pack}'s language, whose {@code pack.yaml} describes its clauses under {@code clause:}. */
    public ClauseReader(Pack pack) {
        this.grammar = Grammar.of(pack);
        this.quantities = new QuantityReader(pack);
    }

    /** The quantities of a sentence. */
    public List<Quantity> quantities(Text text, Text.Sentence sentence) {
        return quantities.read(text, sentence.from(), sentence.to());
    }

    /** The quantities of a sentence of which parts were read already. @param masked tokens of those parts, from the sentence's first */
    public List<Quantity> quantities(Text text, Text.Sentence sentence, boolean[] masked) {
        return quantities.read(text, sentence.from(), sentence.to(), masked);
    }

    /** The clauses of a sentence. */
    public Parse read(Text text, Text.Sentence sentence) {
        return read(text, sentence, quantities(text, sentence), new boolean[sentence.to() - sentence.from()]);
    }

    /**
     * The clauses of a sentence of which parts were read already.
     *
     * @param found its quantities, in text order
     * @param masked tokens that belong to something else, such as times, counted from the sentence's first
     */
    public Parse read(Text text, Text.Sentence sentence, List<Quantity> found, boolean[] masked) {
        ChunkList cut = new Chunker(grammar, text, sentence, found, masked).cut();
        List<Clause> clauses = new ClauseBuilder(grammar, cut).build();
        List<VerbGroup> verbs = clauses.stream().map(Clause::verb).toList();
        return new Parse(text, sentence, cut.chunks(), cut.phrases(), verbs, clauses);
    }
}
