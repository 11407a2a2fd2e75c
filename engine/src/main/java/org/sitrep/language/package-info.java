/** Language packs: words, forms and formats as data, and the tokens, sentences and look-ups that every reader of text shares. */
@NullMarked
package org.sitrep.language;

import org.jspecify.annotations.NullMarked;
