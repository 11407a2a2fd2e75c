package org.sitrep.cluster;

import java.io.Serializable;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Times by which Flink sorts what comes to one key in a batch; they mean an order only. */
final class Times {
    private Times() {}

    /** A number of a record. */
    interface Order<T> extends ToLongFunction<T>, Serializable {}

    static <T> WatermarkStrategy<T> by(Order<T> order) {
        // The smallest number means "no time" to Flink.
        return WatermarkStrategy.<T>noWatermarks()
                .withTimestampAssigner((record, time) -> Math.max(order.applyAsLong(record), Long.MIN_VALUE + 1));
    }
}
