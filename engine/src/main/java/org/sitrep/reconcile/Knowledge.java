package org.sitrep.reconcile;

import java.util.Map;
import org.sitrep.language.Gazetteer;
import org.sitrep.language.Packs;
import org.sitrep.relate.NameTable;

/** What reconciling knows of the world, from the {@code languages/} folder. */
record Knowledge(Map<String, Measure> measures, NameTable names, Life life, Gazetteer gazetteer) {
    /** @throws org.sitrep.language.PackError naming file and line */
    static Knowledge load(Packs packs, NameTable names) {
        return new Knowledge(Measure.load(packs), names, Life.load(packs), packs.gazetteer());
    }
}
