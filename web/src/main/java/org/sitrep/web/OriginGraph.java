package org.sitrep.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Node;
import org.sitrep.report.View;

/**
 * The way of one statement drawn: who said it, who passed it on, which pages carry it, each kind in a column of its own and each page in
 * a row of its own. Every box opens the sentence that tells of it; how a line is drawn says what it rests on.
 */
final class OriginGraph {
    private static final int WIDE = 122;
    private static final int ROW = 56;
    private static final int BOX = 44;
    private static final int TOP = 30;
    /** Between two columns, and right of the last one, where lines between pages run. */
    private static final int GAP = 40;
    /** About as wide as a letter. */
    private static final double LETTER = 7;

    private final Situation.Origin origin;
    private final View view;
    private final Words words;
    /** The kinds that stand on this way, in the order of the way. */
    private final List<Node.Kind> columns;

    /** By node, the claim that it opens. */
    private final Map<Node, Claim> opens = new LinkedHashMap<>();

    private final Map<Node, Integer> rows = new LinkedHashMap<>();
    private int next;

    OriginGraph(Situation.Origin origin, View view, Words words) {
        this.origin = origin;
        this.view = view;
        this.words = words;
        for (Claim c : origin.claims()) opens.putIfAbsent(page(c.evidence().page(), view), c);
        while (earlierOpen()) {}
        Set<Node> told = new LinkedHashSet<>(opens.keySet());
        origin.chain().forEach(h -> told.remove(h.to()));
        told.stream()
                .sorted(Comparator.comparing(Node::kind).thenComparing(Node::label))
                .forEach(this::place);
        opens.keySet().forEach(this::place); // those on a circle, where two name each other
        columns = rows.keySet().stream().map(Node::kind).distinct().sorted().toList();
    }

    private static Node page(String page, View view) {
        boolean repost = view.article(page).flatMap(Article::repost).isPresent();
        return new Node(repost ? Node.Kind.REPOST : Node.Kind.PAGE, page);
    }

    /** Whoever handed on what opens a claim opens it too; whether any was found. */
    private boolean earlierOpen() {
        int before = opens.size();
        for (Situation.Handed h : origin.chain()) {
            Claim claim = opens.get(h.to());
            if (claim != null) opens.putIfAbsent(h.from(), claim);
        }
        return opens.size() > before;
    }

    /** A page takes the next row, after all that come from the same hand; who stands before it the row of the first. */
    private void place(Node node) {
        if (rows.putIfAbsent(node, next) != null) return;
        int first = next;
        for (Situation.Handed h : origin.chain()) if (h.from().equals(node)) place(h.to());
        if (next == first) next++;
        rows.remove(node);
        int row = first;
        while (taken(node.kind(), row)) row++;
        next = Math.max(next, row + 1);
        rows.put(node, row);
    }

    private boolean taken(Node.Kind kind, int row) {
        return rows.entrySet().stream().anyMatch(e -> e.getKey().kind() == kind && e.getValue() == row);
    }

    /** The graph as an SVG element. @param name what it shows */
    String svg(String name) {
        Svg svg = new Svg("origins", columns.size() * (WIDE + GAP), TOP + next * ROW, name)
                .told(words.text("origins.drawn"));
        for (Node.Kind k : columns) svg.text(left(k), 16, "start", "tick", words.text("origins." + k.code()));
        for (Situation.Handed h : origin.chain()) handed(svg, h);
        for (Situation.Link l : origin.links())
            svg.path(
                    "alike",
                    way(page(l.fromPage(), view), page(l.toPage(), view)),
                    words.labels().reason(l.restsOn()));
        rows.entrySet().stream()
                .sorted(Map.Entry.<Node, Integer>comparingByValue()
                        .thenComparing(e -> e.getKey().kind()))
                .forEach(e -> node(svg, e.getKey()));
        return svg.end();
    }

    /** A credit line names agencies and the outlets that a page quotes; everybody else stands in the text. */
    private void handed(Svg svg, Situation.Handed step) {
        boolean credit = credited(step.from().kind()) || credited(step.to().kind());
        String kind = credit ? "credit" : "named";
        svg.path(kind, way(step.from(), step.to()), words.text("origins.link." + kind));
    }

    private static boolean credited(Node.Kind kind) {
        return kind == Node.Kind.AGENCY || kind == Node.Kind.OUTLET;
    }

    private int left(Node.Kind kind) {
        return columns.indexOf(kind) * (WIDE + GAP) + 1;
    }

    private int middle(Node node) {
        return TOP + rows.getOrDefault(node, 0) * ROW + BOX / 2;
    }

    /** Between two columns the line changes its row, and then runs straight under nothing else; within one it goes round on the right. */
    private String way(Node from, Node to) {
        int x = left(from.kind()) + WIDE;
        int end = left(to.kind());
        int y1 = middle(from);
        int y2 = middle(to);
        if (end < x) {
            int bow = x + Math.min(GAP - 4, 14 + Math.abs(y2 - y1) / 8);
            return String.format(Locale.ROOT, "M%d %dC%d %d %d %d %d %d", x, y1, bow, y1, bow, y2, x, y2);
        }
        int half = x + GAP / 2;
        return String.format(Locale.ROOT, "M%d %dC%d %d %d %d %d %dH%d", x, y1, half, y1, half, y2, x + GAP, y2, end);
    }

    private void node(Svg svg, Node node) {
        Claim claim = opens.get(node);
        if (claim == null) return;
        String label = node.kind() == Node.Kind.SPEAKER
                ? view.speaker(origin.claims().getFirst()).orElseGet(() -> view.label(node))
                : view.label(node);
        int x = left(node.kind());
        int y = middle(node);
        List<String> lines = lines(label, (int) ((WIDE - 14) / LETTER));
        svg.link(Request.to(claim))
                .title(label + words.labels().text("colon") + words.quoted(view.quote(claim)))
                .box("node " + node.kind().code(), x, y - BOX / 2, WIDE, BOX);
        for (int i = 0; i < lines.size(); i++)
            svg.text(x + 8, y + 4.5 + (2 * i - (lines.size() - 1)) * 8, "start", "who", lines.get(i));
        svg.unlink();
    }

    /** A label in at most two lines of so many letters. */
    private static List<String> lines(String label, int most) {
        if (label.length() <= most) return List.of(label);
        int cut = Math.max(label.lastIndexOf(' ', most), label.lastIndexOf('-', most - 1) + 1);
        if (cut < most / 3) cut = most;
        List<String> out = new ArrayList<>();
        out.add(label.substring(0, cut));
        String rest = label.substring(cut).strip();
        out.add(rest.length() <= most ? rest : rest.substring(0, most - 1) + "…");
        return out;
    }
}
