/** What was read and judged, kept: an append-only chain of entries. */
@NullMarked
package org.sitrep.ledger;

import org.jspecify.annotations.NullMarked;
