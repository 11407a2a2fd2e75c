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

    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));
    private static final Pipeline PIPELINE = Pipeline.load(HOME.resolve("languages"));

    /** @param more further pages: their text by key */
    static Situation with(Map<String, String> more) throws IOException {
        List<Claim.Claims> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(HOME.resolve("examples/herat-2023"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList())
                pages.add(page(file.getFileName().toString(), Files.readString(file)));
        }
        more.forEach((key, text) -> pages.add(page(key, text)));
        return of(pages);
    }

    static Situation of(List<Claim.Claims> pages) {
        return PIPELINE.situations(pages, Optional.empty()).getFirst();
    }

    /** Without the names of people who hold no office. */
    static Situation masked(Situation s) {
        return PIPELINE.privateNames(s.articles(), List.of(s)).masked(s);
    }

    static Claim.Claims page(String key, String text) {
        return PIPELINE.claims(new Page(
                key,
                "0".repeat(64),
                Page.Format.TEXT,
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }
}
