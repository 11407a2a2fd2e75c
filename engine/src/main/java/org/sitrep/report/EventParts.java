package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Happenings.Happening;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** The parts of a report that speak of what happened: the overview and the timeline. */
final class EventParts {
    private final View view;
    private final Labels labels;

    EventParts(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    /** The claim whose words are shown: of those that name the day, where some do. */
    private Claim.Event lead(Happening happening) {
        List<Claim.Event> dated = happening.claims().stream()
                .filter(e -> happening.when().isPresent() && e.date().equals(happening.when()))
                .toList();
        return view.quotes.best(dated.isEmpty() ? happening.claims() : dated);
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
                .and(view.quotes.quoted(first), new Inline.Cite(first, evidence(happening)))
                .and(view.voices.voice(first));
    }

    /** What is cited for a day: the claims that name it, and not what is told of the same thing without it. */
    private static List<Claim.Event> evidence(Happening happening) {
        List<Claim.Event> dated = happening.claims().stream()
                .filter(c -> c.date().isPresent() && c.date().equals(happening.when()))
                .toList();
        return dated.isEmpty() ? happening.claims() : dated;
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
            line = line.and(new Inline.Text(labels.text(first.type().equals("deadline") ? "event.set_by" : "comma")
                    + Contacts.masked(view.voices.shown(who.get()))));
        if (place.isPresent())
            line = line.and(new Inline.Text(labels.text("comma") + labels.place(Plain.text(place.get()))));
        return first.status() == Status.ASSERTED
                ? line
                : line.and(new Inline.Text(" "), new Inline.Tag(labels.code("status", first.status()), Tone.WARN));
    }

    /** Events that no page told before {@code day}; of a page without a day nobody knows whether it did. */
    List<Line> knownFirst(LocalDate day) {
        return new Happenings(view)
                .all().stream()
                        .filter(h -> h.claims().stream()
                                .allMatch(c -> c.common().knownOn().isPresent()))
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
        for (Happening happening : new Happenings(view).all()) {
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
