/** What is different between two states of what is known. */
@NullMarked
package org.sitrep.changes;

import org.jspecify.annotations.NullMarked;
