/** What happened, what was promised by when, and what is held without a number: rules over the concepts of a sentence, as data. */
@NullMarked
package org.sitrep.extract.deeds;

import org.jspecify.annotations.NullMarked;
