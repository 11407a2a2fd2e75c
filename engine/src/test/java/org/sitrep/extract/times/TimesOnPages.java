package org.sitrep.extract.times;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.model.Span;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Prints the times of a page file, one JSON object a line, as the scorer reads them: {@code LANGUAGES PAGES.jsonl > OUT.jsonl}. */
final class TimesOnPages {
    private TimesOnPages() {}

    public static void main(String[] args) throws IOException {
        Packs packs = Packs.load(Path.of(args[0]));
        Map<String, TimeReader> readers = new HashMap<>();
        java.util.List<String> lines = Files.readAllLines(Path.of(args[1]), StandardCharsets.UTF_8);
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        for (int round = 0; round < rounds; round++) {
            long start = cpu();
            long chars = 0;
            long reading = 0;
            StringBuilder out = new StringBuilder();
            for (String line : lines) {
                Map<String, String> page = fields(line);
                Optional<Pack> pack = packs.pack(page.get("language"));
                if (pack.isEmpty()) continue;
                TimeReader reader = readers.computeIfAbsent(page.get("language"), l -> new TimeReader(pack.get()));
                String text = page.get("text");
                chars += text.length();
                Optional<LocalDate> seen = Optional.ofNullable(page.get("date_seen"))
                        .filter(d -> d.length() == 10)
                        .map(LocalDate::parse);
                var tokens = pack.get().text(text, new Span(0, text.length()));
                long before = cpu();
                var moments = reader.read(tokens, seen);
                reading += cpu() - before;
                for (Moment m : moments) print(out, page.get("id"), m, text);
            }
            System.err.printf(
                    "%d chars in %d ms, %d ms of it reading times: %.0f pages of 3 kB a second%n",
                    chars, (cpu() - start) / 1_000_000, reading / 1_000_000, chars / 3000.0 / (reading / 1e9));
            if (round == rounds - 1) System.out.print(out);
        }
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(StringBuilder out, String id, Moment m, String text) {
        if (!m.parts().isEmpty()) {
            m.parts().forEach(p -> print(out, id, p, text));
            return;
        }
        java.io.StringWriter line = new java.io.StringWriter();
        try (JsonGenerator g = new JsonFactory().createGenerator(tools.jackson.core.ObjectWriteContext.empty(), line)) {
            g.writeStartObject();
            g.writeStringProperty("page", id);
            g.writeNumberProperty("start", text.codePointCount(0, m.span().start()));
            g.writeNumberProperty("end", text.codePointCount(0, m.span().end()));
            g.writeStringProperty("text", m.span().of(text));
            g.writeStringProperty("type", m.type().name());
            g.writeStringProperty("value", m.value());
            g.writeEndObject();
        }
        out.append(line).append('\n');
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> out = new HashMap<>();
        try (JsonParser p = new JsonFactory().createParser(tools.jackson.core.ObjectReadContext.empty(), line)) {
            String name = "";
            for (JsonToken t = p.nextToken(); t != null; t = p.nextToken()) {
                if (t == JsonToken.PROPERTY_NAME) name = p.getString();
                else if (t == JsonToken.VALUE_STRING) out.put(name, p.getString());
            }
        }
        return out;
    }
}
