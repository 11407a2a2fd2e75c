package org.sitrep.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sitrep.Pipeline;
import org.sitrep.judge.Judgement;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.PostgresLedger;
import org.sitrep.ledger.Shelf;
import org.sitrep.ledger.Shelf.Neighbour;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;
import org.sitrep.record.Binary;
import org.sitrep.relate.Crises;
import org.sitrep.relate.Profile;

/**
 * Works on one ledger with what was derived from its pages before: each page version is read once, and one crisis is found from
 * any of its pages without reading the others, however many there are. For use by one thread.
 */
public final class Desk implements AutoCloseable, Crises.Neighbours<Neighbour> {
    /** Page versions whose sheets are added in one transaction. */
    private static final int BATCH = 500;
    /** The note of the entry up to which every page version was read. */
    private static final String DONE = "derived";
    /** Up to so many pages all crises are told apart at once, in memory. */
    private static final int TOGETHER = 20_000;
    /** In a larger ledger a report needs to be told on what. */
    public static final int FEW = 2_000;
    /**
     * So many pages are read when one crisis is opened, not counting those that hang on others. A larger crisis, or whatever hangs together
     * without end, is cut to the pages nearest to the one asked for.
     */
    static final int MOST = 150;
    /** Pages from which crises are sought that words may mean. */
    private static final int SEEDS = 500;

    private final Pipeline pipeline;
    private final Ledger ledger;
    private final Shelf shelf;
    private final long knownAt;
    private final Map<Long, Profile> profiles = new HashMap<>();

    /**
     * A desk over a ledger from whose pages everything is derived ({@link #derive}).
     *
     * @param knownAt only what the ledger knew when this entry was its last
     */
    public Desk(Pipeline pipeline, Ledger ledger, OptionalLong knownAt) {
        this.pipeline = pipeline;
        this.ledger = ledger;
        this.shelf = ledger.shelf();
        this.knownAt = knownAt.orElse(Long.MAX_VALUE - 1);
    }

    /** Whether {@code argument} is a ledger whose shelf may be filled. */
    public static boolean sits(String argument) {
        return PostgresLedger.isAddress(argument)
                || Ledgers.is(argument)
                        && Files.isWritable(Path.of(argument))
                        && Files.isWritable(Path.of(argument).toAbsolutePath().getParent());
    }

    /** Works on pages, on all cores if it can, and hands on what comes of each in their order; a page that it stumbles over it leaves out. */
    public interface Work {
        <T> void each(List<Page> pages, Function<Page, T> work, Consumer<T> sink);
    }

    /**
     * Reads every page version of which nothing was derived yet, or not by this program. Up to which entry all is done is noted now and
     * then, so that a large ledger is not looked through each time.
     *
     * @param program as {@link Program#name} tells it
     */
    public static void derive(Pipeline pipeline, String program, Shelf shelf, Work work) {
        if (!shelf.madeBy(program)) shelf.clear(program);
        long before = shelf.note(DONE).map(Shelf.Note::entry).orElse(0L);
        // Asked before what is missing: entries that come meanwhile are not taken for done.
        long done = Math.max(before, shelf.last());
        List<Shelf.Missing> missing = shelf.missing(before, BATCH);
        if (!missing.isEmpty()) pipeline.prepare(); // a broken language pack stops the run before any page is read
        while (!missing.isEmpty()) {
            Map<Page, Long> sequences = new IdentityHashMap<>();
            for (Shelf.Missing m : missing) sequences.put(m.page(), m.sequence());
            List<Shelf.Sheet> sheets = new ArrayList<>();
            work.each(
                    missing.stream().map(Shelf.Missing::page).toList(),
                    page -> Sheets.of(pipeline, Objects.requireNonNull(sequences.get(page)), page),
                    sheets::add);
            shelf.put(sheets);
            done = Math.max(done, missing.getLast().sequence());
            missing = shelf.missing(missing.getLast().sequence(), BATCH);
        }
        if (done - before >= BATCH) shelf.note(DONE, new Shelf.Note(done, new byte[0]));
    }

