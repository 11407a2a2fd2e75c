package org.sitrep.app;

import java.util.Locale;
import java.util.Optional;
import org.sitrep.model.Situation;
import picocli.CommandLine.Option;

/** The option that picks one number of each ladder by a named rule; without it no number is picked. */
final class BestRule {
    @Option(
            names = "--best",
            paramLabel = "RULE",
            description = "Pick one number of each history, and say by which rule: latest-official (a state, office or"
                    + " organisation), latest, most-conservative (lowest of what each speaker said last), highest.")
    Optional<String> name = Optional.empty();

    Optional<Situation.Best> rule() {
        return name.map(n -> {
            for (Situation.Best b : Situation.Best.values())
                if (b.code().replace('_', '-').equals(n.toLowerCase(Locale.ROOT))) return b;
            throw new Failure(
                    Failure.USAGE,
                    "no rule \u201c" + n
                            + "\u201d; --best takes latest-official, latest, most-conservative or highest");
        });
    }
}
