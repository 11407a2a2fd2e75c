/** Figures: how many people, found by rules on the roles of counted phrases. */
@NullMarked
package org.sitrep.extract.figures;

import org.jspecify.annotations.NullMarked;
