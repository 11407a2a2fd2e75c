/** The nouns of Sitrep: pages, articles, claims and situations, as immutable values that every stage shares. */
@NullMarked
package org.sitrep.model;

import org.jspecify.annotations.NullMarked;
