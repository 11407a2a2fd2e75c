package org.sitrep.cluster;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Of a stream of page versions those that differ from the one before of the same page, as a ledger takes them. Keeps one version's hash
 * for each page that came within {@link #MEMORY}.
 */
final class Changed extends KeyedProcessFunction<String, Derived, Derived> {
    /** A page that comes again later with the same bytes is told again. */
    static final Duration MEMORY = Duration.ofDays(30);

    @SuppressWarnings("NullAway.Init") // filled by open
    private transient ValueState<String> last;

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<String> state = new ValueStateDescriptor<>("last", Types.STRING);
        state.enableTimeToLive(StateTtlConfig.newBuilder(MEMORY).build());
        last = getRuntimeContext().getState(state);
    }

    @Override
    public void processElement(Derived page, Context context, Collector<Derived> out) throws Exception {
        if (page.version().equals(last.value())) return;
        last.update(page.version());
        out.collect(page);
    }
}
