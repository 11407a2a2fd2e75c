package org.sitrep.extract.deeds;

/** A concept of the category {@code deed} in a text. @param to exclusive @param form grammatical form where the words tell one */
record Hit(int from, int to, String id, String form) {}
