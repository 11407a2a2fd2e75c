package org.sitrep.web;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sitrep.Pipeline;
import org.sitrep.desk.Desk;
import org.sitrep.desk.Program;
import org.sitrep.judge.Anchor;
import org.sitrep.language.Gazetteer;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.Recorded;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Page;

/**
 * One ledger, open to many readers at once: each gets the state after the newest entry, and a crisis is read when somebody looks
 * at it. Writers wait for one another. Safe for use by several threads.
 */
final class Room implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("org.sitrep.web");

    private final String file;
    private final Pipeline pipeline;
    private final String program;
    private final Clock clock;
    private final Queue<Ledger> idle = new ConcurrentLinkedQueue<>();
    private final Register register = new Register(this);
    /** Held by whoever writes, or reads pages anew. */
    final ReentrantLock turn = new ReentrantLock();

    private final AtomicInteger read = new AtomicInteger();
    private volatile Optional<Spots> spots = Optional.empty();
    private volatile Optional<Snapshot> last = Optional.empty();

    Room(String file, Pipeline pipeline, Clock clock) {
        this.file = file;
        this.pipeline = pipeline;
        this.program = Program.name(pipeline.packs().folder());
        this.clock = clock;
    }

    /** The ledger's file name, as people know it. */
    String name() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** The gazetteer's places, read when the first map is drawn. */
    Spots spots() {
        Spots known =
                spots.orElseGet(() -> new Spots(Gazetteer.load(pipeline.packs().folder())));
        spots = Optional.of(known);
        return known;
    }

    /** The crises of a large ledger. */
    Register register() {
        return register;
    }

    /** Where the ledger lies. */
    String file() {
        return file;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    /** Lends the ledger, to read. */
    <T> T reading(Function<Ledger, T> work) {
        Ledger ledger = Optional.ofNullable(idle.poll()).orElseGet(() -> Ledgers.openToRead(file));
        boolean sound = false;
        try {
            T done = work.apply(ledger);
            sound = true;
            return done;
        } finally {
            if (sound) idle.add(ledger);
            else ledger.close();
        }
    }

    /** Lends a desk over the ledger as it stood after an entry. */
    <T> T at(long knownAt, Function<Desk, T> work) {
        return reading(ledger -> work.apply(new Desk(pipeline, ledger, OptionalLong.of(knownAt))));
    }

    /** The newest state, however long its pages take to be read. */
    Snapshot now() {
        return known().orElseGet(() -> inTurn(this::renewed));
    }

    /** The newest state; nothing while others still read its pages after {@code patience}: a new version of the program reads all anew. */
    Optional<Snapshot> now(Duration patience) {
        Optional<Snapshot> known = known();
        if (known.isPresent()) return known;
        try {
            if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(renewed());
        } finally {
            turn.unlock();
        }
    }

    /** How many page versions were read since this was opened. */
    int read() {
        return read.get();
    }

    private Optional<Snapshot> known() {
        long sequence = reading(Ledger::last);
        return last.filter(s -> s.sequence() == sequence);
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private Snapshot renewed() {
        long sequence = reading(Ledger::last);
        Optional<Snapshot> before = last;
        if (before.isPresent() && before.get().sequence() == sequence) return before.get();
        writing(ledger -> {
            Desk.derive(pipeline, program, ledger.shelf(), new Readers(read));
            return true;
        });
        List<Recorded> entries =
                before.map(b -> reading(l -> l.entries(b.sequence()))).orElse(List.of());
        Set<String> added = new HashSet<>();
        for (Recorded r : entries) if (r.entry() instanceof Entry.PageAdded page) added.add(page.key());
        boolean more = added.size() == entries.size();
        Snapshot next =
                new Snapshot(this, sequence, before.filter(b -> more).flatMap(b -> untouched(b, added, sequence)));
        last = Optional.of(next);
        if (!next.few()) register.look(entries);
        return next;
    }

    /** What of an earlier state holds still, where only pages were added that were not there: all crises that none of them comes near. */
    private Optional<Snapshot.Kept> untouched(Snapshot before, Set<String> added, long sequence) {
        Set<String> touched = new HashSet<>(added);
        for (String key : added) {
            if (at(before.sequence(), d -> d.page(key)).isPresent()) return Optional.empty();
            touched.addAll(at(sequence, d -> d.near(key)));
        }
        return Optional.of(new Snapshot.Kept(before, touched));
    }

    /** Reads pages on all cores; one that the engine stumbles over costs no other. */
    private record Readers(AtomicInteger read) implements Desk.Work {
        @Override
        public <T> void each(List<Page> pages, Function<Page, T> work, Consumer<T> sink) {
            pages.parallelStream().flatMap(page -> attempt(page, work)).toList().forEach(sink);
            read.addAndGet(pages.size());
        }

        private static <T> Stream<T> attempt(Page page, Function<Page, T> work) {
            try {
                return Stream.of(work.apply(page));
            } catch (RuntimeException | StackOverflowError bug) {
                LOG.log(System.Logger.Level.ERROR, "page " + page.key() + " cannot be read; the others are", bug);
                return Stream.empty();
            }
        }
    }

    /** Adds pages; what became of each, in order. */
    List<Ledger.Outcome> add(List<Ledger.Addition> pages) {
        return writing(ledger -> ledger.add(pages));
    }

    /** Puts a note on the ledger's shelf. */
    void note(String name, Shelf.Note note) {
        writing(ledger -> {
            ledger.shelf().note(name, note);
            return true;
        });
    }

    /** Records what a person decided on a claim. */
    Recorded judge(Crisis.Found found, Entry.Decision decision, Optional<String> correction, String by, String note) {
        Anchor anchor = Anchor.of(found.page().article(), found.claim());
        return append(new Entry.ClaimJudged(anchor, decision, correction, by, note));
    }

    /** Appends a judgement. */
    Recorded append(Entry.Judgement judgement) {
        return writing(ledger -> ledger.append(judgement));
    }

    private <T> T writing(Function<Ledger, T> work) {
        return inTurn(() -> {
            try (Ledger ledger = Ledgers.openToWrite(file, clock)) {
                return work.apply(ledger);
            }
        });
    }

    @Override
    public void close() {
        register.close();
        for (Ledger l = idle.poll(); l != null; l = idle.poll()) l.close();
    }
}
