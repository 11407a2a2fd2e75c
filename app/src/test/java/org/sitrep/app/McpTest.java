package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `sitrep mcp` as a process of its own, asked by the protocol's own client. */
class McpTest {
    @TempDir
    Path folder;

    @Test
    void anAssistantFindsTheReportAHistoryAndItsEvidence() {
        List<String> command = command("examples/kazakhstan-2022");
        ServerParameters server = ServerParameters.builder(command.getFirst())
                .args(command.subList(1, command.size()))
                .build();
        StdioClientTransport transport = new StdioClientTransport(server, McpJsonDefaults.getMapper());
        try (McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(Duration.ofMinutes(2))
                .initializationTimeout(Duration.ofMinutes(2))
                .build()) {
            assertThat(client.initialize().serverInfo().name()).isEqualTo("sitrep");
            assertThat(client.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .contains("crises", "situation", "history", "commitments", "evidence", "search");
            String crisis = first("^([^:]+): ", ask(client, "crises", Map.of()));
            assertThat(ask(client, "situation", Map.of("crisis", crisis, "as_of", "2022-01-09")))
                    .contains("As of 9 January 2022")
                    .doesNotContain("12,000");
            String found = ask(client, "search", Map.of("words", "164"));
            assertThat(found).contains("\"quote\":").contains("\"page\":");
            String claim = first("\"id\":\"([0-9a-f]{16})\"", found);
            assertThat(ask(client, "evidence", Map.of("claim", claim)))
                    .contains(claim)
                    .contains("\"quote\":");
            assertThat(ask(client, "history", Map.of("claim", claim)))
                    .contains("164")
                    .contains("\"quote\":");
            assertThat(ask(client, "commitments", Map.of("crisis", crisis)))
                    .contains("version")
                    .contains("\"quote\":");
            McpSchema.CallToolResult wrong =
                    client.callTool(call("situation", Map.of("crisis", crisis, "as_of", "yesterday")));
            assertThat(wrong.isError()).isTrue();
            assertThat(wrong.content().toString()).contains("2022-01-31");
        }
    }

    /** The command that starts the assistant on a ledger of the pages in {@code pages}. */
    private List<String> command(String pages) {
        Path home = Path.of(System.getProperty("sitrep.home"));
        String ledger = folder.resolve("crisis.db").toString();
        assertThat(Run.of("add", ledger, home.resolve(pages).toString()).code()).isZero();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsitrep.home=" + home,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.sitrep.app.Main",
                "mcp",
                ledger);
    }

    /** A program that does not wait for answers, among whose questions are wrong ones: those are answered at once, the others when they are done. */
    @Test
    void everyQuestionOfManyAtOnceIsAnswered() throws Exception {
        int questions = 2_000;
        Process assistant = new ProcessBuilder(command("examples/drop-in"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader answers = assistant.inputReader(StandardCharsets.UTF_8);
                BufferedWriter asked = assistant.outputWriter(StandardCharsets.UTF_8)) {
            asked.write("""
                    {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
                    {"jsonrpc":"2.0","method":"notifications/initialized"}
                    """);
            asked.flush();
            assertThat(answers.readLine()).contains("\"id\":0");
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    for (int id = 1; id <= questions; id++)
                        asked.write("{\"jsonrpc\":\"2.0\",\"id\":" + id
                                + ",\"method\":\"tools/call\",\"params\":{\"name\":\""
                                + (id % 3 == 0 ? "nothing" : "evidence") + "\",\"arguments\":{\"claim\":\"0\"}}}\n");
                    asked.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Set<String> answered = new HashSet<>();
            while (answered.size() < questions) answered.add(first("\"id\":(\\d+)", answers.readLine()));
            asking.join();
        } finally {
            assistant.destroyForcibly();
        }
    }

    private static String ask(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(call(tool, arguments));
        assertThat(result.isError()).as(result.content().toString()).isFalse();
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }

    private static McpSchema.CallToolRequest call(String tool, Map<String, Object> arguments) {
        return McpSchema.CallToolRequest.builder(tool).arguments(arguments).build();
    }

    private static String first(String pattern, String text) {
        Matcher m = Pattern.compile(pattern).matcher(text);
        assertThat(m.find()).as(text).isTrue();
        return m.group(1);
    }
}
