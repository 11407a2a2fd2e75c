package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists, strings, longs and booleans; absent where null. */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private Json() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String line) {
        try (JsonParser p = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            p.nextToken();
            return (Map<String, Object>) value(p);
        }
    }

    private static Object value(JsonParser p) {
        return switch (p.currentToken()) {
            case START_OBJECT -> map(p);
            case START_ARRAY -> list(p);
            case VALUE_NUMBER_INT -> p.getLongValue();
            case VALUE_NUMBER_FLOAT -> p.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> p.getString();
        };
    }

    private static Map<String, Object> map(JsonParser p) {
        Map<String, Object> out = new LinkedHashMap<>();
        while (p.nextToken() != JsonToken.END_OBJECT) {
            String key = p.currentName();
            if (p.nextToken() != JsonToken.VALUE_NULL) out.put(key, value(p));
        }
        return out;
    }

    private static List<Object> list(JsonParser p) {
        List<Object> out = new ArrayList<>();
        while (p.nextToken() != JsonToken.END_ARRAY) out.add(value(p));
        return out;
    }

    static String print(Object value) {
        return switch (value) {
            case Map<?, ?> m ->
                "{"
                        + String.join(
                                ",",
                                m.entrySet().stream()
                                        .map(e -> quote(e.getKey().toString()) + ":" + print(e.getValue()))
                                        .toList())
                        + "}";
            case Collection<?> c ->
                "[" + String.join(",", c.stream().map(Json::print).toList()) + "]";
            case Number n -> n.toString();
            case Boolean b -> b.toString();
            default -> quote(value.toString());
        };
    }

    private static String quote(String s) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : s.toCharArray()) {
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < 0x20) out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }
}
