package org.sitrep.extract.deeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.names.Mentions;
import org.sitrep.extract.times.Moment;
import org.sitrep.extract.voices.Voices;
import org.sitrep.language.Data;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.model.Article;
import org.sitrep.model.Attribution;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Evidence;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Span;
import org.sitrep.model.Status;
import org.sitrep.record.CodePoints;

/** Collects the commitments, events and statements of one article and writes them as claims. For one thread. */
public final class DeedClaims {
    private static final int YEAR = 365;
    /** Days after which an event told by its month or year alone is no longer the page's own: who tells today's events tells their day. */
    private static final int QUARTER = 90;
    /** Characters of a year and of a day in EDTF. */
    private static final int YEAR_LENGTH = 4;

    private static final int DAY_LENGTH = 10;
    /** Mentions by a noun of one kind of event on one day; more of them tell nothing new. */
    private static final int MOST_NOUNS = 3;
    /** Events that are nothing of their own where they only tell when something else was: "after a meeting with his generals". */
    private static final Set<String> CIRCUMSTANCE = Set.of("meeting");

    private final Article article;
    private final CodePoints points;
    private final Map<String, String> plover;
    private final List<Claim> claims = new ArrayList<>();
    private final Map<String, Integer> told = new HashMap<>();
    /** Weekdays by which promises are due whose week the sentence does not tell, by claim. */
    private final Map<String, Integer> weekdays = new HashMap<>();

    /** The deeds of the sentence that is being read. */
    private List<Found> sentence = List.of();

    private Optional<Edtf> lastDay = Optional.empty();
    /** The day of the deed told last in the sentence that is being read. */
    private Optional<Edtf> neighbour = Optional.empty();

    /** Starts with none. @param plover PLOVER code by event type, see {@link #plover(Packs)} */
    public DeedClaims(Article article, Map<String, String> plover) {
        this.article = article;
        this.points = new CodePoints(article.text());
        this.plover = plover;
    }

    /** The PLOVER codes of {@code languages/deeds/codes.yaml}. */
    public static Map<String, String> plover(Packs packs) {
        Map<String, String> out = new HashMap<>();
        Data data = packs.shared("deeds/codes.yaml").at("plover");
        for (String type : data.keys()) out.put(type, data.at(type).text());
        return Map.copyOf(out);
    }

    /** Reads one passage. @param parser gives the clauses of a sentence */
    public void read(
            DeedReader reader,
            Passage passage,
            Text text,
            Mentions mentions,
            Voices voices,
            List<Moment> moments,
            Function<Text.Sentence, Parse> parser) {
        Actors actors = new Actors(text, mentions);
        int next = 0;
        for (Text.Sentence s : text.sentences()) {
            List<Moment> here = new ArrayList<>();
            while (next < moments.size() && moments.get(next).from() < s.to())
                if (moments.get(next++).from() >= s.from()) here.add(moments.get(next - 1));
            List<Found> read = reader.read(text, s, here, parser);
            List<Found> found = read.isEmpty()
                    ? read
                    : read.stream()
                            .filter(f -> !toldTwice(f, read, text, voices))
                            .toList();
            neighbour = Optional.empty();
            sentence = found;
            for (Found f : found)
                claim(
                        f,
                        passage,
                        text,
                        actors,
                        voices,
                        here.stream().filter(m -> !Timing.others(f, m, found)).toList());
            for (Moment m : here) if (m.edtf().flatMap(Edtf::day).isPresent() && m.ahead() <= 0) lastDay = m.edtf();
        }
    }

    /** "The operation is over": who says so declares it complete; where the outlet says so itself, it has ended. */
    private static boolean toldTwice(Found f, List<Found> found, Text text, Voices voices) {
        if (found.size() < 2
                || f.said() == Found.Said.DENIED
                || !DeedReader.is(f, "operation_end") && !DeedReader.is(f, "declared_completion")) return false;
        Span span = text.span(f.from(), f.to());
        boolean said = voices.at(span).speaker().isPresent() || voices.quoted(span);
        String self = said ? "operation_end" : "declared_completion";
        String other = said ? "declared_completion" : "operation_end";
        return DeedReader.is(f, self)
                && found.stream().anyMatch(o -> DeedReader.is(o, other) && (said ? o.overlaps(f) : sameWords(o, f)));
    }

