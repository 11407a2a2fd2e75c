package org.sitrep.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.changes.Change;
import org.sitrep.model.Claim;
import org.sitrep.record.Json;

/** A change with what brought it, as a JSON object. */
public final class ChangeRecord {
    private ChangeRecord() {}

    /** One line. */
    public static String of(Change change, List<Cause> causes) {
        Set<String> pages = new LinkedHashSet<>();
        List<String> claims = new ArrayList<>();
        for (Claim c : change.because()) {
            pages.add(c.evidence().page());
            claims.add(c.id());
        }
        return Json.object(json -> {
            json.put("change", change.what().code()).put("crisis", change.crisis());
            json.put("subject", change.subject()).put("before", change.before()).put("after", change.after());
            json.strings("claims", claims).strings("pages", pages);
            json.objects(
                    "entries",
                    causes,
                    (j, c) -> j.put("entry", c.entry().sequence())
                            .put("at", c.entry().at().toString())
                            .put("what", c.entry().entry().getClass().getSimpleName()));
        });
    }
}
