/** The web page and the API over one ledger: server-rendered, on loopback, without script where a form will do. */
@NullMarked
package org.sitrep.web;

import org.jspecify.annotations.NullMarked;
