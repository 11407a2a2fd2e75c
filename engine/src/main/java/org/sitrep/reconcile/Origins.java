package org.sitrep.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.relate.Actor;
import org.sitrep.relate.Copies;
import org.sitrep.relate.Rulings;

/** Puts together the claims that carry one statement of one speaker. */
final class Origins {
    /** Days within which two pages' own words may be one agency's story. */
    static final int ONE_STORY = 1;
    /** Days within which one speaker's round number in the same words is one statement. */
    static final int SAME_WORDS = 3;
    /** So many counts in common make two pages of one agency one story, where nothing tells their days. */
    private static final int STORY_NUMBERS = 3;

    private final Crisis crisis;
    private final Map<String, Said> said = new TreeMap<>();
    private final Disjoint<String> joined = new Disjoint<>();
    private final List<Joint> joints = new ArrayList<>();

    /** A claim with what decides whose statement it is. */
    record Said(
            Claim claim, String about, Actor speaker, Optional<LocalDate> day, Optional<String> agency, String whole) {
        String page() {
            return claim.evidence().page();
        }
    }

    /** By page, the pages that carry its text. */
    private final Map<String, Set<String>> copies = new HashMap<>();
    /** By page and agency that it credits, the counts that it gives. */
    private final Map<String, Map<String, Set<String>>> credited = new HashMap<>();

    private record Joint(Said a, Said b, String restsOn) {}

    private Origins(Crisis crisis) {
        this.crisis = crisis;
        for (Copies.Copy c : Copies.among(crisis.articles(), crisis.names())) {
            copies.computeIfAbsent(c.page(), k -> new HashSet<>()).add(c.other());
            copies.computeIfAbsent(c.other(), k -> new HashSet<>()).add(c.page());
        }
    }

    /** The origins of a crisis, ordered by id: the smallest claim id. */
    static List<Situation.Origin> of(Crisis crisis, List<List<Counted>> matters) {
        Origins origins = new Origins(crisis);
        int number = 0;
        for (List<Counted> matter : matters) origins.figures(matter, "m" + number++);
        origins.others();
        Map<String, List<Said>> buckets = new TreeMap<>();
        for (Said s : origins.said.values())
            buckets.computeIfAbsent(s.about(), k -> new ArrayList<>()).add(s);
        origins.said.values().forEach(origins::credit);
        buckets.values().forEach(origins::join);
        for (Rulings.Same same : crisis.rulings().same()) origins.judged(same);
        return origins.collect();
    }

    /** Same matter, same number, and both given or both taken back: anything else is another statement. */
    private void figures(List<Counted> matter, String number) {
        Map<String, Counted> byId = new TreeMap<>();
        for (Counted c : matter) byId.put(c.figure().id(), c);
        for (Counted c : matter) {
            String sort = Rung.takesBack(c.status())
                    ? "denied"
                    : OtherCount.forecast(c.status())
                            ? "forecast"
                            : Matters.increment(c.figure()) ? "increment" : "given";
            put(new Said(
                    c.figure(),
                    number + "|" + c.amount().key() + "|" + sort,
                    c.speaker(),
                    c.day(),
                    c.agency(),
                    whole(c)));
        }
    }

    /** What a part is a part of: seven of 46 and seven of 49 are two bulletins' numbers. */
    private String whole(Counted c) {
        return c.figure()
                .partOf()
                .flatMap(id -> crisis.figure(id))
                .filter(w -> w.measure().equals(c.figure().measure()))
                .map(w -> w.amount().key())
                .orElse("");
    }

    private void others() {
        for (Claim claim : crisis.claims()) {
            Actor speaker = crisis.speaker(claim);
            switch (claim) {
                case Claim.Figure f -> {}
                case Claim.Event e ->
                    put(new Said(
                            e,
                            "event|" + e.type() + "|" + e.status().code(),
                            speaker,
                            e.date().flatMap(Edtf::day),
                            crisis.agency(e),
                            ""));
                case Claim.Commitment c ->
                    put(new Said(c, "promise|" + c.what(), speaker, c.due().flatMap(Edtf::day), crisis.agency(c), ""));
                case Claim.Statement s ->
                    put(new Said(
                            s,
                            "statement|" + s.about() + "|" + s.labelText().orElse(""),
                            speaker,
                            s.common().knownOn(),
                            crisis.agency(s),
                            ""));
            }
        }
    }

    private Actor actor(Said s) {
        return s.claim() instanceof Claim.Event e ? crisis.actors().of(e.actor()) : Actor.NOBODY;
    }

    private void put(Said s) {
        said.put(s.claim().id(), s);
    }

    private void credit(Said s) {
        if (s.claim() instanceof Claim.Figure && s.agency().isPresent())
            credited.computeIfAbsent(s.page(), k -> new TreeMap<>())
                    .computeIfAbsent(s.agency().get(), k -> new HashSet<>())
                    .add(s.about());
    }

