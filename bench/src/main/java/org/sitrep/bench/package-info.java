/** Accuracy and speed of Sitrep, measured beside peers; not shipped. */
@NullMarked
package org.sitrep.bench;

import org.jspecify.annotations.NullMarked;
