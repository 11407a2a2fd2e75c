package org.sitrep;

import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.sitrep.changes.Revision;
import org.sitrep.extract.Extractor;
import org.sitrep.judge.Judged;
import org.sitrep.judge.Judgement;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.model.Passage;
import org.sitrep.model.Situation;
import org.sitrep.model.Span;
import org.sitrep.model.TimeExpression;
import org.sitrep.read.Reader;
import org.sitrep.reconcile.Reconciler;
import org.sitrep.record.PrivateNames;
import org.sitrep.record.PublicNames;
import org.sitrep.relate.ComingDays;
import org.sitrep.relate.Crises;
import org.sitrep.relate.NameTable;
import org.sitrep.relate.Profile;
import org.sitrep.relate.Reprints;
import org.sitrep.relate.Rulings;
import org.sitrep.relate.SharedDays;
import org.sitrep.relate.Stories;
import org.sitrep.relate.Subject;

/** Joins the stages, so that the command line, the web page and the cluster job give the same answer. Safe for use by several threads. */
public final class Pipeline {
    private final Packs packs;
    private final Reconciler reconciler;
    private final NameTable names;
    private volatile Optional<Reading> reading = Optional.empty();

    /** A pipeline over loaded language packs; stages that need nothing of one another are made at the same time. */
    public Pipeline(Packs packs) {
        this(packs, true);
    }

    private Pipeline(Packs packs, boolean reading) {
        this.packs = packs;
        Optional<CompletableFuture<Reading>> coming =
                reading ? Optional.of(CompletableFuture.supplyAsync(() -> Reading.of(packs))) : Optional.empty();
        this.names = NameTable.load(packs);
        this.reconciler = new Reconciler(packs, names);
        this.reading = coming.map(Pipeline::made);
    }

    /** The stages that read pages. */
    private record Reading(Reader reader, Extractor extractor, Dating dating) {
        static Reading of(Packs packs) {
            CompletableFuture<Reader> reading = CompletableFuture.supplyAsync(() -> new Reader(packs));
            Extractor extractor = new Extractor(packs);
            Set<String> once =
                    Set.copyOf(packs.shared("operations.yaml").at("once").texts());
            SharedDays shared = new SharedDays(packs, once, extractor::times);
            Reader reader = made(reading);
            return new Reading(reader, extractor, new Dating(reader, extractor, shared, new ComingDays(packs)));
        }
    }

    private Reading reading() {
        if (reading.isEmpty()) prepare();
        return reading.orElseThrow();
    }

    /** Makes the stages that read pages, where they are not made. @throws org.sitrep.language.PackError where their data is broken */
    public synchronized Pipeline prepare() {
        if (reading.isEmpty()) reading = Optional.of(Reading.of(packs));
        return this;
    }

