/** Situations in other programs' forms: a document, tables, map layers, provenance and annotations. */
@NullMarked
package org.sitrep.export;

import org.jspecify.annotations.NullMarked;
