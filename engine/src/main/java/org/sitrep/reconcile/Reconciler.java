package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.language.Packs;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.relate.Cast;
import org.sitrep.relate.Crises;
import org.sitrep.relate.NameTable;
import org.sitrep.relate.Rulings;

/** Puts the claims of many articles together, crisis by crisis. */
public final class Reconciler {
    /** Letters of an article or a preposition at most. */
    private static final int SMALL = 3;

    private final Knowledge known;

    /** A reconciler that knows the measures and names of {@code packs}. @throws org.sitrep.language.PackError naming file and line */
    public Reconciler(Packs packs) {
        this(packs, NameTable.load(packs));
    }

    /** The same with the names of {@code packs} where they are loaded already. */
    public Reconciler(Packs packs, NameTable names) {
        this.known = Knowledge.load(packs, names);
    }

    /**
     * One situation for each crisis, ordered by crisis id; the order of {@code pages} does not matter.
     *
     * @param asOf only what was published on or before this day is used; empty: everything
     * @param rulings what people decided across claims
     */
    public List<Situation> situations(List<Claim.Claims> pages, Optional<LocalDate> asOf, Rulings rulings) {
        List<Claim.Claims> told = asOf.map(day -> known(pages, day)).orElse(pages);
        List<Situation> out = new ArrayList<>();
        new Crises(known.names()).sort(told).forEach((id, members) -> out.add(situation(id, members, asOf, rulings)));
        return out;
    }

    /** As with rulings, where nobody decided anything. */
    List<Situation> situations(List<Claim.Claims> pages, Optional<LocalDate> asOf) {
        return situations(pages, asOf, Rulings.NONE);
    }

    /** The situation of pages that are known to be about one crisis, where nobody judged anything. */
    public Situation situation(List<Claim.Claims> pages) {
        return situation(pages, Optional.empty());
    }

    /** The situation of pages that are known to be about one crisis. */
    Situation situation(List<Claim.Claims> pages, Optional<LocalDate> asOf) {
        List<Claim.Claims> told = asOf.map(day -> known(pages, day)).orElse(pages).stream()
                .sorted(Comparator.comparing(p -> p.article().page()))
                .toList();
        return situation(told.isEmpty() ? "" : told.get(0).article().page(), told, asOf, Rulings.NONE);
    }

    /** Pages without what may have become known later; a page of which nothing was known, or of whose day nothing is, is left out. */
    private static List<Claim.Claims> known(List<Claim.Claims> pages, LocalDate day) {
        List<Claim.Claims> out = new ArrayList<>();
        for (Claim.Claims p : pages) {
            boolean published = p.article()
                    .published()
                    .flatMap(x -> x.date().last())
                    .filter(d -> !d.isAfter(day))
                    .isPresent();
            List<Claim> claims = p.claims().stream()
                    .filter(c ->
                            p.article().knownBy(c).filter(d -> !d.isAfter(day)).isPresent())
                    .toList();
            if (published || !claims.isEmpty()) out.add(new Claim.Claims(p.article(), claims, p.refused()));
        }
        return out;
    }

    private Situation situation(String id, List<Claim.Claims> members, Optional<LocalDate> asOf, Rulings rulings) {
        Crisis crisis = new Crisis(Breakdown.of(members, known.measures()), rulings, known);
        List<Claim> claims = crisis.claims();
        List<Counted> figures = new ArrayList<>();
        for (Claim c : claims)
            if (c instanceof Claim.Figure f)
                figures.add(
                        crisis.counted(f, known.measures().getOrDefault(f.measure(), Measure.unknown(f.measure()))));
        Collection<List<Counted>> matters = Matters.sort(figures);
        Situation.Scene scene = Title.scene(crisis);
        Set<String> officials = officials(crisis);
        return new Situation(
                id,
                Title.of(crisis, scene),
                scene,
                asOf,
                crisis.articles(),
                claims,
                crisis.elsewhere(),
                new Histories(crisis, known.life(), officials).of(matters),
                Origins.of(crisis, List.copyOf(matters)),
                Operations.of(crisis, known.life()),
                Promises.of(crisis, known.life()),
                names(crisis),
                Days.of(figures, crisis::knownBy),
                officials,
                false);
    }

    private List<Situation.Name> names(Crisis crisis) {
        List<Situation.Name> cast = Cast.of(crisis.articles(), known.names(), crisis.heard(), crisis.rulings());
        List<Situation.Name> all = new ArrayList<>(cast);
        all.addAll(Speakers.of(crisis, cast));
        return List.copyOf(all);
    }

    private Set<String> officials(Crisis crisis) {
        Set<String> officials = new TreeSet<>();
        for (Claim c : crisis.claims()) {
            boolean official = crisis.speaker(c).keys().stream()
                    .anyMatch(k -> k.startsWith("office:") || k.startsWith("org:") || k.startsWith("state:"));
            if (official)
                c.attribution()
                        .name()
                        .or(c.attribution()::speaker)
                        .filter(this::speaksForItself)
                        .ifPresent(officials::add);
        }
        return officials;
    }

    /** A news agency passes on, and a state's media or doctors are not the state: every longer word must be part of the name. */
    private boolean speaksForItself(String speaker) {
        List<NameTable.Word> words = NameTable.words(speaker);
        List<NameTable.Found> found = known.names().all(words);
        if (found.stream().anyMatch(known.names()::carries)) return false;
        boolean office = found.stream()
                .anyMatch(f -> f.entry().category().equals("office")
                        || f.entry().category().equals("organisation"));
        int covered = found.stream().mapToInt(f -> f.to() - f.from()).sum();
        long small = words.stream().filter(w -> w.text().length() <= SMALL).count();
        return office || covered + small >= words.size();
    }
}
