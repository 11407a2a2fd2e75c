package org.sitrep.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.extract.clauses.ClauseReader;
import org.sitrep.extract.clauses.NumberedNames;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.deeds.DeedClaims;
import org.sitrep.extract.deeds.DeedReader;
import org.sitrep.extract.figures.FigureClaims;
import org.sitrep.extract.figures.FigureReader;
import org.sitrep.extract.names.Mentions;
import org.sitrep.extract.names.Names;
import org.sitrep.extract.names.Strangers;
import org.sitrep.extract.times.ArticleTimes;
import org.sitrep.extract.times.Moment;
import org.sitrep.extract.times.Reckoning;
import org.sitrep.extract.times.TimeReader;
import org.sitrep.extract.voices.Totals;
import org.sitrep.extract.voices.Voices;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Span;
import org.sitrep.model.TimeExpression;
import org.sitrep.record.Contacts;

/** Finds the claims and the time expressions of an article. Safe for use by several threads. */
public final class Extractor {
    /** Code points that show which text was not read. */
    private static final int SAMPLE = 60;

    /** Events of which several are a figure. */
    private static final Set<String> COUNTED = Set.of("arrest");

    private final Packs packs;
    private final ArticleTimes times;
    private final Map<String, Readers> readers = new ConcurrentHashMap<>();

    private final Names names;
    /** Read when first asked for: a run that takes nothing away needs no table of given names. */
    private Optional<Strangers> strangers = Optional.empty();

    private final Map<String, String> plover;

    /** The readers of one language. */
    private record Readers(Pack pack, ClauseReader clauses, TimeReader times, FigureReader figures, DeedReader deeds) {}

    /** A passage that is read for claims. */
    private record Part(Passage passage, Readers readers, Text text) {}

    /** An extractor that knows the rules of {@code packs}, each read when its language is first met. */
    public Extractor(Packs packs) {
        this.packs = packs;
        this.times = new ArticleTimes(packs);
        this.names = new Names(packs);
        this.plover = DeedClaims.plover(packs);
    }

    private Optional<Readers> readers(String language) {
        Optional<Pack> pack = packs.pack(language);
        return pack.map(p -> readers.computeIfAbsent(
                p.language(),
                l -> new Readers(
                        p, new ClauseReader(p), times.reader(p), new FigureReader(packs, p), new DeedReader(p))));
    }

    /** Every claim of {@code article}, in text order, and everything refused. */
    public Claim.Claims extract(Article article) {
        return extract(article, Reckoning.NONE);
    }

    /**
     * Every claim of an article that does not say on which day it was published.
     *
     * @param reckoning what is known of its days from elsewhere; not used where the article tells its own
     */
    public Claim.Claims extract(Article article, Reckoning reckoning) {
        List<Part> parts = parts(article);
        List<Names.Part> texts = texts(parts);
        List<Mentions> mentions = sound(names.of(texts), parts);
        FigureClaims figures = new FigureClaims(article);
        DeedClaims deeds = new DeedClaims(article, plover);
        for (int i = 0; i < parts.size(); i++)
            passage(article, reckoning, parts.get(i), mentions.get(i), figures, deeds);
        List<Claim> counts = figures.claims();
        List<Claim> claims = new ArrayList<>(Totals.shared(counts));
        deeds.claims().stream().filter(c -> !counted(c, counts)).forEach(claims::add);
        claims.sort(Comparator.comparing(c -> c.evidence().span()));
        List<Claim.Refused> refused = new ArrayList<>(figures.refused());
        unread(article).ifPresent(refused::add);
        List<Claim> located =
                claims.isEmpty() ? List.of() : names.scene(texts, mentions).located(claims);
        return new Claim.Claims(article, located, masked(article, refused));
    }

    /** Where {@code article} names people who hold no office, see {@link Strangers}; in text order. */
    public List<Span> strangers(Article article) {
        return strangers().of(texts(parts(article)));
    }

    private synchronized Strangers strangers() {
        if (strangers.isEmpty()) strangers = Optional.of(new Strangers(names, packs));
        return strangers.get();
    }

    private List<Part> parts(Article article) {
        List<Part> parts = new ArrayList<>();
        for (Passage passage : article.passages()) {
            if (passage.role() == Passage.Role.CHROME || passage.role() == Passage.Role.COMMENT) continue;
            readers(passage.language())
                    .ifPresent(r -> parts.add(new Part(passage, r, r.pack.text(article.text(), passage.span()))));
        }
        return parts;
    }

    private static List<Names.Part> texts(List<Part> parts) {
        return parts.stream()
                .map(p -> new Names.Part(p.readers.pack.language(), p.text))
                .toList();
    }

    /** A telephone number is refused group by group, and no group shows what it is part of: contact details are masked here, once for everybody. */
    private static List<Claim.Refused> masked(Article article, List<Claim.Refused> refused) {
        if (refused.isEmpty()) return List.of();
        String text = Contacts.masked(article.text());
        return refused.stream()
                .map(r -> new Claim.Refused(r.page(), r.span(), r.span().of(text), r.reason(), r.rule()))
                .toList();
    }

