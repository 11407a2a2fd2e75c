package org.sitrep.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One part of an article that has one role and one author.
 *
 * @param id unique within the article ("p3"), in text order
 * @param role what the part is on its page
 * @param span where it stands in the article's text
 * @param language BCP 47 primary tag ("fr"); "und" when unknown
 * @param outlet who published this passage where the page tells and it differs from the article's
 * @param agency the news agency that it credits
 * @param published its own publication date where it has one, else the article's
 * @param flags damage that was noticed
 * @param flagEvidence the characters that gave each flag away
 */
public record Passage(
        String id,
        Role role,
        Span span,
        String language,
        Optional<String> outlet,
        Optional<String> agency,
        Optional<Published> published,
        Set<Flag> flags,
        List<Span> flagEvidence) {

    public Passage {
        flags = Set.copyOf(flags);
        flagEvidence = List.copyOf(flagEvidence);
    }

    /** The same passage, published then. */
    public Passage dated(Published day) {
        return new Passage(id, role, span, language, outlet, agency, Optional.of(day), flags, flagEvidence);
    }

    /** What a passage is on its page. */
    public enum Role implements Code {
        HEADLINE,
        BODY,
        CAPTION,
        QUOTED,
        TEASER,
        COMMENT,
        CHROME
    }

    /** Damage that was noticed in a passage. */
    public enum Flag implements Code {
        MACHINE_TRANSLATED,
        GARBLED,
        TRUNCATED
    }
}
