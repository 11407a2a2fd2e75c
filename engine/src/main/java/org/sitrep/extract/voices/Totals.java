package org.sitrep.extract.voices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Attribution;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Status;

/**
 * Who gave a total gave its parts: "The ministry counts 164 dead. Of the 164, 103 died in the old capital." Newspapers name the speaker
 * once and then break the number down. A part without a speaker takes that of its whole; a whole that only repeats a number takes that of
 * the claim repeated; numbers that together make up a total told shortly before are its parts too.
 */
public final class Totals {
    /** A smaller number is met by chance too often. */
    private static final long TELLING = 10;
    /** Characters between a total and a run of numbers that make it up, and between two numbers of the run. */
    private static final int NEAR = 600;

    private static final int RUN = 160;
    private final List<Claim> claims;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Claim> out;

    private Totals(List<Claim> claims) {
        this.claims = claims;
        this.out = new ArrayList<>(claims);
        for (int i = 0; i < claims.size(); i++) places.put(claims.get(i).id(), i);
    }

    /** The figures of one article with the speakers that they share. @param figures in text order within a passage */
    public static List<Claim> shared(List<Claim> figures) {
        Totals totals = new Totals(figures);
        totals.repeated();
        totals.parts();
        totals.sums();
        totals.led();
        return List.copyOf(totals.out);
    }

    private Optional<Claim.Figure> figure(int i) {
        return out.get(i) instanceof Claim.Figure f ? Optional.of(f) : Optional.empty();
    }

    private static boolean silent(Claim.Figure f) {
        return f.common().attribution().speaker().isEmpty() && f.common().status() == Status.ASSERTED;
    }

    /** "Of the 164 dead": a total with parts that repeats a number which somebody gave before on the page. */
    private void repeated() {
        for (int i = 0; i < out.size(); i++) {
            Optional<Claim.Figure> f = figure(i).filter(Totals::silent).filter(this::divided);
            if (f.isEmpty() || value(f.get()) < TELLING) continue;
            for (int k = i - 1; k >= 0; k--) {
                Optional<Claim.Figure> told = figure(k).filter(t -> same(t, f.get()) && !silent(t));
                if (told.isEmpty()) continue;
                give(i, told.get().common().attribution());
                break;
            }
        }
    }

    private boolean divided(Claim.Figure whole) {
        return claims.stream()
                .anyMatch(c -> c instanceof Claim.Figure f && f.partOf().equals(Optional.of(whole.id())));
    }

    private static boolean same(Claim.Figure told, Claim.Figure f) {
        return value(told) == value(f) && alike(told.measure(), f.measure()) && story(told) && story(f);
    }

    /** Victims who are told apart below are the dead of the sentence before. */
    private static boolean alike(String told, String repeated) {
        return told.equals(repeated) || repeated.equals("casualties");
    }

    private static boolean story(Claim.Figure f) {
        Passage.Role role = f.evidence().role();
        return role == Passage.Role.HEADLINE || role == Passage.Role.BODY;
    }

    /** The lead gives the number, the body says who counted it: a number that a single speaker gives on the page. */
    private void led() {
        for (int i = 0; i < out.size(); i++) {
            Optional<Claim.Figure> f = figure(i).filter(Totals::silent).filter(x -> value(x) >= TELLING);
            if (f.isEmpty()) continue;
            List<Attribution> later = new ArrayList<>();
            for (int k = i + 1; k < out.size(); k++)
                figure(k)
                        .filter(t -> same(t, f.get())
                                && !silent(t)
                                && t.measure().equals(f.get().measure()))
                        .filter(t -> t.amount().qualifier() == f.get().amount().qualifier())
                        .map(t -> t.common().attribution())
                        .ifPresent(later::add);
            if (later.stream().map(Attribution::name).distinct().count() == 1) give(i, later.getFirst());
        }
    }

    private void parts() {
        for (int i = 0; i < out.size(); i++) {
            Optional<Claim.Figure> f = figure(i).filter(Totals::silent);
            Optional<Claim.Figure> whole = f.flatMap(Claim.Figure::partOf)
                    .map(places::get)
                    .flatMap(this::figure)
                    .filter(w -> w.common().attribution().speaker().isPresent());
            if (whole.isPresent()) give(i, whole.get().common().attribution());
        }
    }

    /** "… 49 dead, the office said. … 41 in clashes, and a policeman; seven others …": 41, 1 and 7 are the 49. */
    private void sums() {
        for (int from = 0; from < out.size(); from++) {
            if (figure(from).filter(Totals::silent).isEmpty()) continue;
            Claim.Figure first = figure(from).orElseThrow();
            long sum = value(first);
            for (int to = from + 1; to < out.size(); to++) {
                Claim before = out.get(to - 1);
                Optional<Claim.Figure> next = figure(to).filter(Totals::silent).filter(n -> follows(n, before, first));
                if (next.isEmpty() || value(next.get()) == 0) break;
                sum += value(next.get());
                Optional<Claim.Figure> total = total(from, first, sum);
                if (total.isEmpty()) continue;
                for (int i = from; i <= to; i++) give(i, total.get().common().attribution());
                break;
            }
        }
    }

    private static boolean follows(Claim.Figure next, Claim before, Claim.Figure first) {
        return next.measure().equals(first.measure())
                && next.evidence().passage().equals(first.evidence().passage())
                && next.evidence().span().start() - before.evidence().span().end() <= RUN;
    }

    private Optional<Claim.Figure> total(int before, Claim.Figure first, long sum) {
        for (int k = before - 1; k >= 0 && sum >= TELLING; k--) {
            Optional<Claim.Figure> told = figure(k)
                    .filter(t -> !silent(t) && value(t) == sum && t.measure().equals(first.measure()))
                    .filter(t -> t.evidence().passage().equals(first.evidence().passage()))
                    .filter(t -> first.evidence().span().start()
                                    - t.evidence().span().end()
                            <= NEAR);
            if (told.isPresent()) return told;
        }
        return Optional.empty();
    }

    private static long value(Claim.Figure f) {
        return f.amount().value().orElse(0);
    }

    private void give(int i, Attribution who) {
        out.set(i, out.get(i).with(out.get(i).common().saidBy(who)));
    }
}