    /** Without the places that lie in words which gave a passage away as damaged: "the flag is in Bern" tells of no town. */
    private static List<Mentions> sound(List<Mentions> mentions, List<Part> parts) {
        List<Mentions> out = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<Span> damaged = part.passage.flagEvidence();
            Mentions all = mentions.get(i);
            out.add(
                    damaged.isEmpty()
                            ? all
                            : new Mentions(
                                    all.all(),
                                    all.places().stream()
                                            .filter(w -> damaged.stream()
                                                    .noneMatch(d -> d.overlaps(part.text.span(w.from(), w.to()))))
                                            .toList()));
        }
        return out;
    }

    /** "The authorities arrested nearly 900 people" is a count of people; as an event of its own it would be told twice. */
    private static boolean counted(Claim deed, List<? extends Claim> figures) {
        return deed instanceof Claim.Event e
                && COUNTED.contains(e.type())
                && figures.stream()
                        .anyMatch(f -> f.evidence().span().overlaps(e.evidence().span()));
    }

    /** A page in a language without a pack: it is read, and makes no claim. */
    private Optional<Claim.Refused> unread(Article article) {
        if (packs.languages().contains(article.language().split("-", 2)[0])) return Optional.empty();
        return article.passages().stream()
                .filter(p -> p.role() == Passage.Role.HEADLINE || p.role() == Passage.Role.BODY)
                .findFirst()
                .map(p -> {
                    String words = p.span().of(article.text());
                    int length = words.offsetByCodePoints(0, Math.min(SAMPLE, words.codePointCount(0, words.length())));
                    Span start = new Span(p.span().start(), p.span().start() + length);
                    return new Claim.Refused(
                            article.page(),
                            start,
                            start.of(article.text()),
                            Claim.Refused.LANGUAGE,
                            Claim.Refused.LANGUAGE + "." + article.language());
                });
    }

    private static void passage(
            Article article,
            Reckoning reckoning,
            Part part,
            Mentions mentions,
            FigureClaims figures,
            DeedClaims deeds) {
        Readers r = part.readers;
        Text text = part.text;
        Optional<LocalDate> day = part.passage
                .published()
                .or(article::published)
                .map(Published::date)
                .flatMap(Edtf::day);
        Optional<Published> published = part.passage.published().or(article::published);
        List<Moment> moments = r.times.read(
                text, day, new Reckoning(year(published, reckoning.year()), month(published), reckoning.weekdays()));
        Voices voices = Voices.of(text, mentions);
        Map<Text.Sentence, Parse> parses = new IdentityHashMap<>();
        int next = 0;
        for (Text.Sentence s : text.sentences()) {
            List<Moment> here = new ArrayList<>();
            while (next < moments.size() && moments.get(next).from() < s.to()) {
                Moment m = moments.get(next++);
                if (m.from() >= s.from() && m.to() <= s.to() && !counts(text, m, s)) here.add(m);
            }
            boolean[] masked = new boolean[s.to() - s.from()];
            for (Moment m : here) java.util.Arrays.fill(masked, m.from() - s.from(), m.to() - s.from(), true);
            List<Quantity> quantities = new ArrayList<>();
            for (Quantity q : r.clauses.quantities(text, s, masked))
                if (!mentions.inName(q.core()) && !NumberedNames.holds(text, s, q, mentions::placed)) quantities.add(q);
            if (quantities.isEmpty() && !r.figures.promising(text, s)) continue;
            Parse parse = r.clauses.read(text, s, quantities, masked);
            parses.put(s, parse);
            figures.read(r.figures, part.passage, parse, here, mentions, voices);
        }
        deeds.read(
                r.deeds,
                part.passage,
                text,
                mentions,
                voices,
                moments,
                s -> parses.computeIfAbsent(s, x -> r.clauses.read(text, x)));
    }

    /** The year of a publication date that is no single day but lies in one year ("2022-01"), else {@code otherwise}. */
    private static OptionalInt year(Optional<Published> published, OptionalInt otherwise) {
        Optional<LocalDate> first = published.flatMap(p -> p.date().first());
        Optional<LocalDate> last = published.flatMap(p -> p.date().last());
        if (first.isEmpty() || last.isEmpty()) return otherwise;
        return first.get().getYear() == last.get().getYear()
                ? OptionalInt.of(first.get().getYear())
                : OptionalInt.empty();
    }

    /** The month of a publication date of which no day is known. */
    private static OptionalInt month(Optional<Published> published) {
        String told = published.map(p -> p.date().text()).orElse("");
        boolean month = told.length() == "2022-01".length() && told.indexOf('/') < 0 && told.charAt(4) == '-';
        return month ? OptionalInt.of(Integer.parseInt(told.substring(5))) : OptionalInt.empty();
    }

    /** Whether what looks like a year counts people: "2000 soldiers". */
    private static boolean counts(Text text, Moment m, Text.Sentence s) {
        if (m.to() - m.from() != 1 || !text.token(m.from()).number() || m.to() >= s.to()) return false;
        return text.at(m.to(), "people").isPresent() || text.at(m.to(), "noun").isPresent();
    }

    /** Every time expression of {@code article}, in text order. */
    public List<TimeExpression> times(Article article) {
        return times.times(article);
    }
}
