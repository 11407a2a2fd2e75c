package org.sitrep.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sitrep.Pipeline;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.SqliteLedger;

/** A server over a ledger of its own, on any free port. */
final class Site {
    static final Path HOME = Path.of(System.getProperty("sitrep.home"));

    private Site() {}

    /**
     * Serves a ledger made of the pages of {@code inputs}.
     *
     * @param folder where the ledger may lie
     * @param inputs files and folders, as for {@link Inputs#readAll}
     */
    static Server over(Path folder, Path... inputs) {
        List<Ledger.Addition> pages = new ArrayList<>();
        Inputs.readAll(List.of(inputs).stream().map(Path::toString).toList(), acquired -> {
            if (acquired instanceof Acquired.Arrived a) pages.add(new Ledger.Addition(a.page(), a.original()));
        });
        Path ledger = folder.resolve("site.db");
        try (Ledger opened = SqliteLedger.open(ledger, Clock.systemUTC())) {
            opened.add(pages);
        }
        return Server.start(
                ledger.toString(), Pipeline.load(HOME.resolve("languages")), Access.loopback(0), line -> {});
    }
}
