package org.sitrep.judge;

import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Code;

/** What an outlet is, as far as it matters for who said something first. */
public enum OutletKind implements Code {
    /** Its pages are its own: each may be where a statement comes from. */
    MEDIA,
    /** A news agency: what it writes is the agency's text, wherever it is printed. */
    AGENCY,
    /** Its pages carry others' words and are never where a statement comes from. */
    FORUM,
    /** As a forum: it collects other outlets' pieces. */
    AGGREGATOR;

    /** The article of an outlet of this kind. */
    Article of(Article a) {
        Optional<String> repost = this == FORUM || this == AGGREGATOR ? Optional.of(code()) : Optional.empty();
        return a.withOrigin(this == AGENCY ? a.outlet() : a.agency(), repost);
    }
}