    /** What another thread made. @throws org.sitrep.language.PackError as that thread did, where its data is broken */
    private static <T> T made(CompletableFuture<T> stage) {
        try {
            return stage.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException problem) throw problem;
            throw e;
        }
    }

    /** Loads the packs of a {@code languages/} folder and joins the stages. */
    public static Pipeline load(Path languages) {
        return new Pipeline(Packs.load(languages));
    }

    /** As {@link #load}, for pages that were read before: the stages that read pages are made when one is to be read. */
    public static Pipeline relating(Path languages) {
        return new Pipeline(Packs.load(languages), false);
    }

    /** The packs that every stage uses. */
    public Packs packs() {
        return packs;
    }

    /**
     * What {@code words} look for: "Westland January 2021" is a name and a time. The time is read in whichever language of the packs
     * tells it most fully.
     */
    public Subject subject(String words) {
        Optional<TimeExpression> time = packs.languages().stream()
                .flatMap(language -> times(read(asked(words, language))).stream())
                .filter(t -> t.value().length() >= 4
                        && Edtf.parse(t.value()).flatMap(Edtf::first).isPresent())
                .max(Comparator.comparingInt(t -> t.span().length()));
        String rest = time.map(t -> words.substring(0, t.span().start()) + " "
                        + words.substring(t.span().end()))
                .orElse(words);
        return new Subject(rest, time.flatMap(t -> Edtf.parse(t.value())), names);
    }

    private static Page asked(String words, String language) {
        return new Page(
                "asked",
                "",
                Page.Format.TEXT,
                words,
                Optional.empty(),
                Optional.of(language),
                Optional.empty(),
                Optional.empty());
    }

    /** The readable text of a page. */
    public Article read(Page page) {
        return reading().reader().read(page);
    }

    /** Every claim of a page, and what was refused. */
    public Claim.Claims claims(Page page) {
        Reading stages = reading();
        return stages.extractor().extract(stages.reader().read(page));
    }

    /** Every time expression of a page. */
    public List<TimeExpression> times(Article article) {
        return reading().extractor().times(article);
    }

    /**
     * Masks the names of people who hold no office in what {@code articles} say.
     *
     * @param situations what tells who holds one on another page than the one that names them
     */
    public PrivateNames privateNames(List<Article> articles, List<Situation> situations) {
        return PrivateNames.of(
                articles, PublicNames.of(situations), a -> reading().extractor().strangers(a));
    }

    /** What decides which crisis a page belongs to. */
    public Profile profile(Claim.Claims page) {
        return Profile.of(page, names);
    }

    /** One situation for each crisis, ordered by its id, where nobody judged anything. */
    public List<Situation> situations(List<Claim.Claims> pages, Optional<LocalDate> asOf) {
        return situations(crises(pages), List.of(), asOf);
    }

    /**
     * One situation for each crisis, ordered by its id.
     *
     * @param crises pages that {@link #crises} put and dated together
     */
    public List<Situation> situations(
            List<List<Claim.Claims>> crises, List<Judgement> judgements, Optional<LocalDate> asOf) {
        // Pages that nobody judged are one crisis still, so they need not be sorted again.
        if (judgements.isEmpty() && asOf.isEmpty())
            return readable(crises.stream()
                    .map(reconciler::situation)
                    .sorted(Comparator.comparing(Situation::crisis))
                    .toList());
        return crises.stream()
                .flatMap(crisis -> situations(Judged.of(crisis, judgements), asOf).stream())
                .sorted(Comparator.comparing(Situation::crisis))
                .toList();
    }

    /** The situations of one crisis's pages as people judged them: more than one where its days hold it together no longer. */
    public List<Situation> situations(Judged judged, Optional<LocalDate> asOf) {
        return readable(reconciler.situations(judged.pages(), asOf, rulings(judged)));
    }

    /** Without crises of which nothing is known because no pack reads the language of any of their pages. */
    private List<Situation> readable(List<Situation> all) {
        return all.stream()
                .filter(s -> !s.claims().isEmpty()
                        || s.articles().stream()
                                .anyMatch(a ->
                                        packs.languages().contains(a.language().split("-", 2)[0])))
                .toList();
    }

    private static Rulings rulings(Judged judged) {
        return new Rulings(
                judged.names().stream()
                        .map(n -> new Rulings.Spellings(n.scope(), n.forms(), n.one()))
                        .toList(),
                judged.same().stream()
                        .map(s -> new Rulings.Same(s.claim(), s.other()))
                        .toList());
    }

    /**
     * The pages of each crisis, undated ones read anew where the dated pages of their crisis all lie in one year: "on 12 January" then is
     * a day, and the page is dated, as inferred, where its own days tell when it was published, or where another page dates the same
     * event on the weekday that it names. Where neither does, what it tells as still to come may say by when it was published.
     */
    public List<List<Claim.Claims>> crises(List<Claim.Claims> pages) {
        return crises(pages, crisis -> reading().dating().compared(crisis));
    }

    private List<List<Claim.Claims>> crises(List<Claim.Claims> pages, UnaryOperator<List<Claim.Claims>> dated) {
        List<List<Claim.Claims>> out = new ArrayList<>();
        for (List<Claim.Claims> crisis : new Crises(names).sort(pages).values()) {
            // A day that a page has only now may part it from the others.
            if (Dating.open(crisis))
                out.addAll(new Crises(names).sort(dated.apply(crisis)).values());
            else out.add(crisis);
        }
        return out;
    }

    /**
     * The same pages in the same order, as each tells its claims itself: in the year of its crisis, and where a page knows its own month
     * or year, with the day of a weekday that it names and that only one event of the others can be. Days of publication that only a
     * comparison of several pages' events gives are the situation's, not the page's.
     */
    public List<Claim.Claims> together(List<Claim.Claims> pages) {
        if (!pages.stream().anyMatch(Dating::undated)) return pages;
        return inOrder(pages, crises(pages, crisis -> reading().dating().own(crisis)));
    }

    /** The pages of all crises in the order in which they came. */
    public static List<Claim.Claims> inOrder(List<Claim.Claims> pages, List<List<Claim.Claims>> crises) {
        Map<String, Claim.Claims> dated = new HashMap<>();
        for (List<Claim.Claims> crisis : crises)
            for (Claim.Claims p : crisis) dated.put(p.article().page(), p);
        return pages.stream()
                .map(p -> dated.getOrDefault(p.article().page(), p))
                .toList();
    }

    /**
     * Where a page belongs.
     *
     * @param story the smallest key among the pages that tell of the same event in its language
     * @param crisis the smallest key among the pages of its crisis, in whatever language
     * @param copyOf the page that its text likely comes from, see {@link Reprints.Why}
     */
    public record Sorted(String page, String story, String crisis, Optional<String> copyOf) {}

    /** Every page with its story and crisis, in order of the pages' keys. */
    public List<Sorted> sorted(List<Claim.Claims> pages) {
        List<Article> articles = pages.stream().map(Claim.Claims::article).toList();
        Map<String, String> crises = new HashMap<>();
        new Crises(names)
                .sort(pages)
                .forEach((id, all) -> all.forEach(p -> crises.put(p.article().page(), id)));
        Map<String, String> originals = new HashMap<>();
        for (Reprints.Group g : copies(pages)) for (Reprints.Link l : g.copies()) originals.put(l.page(), g.original());
        List<Sorted> out = new ArrayList<>();
        Stories.sort(articles, packs)
                .forEach((page, story) -> out.add(new Sorted(
                        page,
                        story,
                        Objects.requireNonNull(crises.get(page)),
                        Optional.ofNullable(originals.get(page)))));
        return out;
    }

    /** Pages that carry one text, by the page that it likely comes from. */
    public List<Reprints.Group> copies(List<Claim.Claims> pages) {
        return Reprints.of(pages, names);
    }

    /** What a page says otherwise than an older version of it did. */
    public Revision revision(Page before, Page after) {
        return Revision.between(version(before), version(after));
    }

    private Revision.Version version(Page page) {
        Claim.Claims claims = claims(page);
        Article article = claims.article();
        List<Span> sentences = new ArrayList<>();
        for (Passage p : article.passages())
            switch (p.role()) {
                case HEADLINE, BODY, QUOTED, CAPTION ->
                    packs.pack(p.language())
                            .map(pack -> pack.text(article.text(), p.span()))
                            .ifPresentOrElse(
                                    text -> text.sentences().forEach(s -> sentences.add(text.span(s))),
                                    () -> sentences.addAll(sentences(article.text(), p.span())));
                case TEASER, COMMENT, CHROME -> {}
            }
        return new Revision.Version(claims, sentences);
    }

    /** By the rules that Unicode gives for a language that no pack knows (Standard Annex 29). */
    private static List<Span> sentences(String text, Span span) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(span.of(text));
        List<Span> out = new ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next())
            out.add(new Span(span.start() + from, span.start() + to));
        return out;
    }
}
