package org.sitrep.extract.names;

import java.util.Optional;
import org.sitrep.model.Span;

/**
 * One actor or place named in a text.
 *
 * @param from first token, inclusive
 * @param to last token, exclusive; determiners stand outside
 * @param name canonical name: English for states, organisations and institutions, the fullest spelling on the page for persons
 * @param state the state it belongs to or is, where the words tell
 * @param span its characters
 * @param shortForm the person's name alone, without office; for others the whole
 */
public record Mention(int from, int to, Kind kind, String name, Optional<String> state, Span span, Span shortForm) {
    /** What is named. */
    public enum Kind {
        /** A person in office, by name. */
        PERSON,
        /** An office without a name: "the president". */
        OFFICE,
        /** A ministry, court, army, police … of a state or town. */
        INSTITUTION,
        /** An organisation of its own: an alliance, the UN, an armed group. */
        ORGANISATION,
        /** An outlet or news agency. */
        MEDIA,
        /** Authorities, officials, witnesses, media in general. */
        GENERIC,
        /** A state by name or by its seat of government. */
        STATE,
        /** A people's name or adjective alone: "Russian". */
        PEOPLE,
        PLACE,
        /** A capitalised name of nobody known to hold an office: never shown. */
        UNKNOWN
    }

    /** Whether it can speak or act in public under its own words. */
    public boolean actor() {
        return switch (kind) {
            case PERSON, OFFICE, INSTITUTION, ORGANISATION, MEDIA, GENERIC, STATE -> true;
            case PEOPLE, PLACE, UNKNOWN -> false;
        };
    }
}
