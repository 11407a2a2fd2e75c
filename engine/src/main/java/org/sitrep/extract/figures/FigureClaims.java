package org.sitrep.extract.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.names.Mentions;
import org.sitrep.extract.times.Moment;
import org.sitrep.extract.voices.Voices;
import org.sitrep.language.Text;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Evidence;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Span;
import org.sitrep.model.Status;
import org.sitrep.record.CodePoints;

/** Collects the figures of one article over its passages and writes them as claims. For one thread. */
public final class FigureClaims {
    private final Article article;
    private final CodePoints points;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Draft, Context> contexts = new IdentityHashMap<>();
    private final List<Claim.Refused> refused = new ArrayList<>();

    /** Where a figure was read. */
    private record Context(
            Passage passage, Mentions mentions, Voices voices, Optional<LocalDate> known, Optional<Edtf> told) {}

    /** Starts with no figures. */
    public FigureClaims(Article article) {
        this.article = article;
        this.points = new CodePoints(article.text());
    }

    /** Reads one sentence. @param times what it says of time */
    public void read(
            FigureReader reader, Passage passage, Parse parse, List<Moment> times, Mentions mentions, Voices voices) {
        int before = drafts.size();
        List<FigureReader.Refusal> no = new ArrayList<>();
        reader.read(parse, times, drafts, no);
        drafts.subList(before, drafts.size()).removeIf(d -> town(d, mentions));
        reader.days().date(drafts.subList(before, drafts.size()), times, when(passage));
        if (drafts.size() > before) {
            Context context = new Context(
                    passage, mentions, voices, known(passage), told(passage).map(Edtf::of));
            for (Draft d : drafts.subList(before, drafts.size())) contexts.put(d, context);
        }
        for (FigureReader.Refusal r : no)
            refused.add(new Claim.Refused(article.page(), r.span(), r.span().of(article.text()), r.reason(), r.rule()));
    }

    /** "The storm killed nine people around Northport and Southport": the second town is no victim. */
    private static boolean town(Draft d, Mentions mentions) {
        return d.valueFrom.equals(Optional.of(Claim.ValueFrom.ENUMERATION))
                && d.phrase.quantity().isEmpty()
                && mentions.placed(d.phrase.to() - 1);
    }

    /** Numbers that became no figure. */
    public List<Claim.Refused> refused() {
        return List.copyOf(refused);
    }

    /** The figures, in the order in which they were read. */
    public List<Claim> claims() {
        takenBack();
        Map<Draft, String> ids = new IdentityHashMap<>();
        for (Draft d : drafts) ids.put(d, id(d));
        List<Claim> out = new ArrayList<>(drafts.size());
        for (Draft d : drafts) out.add(claim(d, Objects.requireNonNull(contexts.get(d)), ids));
        return out;
    }

    /** Whether the beginning of its sentence is lost ("It came to the town. arrest of 40 people"), and with it, perhaps, its day. */
    private static boolean cut(Draft d, Passage p) {
        if (!p.flags().contains(Passage.Flag.GARBLED)) return false;
        Text text = d.parse.text();
        for (int i = d.parse.sentence().from(); i + 1 < d.to; i++) {
            Span next = text.span(i + 1, i + 2);
            if (text.token(i).is(".") && p.flagEvidence().stream().anyMatch(e -> e.overlaps(next))) return true;
        }
        return false;
    }

    private String id(Draft d) {
        Span s = d.span();
        return Claim.id(
                article.version(), "figure", points.at(s.start()), points.at(s.end()), d.measure, d.amount.key());
    }

    private Claim.Figure claim(Draft d, Context context, Map<Draft, String> ids) {
        Passage p = context.passage();
        Evidence evidence = new Evidence(
                article.page(),
                article.version(),
                p.id(),
                p.role(),
                p.flags(),
                d.span().of(article.text()),
                d.span());
        Claim.Common common = new Claim.Common(
                Objects.requireNonNull(ids.get(d)),
                evidence,
                context.voices().at(d.span()),
                d.status,
                d.background,
                context.known(),
                d.rule.id());
        Optional<String> part = d.whole.map(ids::get).filter(w -> !w.equals(ids.get(d)));
        Optional<Edtf> asOf = d.asOf.or(() -> d.presentCount() && !cut(d, p) ? context.told() : Optional.empty());
        return new Claim.Figure(
                common,
                d.measure,
                d.amount,
                d.valueFrom,
                d.antecedent,
                d.who,
                d.whoText,
                contributor(d, context),
                d.counts,
                d.period,
                d.scopeText,
                d.place,
                asOf,
                d.increment,
                part);
    }

    /** Its own, else that of the figure in the same sentence whose words it goes on with. */
    private static Optional<String> contributor(Draft d, Context context) {
        return d.contributor
                .or(() -> Contributor.of(d, context.mentions()))
                .or(() -> d.model.filter(m -> m.parse == d.parse).flatMap(m -> contributor(m, context)));
    }

    /** "The UN gave a figure of 320. It withdrew it hours later.": what the next sentence takes back stands no more. */
    private void takenBack() {
        for (Draft d : drafts) {
            boolean said = d.status == Status.ASSERTED || d.status == Status.SUPERSEDED;
            if (said && withdrawn(d) && alone(d)) d.status = Status.RETRACTED;
        }
    }

    private boolean alone(Draft d) {
        return drafts.stream()
                .noneMatch(o -> o.parse == d.parse && !o.amount.key().equals(d.amount.key()));
    }

    private static boolean withdrawn(Draft d) {
        Text text = d.parse.text();
        for (Text.Sentence s : text.sentences()) {
            if (s.from() < d.parse.sentence().to()) continue;
            for (int i = s.from(); i < s.to(); i++) if (text.at(i, "taken_back").isPresent()) return true;
            return false;
        }
        return false;
    }

    /** The day on which a passage was told: its own, else the page's; a teaser is of an older day, which it may not name. */
    private Optional<LocalDate> told(Passage p) {
        Optional<LocalDate> own = day(p.published());
        return p.role() == Passage.Role.TEASER ? own : own.or(() -> day(article.published()));
    }

    /** When a passage was told, be it a day or a month. */
    private Optional<Edtf> when(Passage p) {
        return p.published().or(article::published).map(Published::date);
    }

    /** The day from which a passage could be known: the later of its own and the page's. */
    private Optional<LocalDate> known(Passage p) {
        Optional<LocalDate> page = day(article.published());
        Optional<LocalDate> own = day(p.published());
        if (page.isEmpty() || own.isEmpty()) return own.or(() -> page);
        return own.get().isAfter(page.get()) ? own : page;
    }

    private static Optional<LocalDate> day(Optional<Published> p) {
        return p.flatMap(x -> x.date().day());
    }
}
