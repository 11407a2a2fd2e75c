package org.sitrep.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON Feed 1 and 1.1, entry by entry. */
final class JsonFeedReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Inputs.PAGE_LIMIT)
                    .build())
            .build();

    private final Unpacker unpacker;
    private Optional<String> outlet = Optional.empty();
    private Optional<String> language = Optional.empty();

    JsonFeedReader(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    void read(InputStream in, Place place) throws IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("items") && value == JsonToken.START_ARRAY) items(json, place);
                else if (name.equals("title") && value == JsonToken.VALUE_STRING)
                    outlet = Optional.of(json.getString());
                else if (name.equals("language") && value == JsonToken.VALUE_STRING)
                    language = Optional.of(json.getString());
                else json.skipChildren();
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof LimitReached limit) throw limit;
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            unpacker.broken(place.at(offset), "the feed is broken", new IOException(e.getOriginalMessage()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void items(JsonParser json, Place place) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> fields = new HashMap<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) fields.put(name, json.getString());
                else json.skipChildren();
            }
            FeedEntry entry = entry(fields);
            Place at = new Place(place.where(), place.key() + "#" + entry.id(), place.depth(), false);
            if (!entry.empty()) entry.admit(unpacker, at, Optional.empty());
        }
    }

    private FeedEntry entry(Map<String, String> fields) {
        Optional<String> html = Optional.ofNullable(fields.get("content_html"));
        return new FeedEntry(
                fields.getOrDefault("id", fields.getOrDefault("url", "")),
                Optional.ofNullable(fields.get("url"))
                        .filter(u -> u.startsWith("http"))
                        .map(Address::canonical),
                Optional.ofNullable(fields.get("title")),
                html.orElseGet(
                        () -> Entities.escape(fields.getOrDefault("content_text", fields.getOrDefault("summary", "")))),
                outlet,
                Optional.empty(),
                Optional.ofNullable(fields.get("language")).or(() -> language),
                Optional.ofNullable(fields.get("date_published")).flatMap(FeedEntry::day));
    }
}
