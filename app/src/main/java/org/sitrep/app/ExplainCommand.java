package org.sitrep.app;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.model.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one claim with all that stands behind it. */
@Command(
        name = "explain",
        description =
                "Shows one claim: the words in their paragraph, the rule, where the dates come from, who said and carried it.",
        footerHeading = "%nFor example:%n",
        footer =
                "  sitrep explain 3fa2b1c4 examples/kazakhstan-2022          an id, or its beginning, from `sitrep claims`")
final class ExplainCommand extends SessionCommand {
    @Parameters(index = "0", paramLabel = "CLAIM-ID", description = "The claim's id, or the beginning of it.")
    String id = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PAGES", description = "The pages that make the claim.")
    List<String> pages = List.of();

    ExplainCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        List<String> found = new ArrayList<>();
        session.each(pages, page -> explanations(session.pipeline().claims(page)), found::addAll);
        for (String explanation : found) session.out().print(explanation + "\n");
        if (found.isEmpty()) {
            throw new Failure(
                    Failure.USAGE, "no claim " + id + " in these pages; `sitrep claims PAGES` prints every id");
        }
        return session.code();
    }

    private List<String> explanations(Claim.Claims claims) {
        return claims.claims().stream()
                .filter(c -> c.id().startsWith(id))
                .map(c -> Explanation.of(claims, c))
                .toList();
    }
}
