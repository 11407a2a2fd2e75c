package org.sitrep.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.changes.Change.What;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

/** Compares two states: figures, promises, steps of operations and other events, each told by what it says and not by where it stood. */
public final class Changes {
    private final List<Situation> before;
    private final List<Situation> after;
    private final Set<String> known = new HashSet<>();
    private final List<Change> out = new ArrayList<>();

    private Changes(List<Situation> before, List<Situation> after) {
        this.before = before;
        this.after = after;
        ids(before, known);
    }

    private static void ids(List<Situation> situations, Set<String> ids) {
        for (Situation s : situations) for (Claim c : s.claims()) ids.add(c.id());
    }

    /** What is different in {@code after}, by crisis, then figures, promises and operations. */
    public static List<Change> between(List<Situation> before, List<Situation> after) {
        Changes changes = new Changes(before, after);
        changes.figures();
        changes.promises();
        changes.operations();
        changes.events();
        changes.origins();
        return changes.out.stream()
                .sorted(Comparator.comparing(Change::crisis)
                        .thenComparing(Change::what)
                        .thenComparing(Change::subject)
                        .thenComparing(c -> c.after().orElse(""))
                        .thenComparing(c -> c.before().orElse("")))
                .toList();
    }

    /** A figure in a history: one amount by one speaker for one day. */
    private record Point(String crisis, Situation.Matter matter, Situation.Point point) {
        String subject() {
            return Stream.of(Optional.of(matter.measure()), Optional.of(matter.who()), matter.place(), matter.scope())
                    .flatMap(Optional::stream)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }

        String key() {
            return String.join(
                    "|",
                    matter.measure(),
                    matter.who(),
                    matter.place().orElse(""),
                    point.status().code(),
                    words());
        }

        String words() {
            String day = point.asOf().map(d -> " as of " + d).orElse("");
            return amount(point.amount())
                    + day
                    + point.speaker().map(s -> ", says " + s).orElse("");
        }
    }

    static String amount(Amount a) {
        Qualifier q = a.qualifier();
        return q == Qualifier.EXACT || q == Qualifier.RANGE || q.vague()
                ? a.key()
                : q.code().replace('_', ' ') + " " + a.key();
    }

    private static Map<String, Point> points(List<Situation> situations) {
        Map<String, Point> out = new LinkedHashMap<>();
        for (Situation s : situations)
            for (Situation.History h : s.histories())
                for (Situation.Point p : h.points()) {
                    Point point = new Point(s.crisis(), h.matter(), p);
                    out.putIfAbsent(point.key(), point);
                }
        return out;
    }

    private void figures() {
        Map<String, Point> old = points(before);
        Map<String, Point> now = points(after);
        Map<String, Point> oldByClaim = new LinkedHashMap<>();
        for (Point p : old.values())
            if (!now.containsKey(p.key())) for (Claim c : p.point().claims()) oldByClaim.put(c.id(), p);
        Set<String> followed = new HashSet<>();
        for (Point p : now.values()) {
            Point same = old.get(p.key());
            if (same != null) carried(same, p);
            else appeared(p, oldByClaim, followed);
        }
        for (Point p : old.values()) {
            if (now.containsKey(p.key()) || followed.contains(p.key())) continue;
            add(
                    What.FIGURE_GONE,
                    p.crisis(),
                    p.subject(),
                    Optional.of(p.words()),
                    Optional.empty(),
                    p.point().claims());
        }
    }

    private void carried(Point was, Point is) {
        List<Claim> fresh = fresh(is.point().claims());
        if (is.point().withdrawn() && !was.point().withdrawn())
            add(What.FIGURE_WITHDRAWN, is, Optional.of(was.words()), withdrawing(is));
        else if (!fresh.isEmpty()) add(What.FIGURE_REPEATED, is, Optional.of(was.words()), fresh);
    }

    /** The claims that take the point's amount back and were not known before. */
    private List<Claim> withdrawing(Point p) {
        List<Claim> out = new ArrayList<>();
        for (Situation s : after)
            for (Situation.History h : s.histories())
                for (Situation.Point other : h.points())
                    if (other.status() != p.point().status()
                            && other.amount().key().equals(p.point().amount().key())) out.addAll(fresh(other.claims()));
        return out.isEmpty() ? List.copyOf(p.point().claims()) : out;
    }

