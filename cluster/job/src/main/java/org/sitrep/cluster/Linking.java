package org.sitrep.cluster;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.sitrep.record.Binary;
import org.sitrep.relate.Profile;

/** Links the pages of one bucket after the other: rows come bucket by bucket and in each by day, as Flink sorts a keyed batch. */
final class Linking extends KeyedProcessFunction<Long, Row, Edge> {
    private transient @Nullable Bucket bucket;

    @Override
    public void processElement(Row row, Context context, Collector<Edge> out) {
        if (bucket == null || bucket.key() != context.getCurrentKey()) {
            bucket = new Bucket(context.getCurrentKey());
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }
        bucket.add(row.day(), Binary.record(row.profile(), Profile.class), out::collect);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Edge> out) {
        if (bucket != null) bucket.close(out::collect);
        bucket = null;
    }
}
