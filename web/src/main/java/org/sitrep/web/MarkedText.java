package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sitrep.model.Claim;
import org.sitrep.model.Span;

/** A stretch of an article's text with what was read from it marked: claims as links, refused numbers with their reason. */
final class MarkedText {
    private final Request request;
    private final String text;
    private final List<Claim> claims;
    private final List<Claim.Refused> refused;
    private final Optional<String> chosen;

    /**
     * Marks {@code text}.
     *
     * @param text the article's whole text, contact details masked
     * @param chosen the claim that the reader asked for
     */
    MarkedText(Request request, String text, List<Claim> claims, List<Claim.Refused> refused, Optional<String> chosen) {
        this.request = request;
        this.text = text;
        this.claims = claims;
        this.refused = refused;
        this.chosen = chosen;
    }

    /** The characters of {@code part}, cut where a mark begins or ends; of overlapping claims the shortest quote is the link. */
    DomContent of(Span part) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(part.start(), part.end()));
        for (Claim c : claims) cut(cuts, part, c.evidence().span());
        for (Claim.Refused r : refused) cut(cuts, part, r.span());
        List<DomContent> out = new ArrayList<>();
        int from = part.start();
        for (int to : cuts.tailSet(from, false)) {
            out.add(segment(new Span(from, to)));
            from = to;
        }
        return each(out, x -> x);
    }

    private static void cut(TreeSet<Integer> cuts, Span part, Span span) {
        if (part.start() < span.start() && span.start() < part.end()) cuts.add(span.start());
        if (part.start() < span.end() && span.end() < part.end()) cuts.add(span.end());
    }

    private DomContent segment(Span segment) {
        String words = segment.of(text);
        List<Claim> here = claims.stream()
                .filter(c -> holds(c.evidence().span(), segment))
                .sorted(Comparator.comparingInt(c -> c.evidence().span().length()))
                .toList();
        if (!here.isEmpty()) return mark(here, segment, words);
        Optional<Claim.Refused> no =
                refused.stream().filter(r -> holds(r.span(), segment)).findFirst();
        if (no.isEmpty()) return text(words);
        String reason = request.words().labels().id("refused", no.get().reason());
        return span(words).withClass("refused").withTitle(request.text("refused.title", reason));
    }

    private static boolean holds(Span span, Span segment) {
        return span.start() <= segment.start() && segment.end() <= span.end();
    }

    private DomContent mark(List<Claim> here, Span segment, String words) {
        Claim claim = here.stream()
                .filter(c -> chosen.filter(c.id()::equals).isPresent())
                .findFirst()
                .orElse(here.getFirst());
        boolean wanted = chosen.filter(claim.id()::equals).isPresent();
        var link = a(words).withHref(Request.to(claim))
                .withClass("claim " + claim.kind() + (wanted ? " chosen" : ""))
                .withTitle(Saying.what(claim, request.words()));
        boolean first = segment.start() == claim.evidence().span().start();
        return wanted && first ? link.withId("claim") : link;
    }
}
