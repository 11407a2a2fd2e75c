package org.sitrep.web;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.sitrep.Pipeline;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.ClaimRecord;
import org.sitrep.report.Reports;

/**
 * A server of the Model Context Protocol over standard input and output: a program that talks with a person can look at a ledger's
 * situations, and every answer carries the quotes and the addresses of the pages they stand on.
 */
public final class Assistant {
    private static final int MOST = 50;
    private static final int MOST_CRISES = 500;
    private static final String CRISIS = "Id of a crisis, as `crises` lists it";
    private static final String PAGE = "The page it stands on, as its record says; a ledger of many pages needs it";
    private static final String DAY = "Only what pages published by this day said, as 2022-01-31";

    private final Room room;
    private final Words words = Words.of(List.of());

    private Assistant(String ledger, Pipeline pipeline) {
        room = new Room(ledger, pipeline, Clock.systemUTC());
    }

    /** What a tool was asked, its values checked as they are read. */
    private record Asked(Map<String, Object> arguments) {
        Optional<String> given(String name) {
            return Optional.ofNullable(arguments.get(name))
                    .map(Object::toString)
                    .filter(v -> !v.isBlank());
        }

        String needed(String name) {
            return given(name).orElseThrow(() -> Problem.badValue(name, "“" + name + "” is missing"));
        }

