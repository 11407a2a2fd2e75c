package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The versions of one page when all input has come: each once, in the order in which one machine would have read them. The last one
 * goes on; all of them go aside. Holds the versions of one page at a time.
 */
final class Versions extends KeyedProcessFunction<String, Derived, Derived> {
    /** Every version. */
    static final OutputTag<Derived> ALL = new OutputTag<>("versions", TypeInformation.of(Derived.class));

    @SuppressWarnings("NullAway.Init") // filled by open
    private transient ListState<Derived> versions;

    @Override
    public void open(OpenContext context) {
        versions = getRuntimeContext().getListState(new ListStateDescriptor<>("versions", Derived.class));
    }

    @Override
    public void processElement(Derived version, Context context, Collector<Derived> out) throws Exception {
        versions.add(version);
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Derived> out) throws Exception {
        List<Derived> all = new ArrayList<>();
        versions.get().forEach(all::add);
        all.sort(Derived.ORDER);
        Set<String> seen = new HashSet<>();
        all.removeIf(v -> !seen.add(v.version()));
        all.forEach(v -> context.output(ALL, v));
        out.collect(all.getLast());
        versions.clear();
    }
}
