/** Work on a ledger with what was derived from its pages: each page version is read once, and one crisis is read without the others. */
@NullMarked
package org.sitrep.desk;

import org.jspecify.annotations.NullMarked;
