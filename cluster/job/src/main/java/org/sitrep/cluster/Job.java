package org.sitrep.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.sitrep.desk.Program;
import org.sitrep.ledger.LedgerProblem;
import org.sitrep.model.Claim;
import org.sitrep.record.Binary;
import org.sitrep.record.ClaimRecord;

/** The pipeline as a job on Apache Flink. */
public final class Job {
    private Job() {}

    /** Submits the job and waits for its end. Exit code 2: it is not clear what is wanted. */
    public static void main(String[] arguments) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        Options options;
        try {
            options = Options.parse(arguments);
            build(environment, options);
        } catch (IllegalArgumentException | LedgerProblem e) {
            System.err.println("sitrep-cluster: " + e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        environment.execute("sitrep " + options.run());
    }

    /** Lays the stages out over a cluster. */
    static void build(StreamExecutionEnvironment environment, Options options) {
        configure(environment, options);
        if (options.kept().isPresent())
            situations(
                    LedgerPages.of(environment, options.kept().get(), Program.name(options.languages())),
                    options.situations().orElseThrow(),
                    options);
        else pages(environment, options);
    }

    private static void pages(StreamExecutionEnvironment environment, Options options) {
        SingleOutputStreamOperator<Read> read = arrivals(environment, options)
                .process(new Extraction())
                .returns(Read.class)
                .uid("extraction")
                .name("read and extract");
        options.faults()
                .ifPresent(f -> read.getSideOutput(Extraction.FAULTS)
                        .sinkTo(files(f))
                        .uid("faults")
                        .name("faults"));
        options.ledger().ifPresent(l -> {
            LedgerSink sink = new LedgerSink(l, options.run(), Program.name(options.languages()));
            sink.prepare();
            read.sinkTo(sink).uid("ledger").name("ledger");
        });
        if (options.claims().isEmpty() && options.situations().isEmpty()) return;
        DataStream<Derived> derived = read.map(Read::derived).returns(Derived.class);
        if (options.batch()) batch(derived, options);
        else
            claims(
                    derived.keyBy(Derived::page, Types.STRING)
                            .process(new Changed())
                            .uid("changed"),
                    options.claims());
    }

    private static void configure(StreamExecutionEnvironment environment, Options options) {
        environment.getConfig().enableObjectReuse(); // records are immutable
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        if (!options.batch())
            configuration.set(
                    CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(options.checkpointSeconds()));
        environment.configure(configuration);
        environment.setRuntimeMode(options.batch() ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING);
        environment.registerCachedFile(options.languages().toAbsolutePath().toString(), Stages.LANGUAGES);
    }

    private static DataStream<Arrival> arrivals(StreamExecutionEnvironment environment, Options options) {
        TypeInformation<Arrival> type = TypeInformation.of(Arrival.class);
        if (options.kafka().isPresent())
            return environment
                    .fromSource(KafkaPages.of(options), WatermarkStrategy.noWatermarks(), "topic", type)
                    .uid("topic");
        List<Path> paths =
                options.pages().stream().map(Path::new).map(Job::whole).toList();
        FileSource<Arrival> files = FileSource.forBulkFileFormat(new PageFormat(paths), paths.toArray(Path[]::new))
                .setFileEnumerator(Listing::new)
                .build();
        return environment
                .fromSource(files, WatermarkStrategy.noWatermarks(), "files", type)
                .uid("files");
    }

    /** With its file system, and from the root. */
    private static Path whole(Path path) {
        return path.toUri().getScheme() == null
                ? new Path(
                        "file",
                        null,
                        java.nio.file.Path.of(path.toString())
                                .toAbsolutePath()
                                .normalize()
                                .toString())
                : path;
    }

    private static void batch(DataStream<Derived> derived, Options options) {
        SingleOutputStreamOperator<Derived> latest = derived.keyBy(Derived::page, Types.STRING)
                .process(new Versions())
                .returns(Derived.class)
                .name("versions of a page");
        claims(latest.getSideOutput(Versions.ALL), options.claims());
        options.situations().ifPresent(to -> situations(latest, to, options));
    }

    private static void situations(DataStream<Derived> latest, String to, Options options) {
        DataStream<Edge> links = latest.flatMap(Row::of)
                .returns(Row.class)
                .assignTimestampsAndWatermarks(Times.by(Row::day))
                .keyBy(Row::bucket, Types.LONG)
                .process(new Linking())
                .returns(Edge.class)
                .name("link pages of a bucket");
        DataStream<Edge> stars = Star.contracted(links, options.rounds());
        TypeInformation<Node> node = TypeInformation.of(Node.class);
        SingleOutputStreamOperator<String> lines = latest.keyBy(d -> Node.of(d.page()), node)
                .connect(Star.bothWays(stars).keyBy(Edge::at, node))
                .process(new Placing())
                .returns(Placing.Placed.class)
                .name("crisis of a page")
                .keyBy(Placing.Placed::crisis, node)
                .process(new Reconciliation(options.mostPages(), options.kept()))
                .returns(Types.STRING)
                .name("reconcile a crisis");
        lines.sinkTo(files(to)).name("situations");
        Optional<String> faults = options.faults();
        faults.ifPresent(
                f -> lines.getSideOutput(Reconciliation.FAULTS).sinkTo(files(f)).name("crises too large"));
    }

    private static void claims(DataStream<Derived> derived, Optional<String> folder) {
        folder.ifPresent(to -> derived.flatMap(Job::lines)
                .returns(Types.STRING)
                .name("claims as records")
                .sinkTo(files(to))
                .uid("claims")
                .name("claims"));
    }

    private static void lines(Derived page, org.apache.flink.util.Collector<String> out) {
        List<String> lines = ClaimRecord.lines(Binary.record(page.sheet().claims(), Claim.Claims.class));
        if (!lines.isEmpty()) out.collect(String.join("\n", lines));
    }

    /** Files of lines, complete once their names do not begin with a dot: at each checkpoint, or at the end. */
    private static FileSink<String> files(String folder) {
        return FileSink.forRowFormat(whole(new Path(folder)), new SimpleStringEncoder<String>("UTF-8"))
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .build();
    }
}