    /** "Completed" is more than "over": only the same words are one reading. */
    private static boolean sameWords(Found a, Found b) {
        return a.hits().stream()
                .allMatch(h -> b.hits().stream().anyMatch(x -> x.from() == h.from() && x.to() == h.to()));
    }

    /** What was found; promises are settled by what the article as a whole says of them. */
    public List<Claim> claims() {
        return new Terms(article, claims, weekdays).settled();
    }

    private void claim(Found f, Passage passage, Text text, Actors actors, Voices voices, List<Moment> moments) {
        Span span = text.span(f.from(), f.to());
        Attribution who = voices.at(span);
        Rule r = f.rule();
        if (r.about().isPresent()) {
            add(new Claim.Statement(
                    common(f, passage, span, "statement", r.about().get(), who, Status.ASSERTED, false),
                    r.about().get(),
                    r.about().get().equals("label") ? Optional.of(label(text, f)) : Optional.empty(),
                    actors.target(f)));
        } else if (DeedReader.promise(f) || f.rule().promise().isPresent() && ahead(f, passage, text, moments)) {
            if (r.time() == Rule.Time.FREE || r.mood() == Rule.Mood.FREE || !Pledges.over(moments, day(passage)))
                add(promise(f, passage, text, actors, span, who, moments));
        } else {
            event(f, passage, text, actors, span, who, moments);
        }
    }

    /** The loaded words themselves: all of a short quotation that holds them. */
    private static String label(Text text, Found f) {
        Hit loaded = f.hits().stream()
                .filter(h -> h.id().equals("loaded"))
                .findFirst()
                .orElseThrow();
        Hit whole = DeedReader.quotation(text, f.sentence(), loaded).orElse(loaded);
        return text.words(whole.from(), whole.to());
    }

    private void event(
            Found f, Passage passage, Text text, Actors actors, Span span, Attribution who, List<Moment> moments) {
        String type = f.rule().event().orElseThrow();
        Optional<Edtf> date = Timing.counted(text, f, moments, neighbour).or(() -> Timing.day(text, f, moments));
        // What has happened has not happened on a day to come: the time is another's.
        if (f.past() && ahead(date, passage)) date = Optional.empty();
        // "This year" tells nothing that the page does not.
        if (date.filter(d -> d.text().length() == YEAR_LENGTH && ownYear(d, passage))
                .isPresent()) date = Optional.empty();
        if (f.verbal()) neighbour = date;
        if (date.isEmpty() && DeedReader.bySaying(f)) date = saidOn(passage);
        if (date.isEmpty() && CIRCUMSTANCE.contains(type) && Timing.circumstance(text, f)) return;
        if (new Asides(text, sentence).mentioned(f, type, date.isPresent())) return;
        if (!f.verbal() && told.merge(type + "|" + date.map(Edtf::text).orElse(""), 1, Integer::sum) > MOST_NOUNS)
            return;
        Status status = status(f, ahead(date, passage));
        Claim.Common common = common(f, passage, span, "event", type, who, status, background(date, passage));
        add(new Claim.Event(
                common,
                type,
                Optional.ofNullable(plover.get(type)),
                date,
                actors.actor(f),
                actors.target(f),
                actors.place(f)));
    }

    private static Status status(Found f, boolean ahead) {
        if (f.said() == Found.Said.DENIED && f.rule().mood() == Rule.Mood.DENIED) return Status.DENIED;
        boolean planned = ahead || f.said() == Found.Said.PLANNED;
        return planned && !DeedReader.bySaying(f) ? Status.PLANNED : Status.ASSERTED;
    }

    /** "The curfew is lifted on Sunday": what is told of a day to come is promised, whatever its tense. */
    private boolean ahead(Found f, Passage passage, Text text, List<Moment> moments) {
        return f.verbal() && !f.past() && ahead(Timing.day(text, f, moments), passage);
    }

    private boolean ahead(Optional<Edtf> date, Passage passage) {
        return date.flatMap(Edtf::first)
                .flatMap(d -> day(passage).filter(d::isAfter))
                .isPresent();
    }

    /** The day of publication, else the day told last before. */
    private Optional<Edtf> saidOn(Passage passage) {
        return day(passage).map(Edtf::of).or(() -> lastDay);
    }

