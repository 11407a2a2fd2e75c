/** Checks a language pack against its own examples and cases, for the people who write packs. */
@NullMarked
package org.sitrep.extract.check;

import org.jspecify.annotations.NullMarked;
