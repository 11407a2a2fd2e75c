package org.sitrep.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sitrep.Pipeline;
import org.sitrep.model.Article;
import org.sitrep.model.Page;

/** Pages per second of the stages beside {@code claims} ({@link Rate}), warm, one thread; pages of 3 kB of text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SpeedBenchmark {
    private static final int PAGES = 200;

    /** Language of the pages: two in Latin letters of which one has accents, and one in other letters. */
    @Param({"en", "fr", "ru"})
    public String language = "en";

    private final Pipeline pipeline = Pipeline.load(Path.of(System.getProperty("sitrep.home", "."), "languages"));
    private final List<Page> pages = new ArrayList<>();
    private final List<Article> articles = new ArrayList<>();
    private int next;

    /** Makes the pages. */
    @Setup
    public void pages() {
        PageGenerator generator = new PageGenerator(20_260_101);
        for (int i = 0; i < PAGES; i++) {
            Page page = generator.page(i, language);
            pages.add(page);
            articles.add(pipeline.read(page));
        }
    }

    private int turn() {
        next = (next + 1) % PAGES;
        return next;
    }

    /** Text to article. */
    @Benchmark
    public Article read() {
        return pipeline.read(pages.get(turn()));
    }

    /** Article to time expressions. */
    @Benchmark
    public Object times() {
        return pipeline.times(articles.get(turn()));
    }
}
