/** The records that programs read: articles, claims and situations as JSON Lines, the same from the command line and the API. */
@NullMarked
package org.sitrep.record;

import org.jspecify.annotations.NullMarked;
