package org.sitrep.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** A page's JSON-LD, as far as it tells who published and when; broken JSON counts up to where it breaks. */
final class Linked {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final int DEEPEST = 40;
    private final List<Metadata.Stamp> published = new ArrayList<>();
    private final List<Metadata.Stamp> updated = new ArrayList<>();
    private final List<Metadata.Stamp> weak = new ArrayList<>();
    private Optional<String> publisher = Optional.empty();

    private Linked() {}

    static Linked of(List<StartTag> declared) {
        Linked out = new Linked();
        for (StartTag e : declared) {
            if (e.name().equals("script")
                    && e.attribute("type").toLowerCase(Locale.ROOT).contains("ld+json")) out.read(e.content());
        }
        out.published.addAll(out.weak);
        return out;
    }

    private void read(String json) {
        try (JsonParser p = JSON.createParser(ObjectReadContext.empty(), json)) {
            while (p.nextToken() != null) visit(value(p, 0), 0);
        } catch (JacksonException e) {
            // What was read before the break has been kept where an object was complete; the page has other signs.
            loose(json);
        }
    }

    /** Dates of JSON that no parser accepts. */
    private void loose(String json) {
        for (String field : List.of("datePublished", "dateModified")) {
            int at = json.indexOf("\"" + field + "\"");
            int open = at < 0 ? -1 : json.indexOf('"', at + field.length() + 2);
            int close = open < 0 ? -1 : json.indexOf('"', open + 1);
            if (close > 0 && close - open < 40)
                (field.equals("datePublished") ? weak : updated)
                        .add(new Metadata.Stamp("JSON-LD " + field, json.substring(open + 1, close)));
        }
    }

    private static Object value(JsonParser p, int depth) {
        JsonToken t = p.currentToken();
        if (depth > DEEPEST) {
            p.skipChildren();
            return "";
        }
        if (t == JsonToken.START_ARRAY) {
            List<Object> out = new ArrayList<>();
            while (p.nextToken() != JsonToken.END_ARRAY && p.currentToken() != null) out.add(value(p, depth + 1));
            return out;
        }
        if (t == JsonToken.START_OBJECT) {
            Map<String, Object> out = new LinkedHashMap<>();
            while (p.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = p.currentName();
                p.nextToken();
                out.put(name, value(p, depth + 1));
            }
            return out;
        }
        return t != null && t.isScalarValue() && t != JsonToken.VALUE_NULL ? p.getString() : "";
    }

    private void visit(Object node, int depth) {
        if (node instanceof List<?> list) for (Object o : list) visit(o, depth);
        if (!(node instanceof Map<?, ?> map)) return;
        String type = String.valueOf(map.get("@type"));
        boolean story = type.contains("Article")
                || type.contains("Posting")
                || type.contains("Report")
                || type.contains("Review");
        boolean page = type.contains("WebPage");
        stamp(map, "datePublished", story && depth == 0 ? published : weak, story || page || depth == 0, type);
        stamp(map, "dateCreated", weak, story, type);
        stamp(map, "dateModified", updated, story || page, type);
        if (map.get("publisher") instanceof Map<?, ?> by
                && by.get("name") instanceof String name
                && publisher.isEmpty()
                && !name.isBlank()) publisher = Optional.of(name.strip());
        for (String key : List.of("@graph", "mainEntity", "mainEntityOfPage"))
            Optional.ofNullable(map.get(key)).ifPresent(v -> visit(v, key.equals("@graph") ? depth : depth + 1));
    }

    private static void stamp(Map<?, ?> map, String field, List<Metadata.Stamp> to, boolean wanted, String type) {
        if (wanted && map.get(field) instanceof String value && !value.isBlank())
            to.add(new Metadata.Stamp("JSON-LD " + type + " " + field, value.strip()));
    }

    List<Metadata.Stamp> published() {
        return published;
    }

    List<Metadata.Stamp> updated() {
        return updated;
    }

    Optional<String> publisher() {
        return publisher;
    }
}
