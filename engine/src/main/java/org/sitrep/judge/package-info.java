/** What people decided on claims, put over what was read. */
@NullMarked
package org.sitrep.judge;

import org.jspecify.annotations.NullMarked;
