/** The pipeline that joins the stages. */
@NullMarked
package org.sitrep;

import org.jspecify.annotations.NullMarked;
