package org.sitrep.extract.voices;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.names.Mention;

/**
 * Words that tell who speaks ("the ministry said", "according to the army") and the tokens that they cover.
 *
 * @param from first token of the cue, its speaker included
 * @param to after the last token
 * @param speaker who speaks; empty where the words point to a speaker named before
 * @param pointer how they point back, where they do
 * @param scopes token ranges that are the speaker's words, each {first, after last}
 * @param via outlets that carried it, as the page spells them
 * @param quoted whether only quotation marks inside the scope are the speaker's words
 */
record Cue(
        int from,
        int to,
        Optional<Mention> speaker,
        Pointer pointer,
        List<int[]> scopes,
        List<String> via,
        boolean quoted) {
    /** Canonical name of media without a name. */
    private static final String MEDIA = "media";

    /** How a cue points to a speaker named before. */
    enum Pointer {
        NONE,
        PERSON,
        BODY,
        PLURAL,
        LAST,
        PRIVATE
    }

    /** A scope: first token and the one after its last. */
    static int[] range(int from, int to) {
        return new int[] {from, to};
    }

    boolean covers(int token) {
        for (int[] s : scopes) if (token >= s[0] && token < s[1]) return true;
        return false;
    }

    int reach(int token) {
        int best = Integer.MAX_VALUE;
        for (int[] s : scopes) if (token >= s[0] && token < s[1]) best = Math.min(best, s[1] - s[0]);
        return best;
    }

    /** Whether an outlet speaks, by name or as "state television". */
    boolean outlet() {
        return speaker.filter(m -> m.kind() == Mention.Kind.MEDIA
                        || m.kind() == Mention.Kind.GENERIC && m.name().equals(MEDIA))
                .isPresent();
    }

    Cue with(List<int[]> otherScopes) {
        return new Cue(from, to, speaker, pointer, otherScopes, via, quoted);
    }

    Cue saidBy(Mention other) {
        return new Cue(from, to, Optional.of(other), pointer, scopes, via, quoted);
    }

    Cue carriedBy(List<String> outlets) {
        return new Cue(from, to, speaker, pointer, scopes, outlets, quoted);
    }
}
