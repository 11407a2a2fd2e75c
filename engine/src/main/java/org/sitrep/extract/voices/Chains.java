package org.sitrep.extract.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.extract.names.Mention;
import org.sitrep.language.Text;

/** The cues of one sentence as a chain from speaker to page. */
final class Chains {
    private static final String BRACKET = "(";

    private final Text text;

    Chains(Text text) {
        this.text = text;
    }

    /**
     * Whether an outlet stands in brackets of its own, behind a part of the sentence: "40 dead in the north (Gazette), 12 in the south". It
     * told that part, and carried nothing of the others'.
     */
    private boolean apart(Cue c, List<Cue> cues) {
        boolean bracket = c.outlet()
                && text.token(c.from()).is(BRACKET)
                && c.to() < text.tokens().size();
        if (!bracket || cues.stream().anyMatch(o -> o.to() == c.from())) return false;
        return text.token(c.to()).is(",")
                || text.token(c.to()).is(";")
                || text.at(c.to(), "conjunction").isPresent();
    }

    /** Joins what outlets report with what others are reported to say: the outlets become the way it came. */
    List<Cue> of(List<Cue> cues) {
        List<Cue> out = new ArrayList<>();
        for (Cue c : cues) {
            if (apart(c, cues)) {
                out.add(c);
                continue;
            }
            boolean passedOn = c.pointer() == Cue.Pointer.LAST && c.scopes().isEmpty();
            Optional<Cue> first = cues.stream()
                    .filter(o -> o != c
                            && !text.token(o.from()).is(BRACKET)
                            && !o.outlet()
                            && !(o.pointer() == Cue.Pointer.LAST && o.scopes().isEmpty()))
                    .findFirst();
            if ((passedOn || c.outlet()) && first.isPresent()) continue;
            if (passedOn) continue;
            List<String> via = new ArrayList<>(c.via());
            if (!c.outlet())
                for (Cue o : cues)
                    if (o != c && !apart(o, cues)) {
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

    private String words(Mention m) {
        return m.span().of(text.source());
    }
}
