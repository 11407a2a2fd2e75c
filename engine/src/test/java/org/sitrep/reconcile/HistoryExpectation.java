package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;

/** What a scenario's line says of the histories: which points stand where, how they relate, what range they have. */
record HistoryExpectation(List<Situation> situations, String line) {
    /** Checks the line; one that is none of these words says how two points relate. */
    void check() {
        List<String> words = List.of(line.split("\\s+"));
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "together" -> assertThat(matters(rest)).as(line).hasSize(1);
            case "apart" -> assertThat(matters(rest)).as(line).hasSize(rest.size());
            case "nowhere" -> assertThat(matters(rest)).as(line).isEmpty();
            case "withdrawn" ->
                assertThat(points().filter(p -> ids(p.claims()).containsAll(rest)))
                        .as(line)
                        .isNotEmpty()
                        .allMatch(Situation.Point::withdrawn);
            case "said" ->
                assertThat(points().filter(p -> ids(p.claims()).contains(rest.get(0))))
                        .as(line)
                        .extracting(Situation.Point::speaker)
                        .containsExactly(maybe(rest.subList(1, rest.size())));
            case "place" ->
                assertThat(places(rest.get(0))).as(line).containsExactly(maybe(rest.subList(1, rest.size())));
            case "elsewhere" -> assertThat(elsewhere()).as(line).isEqualTo(new TreeSet<>(rest));
            case "scope" ->
                assertThat(history(rest.get(0)).matter().scope())
                        .as(line)
                        .isEqualTo(maybe(rest.subList(1, rest.size())));
            case "histories" -> assertThat(order()).as(line).isEqualTo(rest);
            case "part" ->
                assertThat(figure(rest.get(0)).partOf()).as(line).isEqualTo(maybe(rest.subList(1, rest.size())));
            case "counts" -> assertThat(figure(rest.get(0)).measure()).as(line).isEqualTo(rest.get(1));
            case "checks" -> assertThat(checks()).as(line).isEqualTo(String.join(" ", rest));
            case "range", "latest", "latest-official", "aside" ->
                assertThat(range(words.get(0))).as(line).isEqualTo(new TreeSet<>(rest));
            case "because" ->
                assertThat(reasons(rest.get(0), rest.get(1)))
                        .as(line)
                        .containsExactly(String.join(" ", rest.subList(2, rest.size())));
            default -> relation(words);
        }
    }

    static Set<String> ids(List<? extends Claim> claims) {
        return new TreeSet<>(claims.stream().map(Claim::id).toList());
    }

    /** Words, or nothing for "-". */
    static Optional<String> maybe(List<String> words) {
        return words.equals(List.of("-")) ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private Stream<Situation.History> histories() {
        return situations.stream().map(Situation::histories).flatMap(Collection::stream);
    }

    private Stream<Situation.Point> points() {
        return histories().flatMap(h -> h.points().stream());
    }

    /** "a growth b": exactly that relation between the points of the two claims; "a none b": no relation. */
    private void relation(List<String> words) {
        Set<String> found = new TreeSet<>();
        histories()
                .forEach(h -> h.relations().forEach(r -> {
                    boolean forth = holds(h, r.a(), words.get(0)) && holds(h, r.b(), words.get(2));
                    boolean back = holds(h, r.b(), words.get(0)) && holds(h, r.a(), words.get(2));
                    boolean mutual = r.kind() == Kind.CONTRADICTION
                            || r.kind() == Kind.COMPATIBLE
                            || r.kind() == Kind.DIFFERENT_SCOPE;
                    if (forth || back && mutual) found.add(r.kind().code());
                    else if (back) found.add(r.kind().code() + " (the other way round)");
                }));
        assertThat(found).as(line).isEqualTo(words.get(1).equals("none") ? Set.of() : Set.of(words.get(1)));
    }

    private static boolean holds(Situation.History h, int point, String id) {
        return ids(h.points().get(point).claims()).contains(id);
    }

    private Set<String> matters(List<String> ids) {
        Set<String> out = new TreeSet<>();
        for (Situation s : situations)
            for (int i = 0; i < s.histories().size(); i++)
                for (Situation.Point p : s.histories().get(i).points())
                    for (String id : ids(p.claims())) if (ids.contains(id)) out.add(s.crisis() + i);
        return out;
    }

    private List<Optional<String>> places(String id) {
        return histories()
                .filter(h -> h.points().stream().anyMatch(p -> ids(p.claims()).contains(id)))
                .map(h -> h.matter().place())
                .toList();
    }

    private Set<String> elsewhere() {
        return situations.stream()
                .flatMap(s -> ids(s.elsewhere()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Situation.History history(String id) {
        return histories()
                .filter(h -> h.points().stream().anyMatch(p -> ids(p.claims()).contains(id)))
                .findFirst()
                .orElseThrow();
    }

    /** Measure, group, place and first claim of each history. */
    private List<String> order() {
        return histories()
                .map(h -> h.matter().measure() + "/" + h.matter().who() + "/"
                        + h.matter().place().orElse("") + ":"
                        + h.points().getFirst().claims().getFirst().id())
                .toList();
    }

    private Claim.Figure figure(String id) {
        return situations.stream()
                .flatMap(s -> s.claims().stream())
                .filter(c -> c.id().equals(id))
                .map(Claim.Figure.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<String> reasons(String a, String b) {
        return histories()
                .flatMap(h -> h.relations().stream().filter(r -> holds(h, r.a(), a) && holds(h, r.b(), b)))
                .map(Situation.Relation::why)
                .toList();
    }

    /** Of the first history: the claims of the points that a part of its range names; "-" for none. */
    private Set<String> range(String part) {
        Situation.History h = situations.getFirst().histories().getFirst();
        Situation.Range r = h.range();
        Collection<Integer> points = switch (part) {
            case "aside" -> r.aside();
            case "range" ->
                IntStream.concat(r.lowest().stream(), r.highest().stream())
                        .boxed()
                        .toList();
            default -> {
                Situation.Best rule =
                        Situation.Best.valueOf(part.replace('-', '_').toUpperCase(Locale.ROOT));
                yield Optional.ofNullable(r.best().get(rule)).stream().toList();
            }
        };
        Set<String> out = new TreeSet<>();
        for (int i : points) out.addAll(ids(h.points().get(i).claims()));
        return out.isEmpty() && !part.equals("aside") ? Set.of("-") : out;
    }

    private String checks() {
        return histories()
                .flatMap(h -> h.checks().stream()
                        .map(c -> c.kind().code() + "("
                                + c.points().stream()
                                        .map(i -> String.join(
                                                ",", ids(h.points().get(i).claims())))
                                        .collect(Collectors.joining(" "))
                                + ")"))
                .collect(Collectors.joining(" "));
    }
}
