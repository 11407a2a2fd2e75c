package org.sitrep.cluster;

import java.io.ByteArrayInputStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.sitrep.acquire.Inputs;

/** Pages in a Kafka topic, one JSON line of a page file in each record. Versions of one page belong into one partition: use its key. */
final class KafkaPages implements KafkaRecordDeserializationSchema<Arrival> {
    private static final long serialVersionUID = 1;
    /** A record may hold several pages (lines); so many places are kept for each. */
    private static final int PLACES = 1 << 10;

    /** What the options name, from its beginning; only what was committed by its writers. */
    static KafkaSource<Arrival> of(Options options) {
        Options.Kafka kafka = options.kafka().orElseThrow();
        KafkaSourceBuilder<Arrival> topic = KafkaSource.<Arrival>builder()
                .setBootstrapServers(kafka.servers())
                .setTopics(kafka.topic())
                .setGroupId("sitrep-" + options.run())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperty("isolation.level", "read_committed")
                .setDeserializer(new KafkaPages());
        return (options.untilNow() ? topic.setBounded(OffsetsInitializer.latest()) : topic).build();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrival> out) {
        String stream = record.topic() + "-" + record.partition();
        byte[] value = record.value() == null ? new byte[0] : record.value();
        long[] position = {record.offset() * PLACES};
        new Inputs(acquired -> out.collect(Arrival.of(0, stream, position[0]++, acquired)))
                .read(new ByteArrayInputStream(value), stream + "@" + record.offset(), record.offset() + ".jsonl");
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return TypeInformation.of(Arrival.class);
    }
}
