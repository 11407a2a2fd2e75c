package org.sitrep.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.sitrep.desk.Desk;
import org.sitrep.judge.Judgement;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Recorded;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;
import org.sitrep.model.Situation;
import org.sitrep.relate.Crises;

/**
 * The ledger as it stands after one of its entries. Of a small ledger all crises are read together; of a large one each when it is
 * asked for, and the ones that were looked at last are kept.
 */
final class Snapshot {
    /** Pages whose crises are kept in memory; a page with its claims takes some 30 kB. */
    private static final int MOST_PAGES = 6_000;

    /** Searches whose results are kept. */
    private static final int MOST_QUESTIONS = 64;

    private final Room room;
    private final long sequence;
    private final boolean few;
    private final List<Judgement> judgements;
    private final List<Shelf.Neighbour> versions;
    /** Crises in memory by each of their pages' keys. */
    private final Map<String, Crisis> byPage = new ConcurrentHashMap<>();

    private final Map<Crisis, AtomicLong> used = new ConcurrentHashMap<>();
    private final AtomicLong uses = new AtomicLong();
    private volatile boolean whole;
    private final Map<String, List<Search.Hit>> found = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Search.Hit>> eldest) {
            return size() > MOST_QUESTIONS;
        }
    };

    /** What of an earlier state still holds: the crises without any of these pages. */
    record Kept(Snapshot before, Set<String> touched) {}

    Snapshot(Room room, long sequence, Optional<Kept> kept) {
        this.room = room;
        this.sequence = sequence;
        this.versions = room.at(sequence, Desk::versions);
        this.few = versions.size() <= Desk.FEW;
        this.judgements = room.at(sequence, Desk::judgements);
        kept.ifPresent(this::keep);
    }

    private void keep(Kept kept) {
        for (Crisis crisis : new HashSet<>(kept.before.byPage.values()))
            if (crisis.read().stream()
                    .noneMatch(p -> kept.touched.contains(p.article().page()))) put(crisis);
    }

    /** Number of the last entry. */
    long sequence() {
        return sequence;
    }

    Room room() {
        return room;
    }

    /** Whether there are so few pages that all of them may be looked at for one answer. */
    boolean few() {
        return few;
    }

    /** The latest version of every page, by page key. */
    List<Shelf.Neighbour> versions() {
        return versions;
    }

    List<Judgement> judgements() {
        return judgements;
    }

    /** What a list says of each crisis, most pages first. Of a large ledger only of those that were told apart so far. */
    List<Line> lines() {
        if (!few) return room.register().lines();
        return all().stream()
                .flatMap(c -> Line.of(c).stream())
                .sorted(Line.ORDER)
                .toList();
    }

    /** Whether {@link #lines} tells of every crisis by now. */
    boolean complete() {
        return few || room.register().complete();
    }

    /** Every crisis of a small ledger. */
    List<Crisis> all() {
        if (!few) throw new IllegalStateException("too many pages to be looked at together");
        if (!whole) readAll();
        return byPage.values().stream()
                .distinct()
                .sorted(Comparator.comparing(
                        (Crisis c) -> c.read().getFirst().article().page()))
                .toList();
    }

    private synchronized void readAll() {
        if (whole) return;
        for (List<Claim.Claims> pages :
                room.at(sequence, d -> d.read(Optional.empty())).crises())
            if (!byPage.containsKey(pages.getFirst().article().page())) put(crisis(pages));
        whole = true;
    }

    /** The crisis that the page {@code key} belongs to. */
    Optional<Crisis> crisisOf(String key) {
        if (!byPage.containsKey(key)) {
            if (few) readAll();
            else read(key);
        }
        Optional<Crisis> crisis = Optional.ofNullable(byPage.get(key));
        crisis.ifPresent(c -> used.computeIfAbsent(c, x -> new AtomicLong()).set(uses.incrementAndGet()));
        return crisis;
    }

    private synchronized void read(String key) {
        if (byPage.containsKey(key)) return;
        Crises.Found<Claim.Claims> found = room.at(sequence, d -> d.crisis(key));
        if (found.pages().isEmpty()) return;
        Crisis crisis = new Crisis(room.pipeline(), found.pages(), judgements, found.whole());
        used.put(crisis, new AtomicLong(uses.incrementAndGet()));
        put(crisis);
        forget();
    }

    /** The crisis of pages that were read together. */
    Crisis crisis(List<Claim.Claims> pages) {
        return new Crisis(room.pipeline(), pages, judgements, true);
    }

    private void put(Crisis crisis) {
        for (Claim.Claims p : crisis.read()) byPage.put(p.article().page(), crisis);
    }

    /** Lets go of what was looked at longest ago. */
    private void forget() {
        while (byPage.size() > MOST_PAGES && used.size() > 1) {
            Crisis oldest = used.entrySet().stream()
                    .min(Comparator.comparingLong(e -> e.getValue().get()))
                    .orElseThrow()
                    .getKey();
            used.remove(oldest);
            byPage.values().removeIf(c -> c == oldest);
        }
    }

    /** The page with {@code key}, as people judged it. */
    Optional<Claim.Claims> page(String key) {
        return crisisOf(key).flatMap(c -> c.page(key));
    }

    /** Whether the page {@code key} came as HTML. */
    boolean html(String key) {
        return versions.stream()
                .filter(v -> v.page().equals(key))
                .findFirst()
                .flatMap(v -> room.reading((Ledger l) -> l.page(v.sequence())))
                .filter(p -> p.format() == Page.Format.HTML)
                .isPresent();
    }

    /**
     * The page and claim with {@code id}, as reading found it.
     *
     * @param page the page's key; without it a large ledger looks only into the crises that were asked for lately
     */
    Optional<Crisis.Found> claim(String id, Optional<String> page) {
        if (page.isPresent()) return crisisOf(page.get()).flatMap(c -> c.claim(id));
        List<Crisis> crises = few ? all() : List.copyOf(new HashSet<>(byPage.values()));
        return crises.stream().flatMap(c -> c.claim(id).stream()).findFirst();
    }

    /** The situation of the crisis that the page {@code crisis} belongs to, as of a day. */
    Optional<Situation> situation(String crisis, Optional<LocalDate> asOf) {
        return crisisOf(crisis).flatMap(c -> c.situation(asOf));
    }

    /** The situation that a page's claims went into. */
    Optional<Situation> situationOf(String page) {
        return situation(page, Optional.empty())
                .filter(s -> s.articles().stream().anyMatch(a -> a.page().equals(page)));
    }

    /** What became no claim on the pages of {@code situation}. */
    List<Claim.Refused> refused(Situation situation) {
        return crisisOf(situation.articles().getFirst().page())
                .map(c -> c.refused(situation))
                .orElse(List.of());
    }

    /** The first {@code most} entries after entry {@code after} up to this state, oldest first. */
    List<Recorded> entries(long after, int most) {
        return room.reading((Ledger l) -> l.entries(after, most)).stream()
                .filter(e -> e.sequence() <= sequence)
                .toList();
    }

    /** The judgement that the entry of this number is, where it is one. */
    Optional<Recorded> judgement(String number) {
        return room.reading(Ledger::decisions).stream()
                .filter(r -> r.entry() instanceof Entry.Judgement
                        && Long.toString(r.sequence()).equals(number))
                .findFirst();
    }

    /** What {@code work} finds, found once for each {@code question} that was asked lately. */
    List<Search.Hit> found(String question, Supplier<List<Search.Hit>> work) {
        synchronized (found) {
            List<Search.Hit> known = found.get(question);
            if (known != null) return known;
        }
        List<Search.Hit> made = List.copyOf(work.get());
        synchronized (found) {
            found.put(question, made);
        }
        return made;
    }

    /** Each of at most {@code most} pages that {@link Desk#holding} gives, as a crisis by itself, the newest first. */
    List<Crisis> holding(List<List<String>> words, int most) {
        return room.at(sequence, d -> d.holding(words, most)).stream()
                .map(page -> crisis(List.of(page)))
                .toList();
    }
}