    /**
     * Pages as they were read, dated together, in order of their keys and crisis by crisis, and the judgements on them.
     *
     * @param cut keys of pages of crises that have more pages than were sought
     */
    public record Reading(
            List<Claim.Claims> pages, List<List<Claim.Claims>> crises, List<Judgement> judgements, Set<String> cut) {
        /** What is told of crises whose pages are all there. */
        public Reading(List<Claim.Claims> pages, List<List<Claim.Claims>> crises, List<Judgement> judgements) {
            this(pages, crises, judgements, Set.of());
        }
    }

    /**
     * The pages of the crises that {@code about} may mean, and the judgements; of a small ledger all pages. Nothing where {@code about}
     * is no page's key and no headline and no name holds one of its words.
     */
    public Reading read(Optional<String> about) {
        return reading(chosen(about), judgements());
    }

    /** Hands on everything: of few pages at once, of many crisis by crisis, so that no more than one is held. At least one reading. */
    public void each(Consumer<Reading> sink) {
        if (few()) {
            sink.accept(read(Optional.empty()));
            return;
        }
        List<Judgement> judgements = judgements();
        for (Crises.Found<Neighbour> found : all()) sink.accept(reading(List.of(found), judgements));
    }

    private Reading reading(Collection<Crises.Found<Neighbour>> wanted, List<Judgement> judgements) {
        List<List<Claim.Claims>> crises = new ArrayList<>();
        List<Claim.Claims> pages = new ArrayList<>();
        Set<String> cut = new HashSet<>();
        for (Crises.Found<Neighbour> found : wanted) {
            crises.addAll(crises(found.pages()));
            if (!found.whole()) found.pages().forEach(p -> cut.add(p.page()));
        }
        for (List<Claim.Claims> crisis : crises) pages.addAll(crisis);
        pages.sort(Comparator.comparing(p -> p.article().page()));
        return new Reading(pages, crises, judgements, cut);
    }

    /** Judgements that hold. */
    public List<Judgement> judgements() {
        return ledger.judgements(knownAt);
    }

    /** The pages of the crisis that the page {@code key} belongs to, dated together; none where there is no such page. */
    public Crises.Found<Claim.Claims> crisis(String key) {
        return shelf.version(key, knownAt)
                .map(page -> crisis(around(page)))
                .orElse(new Crises.Found<>(List.of(), true));
    }

    /** The pages of a crisis that {@link #all} told apart, dated together. */
    public Crises.Found<Claim.Claims> crisis(Crises.Found<Neighbour> found) {
        return new Crises.Found<>(
                crises(found.pages()).stream().flatMap(List::stream).toList(), found.whole());
    }

    private Crises.Found<Neighbour> around(Neighbour page) {
        return Crises.around(page, this, MOST);
    }

    private List<List<Claim.Claims>> crises(List<Neighbour> members) {
        return pipeline.crises(
                members.stream().map(this::claims).flatMap(Optional::stream).toList());
    }

    /** What was read from the page {@code key} by itself: an undated page is not dated from its crisis. */
    public Optional<Claim.Claims> page(String key) {
        return shelf.version(key, knownAt).flatMap(this::claims);
    }

    /** The latest version of every page, by page key. */
    public List<Neighbour> versions() {
        List<Neighbour> versions = new ArrayList<>();
        shelf.versions(knownAt, versions::add);
        return versions;
    }

    /** Keys of the pages with which the page {@code key} is compared; whatever it brings or takes away changes no crisis without one of them. */
    public Set<String> near(String key) {
        Set<String> out = new HashSet<>();
        shelf.version(key, knownAt).ifPresent(page -> of(page).forEach(n -> out.add(n.page())));
        return out;
    }

    /**
     * What was read from at most {@code most} pages, the newest first, that hold for each of {@code words} one that begins with one of its
     * parts, in headline, names or quotes or among the kinds of their claims.
     *
     * @param words as {@link Folding#terms} gives them
     */
    public List<Claim.Claims> holding(List<List<String>> words, int most) {
        if (words.isEmpty()) return List.of();
        return shelf.holding(words, true, most, knownAt).stream()
                .flatMap(n -> claims(n).stream())
                .toList();
    }

    private Optional<Claim.Claims> claims(Neighbour page) {
        return shelf.claims(page.sequence()).map(bytes -> Binary.record(bytes, Claim.Claims.class));
    }

