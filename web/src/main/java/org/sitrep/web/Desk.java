package org.sitrep.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sitrep.Pipeline;
import org.sitrep.judge.Anchor;
import org.sitrep.judge.Judged;
import org.sitrep.judge.Judgement;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.Recorded;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;
import org.sitrep.model.Situation;

/**
 * One ledger with what is derived from it, kept until the ledger has a new entry. A page version is read once. Safe for use by
 * several threads: writers wait for one another, readers get the state of the last entry.
 */
final class Desk {
    private static final int MOST_AS_OF = 32;

    private final String file;
    private final Pipeline pipeline;
    private final Clock clock;
    private final Map<String, Claim.Claims> byVersion = new ConcurrentHashMap<>();
    private Optional<Snapshot> last = Optional.empty();

    Desk(String file, Pipeline pipeline, Clock clock) {
        this.file = file;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /**
     * The ledger as it stands after one of its entries.
     *
     * @param sequence that entry's number
     * @param read every page's claims as reading found them, the rejected ones too
     * @param judged the same as people judged them
     * @param entries every entry, oldest first
     */
    record Snapshot(long sequence, List<Claim.Claims> read, Judged judged, List<Recorded> entries, Views views) {
        /** The page with {@code key}, as people judged it. */
        Optional<Claim.Claims> page(String key) {
            return judged.pages().stream()
                    .filter(p -> p.article().page().equals(key))
                    .findFirst();
        }

        /** The page and claim with {@code id}, as reading found it. */
        Optional<Found> claim(String id) {
            for (Claim.Claims page : read)
                for (Claim claim : page.claims()) if (claim.id().equals(id)) return Optional.of(new Found(page, claim));
            return Optional.empty();
        }

        /** One situation for each crisis, most pages first. */
        List<Situation> situations(Optional<LocalDate> asOf) {
            return views.of(asOf);
        }

        /**
         * The situation of a crisis as of a day. Its id is its smallest page key, and that page may not have been published by
         * then, so the situation that shares most pages with it is the one.
         */
        Optional<Situation> situation(String crisis, Optional<LocalDate> asOf) {
            Optional<Situation> whole = situations(Optional.empty()).stream()
                    .filter(s -> s.crisis().equals(crisis))
                    .findFirst();
            if (asOf.isEmpty() || whole.isEmpty()) return whole;
            Set<String> keys = keys(whole.get());
            return situations(asOf).stream()
                    .filter(s -> shared(s, keys) > 0)
                    .max(Comparator.comparingLong(s -> shared(s, keys)));
        }

        /** The situation that a page's claims went into. */
        Optional<Situation> situationOf(String page) {
            return situations(Optional.empty()).stream()
                    .filter(s -> s.articles().stream().anyMatch(a -> a.page().equals(page)))
                    .findFirst();
        }

        /** What became no claim on the pages of {@code situation}. */
        List<Claim.Refused> refused(Situation situation) {
            Set<String> keys = keys(situation);
            return judged.pages().stream()
                    .filter(p -> keys.contains(p.article().page()))
                    .flatMap(p -> p.refused().stream())
                    .toList();
        }

        private static Set<String> keys(Situation situation) {
            return situation.articles().stream().map(Article::page).collect(Collectors.toSet());
        }

        private static long shared(Situation situation, Set<String> keys) {
            return situation.articles().stream()
                    .filter(a -> keys.contains(a.page()))
                    .count();
        }
    }

    /** A claim on its page. */
    record Found(Claim.Claims page, Claim claim) {}

    /** The situations of one snapshot on the days that were asked for. */
    static final class Views {
        private final Pipeline pipeline;
        private final Judged judged;
        private final Map<Optional<LocalDate>, List<Situation>> days =
                Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Optional<LocalDate>, List<Situation>> eldest) {
                        return size() > MOST_AS_OF;
                    }
                });

        Views(Pipeline pipeline, Judged judged) {
            this.pipeline = pipeline;
            this.judged = judged;
        }

        List<Situation> of(Optional<LocalDate> asOf) {
            return days.computeIfAbsent(
                    asOf,
                    day -> pipeline.situations(judged, day).stream()
                            .sorted(Comparator.comparingInt(
                                            (Situation s) -> -s.articles().size())
                                    .thenComparing(Situation::crisis))
                            .toList());
        }
    }

    /** The ledger's file name, as people know it. */
    String name() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** The newest state. */
    synchronized Snapshot now() {
        try (Ledger ledger = Ledgers.openToRead(file)) {
            long known = last.map(Snapshot::sequence).orElse(-1L);
            List<Recorded> added = ledger.entries(Math.max(known, 0));
            if (last.isPresent() && added.isEmpty()) return last.get();
            List<Recorded> entries = new ArrayList<>(last.map(Snapshot::entries).orElse(List.of()));
            entries.addAll(added);
            last = Optional.of(snapshot(ledger, List.copyOf(entries)));
            return last.get();
        }
    }

    private Snapshot snapshot(Ledger ledger, List<Recorded> entries) {
        List<Page> pages = new ArrayList<>();
        ledger.pages(pages::add);
        List<Claim.Claims> read = pipeline.together(pages.parallelStream()
                .map(p -> byVersion.computeIfAbsent(p.key() + '\n' + p.version(), v -> pipeline.claims(p)))
                .toList());
        Set<String> alive = new HashSet<>();
        for (Page p : pages) alive.add(p.key() + '\n' + p.version());
        byVersion.keySet().retainAll(alive);
        long sequence = entries.isEmpty() ? 0 : entries.getLast().sequence();
        List<Judgement> judgements = ledger.judgements(Long.MAX_VALUE);
        Judged judged = Judged.of(read, judgements);
        return new Snapshot(sequence, read, judged, entries, new Views(pipeline, judged));
    }

    /** Adds pages; what became of each, in order. */
    synchronized List<Ledger.Outcome> add(List<Ledger.Addition> pages) {
        try (Ledger ledger = Ledgers.openToWrite(file, clock)) {
            return ledger.add(pages);
        }
    }

    /** Records what a person decided on a claim. */
    Recorded judge(Found found, Entry.Decision decision, Optional<String> correction, String by, String note) {
        Anchor anchor = Anchor.of(found.page().article(), found.claim());
        return append(new Entry.ClaimJudged(anchor, decision, correction, by, note));
    }

    /** Appends a judgement. */
    synchronized Recorded append(Entry.Judgement judgement) {
        try (Ledger ledger = Ledgers.openToWrite(file, clock)) {
            return ledger.append(judgement);
        }
    }
}
