/** The shape of a sentence: quantities, phrases, verb groups and the clauses that bind them. Knows no language; every word comes from a pack. */
@NullMarked
package org.sitrep.extract.clauses;

import org.jspecify.annotations.NullMarked;
