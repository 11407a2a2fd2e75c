package org.sitrep.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sitrep.Pipeline;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.fetch.Network;
import org.sitrep.desk.Desk;
import org.sitrep.desk.Program;
import org.sitrep.judge.Judgement;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;

/** One run of a command: its pages in, its words out, and how many inputs could not be read. */
final class Session {
    private final PrintStream out;
    private final PrintStream err;
    private final PrintStream terminal;
    private final Path home;
    private Optional<Pipeline> pipeline = Optional.empty();
    private Optional<CompletableFuture<Pipeline>> coming = Optional.empty();
    private Optional<Network> network = Optional.empty();
    private Progress progress;
    private String reader = "";
    private int unreadable;
    private int pages;

    /** @param home where {@code languages/} lies */
    Session(PrintStream out, PrintStream err, Path home) {
        this.out = Printable.over(out);
        this.err = Printable.over(err);
        this.terminal = err;
        this.home = home;
        this.progress = new Progress(err, false, 0);
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    Path home() {
        return home;
    }

    /**
     * Begins to load the language packs beside whatever is done before {@link #pipeline} is first asked for.
     *
     * @param arguments among them the pages
     */
    void expect(List<String> arguments) {
        boolean kept = arguments.stream().anyMatch(Desk::sits);
        Path languages = home.resolve("languages");
        coming = Optional.of(
                CompletableFuture.supplyAsync(() -> kept ? Pipeline.relating(languages) : Pipeline.load(languages)));
    }

    /** The stages, with the language packs loaded on the first call. */
    Pipeline pipeline() {
        return relating().prepare();
    }

    /** The same, of which those that read pages may not be made yet. */
    Pipeline relating() {
        if (pipeline.isEmpty())
            pipeline = Optional.of(
                    coming.isPresent() ? joined(coming.get()) : Pipeline.relating(home.resolve("languages")));
        return pipeline.get();
    }

    private static Pipeline joined(CompletableFuture<Pipeline> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException problem) throw problem;
            throw e;
        }
    }

    /** From here on addresses among the arguments are fetched. */
    void open(Network opened) {
        network = Optional.of(opened);
    }

    /** Which program reads, so that nothing derived by another is taken for its own. */
    String reader() {
        if (reader.isEmpty())
            reader = Program.name(
                    home.resolve("languages"),
                    Optional.ofNullable(System.getProperty("sitrep.cache")).map(Path::of));
        return reader;
    }

    /** The exit code of a run that got this far. */
    int code() {
        return unreadable > 0 || pages == 0 ? Failure.SOME_UNREADABLE : Failure.DONE;
    }

    /** Works on every page of {@code arguments}, on all cores, and hands the results on in the order of the pages. */
    <T> void each(List<String> arguments, Function<Page, T> work, Consumer<T> sink) {
        each(arguments, OptionalLong.empty(), arrived -> work.apply(arrived.page()), sink);
    }

    /** As {@link #each}, with what arrived handed on beside its result. */
    <T> void arrivals(List<String> arguments, Function<Page, T> work, BiConsumer<Acquired.Arrived, T> sink) {
        each(
                arguments,
                OptionalLong.empty(),
                arrived -> Map.entry(arrived, work.apply(arrived.page())),
                both -> sink.accept(both.getKey(), both.getValue()));
    }

    private <T> List<Judgement> each(
            List<String> arguments, OptionalLong knownAt, Function<Acquired.Arrived, T> work, Consumer<T> sink) {
        pipeline(); // a broken language pack stops the run before any page is read
        List<Judgement> judgements;
        try (InOrder<Result<T>> workers = new InOrder<>(result -> {
            result.value.ifPresent(sink);
            result.fault.ifPresent(this::unreadable);
        })) {
            judgements = supply(
                    arguments,
                    knownAt,
                    arrived -> workers.submit(arrived.page().content().length(), () -> attempt(arrived, work)),
                    fault -> workers.submit(0, () -> new Result<>(Optional.empty(), Optional.of(fault))));
            workers.finish();
        }
        end();
        return judgements;
    }

    /** Hands on every page of {@code arguments} unread, in order. */
    void pages(List<String> arguments, Consumer<Acquired.Arrived> sink) {
        supply(arguments, OptionalLong.empty(), sink, this::unreadable);
        end();
    }

    private List<Judgement> supply(
            List<String> arguments,
            OptionalLong knownAt,
            Consumer<Acquired.Arrived> sink,
            Consumer<Acquired.Unreadable> faults) {
        progress = new Progress(terminal, Boolean.getBoolean("sitrep.terminal"), Supply.size(arguments));
        return Supply.read(arguments, network, knownAt, acquired -> take(acquired, sink, faults));
    }

    /** Hands on every page that {@code source} gives, and tells its faults. */
    void take(Consumer<Consumer<Acquired>> source, Consumer<Acquired.Arrived> sink) {
        source.accept(acquired -> take(acquired, sink, this::unreadable));
    }

    private void take(Acquired acquired, Consumer<Acquired.Arrived> sink, Consumer<Acquired.Unreadable> faults) {
        switch (acquired) {
            case Acquired.Arrived arrived -> {
                Page page = arrived.page();
                pages++;
                page.damage().ifPresent(d -> say("note: " + page.key() + ": " + d));
                sink.accept(arrived);
                progress.page(page.content().length());
            }
            case Acquired.Unreadable fault -> faults.accept(fault);
        }
    }

    /** Whether anything could not be read. */
    boolean faulty() {
        return unreadable > 0;
    }

    private void end() {
        progress.clear();
        if (pages == 0) say("no page could be read");
    }

    private record Result<T>(Optional<T> value, Optional<Acquired.Unreadable> fault) {}

    /** A page that the engine stumbles over is our fault, but must not cost the user the others. */
    private static <T> Result<T> attempt(Acquired.Arrived arrived, Function<Acquired.Arrived, T> work) {
        try {
            return new Result<>(Optional.of(work.apply(arrived)), Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            if (Boolean.getBoolean("sitrep.debug")) e.printStackTrace();
            String reason = "an internal error, " + e + place(e);
            String advice = "the other pages are read; please report it with this page";
            return new Result<>(
                    Optional.empty(),
                    Optional.of(new Acquired.Unreadable(arrived.page().key(), reason, advice)));
        }
    }

    private static String place(Throwable e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }

    private void unreadable(Acquired.Unreadable fault) {
        unreadable++;
        say(fault.toString());
    }

    /** Tells the user something that is no fault. */
    void note(String words) {
        say("note: " + words);
    }

    private void say(String words) {
        progress.clear();
        err.println("sitrep: " + words);
    }

    /** Every page's claims, and what people judged. */
    Desk.Reading read(List<String> arguments, OptionalLong knownAt) {
        return read(arguments, knownAt, Optional.empty());
    }

    /** As {@link #read(List, OptionalLong)}; of a large ledger only the pages of the crises that {@code about} may mean. */
    Desk.Reading read(List<String> arguments, OptionalLong knownAt, Optional<String> about) {
        if (arguments.size() == 1 && Desk.sits(arguments.getFirst())) {
            return read(arguments.getFirst(), knownAt, about);
        }
        // An archive may hold several versions of a page; the last one counts, where the first one stood.
        Map<String, Claim.Claims> latest = new LinkedHashMap<>();
        List<Judgement> judgements = each(
                arguments,
                knownAt,
                a -> pipeline().claims(a.page()),
                c -> latest.put(c.article().page(), c));
        List<Claim.Claims> all = List.copyOf(latest.values());
        List<List<Claim.Claims>> crises = pipeline().crises(all);
        return new Desk.Reading(Pipeline.inOrder(all, crises), crises, judgements);
    }

    /** As {@link #read(List, OptionalLong)}; of a large ledger crisis by crisis, so that no more than one is held. */
    void readings(List<String> arguments, OptionalLong knownAt, Consumer<Desk.Reading> sink) {
        if (arguments.size() != 1 || !Desk.sits(arguments.getFirst())) {
            sink.accept(read(arguments, knownAt));
            return;
        }
        int[] count = {0};
        try (Desk desk = desk(arguments.getFirst(), knownAt)) {
            desk.each(reading -> {
                count[0] += reading.pages().size();
                sink.accept(reading);
            });
        }
        held(count[0]);
    }

    private Desk.Reading read(String ledger, OptionalLong knownAt, Optional<String> about) {
        try (Desk desk = desk(ledger, knownAt)) {
            Desk.Reading reading = desk.read(about);
            if (reading.crises().isEmpty() && about.isPresent() && !desk.few())
                throw new Failure(
                        Failure.USAGE,
                        ledger + ": no headline and no name holds \u201c" + about.get() + "\u201d; `sitrep crises "
                                + ledger + "` lists what there is");
            held(reading.pages().size());
            return reading;
        }
    }

    /** A desk over a ledger, from whose pages everything is derived by then. */
    Desk desk(String ledger, OptionalLong knownAt) {
        Ledger open = Ledgers.openToWrite(ledger, Clock.systemUTC());
        derive(open.shelf());
        return new Desk(relating(), open, knownAt);
    }

    /** Derives what a ledger lacks. */
    void derive(Shelf shelf) {
        Desk.derive(relating(), reader(), shelf, this::work);
    }

    /** Works on pages on all cores, and hands on what comes of each, in order. */
    <T> void work(List<Page> some, Function<Page, T> work, Consumer<T> sink) {
        try (InOrder<Result<T>> workers = new InOrder<>(result -> {
            result.value.ifPresent(sink);
            result.fault.ifPresent(this::unreadable);
        })) {
            for (Page page : some) {
                Acquired.Arrived arrived = new Acquired.Arrived(page, Optional.empty());
                workers.submit(page.content().length(), () -> attempt(arrived, a -> work.apply(a.page())));
            }
            workers.finish();
        }
    }

    /** So many pages were at hand. */
    void held(int count) {
        pages += count;
        if (pages == 0) say("no page could be read");
    }
}