    private Claim.Commitment promise(
            Found f, Passage passage, Text text, Actors actors, Span span, Attribution who, List<Moment> moments) {
        String what = f.rule().promise().orElseThrow();
        // "Soon" is the time that is told: a day in the same sentence is that of the saying.
        boolean soon = f.hits().stream().anyMatch(h -> h.id().equals("soon"));
        Deadlines.Due due = soon ? Deadlines.Due.NONE : Deadlines.due(text, f, moments, day(passage));
        Optional<String> condition = condition(text, f);
        Optional<Claim.Base> base = due.days().isEmpty() && !due.fromStart()
                ? Optional.empty()
                : Optional.of(due.fromStart() ? Claim.Base.START : Claim.Base.ANNOUNCEMENT);
        // Who would like it has announced nothing.
        boolean wish = f.hits().stream().anyMatch(h -> h.id().equals("want"));
        Status status =
                condition.isPresent() || wish || f.said() == Found.Said.MAYBE ? Status.HYPOTHETICAL : Status.ASSERTED;
        Claim.Common common = common(f, passage, span, "commitment", what, who, status, false);
        OptionalInt days = due.days();
        if (due.due().isEmpty() && days.isEmpty() && !soon)
            Deadlines.weekday(text, f, moments).ifPresent(w -> weekdays.put(common.id(), w));
        boolean bound = f.rule().binds();
        boolean threat = what.equals("use_force");
        return new Claim.Commitment(
                common,
                bound ? actors.between(f) : threat ? actors.beside(f) : actors.actor(f),
                bound ? actors.beside(f) : actors.target(f).or(() -> threat ? actors.between(f) : Optional.empty()),
                what,
                Optional.of(span.of(article.text())),
                due.due(),
                days,
                base,
                due.qualifier(),
                condition);
    }

    /** The words of an if-clause in the sentence. */
    private static Optional<String> condition(Text text, Found f) {
        for (int i = f.sentence().from(); i < f.sentence().to(); i++) {
            if (text.at(i, "subordinator")
                    .filter(m -> m.sense().id().equals("if"))
                    .isEmpty()) continue;
            int to = i + 1;
            while (to < f.sentence().to()
                    && !text.token(to).is(",")
                    && !text.token(to).is(".")) to++;
            return Optional.of(text.words(i, to));
        }
        return Optional.empty();
    }

    private void add(Claim c) {
        boolean twice = claims.stream().anyMatch(o -> o.id().equals(c.id()));
        if (!twice) claims.add(c);
    }

    private Claim.Common common(
            Found f,
            Passage p,
            Span span,
            String kind,
            String about,
            Attribution who,
            Status status,
            boolean background) {
        Evidence evidence = new Evidence(
                article.page(), article.version(), p.id(), p.role(), p.flags(), span.of(article.text()), span);
        return new Claim.Common(
                Claim.id(article.version(), kind, points.at(span.start()), points.at(span.end()), about, ""),
                evidence,
                who,
                status,
                background,
                known(p),
                f.rule().id());
    }

    /** Whether the date lies so long before the page that it is about another event than the page's own. */
    private boolean background(Optional<Edtf> date, Passage passage) {
        Optional<LocalDate> last = date.flatMap(Edtf::last);
        Optional<LocalDate> reference = day(passage);
        int own = date.filter(d -> d.text().length() < DAY_LENGTH).isPresent() ? QUARTER : YEAR;
        return last.isPresent()
                && reference.isPresent()
                && last.get().plusDays(own).isBefore(reference.get());
    }

    private boolean ownYear(Edtf year, Passage passage) {
        return day(passage)
                .filter(d -> year.text().equals(Integer.toString(d.getYear())))
                .isPresent();
    }

    private Optional<LocalDate> day(Passage p) {
        return p.published().or(article::published).map(Published::date).flatMap(Edtf::day);
    }

    private Optional<LocalDate> known(Passage p) {
        Optional<LocalDate> page = article.published().map(Published::date).flatMap(Edtf::day);
        Optional<LocalDate> own = p.published().map(Published::date).flatMap(Edtf::day);
        if (page.isEmpty() || own.isEmpty()) return own.or(() -> page);
        return own.get().isAfter(page.get()) ? own : page;
    }
}
