package org.sitrep.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.sitrep.ledger.Ledger;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a ledger, or a bundle of one. */
@Command(
        name = "verify",
        description =
                "Recomputes a ledger's chain of hashes and the version of every page in it, reads every page and checks that each"
                        + " claim's words stand where it says, and names what does not agree. Checks a bundle that `sitrep export` made the"
                        + " same way, as far as it goes without the pages; with them, that they yield its claims.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep verify crisis.db",
            "  sitrep verify crisis.zip                     a bundle of `sitrep export`",
            "  sitrep verify crisis.zip my-pages            … and the pages that it rests on"
        })
final class VerifyCommand extends LedgerCommand {
    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PAGES",
            description = "For a bundle: the pages that it rests on, to be read again.")
    List<String> pages = List.of();

    VerifyCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (BundleCheck.isArchive(ledger)) return bundle();
        if (!pages.isEmpty()) throw usage("PAGES go with a bundle; a ledger holds its own");
        List<String> faults = new ArrayList<>();
        long entries;
        try (Ledger open = toRead()) {
            faults.addAll(open.verify());
            entries = open.last();
        }
        if (faults.isEmpty() && entries > 0)
            session.readings(
                    List.of(ledger), OptionalLong.empty(), r -> r.pages().forEach(p -> spans(p, faults)));
        return report(faults, "sound: " + entries + (entries == 1 ? " entry" : " entries"));
    }

    private int report(List<String> faults, String sound) {
        for (String fault : faults) session.err().println("sitrep: " + ledger + ": " + fault);
        if (faults.isEmpty()) session.out().println(sound);
        return faults.isEmpty() ? Failure.DONE : Failure.SOME_UNREADABLE;
    }

    /** Each claim's words against the page, and the claims that it names. */
    private static void spans(Claim.Claims page, List<String> faults) {
        Article article = page.article();
        Set<String> ids = new HashSet<>();
        for (Claim c : page.claims()) ids.add(c.id());
        for (Claim c : page.claims()) {
            String name = "claim " + c.id() + " on page \u201c" + article.page() + "\u201d: ";
            Span span = c.evidence().span();
            boolean stands = span.end() <= article.text().length()
                    && span.of(article.text()).equals(c.evidence().quote())
                    && c.evidence().version().equals(article.version());
            if (!stands) faults.add(name + "its words do not stand where it says");
            if (c instanceof Claim.Figure f
                    && f.partOf().filter(id -> !ids.contains(id)).isPresent())
                faults.add(name + "it is a part of a claim that is not there");
        }
    }

    private int bundle() {
        BundleCheck check = BundleCheck.of(ledger);
        List<String> faults = new ArrayList<>(check.faults());
        String sound = "sound: " + check.entries() + (check.entries() == 1 ? " entry, " : " entries, ")
                + check.claimIds().size() + " claims that nobody judged";
        if (!pages.isEmpty() && faults.isEmpty()) sound += again(check, faults);
        return report(faults, sound);
    }

    /** Reads the pages and compares what they yield with the bundle's claims. */
    private String again(BundleCheck check, List<String> faults) {
        Set<String> read = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (Claim.Claims page : session.read(pages, OptionalLong.empty()).pages()) {
            String key = page.article().page();
            if (!check.knows(key, page.article().version())) {
                faults.add("page \u201c" + key + "\u201d: it is in the bundle in no version of these bytes");
                continue;
            }
            keys.add(key);
            for (Claim c : page.claims()) read.add(c.id());
        }
        long lost = check.claimIds().entrySet().stream()
                .filter(c -> keys.contains(c.getValue()) && !read.contains(c.getKey()))
                .peek(c ->
                        faults.add("claim " + c.getKey() + ": page \u201c" + c.getValue() + "\u201d does not yield it"))
                .count();
        if (lost > 0 && !check.reader().equals(session.reader()))
            faults.add("the bundle was made by Sitrep " + check.reader() + " and this is " + session.reader()
                    + ", which may read otherwise");
        return "; " + keys.size() + " pages read again, and they yield them";
    }
}