    private void appeared(Point p, Map<String, Point> oldByClaim, Set<String> followed) {
        Optional<Point> was = p.point().claims().stream()
                .map(c -> oldByClaim.get(c.id()))
                .filter(Objects::nonNull)
                .findFirst();
        was.ifPresent(w -> followed.add(w.key()));
        List<Claim> fresh = fresh(p.point().claims());
        add(
                was.isPresent() ? What.FIGURE_CHANGED : What.FIGURE_NEW,
                p,
                was.map(Point::words),
                fresh.isEmpty() ? List.copyOf(p.point().claims()) : fresh);
    }

    private void add(What what, Point p, Optional<String> was, List<Claim> because) {
        add(what, p.crisis(), p.subject(), was, Optional.of(p.words()), because);
    }

    private void add(
            What what,
            String crisis,
            String subject,
            Optional<String> was,
            Optional<String> is,
            List<? extends Claim> because) {
        out.add(new Change(what, crisis, subject, was, is, List.copyOf(because)));
    }

    private List<Claim> fresh(List<? extends Claim> claims) {
        return claims.stream()
                .filter(c -> !known.contains(c.id()))
                .map(c -> (Claim) c)
                .toList();
    }

    private record Promise(String crisis, Situation.CommitmentHistory history) {
        List<Claim.Commitment> claims() {
            return history.versions().stream().flatMap(v -> v.claims().stream()).toList();
        }

        String subject() {
            return history.what() + history.by().map(b -> ", by " + b).orElse("");
        }

        boolean same(Promise other) {
            Set<String> ids = new HashSet<>();
            for (Claim c : claims()) ids.add(c.id());
            return other.claims().stream().anyMatch(c -> ids.contains(c.id()))
                    || other.subject().equals(subject());
        }
    }

    private static List<Promise> promises(List<Situation> situations) {
        return situations.stream()
                .flatMap(s -> s.commitments().stream().map(c -> new Promise(s.crisis(), c)))
                .toList();
    }

    private void promises() {
        List<Promise> old = new ArrayList<>(promises(before));
        for (Promise p : promises(after)) {
            Optional<Promise> was = old.stream().filter(p::same).findFirst();
            was.ifPresent(old::remove);
            if (was.isEmpty())
                add(What.PROMISE_NEW, p.crisis(), p.subject(), Optional.empty(), Optional.of(terms(p)), p.claims());
            else promise(was.get(), p);
        }
        for (Promise p : old)
            add(What.PROMISE_GONE, p.crisis(), p.subject(), Optional.of(terms(p)), Optional.empty(), p.claims());
    }

    private void promise(Promise was, Promise is) {
        List<Claim> fresh = fresh(is.claims());
        if (!terms(was).equals(terms(is)))
            add(
                    What.PROMISE_VERSION,
                    is.crisis(),
                    is.subject(),
                    Optional.of(terms(was)),
                    Optional.of(terms(is)),
                    fresh.isEmpty() ? is.claims() : fresh);
        if (was.history().verdict() == is.history().verdict()) return;
        List<Claim> evidence = fresh(is.history().evidence());
        add(
                What.VERDICT,
                is.crisis(),
                is.subject(),
                Optional.of(was.history().verdict().code()),
                Optional.of(is.history().verdict().code() + ": " + is.history().why()),
                !evidence.isEmpty()
                        ? evidence
                        : !fresh.isEmpty() ? fresh : is.history().evidence());
    }

