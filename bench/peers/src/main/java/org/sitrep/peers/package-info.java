/** Times beside SUTime, which is GPL: fetched and run only where somebody asks for it, and never shipped. */
@NullMarked
package org.sitrep.peers;

import org.jspecify.annotations.NullMarked;
