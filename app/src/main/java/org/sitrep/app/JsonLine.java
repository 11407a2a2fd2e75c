package org.sitrep.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The fields of one JSON object: single values as their text, arrays of objects as further lines, arrays of texts as their first. */
record JsonLine(Map<String, String> fields, Map<String, List<JsonLine>> objects) {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** @throws tools.jackson.core.JacksonException where the text is no JSON object */
    static JsonLine of(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            return object(json);
        }
    }

    private static JsonLine object(JsonParser json) {
        JsonLine out = new JsonLine(new LinkedHashMap<>(), new LinkedHashMap<>());
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) out.objects.put(name, List.of(object(json)));
            else if (token == JsonToken.START_ARRAY) array(json, name, out);
            else out.fields.put(name, json.getString());
        }
        return out;
    }

    private static void array(JsonParser json, String name, JsonLine out) {
        List<JsonLine> all = new ArrayList<>();
        for (JsonToken t = json.nextToken(); t != null && t != JsonToken.END_ARRAY; t = json.nextToken()) {
            if (t == JsonToken.START_OBJECT) all.add(object(json));
            else if (t == JsonToken.START_ARRAY) json.skipChildren();
            else out.fields.putIfAbsent(name, json.getString());
        }
        out.objects.put(name, all);
    }

    /** The field's text; empty where it is absent. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    List<JsonLine> all(String name) {
        return objects.getOrDefault(name, List.of());
    }
}
