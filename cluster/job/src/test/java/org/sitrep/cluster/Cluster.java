package org.sitrep.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A cluster within this process: one JobManager and two TaskManagers of one slot each. */
final class Cluster implements AutoCloseable {
    private final MiniCluster cluster;

    Cluster() throws Exception {
        cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(2)
                .setNumSlotsPerTaskManager(1)
                .setConfiguration(configuration())
                .withRandomPorts()
                .build());
        cluster.start();
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(8));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        return configuration;
    }

    /** A job under way. */
    interface Running {
        /** Waits for its end. @throws Exception where it failed */
        void end() throws Exception;

        boolean under();
    }

    void run(String... words) throws Exception {
        start(words).end();
    }

    Running start(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("--languages", OneMachine.LANGUAGES.toString()));
        all.addAll(List.of(words));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(2);
        Job.build(environment, Options.parse(all.toArray(String[]::new)));
        JobGraph graph = environment.getStreamGraph().getJobGraph();
        cluster.submitJob(graph).get();
        var result = cluster.requestJobResult(graph.getJobID());
        return new Running() {
            @Override
            public void end() throws Exception {
                result.get().toJobExecutionResult(Cluster.class.getClassLoader());
            }

            @Override
            public boolean under() {
                return !result.isDone();
            }
        };
    }

    /** Ends a TaskManager without a word, and starts another. */
    void replaceTaskManager() throws Exception {
        cluster.terminateTaskManager(0).get();
        cluster.startTaskManager();
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
