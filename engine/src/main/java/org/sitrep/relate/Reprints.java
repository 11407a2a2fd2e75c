package org.sitrep.relate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.language.Fold;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;

/** Groups of pages that carry one text, with the page it likely comes from and on what each link rests. */
public final class Reprints {
    /** An outlet's name of fewer letters may be a word of the text. */
    private static final int TELLING_NAME = 8;

    private final Map<String, Claim.Claims> pages = new HashMap<>();
    private final Map<String, List<Copies.Copy>> links = new TreeMap<>();
    private final Map<String, Integer> credited = new HashMap<>();

    /**
     * A page that carries another's text.
     *
     * @param of the page nearest to it among those that stand before it in its group
     * @param share see {@link Copies.Copy}
     * @param facts claims that both make, in the words of their measures and types, in text order
     * @param credit the outlet or agency of the other page that this one credits, or the agency that both credit
     */
    public record Link(
            String page, String of, Copies.Kind kind, double share, List<String> facts, Optional<String> credit) {
        public Link {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Pages that carry one text.
     *
     * @param original the page that it likely comes from
     * @param why what makes that likely
     * @param copies the others, by their keys
     */
    public record Group(String original, Why why, List<Link> copies) {
        public Group {
            copies = List.copyOf(copies);
        }
    }

    /** Why a page is taken for the one that a text comes from; the first that tells decides. */
    public enum Why implements org.sitrep.model.Code {
        /** Others credit its outlet. */
        CREDITED,
        /** It is no forum post, aggregator or page that names another as where its text is from; all others are. */
        OWN_PAGE,
        /** It was published on an earlier day than the others. */
        FIRST_PUBLISHED,
        /** Nothing tells; it has the smallest key. */
        UNTOLD
    }

    private Reprints(List<Claim.Claims> all, NameTable names) {
        for (Claim.Claims p : all) pages.put(p.article().page(), p);
        for (Copies.Copy c :
                Copies.among(all.stream().map(Claim.Claims::article).toList(), names)) {
            links.computeIfAbsent(c.page(), k -> new ArrayList<>()).add(c);
            links.computeIfAbsent(c.other(), k -> new ArrayList<>()).add(c);
        }
        links.forEach((page, copies) -> credited.put(page, (int) copies.stream()
                .filter(c -> credits(article(other(c, page)), article(page)))
                .count()));
    }

    /** The groups of two pages or more, by the key of their original. */
    public static List<Group> of(List<Claim.Claims> pages, NameTable names) {
        return new Reprints(pages, names).groups();
    }

    private Article article(String page) {
        return Objects.requireNonNull(pages.get(page)).article();
    }

    private static String other(Copies.Copy c, String page) {
        return c.page().equals(page) ? c.other() : c.page();
    }

    /** Whether one page says that its text is the other outlet's: as its agency, or by naming it in so many words. */
    private static boolean credits(Article copy, Article original) {
        Optional<String> outlet = original.outlet().map(Fold::form);
        if (outlet.isEmpty() || copy.outlet().map(Fold::form).equals(outlet)) return false;
        return copy.agency().map(Fold::form).equals(outlet)
                || outlet.get().length() >= TELLING_NAME
                        && copy.passages().stream().anyMatch(p -> names(copy, p, outlet.get()));
    }

    /** Also outside the body: a line such as "after the Harbour Courier" often reads as furniture of the page. */
    private static boolean names(Article article, Passage p, String outlet) {
        return p.role() != Passage.Role.COMMENT
                && p.role() != Passage.Role.TEASER
                && Fold.form(p.span().of(article.text())).contains(outlet);
    }

    /** The likeliest original first. */
    private Comparator<String> order() {
        return Comparator.comparing((String p) -> credits(p) == 0)
                .thenComparing(p -> article(p).repost().isPresent())
                .thenComparing(this::day)
                .thenComparing(Comparator.naturalOrder());
    }

    private int credits(String page) {
        return credited.getOrDefault(page, 0);
    }

    private LocalDate day(String page) {
        return article(page).published().flatMap(p -> p.date().first()).orElse(LocalDate.MAX);
    }

    /** Each page hangs on the nearest of its copies that stand before it, so that a digest of two texts does not make them one. */
    private List<Group> groups() {
        Comparator<String> order = order();
        Map<String, String> roots = new HashMap<>();
        Map<String, List<Link>> out = new TreeMap<>();
        for (String page : links.keySet().stream().sorted(order).toList()) {
            Optional<Copies.Copy> nearest = Objects.requireNonNull(links.get(page)).stream()
                    .filter(c -> order.compare(other(c, page), page) < 0)
                    .max(Comparator.comparingDouble(Copies.Copy::share)
                            .thenComparing(c -> other(c, page), order.reversed()));
            String root = nearest.map(c -> roots.getOrDefault(other(c, page), other(c, page)))
                    .orElse(page);
            roots.put(page, root);
            nearest.ifPresent(
                    c -> out.computeIfAbsent(root, k -> new ArrayList<>()).add(link(page, c)));
        }
        List<Group> groups = new ArrayList<>();
        out.forEach((root, copies) -> {
            copies.sort(Comparator.comparing(Link::page));
            groups.add(new Group(root, why(root, copies), copies));
        });
        return groups;
    }

    private Why why(String root, List<Link> copies) {
        if (credits(root) > 0) return Why.CREDITED;
        boolean own = article(root).repost().isEmpty();
        if (own && copies.stream().allMatch(l -> article(l.page()).repost().isPresent())) return Why.OWN_PAGE;
        boolean first = copies.stream().allMatch(l -> day(l.page()).isAfter(day(root)));
        return first ? Why.FIRST_PUBLISHED : Why.UNTOLD;
    }

    private Link link(String page, Copies.Copy copy) {
        String of = other(copy, page);
        Set<String> facts = new LinkedHashSet<>(facts(of));
        facts.retainAll(facts(page));
        Article mine = article(page);
        Article its = article(of);
        Optional<String> shared =
                mine.agency().filter(a -> its.agency().map(Fold::form).equals(Optional.of(Fold.form(a))));
        return new Link(
                page, of, copy.kind(), copy.share(), List.copyOf(facts), credits(mine, its) ? its.outlet() : shared);
    }

    private Set<String> facts(String page) {
        Set<String> out = new LinkedHashSet<>();
        for (Claim claim : Objects.requireNonNull(pages.get(page)).claims())
            switch (claim) {
                case Claim.Figure f -> out.add(f.measure() + " " + f.amount().key());
                case Claim.Commitment c ->
                    out.add(c.what() + c.due().map(d -> " " + d).orElse(""));
                case Claim.Event e ->
                    out.add((e.denied() ? "not " : "")
                            + e.type()
                            + e.date().map(d -> " " + d).orElse(""));
                case Claim.Statement s -> {}
            }
        return out;
    }
}
