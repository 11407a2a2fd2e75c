/** Time expressions: a grammar in the language packs' data, one value that yields both TIMEX3 and EDTF, and deadlines. */
@NullMarked
package org.sitrep.extract.times;

import org.jspecify.annotations.NullMarked;
