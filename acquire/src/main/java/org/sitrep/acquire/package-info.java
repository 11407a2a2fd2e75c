/** Gets pages: files, folders and JSON Lines in; decoded pages, or the reason why not, out. */
@NullMarked
package org.sitrep.acquire;

import org.jspecify.annotations.NullMarked;
