package org.sitrep.reconcile;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** A crisis's name, made of what its pages share: "Turkey and Syria, February 2023". */
final class Title {
    private Title() {}

    static String of(Crisis crisis, Situation.Scene scene) {
        List<String> places = scene.places();
        String where = places.size() < 2
                ? String.join("", places)
                : String.join(", ", places.subList(0, places.size() - 1)) + " and " + places.getLast();
        String when = when(scene);
        if (crisis.pages().isEmpty()) return "";
        if (where.isEmpty())
            return when.isEmpty()
                    ? crisis.pages()
                            .get(0)
                            .article()
                            .title()
                            .orElse(crisis.pages().get(0).article().page())
                    : when;
        return when.isEmpty() ? where : where + ", " + when;
    }

    static Situation.Scene scene(Crisis crisis) {
        TreeSet<YearMonth> months = months(crisis);
        return months.isEmpty()
                ? new Situation.Scene(where(crisis.scenes()), Optional.empty(), Optional.empty())
                : new Situation.Scene(where(crisis.scenes()), Optional.of(months.first()), Optional.of(months.last()));
    }

    /** The states named as places at least a third as often as the most named one; at most three. @param scenes on how many pages each is a scene */
    static List<String> where(Map<String, Integer> scenes) {
        int most = scenes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return scenes.entrySet().stream()
                .filter(e -> 3 * e.getValue() >= most)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static TreeSet<YearMonth> months(Crisis crisis) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (Claim.Claims p : crisis.pages()) {
            p.article()
                    .published()
                    .flatMap(d -> d.date().first())
                    .map(YearMonth::from)
                    .ifPresent(months::add);
            p.claims().stream()
                    .map(c -> c.common().knownOn())
                    .flatMap(Optional::stream)
                    .map(YearMonth::from)
                    .forEach(months::add);
        }
        return months;
    }

    private static String when(Situation.Scene scene) {
        if (scene.from().isEmpty() || scene.to().isEmpty()) return "";
        String from = name(scene.from().get());
        return scene.from().equals(scene.to())
                ? from
                : from + " to " + name(scene.to().get());
    }

    private static String name(YearMonth m) {
        return m.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + m.getYear();
    }
}
