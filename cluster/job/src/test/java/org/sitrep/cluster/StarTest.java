package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** Rounds of stars find the components that one pass over all edges finds. */
class StarTest {
    private static Node node(int i) {
        return Node.of("page-" + i);
    }

    private static List<Edge> contracted(List<Edge> edges, int rounds) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2);
        environment.setRuntimeMode(RuntimeExecutionMode.BATCH);
        var stream = environment.fromCollection(edges, TypeInformation.of(Edge.class));
        List<Edge> out = new ArrayList<>();
        Star.contracted(stream, rounds).executeAndCollect().forEachRemaining(out::add);
        return out;
    }

    /** The smallest node of each node's component. */
    private static Map<Node, Node> labels(List<Edge> edges) {
        Map<Node, Set<Node>> sets = new HashMap<>();
        for (Edge e : edges) {
            Set<Node> one = sets.computeIfAbsent(e.at(), n -> new HashSet<>(Set.of(n)));
            Set<Node> two = sets.computeIfAbsent(e.other(), n -> new HashSet<>(Set.of(n)));
            if (one == two) continue;
            one.addAll(two);
            two.forEach(n -> sets.put(n, one));
        }
        Map<Node, Node> out = new HashMap<>();
        sets.forEach((n, all) -> out.put(n, all.stream().min(Node::compareTo).orElseThrow()));
        return out;
    }

    @Test
    void everyPageStandsBesideTheSmallestOfItsComponent() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i < 3_000; i++)
            edges.add(new Edge(node(i), node(i - 1))); // in a row, each only beside the next
        for (int i = 0; i < 3_000; i++)
            edges.add(new Edge(node(10_000 + random.nextInt(4_000)), node(10_000 + random.nextInt(4_000))));
        for (int i = 1; i < 500; i++) edges.add(new Edge(node(20_000), node(20_000 + i)));
        edges.removeIf(e -> e.at().equals(e.other()));
        Map<Node, Node> expected = labels(edges);
        Map<Node, Node> found = new HashMap<>();
        for (Edge e : contracted(edges, 12)) {
            assertThat(found.put(e.at(), e.other())).as("a second label").isIn(null, e.other());
            assertThat(e.other()).isLessThan(e.at());
        }
        expected.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
        assertThat(found.equals(expected)).as("the same components").isTrue();
    }
}
