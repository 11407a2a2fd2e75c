package org.sitrep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

/** What happened, each thing once however many pages tell it. */
final class Happenings {
    /** Characters within which a second word for the same kind of event tells of the same one. */
    private static final int BREATH = 80;

    private final View view;

    Happenings(View view) {
        this.view = view;
    }

    /** One thing that happened: the claims of every page that tells it. */
    record Happening(String type, Optional<Edtf> when, Optional<String> by, List<Claim.Event> claims) {}

    /** What an operation's steps tell, each step once, then what else happened. */
    List<Happening> all() {
        List<Happening> all = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Situation.Operation operation : view.situation.operations())
            for (Situation.Step step : operation.steps()) {
                List<Claim.Event> events = events(step);
                events.forEach(e -> told.add(e.id()));
                // A task is no moment, and a plan stands among the commitments: both have their own place.
                if (!events.isEmpty() && !step.planned() && !step.step().equals("task"))
                    all.add(new Happening(step.step(), step.date().map(Edtf::of), step.by(), events));
            }
        Map<String, Happening> days = new HashMap<>();
        for (Happening h : all) h.when().ifPresent(d -> days.putIfAbsent(h.type() + "|" + d, h));
        for (Happening other : others(told)) {
            Happening step = other.when()
                    .map(d -> days.putIfAbsent(other.type() + "|" + d, other))
                    .orElse(null);
            if (step == null) all.add(other);
            else step.claims().addAll(other.claims());
        }
        all.removeIf(h -> told(h, List.copyOf(all)));
        return all;
    }

    /** Words that are no kind of event by name say nothing where they tell of one that has a name. */
    private boolean told(Happening other, List<Happening> all) {
        return other.type().equals("other")
                && all.stream()
                        .filter(h -> h != other && !h.type().equals("other"))
                        .flatMap(h -> h.claims().stream())
                        .anyMatch(c -> other.claims().stream()
                                .allMatch(o -> view.quotes.readable(o).equals(view.quotes.readable(c))));
    }

    private static List<Claim.Event> events(Situation.Step step) {
        List<Claim.Event> out = new ArrayList<>();
        for (Claim c : step.claims())
            if (c instanceof Claim.Event e && !e.common().background()) out.add(e);
        return out;
    }

    /** Events that are no step: those of one type, day and actor as one. */
    private List<Happening> others(Set<String> told) {
        Map<String, Group> groups = new LinkedHashMap<>();
        Map<String, List<Told>> passages = new HashMap<>();
        Totals totals = new Totals(view);
        for (Claim claim : view.situation.claims()) {
            if (!(claim instanceof Claim.Event e) || e.denied() || e.common().background() || told.contains(e.id()))
                continue;
            if (totals.bears(e)) continue;
            List<Told> here = passages.computeIfAbsent(
                    e.evidence().page() + "|" + e.evidence().passage(), k -> new ArrayList<>());
            Group group = same(e, here)
                    .orElseGet(() -> groups.computeIfAbsent(key(e), k -> new Group(groups.size(), new ArrayList<>())));
            group.events().add(e);
            here.add(new Told(e, group));
        }
        Map<String, List<List<Claim.Event>>> types = new LinkedHashMap<>();
        for (Group group : groups.values())
            types.computeIfAbsent(group.events().getFirst().type(), k -> new ArrayList<>())
                    .add(group.events());
        List<Happening> out = new ArrayList<>();
        types.forEach((type, found) -> {
            for (List<Claim.Event> group : ONCE.contains(type) ? joined(found) : found)
                out.add(new Happening(type, when(group), group.getFirst().actor(), group));
        });
        return dated(out);
    }

    /** What somebody known by name did, told once with its day and elsewhere without, is one thing where only one such day is told. */
    private List<Happening> dated(List<Happening> all) {
        List<Happening> out = new ArrayList<>(all);
        for (Happening h : all) {
            if (h.when().isPresent() || actor(h.by()).isEmpty() || SINGLE.contains(h.type())) continue;
            List<Happening> days = all.stream()
                    .filter(o -> o.when().isPresent()
                            && o.type().equals(h.type())
                            && actor(o.by()).equals(actor(h.by())))
                    .filter(o -> o.claims().getFirst().status()
                            == h.claims().getFirst().status())
                    .toList();
            if (days.size() != 1) continue;
            days.getFirst().claims().addAll(h.claims());
            out.remove(h);
        }
        return out;
    }

    /** The group of an event told in the same breath: "attended a meeting and met with" is one meeting. */
    private static Optional<Group> same(Claim.Event e, List<Told> passage) {
        if (SINGLE.contains(e.type())) return Optional.empty();
        return passage.stream()
                .filter(t -> t.event().type().equals(e.type())
                        && t.event().date().equals(e.date())
                        && t.event().status() == e.status()
                        && Math.abs(t.event().evidence().span().start()
                                        - e.evidence().span().start())
                                <= BREATH)
                .map(Told::group)
                .min(Comparator.comparingInt(Group::number));
    }

    /** Events that are one, numbered in the order in which the first of each was told. */
    private record Group(int number, List<Claim.Event> events) {}

    private record Told(Claim.Event event, Group group) {}

    /** A day where some page names one; else the month or year that one names. */
    private static Optional<Edtf> when(List<Claim.Event> group) {
        List<Edtf> told = group.stream()
                .flatMap(e -> e.date().stream())
                .filter(d -> d.first().isPresent())
                .toList();
        return told.stream()
                .filter(d -> d.day().isPresent())
                .findFirst()
                .or(() -> told.stream().findFirst());
    }

    /** Mentions without a day join the only day that others name for what a crisis sees once. */
    private static List<List<Claim.Event>> joined(List<List<Claim.Event>> groups) {
        List<Edtf> days =
                groups.stream().flatMap(g -> when(g).stream()).distinct().toList();
        if (days.size() > 1) return groups;
        List<Claim.Event> one = new ArrayList<>();
        groups.forEach(one::addAll);
        boolean firm = one.stream().anyMatch(e -> e.status() == Status.ASSERTED);
        return firm ? List.of(one) : groups;
    }

    /** Deeds of which a crisis sees one, or one at a time. */
    private static final Set<String> ONCE =
            Set.of("state_of_emergency", "order_lethal_force", "ceasefire", "election", "inauguration", "protest");

    /** Of what has neither a day nor an actor nothing tells that two pages mean one thing. */
    private String key(Claim.Event e) {
        return String.join(
                "|",
                e.type(),
                e.date().map(Edtf::text).orElse("?"),
                e.status().code(),
                actor(e.actor()).orElse(e.date().isPresent() ? "" : e.evidence().page()),
                oneOf(e));
    }

    /** Deeds done to one person or office each: two that meet different ones on one page are two. */
    private static final Set<String> SINGLE = Set.of("dismissal", "appointment", "resignation");

    private static String oneOf(Claim.Event e) {
        return SINGLE.contains(e.type())
                ? e.evidence().page() + "|" + e.target().orElse("")
                : "";
    }

    private Optional<String> actor(Optional<String> name) {
        return name.map(view.voices::named).filter(view.voices::actor);
    }
}
