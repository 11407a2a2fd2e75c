package org.sitrep.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.reconcile.Origins.Said;

/**
 * Claims that others may join, found by what any reason to join needs: a page, an agency, a speaker, a day, a term. Every head that a
 * reason of {@link Origins} can name is among the candidates, so the first that fits is the first of all; those that nothing connects
 * are never looked at, or a number that thousands of pages carry would be compared with itself as many times squared.
 */
final class Heads {
    private static final String EVER = "*";
    private static final String UNDATED = "?";

    private final Map<String, Set<String>> copies;
    private final List<Said> heads = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();

    /** @param copies by page, the pages that carry its text */
    Heads(Map<String, Set<String>> copies) {
        this.copies = copies;
    }

    void add(Said head) {
        for (String key : keys(head))
            places.computeIfAbsent(key, k -> new ArrayList<>()).add(heads.size());
        heads.add(head);
    }

    /** The first head that fits, in the order in which they were added. */
    Optional<Said> first(Said joining, Predicate<Said> fits) {
        List<List<Integer>> found = new ArrayList<>();
        for (String key : wanted(joining)) {
            List<Integer> at = places.get(key);
            if (at != null) found.add(at);
        }
        int[] next = new int[found.size()];
        while (true) {
            int head = Integer.MAX_VALUE;
            for (int i = 0; i < next.length; i++)
                if (next[i] < found.get(i).size())
                    head = Math.min(head, found.get(i).get(next[i]));
            if (head == Integer.MAX_VALUE) return Optional.empty();
            for (int i = 0; i < next.length; i++)
                if (next[i] < found.get(i).size() && found.get(i).get(next[i]) == head) next[i]++;
            if (fits.test(heads.get(head))) return Optional.of(heads.get(head));
        }
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(UNDATED);
    }

    private static List<String> keys(Said s) {
        List<String> out = new ArrayList<>(List.of("page|" + s.page()));
        s.agency().ifPresent(a -> out.addAll(List.of("agency|" + a + EVER, "agency|" + a + day(s.day()))));
        String who = s.speaker().named() ? "named|" : "nobody|";
        out.addAll(List.of(who + EVER, who + day(s.day())));
        for (String key : s.speaker().keys()) out.addAll(List.of("who|" + key + EVER, "who|" + key + day(s.day())));
        s.speaker().state().ifPresent(state -> out.add("state|" + state));
        if (s.claim() instanceof Claim.Commitment c) {
            c.due().ifPresent(d -> out.add("due|" + d.text()));
            c.durationDays().ifPresent(d -> out.add("days|" + d));
            notice(c).ifPresent(d -> out.add("notice|" + d));
        }
        return out;
    }

    /** Days from when a promise became known to the day that it names. */
    private static Optional<Long> notice(Claim.Commitment c) {
        Optional<LocalDate> due = c.due().flatMap(Edtf::day);
        return c.common().knownOn().flatMap(known -> due.map(d -> ChronoUnit.DAYS.between(known, d)));
    }

    private List<String> wanted(Said s) {
        List<String> out = new ArrayList<>(List.of("page|" + s.page()));
        for (String other : copies.getOrDefault(s.page(), Set.of())) out.add("page|" + other);
        s.agency().ifPresent(a -> near("agency|" + a, s, Origins.ONE_STORY, true, out));
        switch (s.claim()) {
            case Claim.Figure f -> figure(s, f, out);
            case Claim.Event e -> {
                for (String key : s.speaker().keys()) near("who|" + key, s, 0, true, out);
            }
            case Claim.Commitment c -> {
                for (String key : s.speaker().keys()) out.add("who|" + key + EVER);
                terms(c, out);
            }
            case Claim.Statement x -> {
                for (String key : s.speaker().keys()) out.add("who|" + key + EVER);
            }
        }
        return out;
    }

    private static void figure(Said s, Claim.Figure f, List<String> out) {
        boolean telling = Origins.telling(f);
        for (String key : s.speaker().keys()) {
            if (telling) out.add("who|" + key + EVER);
            else near("who|" + key, s, Origins.SAME_WORDS, false, out);
        }
        if (telling) s.speaker().state().ifPresent(state -> out.add("state|" + state));
        if (telling) out.add((s.speaker().named() ? "nobody|" : "named|") + EVER);
        if (!s.speaker().named() && Origins.unmistakable(f)) out.add("nobody|" + EVER);
    }

    private static void terms(Claim.Commitment c, List<String> out) {
        c.due().ifPresent(d -> out.add("due|" + d.text()));
        c.durationDays().ifPresent(d -> {
            out.addAll(List.of("days|" + d, "notice|" + d, "notice|" + (d - Terms.REPORTED)));
        });
        notice(c).ifPresent(d -> out.addAll(List.of("days|" + d, "days|" + (d + Terms.REPORTED))));
    }

    /** Heads of the days around that of {@code s}; of all days where it has none and {@code undated} ones count. */
    private static void near(String key, Said s, int days, boolean undated, List<String> out) {
        if (s.day().isEmpty()) {
            if (undated) out.add(key + EVER);
            return;
        }
        for (int i = -days; i <= days; i++) out.add(key + s.day().get().plusDays(i));
        if (undated) out.add(key + UNDATED);
    }
}
