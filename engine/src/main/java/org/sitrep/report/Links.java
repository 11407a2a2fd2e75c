package org.sitrep.report;

import java.util.Optional;
import org.sitrep.model.Claim;

/** Where an HTML report's numbers and pages open when it stands inside a larger site; nothing: further down in the report itself. */
public interface Links {
    /** Everything opens inside the report. */
    Links WITHIN = new Links() {};

    /** Address of the page that shows {@code claim} where it stands. */
    default Optional<String> claim(Claim claim) {
        return Optional.empty();
    }

    /** Address of the article of the page with {@code key}. */
    default Optional<String> page(String key) {
        return Optional.empty();
    }

    /** Address of the history that {@code claim} belongs to. */
    default Optional<String> history(Claim claim) {
        return Optional.empty();
    }
}
