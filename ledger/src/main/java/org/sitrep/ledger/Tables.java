package org.sitrep.ledger;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which tables a ledger of some version has, as the steps that made them say. */
final class Tables {
    private static final Pattern CREATED = Pattern.compile("^\\s*create table (\\w+)");

    private Tables() {}

    /**
     * A ledger that does not hold what its version says is not touched: a step forward would bury what is wrong with it.
     *
     * @throws LedgerProblem that names the tables that are missing
     */
    static void check(List<List<String>> steps, int version, Set<String> present, String where) {
        Set<String> missing = new TreeSet<>();
        for (List<String> step : steps.subList(0, version))
            for (String statement : step) {
                Matcher created = CREATED.matcher(statement);
                if (created.find() && !present.contains(created.group(1))) missing.add(created.group(1));
            }
        if (!missing.isEmpty())
            throw new LedgerProblem(
                    where,
                    "is of an older form (version " + version + ") and lacks the tables " + String.join(", ", missing),
                    "restore it from a backup; it is unchanged");
    }
}
