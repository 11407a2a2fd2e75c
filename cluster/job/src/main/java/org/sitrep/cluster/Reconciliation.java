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
import org.sitrep.Pipeline;
import org.sitrep.judge.Judgement;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Binary;
import org.sitrep.record.SituationRecord;

/** Reconciles one crisis after the other, from the claims of its pages. Holds one crisis at a time, and of that a bounded number of pages. */
final class Reconciliation extends KeyedProcessFunction<Node, Placing.Placed, String> {
    /** Crises that are too large, in words, one a line. */
    static final OutputTag<String> FAULTS = new OutputTag<>("faults", Types.STRING);

    private final int most;

    @SuppressWarnings("NullAway.Init") // filled by open
    private transient ListState<Derived> pages;

    @SuppressWarnings("NullAway.Init")
    private transient Pipeline pipeline;

    private transient int held;

    /** @param most pages that a crisis may have */
    Reconciliation(int most) {
        this.most = most;
    }

    @Override
    public void open(OpenContext context) {
        pages = getRuntimeContext().getListState(new ListStateDescriptor<>("pages", Derived.class));
        pipeline = Stages.of(getRuntimeContext());
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
        List<Judgement> none = List.of();
        return pipeline.situations(pipeline.crises(claims), none, Optional.empty());
    }

    private static Optional<String> lines(Situation situation) {
        List<String> lines = SituationRecord.lines(situation);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }
}
