package org.sitrep.peers;

import java.util.List;
import org.sitrep.Pipeline;
import org.sitrep.model.Page;

/** Sitrep, from the page's text as the others get it. */
record SitrepTimes(Pipeline pipeline) implements Finder {
    @Override
    public String name() {
        return "Sitrep";
    }

    @Override
    public List<Time> times(Page page) {
        return pipeline.times(pipeline.read(page)).stream()
                .map(t -> new Time(t.span().start(), t.span().end(), t.type().name(), t.value()))
                .toList();
    }
}
