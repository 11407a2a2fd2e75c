package org.sitrep.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sitrep.desk.Desk;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Recorded;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Claim;
import org.sitrep.record.Binary;
import org.sitrep.relate.Crises;

/**
 * The crises of a ledger of many pages, told apart in the background, the largest first; from then on only those to which an entry
 * came, also after the program was started anew: the list is noted on the ledger's shelf. What a crisis's own page shows never waits
 * for it.
 */
final class Register implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("org.sitrep.web");
    private static final String NOTE = "crises";
    /** After so many crises told the list is noted; what is told or came since the last note is told anew after a start. */
    private static final int MANY = 200;

    private final Room room;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Map<String, String> crisisOf = new ConcurrentHashMap<>();
    private final BlockingQueue<Recorded> came = new LinkedBlockingQueue<>();
    private volatile boolean complete;
    private Optional<Thread> worker = Optional.empty();

    /**
     * The list as it is noted.
     *
     * @param whole whether every crisis of the ledger stands in it
     */
    record Noted(boolean whole, List<Line> lines) {}

    Register(Room room) {
        this.room = room;
    }

    /** Begins, or takes in the entries that came. */
    synchronized void look(List<Recorded> entries) {
        came.addAll(entries);
        if (worker.isPresent()) return;
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("register")
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this::work);
        worker = Optional.of(thread);
        thread.start();
    }

    /** Those told apart so far, most pages first. */
    List<Line> lines() {
        return lines.values().stream().sorted(Line.ORDER).toList();
    }

    boolean complete() {
        return complete;
    }

    private void work() {
        try {
            Snapshot now = room.now();
            Optional<Shelf.Note> noted = room.reading(l -> l.shelf().note(NOTE));
            if (noted.isEmpty() || !recall(noted.get(), now)) all(now);
            complete = true;
            int anew = 0;
            while (!Thread.currentThread().isInterrupted()) {
                Recorded entry = came.take();
                anew += take(entry);
                if (anew < MANY || !came.isEmpty()) continue;
                note(entry.sequence(), true);
                anew = 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            if (!Thread.currentThread().isInterrupted())
                LOG.log(
                        System.Logger.Level.ERROR,
                        "the list of crises ends here; each crisis can still be opened",
                        bug);
        }
    }

    /** Takes up what was noted, and what came since; whether that is the whole list. */
    private boolean recall(Shelf.Note note, Snapshot now) throws InterruptedException {
        Noted noted = Binary.record(note.content(), Noted.class);
        noted.lines().forEach(this::put);
        List<Recorded> since = now.entries(note.entry(), (int) Math.min(Integer.MAX_VALUE, now.sequence()));
        int anew = 0;
        for (Recorded entry : since) anew += take(entry);
        if (anew >= MANY) note(now.sequence(), noted.whole());
        return noted.whole();
    }

    private void all(Snapshot now) throws InterruptedException {
        List<Crises.Found<Shelf.Neighbour>> crises = new ArrayList<>(room.at(now.sequence(), Desk::all));
        crises.sort(Comparator.comparingInt(c -> -c.pages().size()));
        int told = 0;
        for (Crises.Found<Shelf.Neighbour> crisis : crises) {
            if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
            if (crisisOf.containsKey(crisis.pages().getFirst().page())) continue;
            long from = System.nanoTime();
            enter(
                    now,
                    crisis.pages().getFirst().page(),
                    room.at(now.sequence(), d -> d.crisis(crisis)).pages());
            // Whoever looks at a page meanwhile comes first: this takes half of one processor at most.
            TimeUnit.NANOSECONDS.sleep(System.nanoTime() - from);
            if (++told % MANY == 0) note(now.sequence(), false);
        }
        note(now.sequence(), true);
    }

    private void note(long entry, boolean whole) {
        room.note(NOTE, new Shelf.Note(entry, Binary.bytes(new Noted(whole, lines()))));
    }

    /** Tells the crises anew that an entry touches; how many. */
    private int take(Recorded entry) throws InterruptedException {
        Snapshot now = room.now();
        Deque<String> open =
                new ArrayDeque<>(touched(now, entry.entry()).stream().toList());
        Set<String> told = new HashSet<>();
        int crises = 0;
        while (!open.isEmpty()) {
            if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
            String key = open.remove();
            if (!told.add(key)) continue;
            List<Claim.Claims> pages =
                    room.at(now.sequence(), d -> d.crisis(key)).pages();
            for (Claim.Claims p : pages) told.add(p.article().page());
            // What was one crisis may be two by now.
            open.addAll(enter(now, key, pages));
            crises++;
        }
        return crises;
    }

    /** A page of the crisis whose line an entry may change. A title and the number of claims hang on no name and no outlet. */
    private static Optional<String> touched(Snapshot now, Entry entry) {
        return switch (entry) {
            case Entry.PageAdded e -> Optional.of(e.key());
            case Entry.PageTakenDown e -> Optional.of(e.key());
            case Entry.ClaimJudged e -> Optional.of(e.anchor().page());
            case Entry.JudgementUndone e ->
                now.entries(e.undone() - 1, 1).stream()
                        .flatMap(r -> touched(now, r.entry()).stream())
                        .findFirst();
            case Entry.ClaimsMatched e -> Optional.empty();
            case Entry.NamesJoined e -> Optional.empty();
            case Entry.NamesParted e -> Optional.empty();
            case Entry.OutletAssigned e -> Optional.empty();
        };
    }

    /** Puts the line of the crisis of {@code key}, whose pages these are, in the place of those they stood in; the pages of the latter. */
    private Set<String> enter(Snapshot now, String key, List<Claim.Claims> pages) {
        Set<String> keys = new HashSet<>(Set.of(key));
        for (Claim.Claims p : pages) keys.add(p.article().page());
        Set<String> left = new HashSet<>();
        for (String k : keys)
            Optional.ofNullable(crisisOf.remove(k)).map(lines::remove).ifPresent(l -> left.addAll(l.pages()));
        if (!pages.isEmpty()) Line.of(now.crisis(pages)).ifPresent(this::put);
        return left;
    }

    private void put(Line line) {
        lines.put(line.crisis(), line);
        for (String page : line.pages()) crisisOf.put(page, line.crisis());
    }

    @Override
    public synchronized void close() {
        worker.ifPresent(Thread::interrupt);
    }
}
