package org.sitrep.model;

/** How a claim stands in its sentence. */
public enum Status implements Code {
    ASSERTED,
    SUPERSEDED,
    DENIED,
    RETRACTED,
    PLANNED,
    HYPOTHETICAL
}
