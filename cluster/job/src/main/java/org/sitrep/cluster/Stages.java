package org.sitrep.cluster;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.sitrep.Pipeline;

/** The stages, loaded once for all tasks of a process: the packs take more room than anything else a task holds. */
final class Stages {
    /** Under this name the language packs travel with the job. */
    static final String LANGUAGES = "languages";

    private static Optional<Loaded> loaded = Optional.empty();

    private record Loaded(Path folder, Pipeline pipeline) {}

    private Stages() {}

    /** The stages over the packs that came with the job. */
    static Pipeline of(RuntimeContext context) {
        return of(context.getDistributedCache().getFile(LANGUAGES).toPath());
    }

    private static synchronized Pipeline of(Path folder) {
        if (loaded.isEmpty() || !loaded.get().folder().equals(folder))
            loaded = Optional.of(new Loaded(folder, Pipeline.load(folder)));
        return loaded.get().pipeline();
    }
}
