package org.sitrep.model;

import java.util.List;
import java.util.Optional;

/**
 * Who said it and who carried it.
 *
 * @param speaker who is quoted as the origin, as the page spells it; empty: the outlet's own voice
 * @param name canonical name of the speaker's group of spellings
 * @param via who carried it between speaker and page, speaker's side first
 */
public record Attribution(Optional<String> speaker, Optional<String> name, List<String> via) {
    /** How a private person is called who is quoted: the name is not kept, so two such persons may be anybody. */
    public static final String UNNAMED = "unnamed person";

    /** The outlet's own voice. */
    public static final Attribution OWN = new Attribution(Optional.empty(), Optional.empty(), List.of());

    public Attribution {
        via = List.copyOf(via);
    }
}
