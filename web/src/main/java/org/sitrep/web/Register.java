package org.sitrep.web;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Claim;

/**
 * The crises of a ledger of many pages, told apart in the background, the largest first; from then on only those to which a page
 * came. What a crisis's own page shows never waits for this list.
 */
final class Register implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("org.sitrep.web");

    private final Room room;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Map<String, String> crisisOf = new ConcurrentHashMap<>();
    private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
    private volatile boolean complete;
    private Optional<Thread> worker = Optional.empty();

    Register(Room room) {
        this.room = room;
    }

    /** Begins, or takes in the pages {@code keys} that came. */
    synchronized void look(Set<String> keys) {
        came.addAll(keys);
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
            all();
            complete = true;
            while (!Thread.currentThread().isInterrupted()) {
                String key = came.take();
                Snapshot now = room.now();
                enter(now, room.at(now.sequence(), d -> d.crisis(key)));
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

    private void all() throws InterruptedException {
        Snapshot now = room.now();
        List<List<Shelf.Neighbour>> crises = new ArrayList<>(room.at(now.sequence(), Desk::all));
        crises.sort(Comparator.comparingInt(c -> -c.size()));
        for (List<Shelf.Neighbour> crisis : crises) {
            if (Thread.currentThread().isInterrupted()) return;
            long from = System.nanoTime();
            enter(now, room.at(now.sequence(), d -> d.crisis(crisis)));
            // Whoever looks at a page meanwhile comes first: this takes half of one processor at most.
            TimeUnit.NANOSECONDS.sleep(System.nanoTime() - from);
        }
    }

    private void enter(Snapshot now, List<Claim.Claims> pages) {
        if (pages.isEmpty()) return;
        Set<String> before = new HashSet<>();
        for (Claim.Claims p : pages)
            Optional.ofNullable(crisisOf.get(p.article().page())).ifPresent(before::add);
        before.forEach(lines::remove);
        Line.of(now.crisis(pages)).ifPresent(line -> {
            lines.put(line.crisis(), line);
            for (String page : line.pages()) crisisOf.put(page, line.crisis());
        });
    }

    @Override
    public synchronized void close() {
        worker.ifPresent(Thread::interrupt);
    }
}
