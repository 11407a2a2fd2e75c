package org.sitrep.cluster;

/** A page as it came, and what was derived from it. */
public record Read(Arrival arrival, Derived derived) {}
