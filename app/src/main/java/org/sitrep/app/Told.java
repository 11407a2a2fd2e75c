package org.sitrep.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.sitrep.desk.Desk;
import org.sitrep.judge.Judged;
import org.sitrep.judge.Judgement;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/**
 * What pages or a ledger tell, crisis by crisis; says which judgements found nothing, once all that was wanted is read.
 *
 * @param pages files and folders, or a ledger
 * @param knownAt of a ledger, only what it knew when this entry was its last
 * @param asOf only pages published on or before this day
 */
record Told(Session session, List<String> pages, OptionalLong knownAt, Optional<LocalDate> asOf) {
    /** Of everything that is known by now. */
    Told(Session session, List<String> pages) {
        this(session, pages, OptionalLong.empty(), Optional.empty());
    }

    /** What is known, and the pages as people judged them, without rejected claims. */
    record State(List<Situation> situations, List<Claim.Claims> pages) {}

    /** One situation for each crisis of {@code reading}. */
    static List<Situation> situations(Session session, Desk.Reading reading, Optional<LocalDate> asOf) {
        return session.relating().situations(reading.crises(), reading.judgements(), asOf).stream()
                .map(s -> reading.cut().contains(s.crisis()) ? s.cut() : s)
                .toList();
    }

    /** Hands on one situation for each crisis, of a large ledger one by one. */
    void situations(Consumer<Situation> sink) {
        states(state -> state.situations().forEach(sink));
    }

    /** One situation for each crisis, all at once. */
    List<Situation> situations() {
        List<Situation> all = new ArrayList<>();
        situations(all::add);
        return all;
    }

    /** Hands on what is known, of a large ledger crisis by crisis. */
    void states(Consumer<State> sink) {
        Unplaced unplaced = new Unplaced();
        session.readings(pages, knownAt, reading -> {
            Judged judged = Judged.of(reading.pages(), reading.judgements());
            unplaced.in(judged);
            sink.accept(new State(situations(session, reading, asOf), judged.pages()));
        });
        tell(unplaced.everywhere());
    }

    /** All that is known; of a large ledger, of which no two crises are held, there must be one only. */
    State only() {
        List<State> found = new ArrayList<>();
        states(state -> {
            if (found.isEmpty()) found.add(state);
            else if (found.getFirst().situations().isEmpty()) found.set(0, state);
            else if (!state.situations().isEmpty())
                throw new Failure(
                        Failure.USAGE,
                        "the pages tell of several crises; choose one with --about, and `sitrep crises "
                                + pages.getFirst() + "` lists them");
        });
        return found.getFirst();
    }

    /** What is known of the crises that {@code words} may mean; of other crises too where there are few pages. */
    State about(String words) {
        Desk.Reading reading = session.read(pages, knownAt, Optional.of(words));
        Judged judged = Judged.of(reading.pages(), reading.judgements());
        tell(judged.unplaced().stream()
                .filter(Judgement.OnClaim.class::isInstance)
                .toList());
        return new State(situations(session, reading, asOf), judged.pages());
    }

    private void tell(List<Judgement> unplaced) {
        for (Judgement j : unplaced)
            session.note("entry " + j.sequence() + ": " + Unplaced.words(j) + "; undo it, or judge anew");
    }
}