    private static String terms(Promise p) {
        return p.history().versions().stream()
                .map(v -> v.dueQualifier()
                                .map(q -> q.code().replace('_', ' ') + " ")
                                .orElse("")
                        + v.due()
                                .map(Object::toString)
                                .orElse(
                                        v.durationDays().isPresent()
                                                ? v.durationDays().getAsInt() + " days"
                                                : "no day named"))
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    /** What happened, of one kind, in one place, on one day, by one actor; on how many pages it stands changes nothing. */
    private record Happening(String crisis, String type, String words, List<Claim> claims) {}

    private static Map<String, Happening> happenings(List<Situation> situations) {
        Map<String, Happening> out = new LinkedHashMap<>();
        for (Situation s : situations) {
            Set<String> steps = new HashSet<>();
            for (Situation.Operation o : s.operations())
                for (Situation.Step step : o.steps()) for (Claim c : step.claims()) steps.add(c.id());
            for (Claim c : s.claims())
                if (c instanceof Claim.Event e
                        && e.status() == Status.ASSERTED
                        && e.date().isPresent()
                        && !steps.contains(e.id())) {
                    String words = e.date().get()
                            + e.place().map(p -> ", " + p.label()).orElse("")
                            + e.actor().map(a -> ", " + a).orElse("");
                    out.computeIfAbsent(
                                    e.type() + "|" + words,
                                    k -> new Happening(s.crisis(), e.type(), words, new ArrayList<>()))
                            .claims()
                            .add(e);
                }
        }
        return out;
    }

    /** Events with a day that came or went. */
    private void events() {
        Map<String, Happening> old = happenings(before);
        Map<String, Happening> now = happenings(after);
        now.forEach((key, h) -> {
            if (!old.containsKey(key))
                add(What.EVENT_NEW, h.crisis(), h.type(), Optional.empty(), Optional.of(h.words()), h.claims());
        });
        old.forEach((key, h) -> {
            if (!now.containsKey(key))
                add(What.EVENT_GONE, h.crisis(), h.type(), Optional.of(h.words()), Optional.empty(), h.claims());
        });
    }

    private record Step(String crisis, String operation, Situation.Step step) {
        String words() {
            return step.step() + step.date().map(d -> " on " + d).orElse("") + (step.planned() ? " (planned)" : "");
        }
    }

    private static Map<String, Step> steps(List<Situation> situations) {
        Map<String, Step> out = new LinkedHashMap<>();
        for (Situation s : situations)
            for (Situation.Operation o : s.operations())
                for (Situation.Step step : o.steps()) {
                    Step one = new Step(s.crisis(), o.name(), step);
                    out.putIfAbsent(one.operation() + "|" + one.words(), one);
                }
        return out;
    }

    private void operations() {
        Map<String, Step> old = steps(before);
        Map<String, Step> now = steps(after);
        List<Step> gone = new ArrayList<>();
        old.forEach((key, s) -> {
            if (!now.containsKey(key)) gone.add(s);
        });
        now.forEach((key, s) -> {
            if (!old.containsKey(key)) step(s, gone);
        });
        for (Step s : gone)
            add(
                    What.STEP_GONE,
                    s.crisis(),
                    s.operation(),
                    Optional.of(s.words()),
                    Optional.empty(),
                    s.step().claims());
        Map<String, Situation.Phase> phases = new LinkedHashMap<>();
        for (Situation s : before) for (Situation.Operation o : s.operations()) phases.put(o.name(), o.phase());
        for (Situation s : after)
            for (Situation.Operation o : s.operations())
                phase(s.crisis(), o, Optional.ofNullable(phases.get(o.name())));
    }

    /** A step told by some of the same claims is the same step, dated or planned otherwise. */
    private void step(Step step, List<Step> gone) {
        Set<String> ids = new HashSet<>();
        for (Claim c : step.step().claims()) ids.add(c.id());
        Optional<Step> was = gone.stream()
                .filter(g -> g.step().step().equals(step.step().step())
                        && g.step().claims().stream().anyMatch(c -> ids.contains(c.id())))
                .findFirst();
        was.ifPresent(gone::remove);
        List<Claim> fresh = fresh(step.step().claims());
        add(
                was.isPresent() ? What.STEP_CHANGED : What.STEP_NEW,
                step.crisis(),
                step.operation(),
                was.map(Step::words),
                Optional.of(step.words()),
                fresh.isEmpty() ? step.step().claims() : fresh);
    }

    private void phase(String crisis, Situation.Operation o, Optional<Situation.Phase> was) {
        if (was.isEmpty() || was.get() == o.phase()) return;
        List<Claim> all = o.steps().stream().flatMap(s -> s.claims().stream()).toList();
        List<Claim> fresh = fresh(all);
        add(
                What.PHASE,
                crisis,
                o.name(),
                was.map(Situation.Phase::code),
                Optional.of(o.phase().code()),
                fresh.isEmpty() ? all : fresh);
    }

    /** Statements of claims that were there before and are counted as one now, or as several. */
    private void origins() {
        Map<String, String> old = origins(before);
        for (Situation s : after)
            for (Situation.Origin o : s.origins()) {
                Set<String> were = new HashSet<>();
                for (Claim c : o.claims()) if (known.contains(c.id())) were.add(old.getOrDefault(c.id(), c.id()));
                if (were.size() > 1)
                    add(
                            What.ORIGINS,
                            s.crisis(),
                            o.speaker().orElse("no speaker named"),
                            Optional.of(were.size() + " origins"),
                            Optional.of("one origin"),
                            o.claims().stream()
                                    .filter(c -> known.contains(c.id()))
                                    .toList());
            }
    }

    /** The origin of each claim. */
    private static Map<String, String> origins(List<Situation> situations) {
        Map<String, String> out = new LinkedHashMap<>();
        for (Situation s : situations)
            for (Situation.Origin o : s.origins()) for (Claim c : o.claims()) out.put(c.id(), o.id());
        return out;
    }
}
