package org.sitrep.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.changes.Change.What;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

/** Compares two states: figures, promises, steps of operations and other events, each told by what it says and not by where it stood. */
public final class Changes {
    private final Differences out;

    private Changes(Differences out) {
        this.out = out;
    }

    /** What is different in {@code after}, by crisis, then figures, promises and operations. */
    public static List<Change> between(List<Situation> before, List<Situation> after) {
        Differences out = new Differences(before, after);
        FigureChanges.between(out);
        PromiseChanges.between(out);
        OperationChanges.between(out);
        Changes changes = new Changes(out);
        changes.events();
        changes.origins();
        return out.sorted();
    }

    /** What happened, of one kind, in one place, on one day, by one actor; on how many pages it stands changes nothing. */
    private record Happening(String crisis, String type, String words, List<Claim> claims) {}

    private static Map<String, Happening> happenings(List<Situation> situations) {
        Map<String, Happening> out = new LinkedHashMap<>();
        for (Situation s : situations) {
            Set<String> steps = new HashSet<>();
            for (Situation.Operation o : s.operations())
                for (Situation.Step step : o.steps()) for (Claim c : step.claims()) steps.add(c.id());
            for (Claim c : s.claims())
                if (c instanceof Claim.Event e
                        && e.status() == Status.ASSERTED
                        && e.date().isPresent()
                        && !steps.contains(e.id())) {
                    String words = e.date().get()
                            + e.place().map(p -> ", " + p.label()).orElse("")
                            + e.actor().map(a -> ", " + a).orElse("");
                    out.computeIfAbsent(
                                    e.type() + "|" + words,
                                    k -> new Happening(s.crisis(), e.type(), words, new ArrayList<>()))
                            .claims()
                            .add(e);
                }
        }
        return out;
    }

    /** Events with a day that came or went. */
    private void events() {
        Map<String, Happening> old = happenings(out.before());
        Map<String, Happening> now = happenings(out.after());
        now.forEach((key, h) -> {
            if (!old.containsKey(key))
                out.add(What.EVENT_NEW, h.crisis(), h.type(), Optional.empty(), Optional.of(h.words()), h.claims());
        });
        old.forEach((key, h) -> {
            if (!now.containsKey(key))
                out.add(What.EVENT_GONE, h.crisis(), h.type(), Optional.of(h.words()), Optional.empty(), h.claims());
        });
    }

    /** Statements of claims that were there before and are counted as one now, or as several. */
    private void origins() {
        Map<String, String> old = origins(out.before());
        for (Situation s : out.after())
            for (Situation.Origin o : s.origins()) {
                Set<String> were = new HashSet<>();
                for (Claim c : o.claims()) if (out.known(c)) were.add(old.getOrDefault(c.id(), c.id()));
                if (were.size() > 1)
                    out.add(
                            What.ORIGINS,
                            s.crisis(),
                            o.speaker().orElse("no speaker named"),
                            Optional.of(were.size() + " origins"),
                            Optional.of("one origin"),
                            o.claims().stream().filter(c -> out.known(c)).toList());
            }
    }

    /** The origin of each claim. */
    private static Map<String, String> origins(List<Situation> situations) {
        Map<String, String> out = new LinkedHashMap<>();
        for (Situation s : situations)
            for (Situation.Origin o : s.origins()) for (Claim c : o.claims()) out.put(c.id(), o.id());
        return out;
    }
}
