package org.sitrep.cluster;

import org.apache.flink.util.Collector;

/**
 * A page in one bucket: under one of the names by which it meets others.
 *
 * @param bucket hash of the name
 * @param day day number by which pages stand in the bucket; the undated before all others
 * @param profile what decides its crisis, as bytes
 */
public record Row(long bucket, long day, byte[] profile) {
    static void of(Derived page, Collector<Row> out) {
        for (long key : page.sheet().keys())
            out.collect(new Row(key, page.sheet().day(), page.sheet().profile()));
    }
}
