package org.sitrep.web;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.acquire.fetch.Network;
import org.sitrep.desk.Program;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.LedgerProblem;

/** Inputs on their way into the ledger, one after another; what became of each is told as it comes. */
final class Addition implements Runnable {
    private static final System.Logger LOG = System.getLogger("org.sitrep.web");

    /** Something to be read: bytes that came with a form, or an address to be asked. */
    sealed interface Input {
        record Bytes(String name, byte[] bytes) implements Input {}

        record Address(String address) implements Input {}
    }

    /** What became of one input, or of a part of it. */
    sealed interface Step {
        record Kept(String page, Ledger.Outcome outcome) implements Step {}

        record Refused(Acquired.Unreadable fault) implements Step {}

        record Unchanged(String address) implements Step {}

        record Asking(String address) implements Step {}
    }

    private final Room room;
    private final Events events;
    private final List<Input> inputs;
    private final boolean allowPrivate;
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);

    Addition(Room room, Events events, List<Input> inputs, boolean allowPrivate) {
        this.room = room;
        this.events = events;
        this.inputs = List.copyOf(inputs);
        this.allowPrivate = allowPrivate;
    }

    /** What became of the inputs so far. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    boolean done() {
        return done.getCount() == 0;
    }

    /** Waits at most so long. @return whether it is done */
    boolean done(long milliseconds) {
        try {
            return done.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void run() {
        try {
            for (Input input : inputs) add(input);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "adding pages", bug);
            refused(room.name(), "an internal error, " + bug.getClass().getSimpleName(), "the terminal says more");
        } finally {
            done.countDown();
        }
    }

    private void add(Input input) {
        List<Acquired> got = new ArrayList<>();
        try {
            switch (input) {
                case Input.Bytes b -> {
                    new Inputs(got::add).read(new ByteArrayInputStream(b.bytes()), b.name());
                    keep(got);
                }
                case Input.Address a -> fetch(a.address(), got);
            }
        } catch (LedgerProblem problem) {
            refused(room.name(), String.valueOf(problem.getMessage()), "add it again");
        }
    }

    private void fetch(String address, List<Acquired> got) {
        steps.add(new Step.Asking(address));
        if (!Network.isAddress(address)) {
            refused(address, "is no address", "write it as https://…");
            return;
        }
        try (Network network = Network.of(room.file(), "Sitrep/" + Program.VERSION, allowPrivate)) {
            network.fetch(address, got::add);
            if (got.isEmpty()) steps.add(new Step.Unchanged(address));
            keep(got);
            network.visits().save(); // only now: what was not kept is to be sent again
        }
    }

    private void refused(String where, String reason, String advice) {
        steps.add(new Step.Refused(new Acquired.Unreadable(where, reason, advice)));
    }

    private void keep(List<Acquired> got) {
        List<Ledger.Addition> pages = new ArrayList<>();
        for (Acquired acquired : got)
            switch (acquired) {
                case Acquired.Arrived a -> pages.add(new Ledger.Addition(a.page(), a.original(), a.record()));
                case Acquired.Unreadable fault -> steps.add(new Step.Refused(fault));
            }
        if (pages.isEmpty()) return;
        List<Ledger.Outcome> outcomes = room.add(pages);
        long sequence = room.now().sequence(); // reads the pages
        for (int i = 0; i < outcomes.size(); i++)
            steps.add(new Step.Kept(pages.get(i).page().key(), outcomes.get(i)));
        events.changed(sequence);
    }
}
