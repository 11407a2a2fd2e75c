/** The command line: what a person types, and what is printed for it. */
@NullMarked
package org.sitrep.app;

import org.jspecify.annotations.NullMarked;