    /** How many counts two pages give that credit the same agency with them. */
    private int common(String page, String other) {
        if (page.equals(other)) return 0;
        Map<String, Set<String>> there = credited.getOrDefault(other, Map.of());
        Set<String> both = new HashSet<>();
        credited.getOrDefault(page, Map.of()).forEach((agency, counts) -> {
            for (String about : counts) if (there.getOrDefault(agency, Set.of()).contains(about)) both.add(about);
        });
        return both.size();
    }

    /** Those of one day stay in the order of their ids. Named speakers first; then whoever names nobody, or only "the authorities", joins the one speaker whose number it can be. */
    private void join(List<Said> bucket) {
        List<Said> ordered = bucket.stream()
                .sorted(Comparator.comparing(s -> s.day().orElse(LocalDate.MAX)))
                .toList();
        Heads heads = new Heads(copies);
        for (int rank = 0; rank < 3; rank++) {
            for (Said s : ordered) {
                if (rank(s) != rank) continue;
                Optional<Said> head = heads.first(s, h -> reason(h, s).isPresent());
                head.ifPresent(h -> link(h, s));
                if (head.isEmpty() || rank < 2) heads.add(s);
            }
        }
    }

    /** What a person took for one statement is one, whatever the words, numbers and speakers. */
    private void judged(Rulings.Same same) {
        Said a = said.get(same.claim());
        Said b = said.get(same.other());
        if (a == null || b == null) return;
        joined.join(same.claim(), same.other());
        joints.add(new Joint(a, b, "joined by a person"));
    }

    private static int rank(Said s) {
        return !s.speaker().named() ? 2 : s.speaker().whole() ? 1 : 0;
    }

    private void link(Said a, Said b) {
        joined.join(a.claim().id(), b.claim().id());
        if (!a.page().equals(b.page())) joints.add(new Joint(a, b, reason(a, b).orElse("")));
    }

    /** On what it rests that two claims are one statement; empty where they are held apart. */
    private Optional<String> reason(Said a, Said b) {
        if (!a.whole().isEmpty() && !b.whole().isEmpty() && !a.whole().equals(b.whole())) return Optional.empty();
        // A page that repeats another's text repeats its statements, whomever it names; but not one page's two
        // versions.
        if (copied(a, b) && !a.speaker().differs(b.speaker()) && sameTerms(a.claim(), b.claim()))
            return Optional.of("one page repeats the other's text");
        return switch (a.claim()) {
            case Claim.Figure f -> figure(a, b, f, (Claim.Figure) b.claim());
            case Claim.Commitment c -> commitment(a, b, c, (Claim.Commitment) b.claim());
            case Claim.Event e -> event(a, b);
            case Claim.Statement s ->
                a.speaker().same(b.speaker()) ? Optional.of("the same speaker") : Optional.empty();
        };
    }

    private boolean copied(Said a, Said b) {
        return copies.getOrDefault(a.page(), Set.of()).contains(b.page());
    }

    private static boolean sameTerms(Claim a, Claim b) {
        if (a instanceof Claim.Commitment c && b instanceof Claim.Commitment d) return Terms.equal(c, d);
        return !(a instanceof Claim.Event e && b instanceof Claim.Event f)
                || e.date().equals(f.date());
    }

    private Optional<String> figure(Said a, Said b, Claim.Figure f, Claim.Figure g) {
        boolean telling = telling(f) && telling(g);
        boolean hedgedAlike = f.amount().qualifier() == g.amount().qualifier();
        if (agency(a, b)) return Optional.of("the text of one agency");
        if (a.speaker().named() && b.speaker().named()) {
            if (a.speaker().same(b.speaker()) && (telling || hedgedAlike && close(a, b, SAME_WORDS)))
                return Optional.of("the same speaker and number");
            return a.speaker().agrees(b.speaker()) && telling
                    ? Optional.of("the same number, from the same state")
                    : Optional.empty();
        }
        if (a.speaker().named() || b.speaker().named()) {
            boolean one = unmistakable(f) || telling && hedgedAlike && close(a, b, SAME_WORDS);
            return one && alike(a, b, f, g) ? Optional.of("the same number") : Optional.empty();
        }
        return unmistakable(f) && alike(a, b, f, g) || a.page().equals(b.page()) && hedgedAlike
                ? Optional.of("the same number")
                : Optional.empty();
    }

    /** Whether a number that a page gives without a speaker can be the statement of another page: of the same people, restriction and day. */
    private static boolean alike(Said a, Said b, Claim.Figure f, Claim.Figure g) {
        boolean people = f.who().equals(g.who());
        boolean scope = Scope.same(f.scopeText(), g.scopeText());
        boolean days = f.asOf().isEmpty() || g.asOf().isEmpty() || close(a, b, ONE_STORY);
        return people && scope && days;
    }