    private Collection<Crises.Found<Neighbour>> chosen(Optional<String> about) {
        if (about.isEmpty()) return all();
        Optional<Neighbour> page = shelf.version(about.get(), knownAt);
        if (page.isPresent()) return List.of(around(page.get()));
        return few() ? all() : components(seeds(about.get(), SEEDS));
    }

    /** Whether there are so few pages that all of them may be read at once. */
    public boolean few() {
        return shelf.holding(List.of(), false, FEW + 1, knownAt).size() <= FEW;
    }

    private List<Neighbour> seeds(String about, int most) {
        List<Neighbour> seeds = List.of();
        for (String word : Folding.words(about)) {
            List<Neighbour> holding = shelf.holding(each(Folding.terms(word)), false, most, knownAt);
            if (!holding.isEmpty() && (seeds.isEmpty() || holding.size() < seeds.size())) seeds = holding;
        }
        return seeds;
    }

    private static List<List<String>> each(List<String> terms) {
        return terms.stream().map(List::of).toList();
    }

    /** The page versions of every crisis. Of a large ledger, crises that are too large are cut into parts. */
    public Collection<Crises.Found<Neighbour>> all() {
        List<Neighbour> versions = versions();
        if (versions.size() > TOGETHER) return components(versions);
        List<Profile> all = versions.stream().map(this::profile).toList();
        return Crises.components(all).stream()
                .map(places ->
                        new Crises.Found<>(places.stream().map(versions::get).toList(), true))
                .toList();
    }

    private Collection<Crises.Found<Neighbour>> components(List<Neighbour> seeds) {
        List<Crises.Found<Neighbour>> out = new ArrayList<>();
        Set<Neighbour> seen = new HashSet<>();
        for (Neighbour seed : seeds) {
            if (seen.contains(seed)) continue;
            Crises.Found<Neighbour> found = around(seed);
            List<Neighbour> pages =
                    found.pages().stream().filter(p -> !seen.contains(p)).toList();
            seen.addAll(pages);
            out.add(new Crises.Found<>(pages, found.whole()));
            profiles.clear();
        }
        out.sort(Comparator.comparing(f -> f.pages().getFirst().page()));
        return out;
    }

    @Override
    public Profile profile(Neighbour page) {
        return profiles.computeIfAbsent(
                page.sequence(), s -> Binary.record(shelf.profile(s).orElseThrow(), Profile.class));
    }

    @Override
    public Set<Neighbour> of(Neighbour page) {
        Profile profile = profile(page);
        Set<Neighbour> out = new LinkedHashSet<>();
        Shelf.Place place = new Shelf.Place(profile.from().toEpochDay(), page.page());
        for (long key : Sheets.keys(profile)) {
            if (profile.dated()) dated(key, place, profile, out);
            else undated(key, place, out);
        }
        out.remove(page);
        return out;
    }

    private static final int NEAR = Crises.NEIGHBOURS - 1;
    private static final long UNDATED = LocalDate.MIN.toEpochDay();

    private void dated(long key, Shelf.Place place, Profile profile, Set<Neighbour> out) {
        Crises.Reach reach = Crises.reach(profile);
        out.addAll(shelf.after(key, place, reach.last(), NEAR, knownAt));
        out.addAll(shelf.before(key, place, reach.first(), NEAR, knownAt));
        List<Neighbour> undated = shelf.after(key, START, UNDATED, Crises.NEIGHBOURS, knownAt);
        // Only the first of the dated ones meet the undated.
        if (!undated.isEmpty()
                && shelf.before(key, place, UNDATED + 1, Crises.NEIGHBOURS, knownAt)
                                .size()
                        < Crises.NEIGHBOURS) out.addAll(undated);
    }

    private static final Shelf.Place START = new Shelf.Place(UNDATED, "");
    private static final Shelf.Place FIRST_DATED = new Shelf.Place(UNDATED + 1, "");

    private void undated(long key, Shelf.Place place, Set<Neighbour> out) {
        out.addAll(shelf.after(key, place, UNDATED, NEAR, knownAt));
        List<Neighbour> before = shelf.before(key, place, UNDATED, Crises.NEIGHBOURS, knownAt);
        out.addAll(before.size() > NEAR ? before.subList(0, NEAR) : before);
        if (before.size() < Crises.NEIGHBOURS)
            out.addAll(shelf.after(key, FIRST_DATED, Long.MAX_VALUE, Crises.NEIGHBOURS, knownAt));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
