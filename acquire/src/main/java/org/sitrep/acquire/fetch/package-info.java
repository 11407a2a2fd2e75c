/** Fetches pages from the network: politely, within limits, and from nowhere that a stranger's link should not reach. */
@NullMarked
package org.sitrep.acquire.fetch;

import org.jspecify.annotations.NullMarked;
