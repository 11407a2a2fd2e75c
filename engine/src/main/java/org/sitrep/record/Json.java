package org.sitrep.record;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object being written on one line. What is absent is left out. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** The object that {@code fields} writes, without a line end. */
    public static String object(Consumer<Json> fields) {
        StringWriter line = new StringWriter(512);
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            fields.accept(new Json(out));
            out.writeEndObject();
        }
        return printable(line.toString());
    }

    /** The same JSON with the control characters escaped that RFC 8259 lets stand, U+007F to U+009F: some terminals obey them. */
    private static String printable(String json) {
        if (json.chars().noneMatch(c -> c >= 0x7F && c <= 0x9F)) return json;
        StringBuilder out = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c >= 0x7F && c <= 0x9F) out.append("\\u00").append(Integer.toHexString(c));
            else out.append(c);
        }
        return out.toString();
    }

    public Json put(String name, String value) {
        out.writeStringProperty(name, value);
        return this;
    }

    public Json put(String name, long value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    public Json put(String name, double value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    public Json put(String name, boolean value) {
        out.writeBooleanProperty(name, value);
        return this;
    }

    /** Dates, codes and strings by their own printed form. */
    public Json put(String name, Optional<?> value) {
        value.ifPresent(v -> put(name, v.toString()));
        return this;
    }

    public Json put(String name, OptionalLong value) {
        value.ifPresent(v -> put(name, v));
        return this;
    }

    public Json put(String name, OptionalInt value) {
        value.ifPresent(v -> put(name, v));
        return this;
    }

    /** An array of strings, also where it is empty. */
    public Json strings(String name, Collection<String> values) {
        out.writeArrayPropertyStart(name);
        for (String value : values) out.writeString(value);
        out.writeEndArray();
        return this;
    }

    /** An array of whole numbers, also where it is empty. */
    public Json numbers(String name, Collection<Integer> values) {
        out.writeArrayPropertyStart(name);
        for (int value : values) out.writeNumber(value);
        out.writeEndArray();
        return this;
    }

    /** An array of objects, also where it is empty. */
    public <T> Json objects(String name, Collection<T> values, Fields<T> fields) {
        out.writeArrayPropertyStart(name);
        for (T value : values) {
            out.writeStartObject();
            fields.accept(this, value);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    /** An object within this one. */
    public Json object(String name, Consumer<Json> fields) {
        out.writeObjectPropertyStart(name);
        fields.accept(this);
        out.writeEndObject();
        return this;
    }

    /** An array of numbers. */
    public Json numbers(String name, double... values) {
        out.writeArrayPropertyStart(name);
        for (double value : values) out.writeNumber(value);
        out.writeEndArray();
        return this;
    }

    /** {@code name} with JSON's null, where a format asks for it. */
    public Json none(String name) {
        out.writeNullProperty(name);
        return this;
    }

    /** Writes the fields of one value. */
    @FunctionalInterface
    public interface Fields<T> {
        void accept(Json json, T value);
    }
}
