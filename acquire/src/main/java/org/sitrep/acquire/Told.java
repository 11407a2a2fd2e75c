package org.sitrep.acquire;

import java.nio.charset.Charset;
import java.util.Optional;
import org.sitrep.model.Edtf;

/**
 * What is known of a page from what surrounds its bytes: the archive's record, the feed, the answer of the server.
 *
 * @param address where it was published, in canonical form; then the same address with other bytes is another version of the page
 * @param charset the encoding that the server declared
 * @param damage what was noticed on the way
 */
record Told(
        Optional<String> address,
        Optional<String> language,
        Optional<Edtf> published,
        Optional<Charset> charset,
        Optional<String> damage) {
    static final Told NOTHING =
            new Told(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same, damaged. */
    Told damaged(String how) {
        return new Told(address, language, published, charset, Optional.of(how));
    }
}