    private boolean agency(Said a, Said b) {
        boolean one = !a.speaker().differs(b.speaker())
                && a.agency().isPresent()
                && a.agency().equals(b.agency());
        // An undated page carries the agency's story of a dated one where several of its numbers are that story's.
        boolean oneStory = a.day().isPresent() && b.day().isPresent()
                ? close(a, b, ONE_STORY)
                : common(a.page(), b.page()) >= STORY_NUMBERS;
        return one && oneStory;
    }

    private static boolean close(Said a, Said b, int days) {
        return a.day().isPresent()
                && b.day().isPresent()
                && Math.abs(ChronoUnit.DAYS.between(a.day().get(), b.day().get())) <= days;
    }

    /** A number that two speakers would hardly hit upon: not a small one, not a round one. */
    static boolean telling(Claim.Figure f) {
        long v = f.amount().value().orElse(0);
        return v > 9 && !Counted.round(f.amount());
    }

    /** So telling that two who name nobody do not hit upon it apart. */
    static boolean unmistakable(Claim.Figure f) {
        return telling(f) && f.amount().value().orElse(0) >= 100;
    }

    private Optional<String> event(Said a, Said b) {
        if (a.day().isPresent() && b.day().isPresent() && !a.day().equals(b.day())) return Optional.empty();
        // The force and one contingent of it do different things.
        if (actor(a).body() && actor(b).body() && actor(a).differs(actor(b))) return Optional.empty();
        if (a.speaker().named() && a.speaker().same(b.speaker()))
            return Optional.of("the same speaker on the same event");
        return agency(a, b) ? Optional.of("the text of one agency") : Optional.empty();
    }

    private Optional<String> commitment(Said a, Said b, Claim.Commitment c, Claim.Commitment d) {
        if (!a.speaker().named() || !b.speaker().named()) {
            boolean one = a.page().equals(b.page())
                    || a.speaker().named() != b.speaker().named();
            return one && doer(a, b, c, d) && Terms.same(c, d) ? Optional.of("the same terms") : Optional.empty();
        }
        return a.speaker().same(b.speaker()) && Terms.agree(c, d)
                ? Optional.of("the same speaker's promise")
                : Optional.empty();
    }

    /** Whether one and the same is to act: a deadline that a page sets out in its own words is nobody's promise for sharing its day. */
    private boolean doer(Said a, Said b, Claim.Commitment c, Claim.Commitment d) {
        return a.page().equals(b.page())
                || c.by().isPresent()
                        && crisis.actors().of(c.by()).agrees(crisis.actors().of(d.by()))
                        && once(c, d);
    }

    /** Whether both were told within a day of each other, as far as their pages are dated. */
    private static boolean once(Claim.Commitment c, Claim.Commitment d) {
        Optional<LocalDate> a = c.common().knownOn();
        Optional<LocalDate> b = d.common().knownOn();
        return a.isEmpty() || b.isEmpty() || Math.abs(ChronoUnit.DAYS.between(a.get(), b.get())) <= ONE_STORY;
    }

    private List<Situation.Origin> collect() {
        Map<String, List<Claim>> groups = new TreeMap<>();
        for (Said s : said.values())
            groups.computeIfAbsent(joined.root(s.claim().id()), k -> new ArrayList<>())
                    .add(s.claim());
        Map<String, List<Situation.Link>> links = new TreeMap<>();
        for (Joint j : joints)
            links.computeIfAbsent(joined.root(j.a().claim().id()), k -> new ArrayList<>())
                    .add(new Situation.Link(j.a().page(), j.b().page(), j.restsOn()));
        List<Situation.Origin> out = new ArrayList<>();
        groups.forEach((id, claims) -> out.add(origin(id, claims, links.getOrDefault(id, List.of()))));
        return out;
    }

    private Situation.Origin origin(String id, List<Claim> claims, List<Situation.Link> links) {
        List<Claim> ordered = claims.stream().sorted(Crisis.ORDER).toList();
        Optional<String> speaker = ordered.stream()
                .map(c -> crisis.speaker(c))
                .filter(Actor::named)
                .min(Comparator.comparing(Actor::whole))
                .map(Actor::label);
        // A forum post or an aggregator carries a statement; it is never where the statement comes from.
        Optional<String> page = ordered.stream()
                .filter(c -> crisis.article(c.evidence().page()).repost().isEmpty())
                .min(Comparator.comparing((Claim c) -> c.common().knownOn().orElse(LocalDate.MAX))
                        .thenComparing(Crisis.ORDER))
                .map(c -> c.evidence().page());
        return new Situation.Origin(
                id, speaker, page, ordered, links.stream().distinct().toList(), Chain.of(ordered, speaker, crisis));
    }
}
