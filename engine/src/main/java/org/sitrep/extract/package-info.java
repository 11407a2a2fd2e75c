@NullMarked
package org.sitrep.extract;

import org.jspecify.annotations.NullMarked;
