package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's description and the feeds of changes, read by schemas and readers that are not ours; each answer held to the description. */
class ReadByOthersTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TempDir
    static Path folder;

    private static Server server;
    private static String crisis;

    @BeforeAll
    static void open() {
        server = Site.over(folder, Site.HOME.resolve("examples/kazakhstan-2022"));
        crisis = JSON.readTree(get("/api/v1/crises")).at("/items/0/crisis").asString();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.address()).resolve(path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReadByOthersTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> faults(String schema, String json) {
        return SCHEMAS.getSchema(schema).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theDescriptionHoldsToTheSchemaOfOpenApi() throws IOException {
        String schema = resource("openapi-3.1.schema.json");
        assertThat(faults(schema, get("/api/v1/openapi.json"))).isEmpty();
        assertThat(faults(schema, "{\"openapi\":\"3.1.0\"}"))
                .as("the schema can fail")
                .isNotEmpty();
    }

    @Test
    void everyParameterSaysWhatItIs() {
        JsonNode described = JSON.readTree(get("/api/v1/openapi.json"));
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : described.path("paths").properties())
            for (JsonNode p : path.getValue().at("/get/parameters"))
                if (!p.has("$ref") && p.path("description").asString("").isBlank())
                    silent.add(path.getKey() + " " + p.path("name").asString());
        for (Map.Entry<String, JsonNode> p :
                described.at("/components/parameters").properties())
            if (p.getValue().path("description").asString("").isBlank()) silent.add(p.getKey());
        assertThat(silent).isEmpty();
    }

    /** The schema that the description gives for an answer, as a schema of its own. */
    private static String schema(JsonNode described, String path) {
        String answer = described
                .path("paths")
                .path(path)
                .at("/get/responses/200/content/application~1json/schema")
                .toString();
        return "{\"allOf\":[" + answer + "],\"components\":" + described.path("components") + "}";
    }

    @Test
    void answersAreAsTheDescriptionSays() {
        JsonNode described = JSON.readTree(get("/api/v1/openapi.json"));
        for (String path : List.of("/crises", "/situation", "/claims", "/pages", "/search", "/entries", "/changes")) {
            String answer = get("/api/v1" + path + "?q=killed&limit=50&crisis=" + crisis);
            assertThat(faults(schema(described, path), answer)).as(path).isEmpty();
        }
        assertThat(faults(schema(described, "/crises"), "{\"total\":\"many\"}"))
                .as("the schema can fail")
                .isNotEmpty();
    }

    @Test
    void aFeedReaderReadsTheAtomFeed() throws Exception {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(get("/api/v1/changes.atom?crisis=" + crisis)));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).contains("Kazakhstan");
        assertThat(feed.getEntries())
                .isNotEmpty()
                .allMatch(e -> e.getUri().startsWith("urn:uuid:"))
                .allMatch(e -> e.getUpdatedDate() != null && e.getLink().startsWith(server.address()));
        assertThat(feed.getEntries()).extracting("uri").doesNotHaveDuplicates();
    }

    @Test
    void theJsonFeedHoldsToItsRulesAndOurOwnReaderTakesIt() throws IOException {
        String feed = get("/api/v1/changes.json?crisis=" + crisis);
        assertThat(faults(resource("json-feed.schema.json"), feed)).isEmpty();
        Path file = java.nio.file.Files.writeString(folder.resolve("changes.json"), feed);
        List<String> pages = new ArrayList<>();
        Inputs.readAll(List.of(file.toString()), a -> {
            if (a instanceof Acquired.Arrived arrived) pages.add(arrived.page().key());
        });
        assertThat(pages).isNotEmpty();
    }
}
