package org.sitrep.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.record.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Named strings as one JSON object: the form of an entry's body and of its content. */
final class Fields {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Fields put(String name, String value) {
        values.put(name, List.of(value));
        return this;
    }

    Fields put(String name, Optional<?> value) {
        value.ifPresent(v -> put(name, v.toString()));
        return this;
    }

    Fields put(String name, List<String> all) {
        values.put(name, List.copyOf(all));
        return this;
    }

    /** The value of a field that every entry of this kind has. */
    String one(String name) {
        return optional(name).orElseThrow(() -> new Damaged("an entry without its " + name));
    }

    Optional<String> optional(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    String text() {
        return Json.object(json -> values.forEach(json::strings));
    }

    static Fields parse(String text) {
        Fields fields = new Fields();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                List<String> all = new ArrayList<>();
                json.nextToken();
                while (json.nextToken() == JsonToken.VALUE_STRING) all.add(json.getString());
                fields.values.put(name, all);
            }
        } catch (JacksonException e) {
            throw new Damaged("an entry is no JSON", e);
        }
        return fields;
    }
}
