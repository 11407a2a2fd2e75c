package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Situation.Handed;
import org.sitrep.model.Situation.Node;

/** The way of one statement: speaker, who carried it, agency, the outlet that is quoted, page. */
final class Chain {
    private static final Comparator<Node> NODES =
            Comparator.comparing(Node::kind).thenComparing(Node::label);

    private Chain() {}

    /** Every step of the way of the claims of one origin, each once. @param speaker one name for all of them */
    static List<Handed> of(List<Claim> claims, Optional<String> speaker, Crisis crisis) {
        Set<Handed> out =
                new TreeSet<>(Comparator.comparing(Handed::from, NODES).thenComparing(Handed::to, NODES));
        for (Claim c : claims) {
            List<Node> way = way(c, speaker, crisis);
            for (int i = 1; i < way.size(); i++) out.add(new Handed(way.get(i - 1), way.get(i)));
        }
        return List.copyOf(out);
    }

    private static List<Node> way(Claim c, Optional<String> speaker, Crisis crisis) {
        Article article = crisis.article(c.evidence().page());
        List<Node> out = new ArrayList<>();
        speaker.ifPresent(s -> out.add(new Node(Node.Kind.SPEAKER, s)));
        for (String via : c.attribution().via()) add(out, new Node(Node.Kind.CARRIER, via));
        Optional<Passage> passage = article.passages().stream()
                .filter(p -> p.id().equals(c.evidence().passage()))
                .findFirst();
        passage.flatMap(Passage::agency).or(article::agency).ifPresent(a -> add(out, new Node(Node.Kind.AGENCY, a)));
        passage.flatMap(Passage::outlet)
                .filter(o -> !article.outlet().equals(Optional.of(o)))
                .ifPresent(o -> add(out, new Node(Node.Kind.OUTLET, o)));
        boolean repost = article.repost().isPresent();
        out.add(new Node(repost ? Node.Kind.REPOST : Node.Kind.PAGE, article.page()));
        return out;
    }

    /** An agency that the page also names as the carrier is one stop, and so is a speaker that is an agency. */
    private static void add(List<Node> way, Node next) {
        if (way.stream().noneMatch(n -> n.label().equalsIgnoreCase(next.label()))) way.add(next);
    }
}
