package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** The parts of a report that speak of what happened: the overview and the timeline. */
final class EventParts {
    /** Characters within which a second word for the same kind of event tells of the same one. */
    private static final int BREATH = 80;

    private final View view;
    private final Labels labels;

    EventParts(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    /** One thing that happened: the claims of every page that tells it. */
    private record Happening(String type, Optional<Edtf> when, Optional<String> by, List<Claim.Event> claims) {}

    /** The claim whose words are shown: of those that name the day, where some do. */
    private Claim.Event lead(Happening happening) {
        List<Claim.Event> dated = happening.claims().stream()
                .filter(e -> happening.when().isPresent() && e.date().equals(happening.when()))
                .toList();
        return view.quotes.best(dated.isEmpty() ? happening.claims() : dated);
    }

    /** What an operation's steps tell, each step once, then what else happened. */
    private List<Happening> happenings() {
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
        for (Claim claim : view.situation.claims()) {
            if (!(claim instanceof Claim.Event e) || e.common().background() || told.contains(e.id())) continue;
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
    private static final Set<String> ONCE = Set.of(
            "state_of_emergency", "ceremony", "order_lethal_force", "ceasefire", "election", "inauguration", "protest");

    private String key(Claim.Event e) {
        return String.join(
                "|",
                e.type(),
                e.date().map(Edtf::text).orElse("?"),
                e.status().code(),
                actor(e.actor()).orElse(""),
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

    private Line line(Happening happening) {
        return line(happening, lead(happening));
    }

    private Line line(Happening happening, Claim.Event first) {
        return head(happening, first)
                .and(new Inline.Text(labels.text("colon")))
                .and(view.quotes.quoted(first), new Inline.Cite(first, happening.claims()))
                .and(view.voices.voice(first));
    }

    /** "**Clash**, Harbour Town *planned*". */
    private Line head(Happening happening, Claim.Event first) {
        Line line = Line.of(new Inline.Strong(Plain.capital(labels.id("event", happening.type()))));
        Optional<String> place = first.place().map(Place::label).filter(p -> !view.scene(p));
        // Where nobody is named who did it, to whom it was done.
        Optional<String> who = actor(happening.by())
                .or(() -> actor(first.target()))
                .filter(w -> !view.scene(w) && !place.equals(Optional.of(w)));
        if (who.isPresent())
            line = line.and(new Inline.Text(labels.text("comma") + labels.place(Contacts.masked(who.get()))));
        if (place.isPresent())
            line = line.and(new Inline.Text(labels.text("comma") + labels.place(Plain.text(place.get()))));
        return first.status() == Status.ASSERTED
                ? line
                : line.and(new Inline.Text(" "), new Inline.Tag(labels.code("status", first.status()), Tone.WARN));
    }

    /** Events that no page told before {@code day}. */
    List<Line> knownFirst(LocalDate day) {
        return happenings().stream()
                .filter(h -> h.claims().stream()
                        .flatMap(c -> c.common().knownOn().stream())
                        .min(LocalDate::compareTo)
                        .filter(day::equals)
                        .isPresent())
                .map(this::fresh)
                .toList();
    }

    /** The event with the pages that its voice does not name yet. */
    private Line fresh(Happening happening) {
        Claim.Event lead = lead(happening);
        List<Claim.Event> others = happening.claims().stream()
                .filter(c -> view.voices.speaker(lead).isPresent()
                        || !c.evidence().page().equals(lead.evidence().page()))
                .toList();
        Line line = line(happening, lead);
        return others.isEmpty() ? line : line.and(new Inline.Text(". ")).and(view.voices.told(others));
    }

    /** Events by day; those whose day the pages leave open come last, in a group of their own. */
    Section timeline() {
        Map<Edtf, List<Line>> days = new TreeMap<>(ORDER);
        List<Line> undated = new ArrayList<>();
        for (Happening happening : happenings()) {
            if (happening.when().isPresent())
                days.computeIfAbsent(happening.when().get(), d -> new ArrayList<>())
                        .add(line(happening));
            else undated.add(line(happening).and(told(happening)));
        }
        List<Block.Day> all = new ArrayList<>();
        days.forEach((when, lines) -> all.add(new Block.Day(when.day(), labels.date(when), lines)));
        if (!undated.isEmpty()) all.add(new Block.Day(Optional.empty(), labels.text("undated.group"), undated));
        List<Block> blocks = new ArrayList<>();
        blocks.add(all.isEmpty() ? new Block.Paragraph(Line.of(labels.text("timeline.none"))) : new Block.Days(all));
        return new Section("timeline", labels.text("section.timeline"), blocks);
    }

    /** By the first day that is meant; a month before its days. */
    private static final Comparator<Edtf> ORDER = Comparator.comparing(
                    (Edtf d) -> d.first().orElse(LocalDate.MAX))
            .thenComparing(d -> d.day().isPresent())
            .thenComparing(Edtf::text);

    /** " (told 12 January 2022)": by when it had happened, as the page shown has it. */
    private Line told(Happening happening) {
        return lead(happening)
                .common()
                .knownOn()
                .map(d -> Line.of(new Inline.Aside(" (" + labels.text("date.page", labels.day(d)) + ")")))
                .orElse(Line.of());
    }

    /** Causes, loaded words with who uses them, appeals and assessments. */
    Section overview() {
        List<Block> blocks = new ArrayList<>();
        for (String about : List.of("cause", "label", "appeal", "assessment")) {
            List<Line> lines = statements(about);
            if (lines.isEmpty()) continue;
            blocks.add(new Block.Heading(labels.text("overview." + about)));
            blocks.add(new Block.Items(lines));
        }
        if (blocks.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("overview.none"))));
        return new Section("overview", labels.text("section.overview"), blocks);
    }

    private List<Line> statements(String about) {
        Map<String, List<Claim.Statement>> groups = new LinkedHashMap<>();
        for (Claim claim : view.situation.claims()) {
            if (!(claim instanceof Claim.Statement s)
                    || !s.about().equals(about)
                    || s.common().background()) continue;
            String what =
                    s.labelText().map(t -> t.toLowerCase(java.util.Locale.ROOT)).orElse(s.id());
            groups.computeIfAbsent(view.voices.speaker(s).orElse("") + "|" + what, k -> new ArrayList<>())
                    .add(s);
        }
        return groups.values().stream().map(this::statement).toList();
    }

    private Line statement(List<Claim.Statement> claims) {
        Claim.Statement first = claims.getFirst();
        Inline words = first.labelText()
                .<Inline>map(t -> Quotes.words(Contacts.masked(t), view.quotes.language(first), 80))
                .orElseGet(() -> view.quotes.quoted(first));
        return Line.of(words, new Inline.Cite(claims)).and(view.voices.voice(first));
    }
}
