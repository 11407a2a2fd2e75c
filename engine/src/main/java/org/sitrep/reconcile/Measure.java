package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.language.Data;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.model.Code;

/**
 * What is counted and how its counts behave, as one file of {@code languages/measures} says it.
 *
 * @param id open id, the file's name ("killed")
 * @param daily a stock that changes by itself from day to day, unlike one that changes only when somebody decides
 * @param moves whether its people go from one state to another, so that a count in a neighbouring state is of the same matter
 * @param whole the measure that holds these people too ("casualties" for "injured")
 * @param alike sets of groups that pages name freely for one and the same count
 */
public record Measure(
        String id,
        Behaviour behaviour,
        boolean daily,
        boolean moves,
        Optional<String> whole,
        List<List<String>> alike) {

    /** How counts of one matter relate over time. */
    public enum Behaviour implements Code {
        CUMULATIVE,
        STOCK,
        FLOW
    }

    public Measure {
        alike = alike.stream().map(List::copyOf).toList();
    }

    /** A measure that has no file: it is compared as a count to date. */
    static Measure unknown(String id) {
        return new Measure(id, Behaviour.CUMULATIVE, false, true, Optional.empty(), List.of());
    }

    /** Every measure of the packs' {@code measures} folder, by id. @throws org.sitrep.language.PackError naming file and line */
    public static Map<String, Measure> load(Packs packs) {
        Map<String, Measure> out = new TreeMap<>();
        for (var file : Pack.files(packs.folder().resolve("measures"))) {
            String name = file.getFileName().toString();
            Measure measure = read(name.substring(0, name.length() - ".yaml".length()), Data.load(file));
            out.put(measure.id, measure);
        }
        return out;
    }

    private static Measure read(String id, Data file) {
        List<List<String>> alike = new ArrayList<>();
        for (Data set : file.at("alike").items()) alike.add(set.texts());
        Data whole = file.at("whole");
        return new Measure(
                id,
                behaviour(file.at("behaviour")),
                file.at("changes").text("").equals("daily"),
                file.at("moves").flag(),
                whole.absent() ? Optional.empty() : Optional.of(whole.text()),
                alike);
    }

    private static Behaviour behaviour(Data value) {
        for (Behaviour b : Behaviour.values()) if (b.code().equals(value.text(""))) return b;
        throw value.error("behaviour must be cumulative, stock or flow");
    }

    /** The first of the groups that stand for the same count as {@code who}; {@code who} itself where none does. */
    String group(String who) {
        for (List<String> set : alike) if (set.contains(who)) return set.get(0);
        return who;
    }
}
