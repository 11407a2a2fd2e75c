package org.sitrep.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.record.Json;
import org.sitrep.relate.Reprints;
import picocli.CommandLine.Command;

/** Prints which pages carry one text, and in what a page's versions differ. */
@Command(
        name = "copies",
        description =
                "Tells which pages carry one text (reprints, excerpts, reposts, translations), which of them it likely comes from and on"
                        + " what that rests; of a ledger also which pages were changed after they were read, and in what.",
        footerHeading = "%nFor example:%n",
        footer = {"  sitrep copies examples/kazakhstan-2022", "  sitrep copies crisis.db --format jsonl"})
final class CopiesCommand extends RecordsCommand {
    /** Facts that a line for people names; the rest is counted. */
    private static final int FACTS = 4;

    private final Map<String, Article> articles = new HashMap<>();

    CopiesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        session.readings(pages, OptionalLong.empty(), reading -> groups(reading.pages()));
        for (String argument : pages) if (Ledgers.is(argument)) versions(argument);
        return session.code();
    }

    /** Of a large ledger copies are sought crisis by crisis. */
    private void groups(List<Claim.Claims> claims) {
        articles.clear();
        for (Claim.Claims c : claims) articles.put(c.article().page(), c.article());
        for (Reprints.Group group : session.pipeline().copies(claims))
            print(format == Format.jsonl ? List.of(record(group)) : text(group));
    }

    private void versions(String where) {
        try (Ledger ledger = Ledgers.openToRead(where)) {
            for (Versions v : Versions.all(session, ledger))
                print(format == Format.jsonl ? List.of(v.json()) : v.lines());
        }
    }

    private List<String> text(Reprints.Group group) {
        List<String> out = new ArrayList<>();
        out.add(group.original() + "  " + head(group.original()) + "  " + why(group.why()));
        for (Reprints.Link l : group.copies())
            out.add("    " + l.page() + "  " + head(l.page()) + "  " + rests(l)
                    + (l.of().equals(group.original()) ? "" : "  nearest " + l.of()));
        return out;
    }

    private String head(String page) {
        Article a = Objects.requireNonNull(articles.get(page));
        return a.outlet().orElse("outlet unknown") + ", " + a.language() + ", "
                + a.published().map(p -> p.date().text()).orElse("undated");
    }

    private static String why(Reprints.Why why) {
        return switch (why) {
            case CREDITED -> "likely original: others credit it";
            case OWN_PAGE -> "likely original: the others are reposts";
            case FIRST_PUBLISHED -> "likely original: published first";
            case UNTOLD -> "first of its group by key: nothing tells which came first";
        };
    }

    private static String rests(Reprints.Link l) {
        String how = switch (l.kind()) {
            case SAME_TEXT -> "same text";
            case PART -> "part of the text";
            case TRANSLATION -> "translation";
        };
        int n = l.facts().size();
        String facts = n == 0
                ? ""
                : ", " + n + (n == 1 ? " fact" : " facts") + " ("
                        + String.join("; ", l.facts().subList(0, Math.min(FACTS, n)))
                        + (n > FACTS ? "; …)" : ")");
        return how + ": " + percent(l) + "% in common" + facts
                + l.credit().map(c -> ", credits " + c).orElse("");
    }

    private static long percent(Reprints.Link l) {
        return Math.round(100 * l.share());
    }

    private static String record(Reprints.Group group) {
        return Json.object(json -> json.put("original", group.original())
                .put("why", group.why().code())
                .objects(
                        "copies",
                        group.copies(),
                        (j, l) -> j.put("page", l.page())
                                .put("of", l.of())
                                .put("kind", l.kind().code())
                                .put("percent", percent(l))
                                .strings("facts", l.facts())
                                .put("credit", l.credit())));
    }
}
