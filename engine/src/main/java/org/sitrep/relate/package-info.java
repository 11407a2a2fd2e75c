@NullMarked
package org.sitrep.relate;

import org.jspecify.annotations.NullMarked;
