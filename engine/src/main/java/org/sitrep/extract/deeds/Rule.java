package org.sitrep.extract.deeds;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Data;

/**
 * One rule of {@code languages/deeds}: concepts of a pack's category {@code deed} that stand together in one sentence, in any order.
 * Rules hold for every language; a pack gives the words.
 *
 * @param id the language's tag, a dot, and the rule's own id
 * @param event type of the event it finds, where it finds one
 * @param promise what is promised where the same words look ahead, or where it finds nothing else
 * @param about kind of statement it finds
 * @param needs concepts that must stand near one another; each may have alternatives
 * @param with one of these must stand in the sentence; empty: nothing more is needed
 * @param not none of these may stand in the sentence
 * @param who where the sentence says who comes, goes or is sent, it must be one of these
 * @param unless none of these may stand right behind the first words: they make them a figure of speech
 * @param near most tokens between two needed concepts
 * @param time what time must stand in the sentence
 * @param mood how it must be said
 * @param quoted whether its words must stand in a short quotation
 * @param ordered whether its concepts must stand in the order in which it names them
 * @param binds whether who stands before its words is whom it is promised to ("he has until noon to go"), not who promises
 */
record Rule(
        String id,
        Optional<String> event,
        Optional<String> promise,
        Optional<String> about,
        List<Set<String>> needs,
        Set<String> with,
        Set<String> not,
        Set<String> who,
        Set<String> unless,
        int near,
        Time time,
        Mood mood,
        boolean quoted,
        boolean ordered,
        boolean binds) {
    private static final int NEAR = 5;

    /** What time a sentence must tell. */
    enum Time {
        FREE,
        DAY,
        LENGTH,
        LIMIT,
        SPAN,
        ANY
    }

    /** How a deed must be said. */
    enum Mood {
        FREE,
        DONE,
        PLANNED,
        DENIED,
        /** Anything that is neither denied nor merely asked for. */
        EITHER,
        /** Done or still to come. */
        COMING,
        /** Anything that is not told as done in the past. */
        OPEN
    }

    /** Reads one entry. @throws org.sitrep.language.PackError naming what is wrong */
    static Rule of(Data d, String language) {
        if (d.at("id").absent()) throw d.error("a rule needs an id");
        for (String key : List.of("needs", "why", "yes", "no"))
            if (d.at(key).absent()) throw d.error("rule " + d.at("id").text() + " lacks " + key);
        Optional<String> event = text(d, "event");
        Optional<String> promise = text(d, "promise");
        Optional<String> about = text(d, "statement");
        if (event.isEmpty() && promise.isEmpty() && about.isEmpty())
            throw d.error("a rule finds an event, a promise or a statement");
        Mood mood = d.at("mood").absent()
                ? event.isPresent() ? Mood.DONE : about.isPresent() ? Mood.FREE : Mood.PLANNED
                : choice(d.at("mood"), Mood.class);
        Time time = d.at("time").absent() ? Time.FREE : choice(d.at("time"), Time.class);
        int near = d.at("near").absent() ? NEAR : (int) d.at("near").number();
        List<Set<String>> needs =
                d.at("needs").texts().stream().map(n -> Set.of(n.split("\\|"))).toList();
        return new Rule(
                language + "." + d.at("id").text(),
                event,
                promise,
                about,
                needs,
                new HashSet<>(d.at("with").texts()),
                new HashSet<>(d.at("not").texts()),
                new HashSet<>(d.at("who").texts()),
                new HashSet<>(d.at("unless").texts()),
                near,
                time,
                mood,
                !d.at("quoted").absent(),
                !d.at("ordered").absent(),
                !d.at("binds").absent());
    }

    private static Optional<String> text(Data d, String key) {
        return d.at(key).absent() ? Optional.empty() : Optional.of(d.at(key).text());
    }

    private static <E extends Enum<E>> E choice(Data d, Class<E> type) {
        try {
            return Enum.valueOf(type, d.text().toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw d.error("\"" + d.text() + "\" is none of "
                    + java.util.Arrays.toString(type.getEnumConstants()).toLowerCase(java.util.Locale.ROOT));
        }
    }
}
