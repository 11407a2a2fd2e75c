@NullMarked
package org.sitrep.read;

import org.jspecify.annotations.NullMarked;
