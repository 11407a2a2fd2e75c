/** Who and where: mentions of states, organisations, offices, outlets and places; private persons stay unnamed. */
@NullMarked
package org.sitrep.extract.names;

import org.jspecify.annotations.NullMarked;