        Optional<LocalDate> day() {
            return given("as_of").map(text -> {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeParseException e) {
                    throw Problem.badValue("as_of", "“" + text + "” is no day; write it as 2022-01-31");
                }
            });
        }
    }

    /**
     * Answers until {@code in} ends.
     *
     * @param ledger a ledger that is there
     */
    public static void serve(String ledger, Pipeline pipeline, String version, InputStream in, OutputStream out)
            throws InterruptedException {
        Assistant assistant = new Assistant(ledger, pipeline);
        CountDownLatch end = new CountDownLatch(1);
        StdioServerTransportProvider transport =
                new StdioServerTransportProvider(McpJsonDefaults.getMapper(), new Messages(in, end), out);
        McpSyncServer server = McpServer.sync(transport)
                .serverInfo("sitrep", version)
                .instructions(
                        "Reported, not verified: every figure is what somebody said. Always give the quote and the page with a figure, its"
                                + " speaker and its day; never add figures up and never choose the true one.")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .tools(assistant.tools())
                // Asked and answered by one thread: the protocol's library ends a session without a word when two
                // threads answer at once and
                // one of them waits longer than it bears (java-sdk issues 304 and 686).
                .immediateExecution(true)
                .build();
        end.await();
        server.closeGracefully();
    }

    private List<SyncToolSpecification> tools() {
        return List.of(
                tool("crises", "Lists the crises that the pages tell of.", Map.of(), this::crises),
                tool(
                        "situation",
                        "The situation report on one crisis, every figure with its quote and page.",
                        fields("crisis", CRISIS, "as_of", DAY),
                        this::situation),
                tool(
                        "history",
                        "One figure's history: every count of the same matter over time, how they relate, with quotes.",
                        fields("claim", "Id of a figure in it", "page", PAGE, "as_of", DAY),
                        this::history),
                tool(
                        "commitments",
                        "What was promised by when, in all versions, and what became of it.",
                        fields("crisis", CRISIS, "as_of", DAY),
                        this::commitments),
                tool(
                        "evidence",
                        "One claim with the words it was read from, their page, speaker and rule.",
                        fields("claim", "Id of the claim", "page", PAGE),
                        this::evidence),
                tool(
                        "search",
                        "Claims by words, names of public actors and places; never private persons.",
                        fields("words", "What to find"),
                        this::search));
    }

    private static Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) fields.put(pairs[i], pairs[i + 1]);
        return fields;
    }

    private static SyncToolSpecification tool(
            String name, String what, Map<String, String> fields, Function<Asked, String> answer) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach((field, words) -> properties.put(field, Map.of("type", "string", "description", words)));
        List<String> required = fields.keySet().stream()
                .filter(f -> !f.equals("as_of") && !f.equals("page"))
                .toList();
        Map<String, Object> schema = Map.of("type", "object", "properties", properties, "required", required);
        Tool tool = Tool.builder(name, schema).description(what).build();
        return SyncToolSpecification.builder()
                .tool(tool)
                .callHandler((exchange, request) -> answer(
                        answer,
                        new Asked(Optional.ofNullable(request.arguments()).orElse(Map.of()))))
                .build();
    }

    private static CallToolResult answer(Function<Asked, String> answer, Asked asked) {
        try {
            return CallToolResult.builder()
                    .addTextContent(answer.apply(asked))
                    .isError(false)
                    .build();
        } catch (Problem problem) {
            return CallToolResult.builder()
                    .addTextContent(problem.detail())
                    .isError(true)
                    .build();
        }
    }

    private String crises(Asked asked) {
        List<String> lines = room.now().lines().stream()
                .limit(MOST_CRISES)
                .map(l -> l.crisis() + ": " + l.title(words.labels()) + ", "
                        + words.count("pages", l.pages().size()))
                .toList();
        return lines.isEmpty() ? "no page here tells of a crisis" : String.join("\n", lines);
    }

    private Situation wanted(Asked asked) {
        String crisis = asked.needed("crisis");
        return room.now()
                .situation(crisis, asked.day())
                .orElseThrow(() -> Problem.unknown(
                        "no crisis “" + crisis + "” was told of by then; `crises` lists what there is"));
    }

    private String situation(Asked asked) {
        return new Reports().markdown(wanted(asked), Locale.forLanguageTag(words.language()));
    }

    private Crisis.Found found(Asked asked) {
        String id = asked.needed("claim");
        return room.now().claim(id, asked.given("page")).orElseThrow(() -> Problem.unknown("no claim “" + id + "”"));
    }

    private String history(Asked asked) {
        Crisis.Found found = found(asked);
        Situation whole = room.now()
                .situationOf(found.claim().evidence().page())
                .orElseThrow(() -> Problem.unknown("the claim went into no situation"));
        Situation then = room.now().situation(whole.crisis(), asked.day()).orElse(whole);
        Situation.History history = HistoryPage.of(then, found.claim().id())
                .orElseThrow(() -> Problem.unknown("the claim stands in no history of figures by then"));
        StringBuilder out = new StringBuilder();
        for (Situation.Point point : history.points()) {
            if (point.withdrawn()) out.append("withdrawn: ");
            for (Claim claim : point.claims()) out.append(line(claim)).append('\n');
        }
        for (Situation.Relation r : history.relations())
            out.append(r.kind().code())
                    .append(": ")
                    .append(amount(history, r.a()))
                    .append(" / ")
                    .append(amount(history, r.b()))
                    .append(" (")
                    .append(r.why())
                    .append(")\n");
        return out.toString();
    }

    private String amount(Situation.History history, int point) {
        return words.labels().amount(history.points().get(point).amount());
    }

    private String commitments(Asked asked) {
        StringBuilder out = new StringBuilder();
        for (Situation.CommitmentHistory promise : wanted(asked).commitments()) {
            out.append(words.labels().id("what", promise.what()))
                    .append(": ")
                    .append(promise.verdict().code())
                    .append(" (")
                    .append(promise.why())
                    .append(")\n");
            for (Situation.Version version : promise.versions())
                for (Claim claim : version.claims())
                    out.append("  version ").append(line(claim)).append('\n');
            for (Claim claim : promise.evidence())
                out.append("  evidence ").append(line(claim)).append('\n');
        }
        return out.isEmpty() ? "the pages hold no promise" : out.toString();
    }

    private String evidence(Asked asked) {
        return record(found(asked));
    }

    private String search(Asked asked) {
        List<Claim> found = Search.find(room.now(), asked.needed("words"), words, MOST).stream()
                .map(Search.Hit::claim)
                .toList();
        return found.isEmpty()
                ? "nothing found"
                : String.join("\n", found.stream().map(this::line).toList());
    }

    private static String record(Crisis.Found found) {
        return ClaimRecord.lines(new Claim.Claims(found.page().article(), List.of(found.claim()), List.of()))
                .getFirst();
    }

    /** The claim's record, which holds quote, page, speaker and day. */
    private String line(Claim claim) {
        return room.now()
                .claim(claim.id(), Optional.of(claim.evidence().page()))
                .map(Assistant::record)
                .orElse(claim.id());
    }
}
