package org.sitrep.cluster;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * One half of a round of "connected components in MapReduce and beyond" (Kiveris and others, 2014): every node hands its neighbours on to
 * the smallest of them. Neighbours come in rising order, as Flink sorts a keyed batch by time and each edge's time is its neighbour, so
 * that a node may have any number of them and none is held.
 */
final class Star extends KeyedProcessFunction<Node, Edge, Edge> {
    /** Whether only neighbours that are larger than the node move, else only smaller ones with the node itself. */
    private final boolean large;

    private transient @Nullable Node at;
    private transient @Nullable Node smallest;
    private transient @Nullable Node last;

    private Star(boolean large) {
        this.large = large;
    }

    /** The same components, after {@code rounds} rounds: each page beside the smallest of its component, where so many are enough. */
    static DataStream<Edge> contracted(DataStream<Edge> edges, int rounds) {
        DataStream<Edge> now = edges;
        for (int i = 0; i < rounds; i++) {
            now = sorted(bothWays(now)).process(new Star(true)).name("large star " + i);
            DataStream<Edge> down = now.map(
                            e -> e.at().compareTo(e.other()) > 0 ? e : e.turned()) // at the larger of the two
                    .returns(Edge.class);
            now = sorted(down).process(new Star(false)).name("small star " + i);
        }
        return now;
    }

    /** Each edge at both of its pages. */
    static DataStream<Edge> bothWays(DataStream<Edge> edges) {
        return edges.flatMap((Edge edge, Collector<Edge> out) -> {
                    out.collect(edge);
                    out.collect(edge.turned());
                })
                .returns(Edge.class);
    }

    /** By node, the neighbours of each in rising order. */
    static KeyedStream<Edge, Node> sorted(DataStream<Edge> edges) {
        return edges.assignTimestampsAndWatermarks(Times.by(e -> e.other().high()))
                .keyBy(Edge::at, TypeInformation.of(Node.class));
    }

    @Override
    public void processElement(Edge edge, Context context, Collector<Edge> out) {
        Node node = edge.at();
        if (!node.equals(at)) {
            at = node;
            last = null;
            smallest = edge.other().compareTo(node) < 0 ? edge.other() : node;
            if (!large) out.collect(new Edge(node, smallest));
        }
        Node other = edge.other();
        if (other.equals(last)) return;
        last = other;
        boolean moves = large ? other.compareTo(node) > 0 : !other.equals(smallest);
        if (moves && smallest != null) out.collect(new Edge(other, smallest));
    }
}
