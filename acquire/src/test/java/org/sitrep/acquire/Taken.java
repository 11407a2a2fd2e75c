package org.sitrep.acquire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sitrep.acquire.Acquired.Arrived;
import org.sitrep.acquire.Acquired.Unreadable;
import org.sitrep.model.Page;

/** What one input gave. */
record Taken(List<Page> pages, List<String> faults) {
    static Taken from(Path path) {
        return of(path.toString());
    }

    static Taken of(String argument) {
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>());
        new Inputs(acquired -> {
                    switch (acquired) {
                        case Arrived arrived -> taken.pages.add(arrived.page());
                        case Unreadable fault -> taken.faults.add(fault.toString());
                    }
                })
                .read(argument);
        return taken;
    }
}
