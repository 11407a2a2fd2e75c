package org.sitrep.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.Pipeline;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;
import org.sitrep.model.Situation;

/** The second example crisis, for tests that export it together with pages that try to do harm. */
final class Example {
    private Example() {}

    /** @param more further pages: their text by key */
    static Situation with(Map<String, String> more) throws IOException {
        Path home = Path.of(System.getProperty("sitrep.home"));
        Pipeline pipeline = Pipeline.load(home.resolve("languages"));
        List<Claim.Claims> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.resolve("examples/herat-2023"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList())
                pages.add(pipeline.claims(page(file.getFileName().toString(), Files.readString(file))));
        }
        more.forEach((key, text) -> pages.add(pipeline.claims(page(key, text))));
        return pipeline.situations(pages, Optional.empty()).getFirst();
    }

    private static Page page(String key, String text) {
        return new Page(
                key,
                "0".repeat(64),
                Page.Format.TEXT,
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
