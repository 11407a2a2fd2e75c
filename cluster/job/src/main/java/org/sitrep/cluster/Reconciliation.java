package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.sitrep.Pipeline;
import org.sitrep.judge.Judgement;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Binary;
import org.sitrep.record.SituationRecord;

/** Reconciles one crisis after the other, from the claims of its pages. Holds one crisis at a time, and of that a bounded number of pages. */
final class Reconciliation extends KeyedProcessFunction<Node, Placing.Placed, String> {
    /** Crises that are too large, in words, one a line. */
    static final OutputTag<String> FAULTS = new OutputTag<>("faults", Types.STRING);

    private final int most;
    private final @Nullable String ledger;

    @SuppressWarnings("NullAway.Init") // filled by open
    private transient ListState<Derived> pages;

    @SuppressWarnings("NullAway.Init")
    private transient Pipeline pipeline;

    @SuppressWarnings("NullAway.Init")
    private transient List<Judgement> judgements;

    private transient int held;

    /**
     * @param most pages that a crisis may have
     * @param ledger where people's judgements stand, if anywhere
     */
    Reconciliation(int most, Optional<String> ledger) {
        this.most = most;
        this.ledger = ledger.orElse(null); // an Optional does not travel
    }

    @Override
    public void open(OpenContext context) {
        pages = getRuntimeContext().getListState(new ListStateDescriptor<>("pages", Derived.class));
        pipeline = Stages.of(getRuntimeContext());
        judgements = ledger == null ? List.of() : judgements(ledger);
    }

    private static List<Judgement> judgements(String address) {
        try (Ledger open = Ledgers.openToRead(address)) {
            return open.judgements(Long.MAX_VALUE - 1);
        }
    }

    @Override
    public void processElement(Placing.Placed placed, Context context, Collector<String> out) throws Exception {
        if (held == 0) context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        if (held < most) pages.add(placed.page());
        held++;
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<String> out) throws Exception {
        List<Derived> all = new ArrayList<>();
        pages.get().forEach(all::add);
        all.sort(Comparator.comparing(Derived::page));
        if (held > most)
            context.output(
                    FAULTS,
                    "the crisis of " + all.getFirst().page() + " and others: has " + held
                            + " pages, more than one task may hold (" + most
                            + "); ask the ledger for a part of it, or raise --most-pages");
        else situations(all).forEach(s -> lines(s).ifPresent(out::collect));
        pages.clear();
        held = 0;
    }

    private List<Situation> situations(List<Derived> members) {
        List<Claim.Claims> claims = members.stream()
                .map(d -> Binary.record(d.sheet().claims(), Claim.Claims.class))
                .toList();
        return pipeline.situations(pipeline.crises(claims), judgements, Optional.empty());
    }

    private static Optional<String> lines(Situation situation) {
        List<String> lines = SituationRecord.lines(situation);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }
}
