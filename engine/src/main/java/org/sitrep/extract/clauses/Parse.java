package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.language.Text;

/**
 * A sentence as phrases, verb groups and clauses.
 *
 * @param text the passage it stands in
 * @param sentence its tokens
 * @param chunks all its pieces in text order
 * @param phrases its noun phrases in text order
 * @param verbs its verb groups in text order
 * @param clauses one for each verb group, in the same order
 */
public record Parse(
        Text text,
        Text.Sentence sentence,
        List<Chunk> chunks,
        List<Phrase> phrases,
        List<VerbGroup> verbs,
        List<Clause> clauses) {
    public Parse {
        chunks = List.copyOf(chunks);
        phrases = List.copyOf(phrases);
        verbs = List.copyOf(verbs);
        clauses = List.copyOf(clauses);
    }

    /** The phrases that complete {@code head} under a preposition ("of the police"). */
    public List<Phrase> completing(Phrase head) {
        List<Phrase> out = new ArrayList<>(2);
        for (Phrase p : phrases) if (p.governor() == head.index()) out.add(p);
        return out;
    }

    /** One line for each clause, for {@code try} and for failing tests. */
    public String describe() {
        StringBuilder out = new StringBuilder();
        for (Clause c : clauses) {
            VerbGroup v = c.verb();
            out.append(text.words(v.from(), v.to()))
                    .append(" [")
                    .append(String.join("+", v.lexemes()))
                    .append(' ')
                    .append(v.voice())
                    .append(' ')
                    .append(v.tense())
                    .append(' ')
                    .append(v.mood())
                    .append(v.negated() ? " not" : "")
                    .append(v.marks().isEmpty() ? "" : " " + v.marks())
                    .append("] ")
                    .append(c.link());
            words(out, " subject", c.subject());
            words(out, " object", c.object());
            words(out, " with", c.oblique());
            out.append('\n');
        }
        return out.toString();
    }

    private void words(StringBuilder out, String label, List<Phrase> phrases) {
        if (phrases.isEmpty()) return;
        out.append(label);
        for (Phrase p : phrases)
            out.append(" (")
                    .append(p.preposition().isEmpty() ? "" : p.preposition() + ": ")
                    .append(text.words(p.from(), p.to()))
                    .append(')');
    }
}
