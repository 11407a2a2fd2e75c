package org.sitrep.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sitrep.Pipeline;
import org.sitrep.desk.Review;
import org.sitrep.judge.Judged;
import org.sitrep.judge.Judgement;
import org.sitrep.judge.Question;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** The pages of one crisis as they were read and as people judged them, and what is known of it on the days that were asked for. */
final class Crisis {
    /** One crisis after the other: readers of the others need the processors. */
    private static final Executor WEIGHING = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("weighing").factory());

    private static final int MOST_DAYS = 32;
    private static final int MOST_PAST = 12;
    private static final int MOST_WRITTEN = 24;

    private final Pipeline pipeline;
    private final List<Claim.Claims> read;
    private final Judged judged;
    private Optional<CompletableFuture<List<Question>>> questions = Optional.empty();
    private final Map<Optional<LocalDate>, List<Situation>> days = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Optional<LocalDate>, List<Situation>> eldest) {
            return size() > MOST_DAYS;
        }
    };
    private final Map<Long, List<Situation>> past = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Situation>> eldest) {
            return size() > MOST_PAST;
        }
    };

    private final Map<String, String> written = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_WRITTEN;
        }
    };

    private final boolean whole;

    /** @param whole whether these are all its pages */
    Crisis(Pipeline pipeline, List<Claim.Claims> read, List<Judgement> judgements, boolean whole) {
        this.whole = whole;
        this.pipeline = pipeline;
        this.read = List.copyOf(read);
        this.judged = Judged.of(this.read, judgements);
    }

    /** Every page's claims as reading found them, the rejected ones too. */
    List<Claim.Claims> read() {
        return read;
    }

    /** The same as people judged them. */
    Judged judged() {
        return judged;
    }

    /** What {@code work} writes of it, written once for each {@code key} while the crisis stays as it is. */
    String once(String key, Supplier<String> work) {
        synchronized (written) {
            String known = written.get(key);
            if (known != null) return known;
        }
        String made = work.get();
        synchronized (written) {
            written.put(key, made);
        }
        return made;
    }

    /** Keys of its pages. */
    List<String> keys() {
        return read.stream().map(p -> p.article().page()).toList();
    }

    /** What was known when an earlier entry was the last, worked out by {@code work} once. */
    synchronized List<Situation> past(long entry, Supplier<List<Situation>> work) {
        return past.computeIfAbsent(entry, e -> work.get());
    }

    /** What should be decided about it, worked out once and beside everything else: it costs dozens of reconciliations. */
    synchronized CompletableFuture<List<Question>> questions(Situation situation, List<Judgement> judgements) {
        CompletableFuture<List<Question>> known = questions
                .filter(q -> !q.isCompletedExceptionally())
                .orElseGet(() -> CompletableFuture.supplyAsync(
                        () -> new Review(pipeline, judged, judgements).questions(situation), WEIGHING));
        questions = Optional.of(known);
        return known;
    }

    /** The page {@code key}, as people judged it. */
    Optional<Claim.Claims> page(String key) {
        return judged.pages().stream()
                .filter(p -> p.article().page().equals(key))
                .findFirst();
    }

    /** The claim {@code id} on its page, as reading found it. */
    Optional<Found> claim(String id) {
        for (Claim.Claims page : read)
            for (Claim claim : page.claims()) if (claim.id().equals(id)) return Optional.of(new Found(page, claim));
        return Optional.empty();
    }

    /** A claim on its page. */
    record Found(Claim.Claims page, Claim claim) {}

    /** What is known as of a day; nothing where no page was published by then, or no language pack reads any of them. */
    Optional<Situation> situation(Optional<LocalDate> asOf) {
        return situations(asOf).stream()
                .max(Comparator.comparingInt(s -> s.articles().size()));
    }

    private synchronized List<Situation> situations(Optional<LocalDate> asOf) {
        return days.computeIfAbsent(
                asOf,
                day -> pipeline.situations(judged, day).stream()
                        .map(s -> whole ? s : s.cut())
                        .toList());
    }

    /** What became no claim on the pages of {@code situation}. */
    List<Claim.Refused> refused(Situation situation) {
        Set<String> keys = situation.articles().stream().map(Article::page).collect(Collectors.toSet());
        return judged.pages().stream()
                .filter(p -> keys.contains(p.article().page()))
                .flatMap(p -> p.refused().stream())
                .toList();
    }
}
