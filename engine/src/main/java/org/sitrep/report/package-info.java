@NullMarked
package org.sitrep.report;

import org.jspecify.annotations.NullMarked;
