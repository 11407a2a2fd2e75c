package org.sitrep.ledger;

import java.util.ArrayList;
import java.util.List;

/** Checks that tables agree with the chain, and entries with those that they name. */
final class References {
    private record Check(String query, String words) {}

    /** Each query answers with what is wrong; the words follow it. */
    private static final List<Check> CHECKS = List.of(
            new Check(
                    "select 'page ' || l.page from latest l left join entries e on e.sequence = l.sequence and e.page = l.page"
                            + " where e.sequence is null or e.sequence <> (select max(x.sequence) from entries x"
                            + " where x.page = l.page and x.kind = 'PageAdded')",
                    "its latest version is not the last that was added"),
            new Check(
                    "select 'page ' || e.page from entries e where e.kind = 'PageAdded'"
                            + " and e.page not in (select page from latest) and e.page not in (select page from taken_down)"
                            + " group by e.page",
                    "it was added, and neither is it there nor was it taken down"),
            new Check(
                    "select 'page ' || t.page from taken_down t where not exists"
                            + " (select 1 from entries e where e.page = t.page and e.kind = 'PageTakenDown')",
                    "it is away, and no entry says that it was taken down"),
            new Check(
                    "select 'content of entry ' || c.sequence from content c left join entries e on e.sequence = c.sequence"
                            + " where e.sequence is null",
                    "there is no such entry"),
            new Check(
                    "select 'entry ' || e.sequence from entries e where e.kind in ('ClaimJudged', 'ClaimsMatched')"
                            + " and not exists (select 1 from entries x where x.page = e.page and x.kind = 'PageAdded'"
                            + " and x.sequence < e.sequence)",
                    "it judges a page that was not there yet"));

    private References() {}

    static List<String> faults(Database database) {
        List<String> out = new ArrayList<>();
        for (Check check : CHECKS)
            for (String what : database.all(check.query(), r -> r.getString(1))) out.add(what + ": " + check.words());
        return out;
    }
}
