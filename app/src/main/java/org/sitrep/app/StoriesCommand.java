package org.sitrep.app;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.sitrep.Pipeline;
import org.sitrep.model.Claim;
import org.sitrep.record.Json;
import picocli.CommandLine.Command;

/** Prints which story and which crisis each page belongs to. */
@Command(
        name = "stories",
        description = "Sorts pages into stories and crises and names copies, as JSON Lines.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep stories examples/kazakhstan-2022 --format jsonl")
final class StoriesCommand extends RecordsCommand {
    StoriesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        List<Claim.Claims> claims = session.read(pages, OptionalLong.empty()).pages();
        List<Pipeline.Sorted> sorted = session.pipeline().sorted(claims);
        print(
                format == Format.jsonl
                        ? sorted.stream().map(StoriesCommand::record).toList()
                        : text(sorted));
        return session.code();
    }

    private static String record(Pipeline.Sorted s) {
        return Json.object(j -> j.put("page", s.page())
                .put("story", s.story())
                .put("crisis", s.crisis())
                .put("copy_of", s.copyOf()));
    }

    private static List<String> text(List<Pipeline.Sorted> sorted) {
        List<String> out = new ArrayList<>();
        for (Pipeline.Sorted s : sorted)
            out.add(s.page() + "  story " + s.story() + "  crisis " + s.crisis()
                    + s.copyOf().map(c -> "  copy of " + c).orElse(""));
        return out;
    }
}
