@NullMarked
package org.sitrep.reconcile;

import org.jspecify.annotations.NullMarked;
