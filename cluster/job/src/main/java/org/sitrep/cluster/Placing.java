package org.sitrep.cluster;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/** Gives each page the number of its crisis: the smallest page of its component; its own where it hangs together with none. */
final class Placing extends KeyedCoProcessFunction<Node, Derived, Edge, Placing.Placed> {
    /** A page in its crisis. */
    public record Placed(Node crisis, Derived page) {}

    @SuppressWarnings("NullAway.Init") // filled by open
    private transient ValueState<Derived> page;

    @SuppressWarnings("NullAway.Init")
    private transient ValueState<Node> crisis;

    @Override
    public void open(OpenContext context) {
        page = getRuntimeContext().getState(new ValueStateDescriptor<>("page", Derived.class));
        crisis = getRuntimeContext().getState(new ValueStateDescriptor<>("crisis", Node.class));
    }

    @Override
    public void processElement1(Derived value, Context context, Collector<Placed> out) throws Exception {
        page.update(value);
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    /** @param edge from this page to a smaller or a larger one of its crisis */
    @Override
    public void processElement2(Edge edge, Context context, Collector<Placed> out) throws Exception {
        boolean top = edge.other().compareTo(edge.at()) > 0;
        Node now = top ? edge.at() : edge.other();
        Node before = crisis.value();
        if (before != null && !before.equals(now))
            throw new SuppressRestartsException( // every attempt would end the same way
                    new IllegalStateException(
                            "a crisis hangs together over more pages in a row than the rounds of this job reach: run"
                                    + " it again with twice the --rounds"));
        crisis.update(now);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Placed> out) throws Exception {
        Node label = crisis.value();
        out.collect(new Placed(label == null ? context.getCurrentKey() : label, page.value()));
    }
}
