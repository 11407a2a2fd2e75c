package org.sitrep.bench;

import java.io.StringWriter;
import org.sitrep.model.Page;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** A page as a line of a page file. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String page(Page page) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("id", page.key());
            json.writeStringProperty("text", page.content());
            json.writeStringProperty("language", page.language().orElse("und"));
            json.writeStringProperty("date_seen", page.published().orElseThrow().text());
            json.writeEndObject();
        }
        return out.toString();
    }
}
