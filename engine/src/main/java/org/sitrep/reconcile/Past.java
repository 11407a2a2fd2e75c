package org.sitrep.reconcile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Place;

/**
 * Counts of an earlier event that their own page does not mark as such, known from the pages that do. One page says "the quake of 2003
 * killed more than 31,000 in Bardo"; another says no more than "Bardo, where 31,000 died". A town that pages name for an earlier event,
 * and hardly for this one, is that event's; so is a telling number of it, and what stands in one sentence with such a number.
 */
final class Past {
    /** Smaller numbers, and round ones, come by chance. */
    private static final long TELLING = 100;

    private final Map<String, Set<String>> then = new HashMap<>();
    private final Map<String, Set<String>> now = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    private Past() {}

    /** Ids of such figures on the pages of one crisis. */
    static Set<String> of(List<Claim.Claims> pages) {
        Past past = new Past();
        for (Claim.Claims p : pages) for (Claim c : p.claims()) if (c instanceof Claim.Figure f) past.learn(f);
        if (past.then.isEmpty() && past.numbers.isEmpty()) return Set.of();
        for (Claim.Claims p : pages)
            for (Claim c : p.claims()) if (c instanceof Claim.Figure f && past.placed(f)) past.take(f);
        for (Claim.Claims p : pages)
            for (Claim c : p.claims())
                if (c instanceof Claim.Figure f && !f.common().background() && past.numbers.contains(key(f)))
                    past.ids.add(f.id());
        for (Claim.Claims p : pages) past.beside(p);
        return past.ids;
    }

    private static boolean town(Place p) {
        return p.precision()
                .filter(x -> x == Place.Precision.CITY || x == Place.Precision.POINT)
                .isPresent();
    }

    private void learn(Claim.Figure f) {
        boolean background = f.common().background();
        if (background && f.evidence().role() != Passage.Role.TEASER && telling(f)) numbers.add(key(f));
        if (f.place().filter(Past::town).isEmpty()) return;
        // A count without a day of its own tells nothing of when its town was hit.
        if (background || f.asOf().isPresent())
            (background ? then : now)
                    .computeIfAbsent(f.place().get().label(), k -> new TreeSet<>())
                    .add(f.evidence().page());
    }

    private static String key(Claim.Figure f) {
        return f.measure() + "=" + f.amount().key();
    }

    private static boolean telling(Claim.Figure f) {
        return f.amount().value().orElse(0) >= TELLING && !Counted.round(f.amount());
    }

    private boolean placed(Claim.Figure f) {
        if (f.common().background() || f.place().filter(Past::town).isEmpty()) return false;
        String town = f.place().get().label();
        return then.getOrDefault(town, Set.of()).size()
                > now.getOrDefault(town, Set.of()).size();
    }

    private void take(Claim.Figure f) {
        ids.add(f.id());
        if (telling(f)) numbers.add(key(f));
    }

    /** "It killed 612 and left thousands homeless": one event to a sentence, unless a count has a town of its own. */
    private void beside(Claim.Claims page) {
        Article article = page.article();
        Set<Integer> sentences = new HashSet<>();
        for (Claim c : page.claims()) if (ids.contains(c.id())) sentences.add(sentence(article, c));
        if (sentences.isEmpty()) return;
        for (Claim c : page.claims())
            if (c instanceof Claim.Figure f
                    && !f.common().background()
                    && f.place().filter(Past::town).isEmpty()
                    && sentences.contains(sentence(article, f))) ids.add(f.id());
    }

    private static int sentence(Article article, Claim c) {
        return Sentence.start(article.text(), c.evidence().span().start());
    }
}
