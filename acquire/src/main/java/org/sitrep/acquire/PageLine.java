package org.sitrep.acquire;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads one line of a JSON Lines page file: {@code id}, {@code text} or {@code html}, {@code url}, {@code language}, {@code date_seen}. */
final class PageLine {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private PageLine() {}

    /** A line that is no page; the message is for the user. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /**
     * A page and what was odd about it.
     *
     * @param bytes what its version is the hash of
     * @param notice a field that could not be used, in words
     */
    record Parsed(Page page, byte[] bytes, Optional<String> notice) {}

    /**
     * The page of {@code line}.
     *
     * @param damage what the decoder of the line noticed
     * @param key its key where the line has neither address nor id
     */
    static Parsed parse(String line, Optional<String> damage, String key) throws Broken {
        Map<String, String> fields = fields(line);
        boolean html = !fields.containsKey("text") && fields.containsKey("html");
        String raw = fields.getOrDefault(html ? "html" : "text", "");
        if (!fields.containsKey("text") && !html) throw new Broken("has neither \u201ctext\u201d nor \u201chtml\u201d");
        if (raw.isBlank()) throw new Broken("has an empty \u201c" + (html ? "html" : "text") + "\u201d");
        String content = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        String sound = withoutLoneSurrogates(content);
        Optional<String> halves = sound.equals(content)
                ? Optional.empty()
                : Optional.of("half of a character outside the basic plane became U+FFFD");
        Optional<String> address =
                Optional.ofNullable(fields.get("url")).filter(u -> !u.isBlank()).map(Address::canonical);
        String id = Optional.ofNullable(fields.get("id"))
                .filter(i -> !i.isBlank())
                .map(Place::printable)
                .orElse(key);
        String seen = fields.getOrDefault("date_seen", "");
        Optional<Edtf> published =
                Edtf.parse(seen.length() > 10 && seen.charAt(10) == 'T' ? seen.substring(0, 10) : seen);
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        Page page = new Page(
                address.orElse(id),
                Fingerprint.of(bytes),
                html ? Page.Format.HTML : Page.Format.TEXT,
                sound,
                address,
                Optional.ofNullable(fields.get("language")).filter(l -> !l.isBlank()),
                published,
                damage.or(() -> halves).or(() -> Mojibake.notice(sound)));
        boolean undated = !seen.isBlank() && published.isEmpty();
        return new Parsed(
                page,
                bytes,
                undated ? Optional.of("date_seen \u201c" + seen + "\u201d is no ISO 8601 date") : Optional.empty());
    }

    /** Whether a first line says that what follows lists the pages of a web archive (WACZ 1.1.1, section 5.2.2) and holds none. */
    static boolean webArchiveIndex(byte[] line) {
        return line.length < 4096 && new String(line, StandardCharsets.UTF_8).contains("\"json-pages-1.0\"");
    }

    private static Map<String, String> fields(String line) throws Broken {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) throw new Broken("is no JSON object");
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING || value.isNumeric()) fields.put(name, json.getString());
                else if (value != JsonToken.VALUE_NULL && isOurs(name))
                    throw new Broken("has a \u201c" + name + "\u201d that is no string");
                else json.skipChildren();
            }
            if (json.nextToken() != null) throw new Broken("goes on after the end of its JSON object");
            return fields;
        } catch (JacksonException e) {
            int column =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
            throw new Broken("is no JSON at column " + column + " (" + firstLine(e.getOriginalMessage()) + ")");
        }
    }

    private static boolean isOurs(String name) {
        return switch (name) {
            case "id", "text", "html", "url", "language", "date_seen" -> true;
            default -> false;
        };
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        int more = line.indexOf(": expected");
        return more > 0 ? line.substring(0, more) : line;
    }

    private static String withoutLoneSurrogates(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (out == null) out = new StringBuilder(text);
            out.setCharAt(i, '\uFFFD');
        }
        return out == null ? text : out.toString();
    }
}
