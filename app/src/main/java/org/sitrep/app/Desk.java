package org.sitrep.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
import java.util.TreeMap;
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
 * Works on one ledger with what was derived from its pages before: each page version is read once, and a report on one crisis reads
 * only that crisis's pages, however many others there are.
 */
final class Desk implements AutoCloseable, Crises.Neighbours<Neighbour> {
    /** Page versions whose sheets are added in one transaction. */
    private static final int BATCH = 500;
    /** Up to so many pages all crises are told apart at once, in memory. */
    private static final int TOGETHER = 20_000;
    /** In a larger ledger a report needs to be told on what. */
    private static final int FEW = 2_000;
    /** Pages from which crises are sought that words may mean. */
    private static final int SEEDS = 500;

    private final Session session;
    private final String where;
    private final Ledger ledger;
    private final Shelf shelf;
    private final long knownAt;
    private final Map<Long, Profile> profiles = new HashMap<>();

    /** @param knownAt only what the ledger knew when this entry was its last */
    Desk(Session session, String where, OptionalLong knownAt) {
        this.session = session;
        this.where = where;
        this.ledger = Ledgers.openToWrite(where, Clock.systemUTC());
        this.shelf = ledger.shelf();
        this.knownAt = knownAt.orElse(Long.MAX_VALUE - 1);
        derive(session, shelf);
    }

    /** Whether {@code argument} is a ledger whose shelf may be filled. */
    static boolean sits(String argument) {
        return PostgresLedger.isAddress(argument)
                || Ledgers.is(argument)
                        && Files.isWritable(Path.of(argument))
                        && Files.isWritable(Path.of(argument).toAbsolutePath().getParent());
    }

    /** Reads every page version of which nothing was derived yet, or not by this program. */
    static void derive(Session session, Shelf shelf) {
        String reader = session.reader();
        if (!shelf.madeBy(reader)) shelf.clear(reader);
        List<Shelf.Missing> missing = shelf.missing(0, BATCH);
        while (!missing.isEmpty()) {
            Map<Page, Long> sequences = new IdentityHashMap<>();
            for (Shelf.Missing m : missing) sequences.put(m.page(), m.sequence());
            List<Shelf.Sheet> sheets = new ArrayList<>();
            session.work(
                    missing.stream().map(Shelf.Missing::page).toList(),
                    page -> Sheets.of(session.pipeline(), Objects.requireNonNull(sequences.get(page)), page),
                    sheets::add);
            shelf.put(sheets);
            missing = shelf.missing(missing.getLast().sequence(), BATCH);
        }
    }

    /** The pages of the crises that {@code about} may mean, and the judgements; of a small ledger all pages. */
    Session.Reading read(Optional<String> about) {
        List<List<Claim.Claims>> crises = new ArrayList<>();
        List<Claim.Claims> pages = new ArrayList<>();
        for (List<Neighbour> members : chosen(about)) {
            List<Claim.Claims> raw =
                    members.stream().map(this::claims).flatMap(Optional::stream).toList();
            crises.addAll(session.pipeline().crises(raw));
        }
        for (List<Claim.Claims> crisis : crises) pages.addAll(crisis);
        pages.sort(Comparator.comparing(p -> p.article().page()));
        session.held(pages.size());
        return new Session.Reading(pages, crises, ledger.judgements(knownAt));
    }

    private Optional<Claim.Claims> claims(Neighbour page) {
        return shelf.claims(page.sequence()).map(bytes -> Binary.record(bytes, Claim.Claims.class));
    }

    private Collection<List<Neighbour>> chosen(Optional<String> about) {
        if (about.isEmpty()) return all();
        Optional<Neighbour> page = shelf.version(about.get(), knownAt);
        if (page.isPresent()) return List.of(List.copyOf(Crises.component(page.get(), this)));
        return few() ? all() : fitting(about.get());
    }

    private boolean few() {
        return shelf.holding("", FEW + 1, knownAt).size() <= FEW;
    }

    /** The crises of pages whose headline or names hold the rarest of the words. */
    private Collection<List<Neighbour>> fitting(String about) {
        List<Neighbour> seeds = List.of();
        for (String word : org.sitrep.app.Crises.words(about)) {
            List<Neighbour> holding = shelf.holding(word, SEEDS, knownAt);
            if (!holding.isEmpty() && (seeds.isEmpty() || holding.size() < seeds.size())) seeds = holding;
        }
        if (seeds.isEmpty())
            throw new Failure(
                    Failure.USAGE,
                    where + ": no headline and no name holds \u201c" + about + "\u201d; `sitrep crises " + where
                            + "` lists what there is");
        return components(seeds);
    }

    /** Every crisis. */
    private Collection<List<Neighbour>> all() {
        List<Neighbour> versions = new ArrayList<>();
        shelf.versions(knownAt, versions::add);
        if (versions.size() > TOGETHER) return components(versions);
        List<Profile> all = versions.stream().map(this::profile).toList();
        return Crises.components(all).stream()
                .map(places -> places.stream().map(versions::get).toList())
                .toList();
    }

    private Collection<List<Neighbour>> components(List<Neighbour> seeds) {
        Map<String, List<Neighbour>> out = new TreeMap<>();
        Set<Neighbour> seen = new HashSet<>();
        for (Neighbour seed : seeds) {
            if (seen.contains(seed)) continue;
            Set<Neighbour> members = Crises.component(seed, this);
            seen.addAll(members);
            out.put(seed.page(), List.copyOf(members));
            profiles.clear();
        }
        return out.values();
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
