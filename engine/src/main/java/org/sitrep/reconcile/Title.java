package org.sitrep.reconcile;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.sitrep.model.Claim;

/** A crisis's name, made of what its pages share: "Turkey and Syria, February 2023". */
final class Title {
    private Title() {}

    static String of(Crisis crisis) {
        String where = where(crisis);
        String when = when(crisis);
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

    /** The states named as places at least a third as often as the most named one; at most three. */
    private static String where(Crisis crisis) {
        Map<String, Integer> scenes = crisis.scenes();
        int most = scenes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> states = scenes.entrySet().stream()
                .filter(e -> 3 * e.getValue() >= most)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        if (states.size() < 2) return String.join("", states);
        return String.join(", ", states.subList(0, states.size() - 1)) + " and " + states.get(states.size() - 1);
    }

    private static String when(Crisis crisis) {
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
        if (months.isEmpty()) return "";
        return months.size() == 1 ? name(months.first()) : name(months.first()) + " to " + name(months.last());
    }

    private static String name(YearMonth m) {
        return m.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + m.getYear();
    }
}
