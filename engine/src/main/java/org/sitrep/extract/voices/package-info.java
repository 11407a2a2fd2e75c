/** Who said it: direct and indirect speech, "according to", chains of outlets, pronouns, and quotations over several sentences. */
@NullMarked
package org.sitrep.extract.voices;

import org.jspecify.annotations.NullMarked;
