package org.sitrep.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The JSON schemas beside the tests. */
final class Schemas {
    private Schemas() {}

    /**
     * Asserts that {@code json} holds to a schema, and that the schema can fail.
     *
     * @param name of the file without ".schema.json"
     * @param wrong what does not hold to it
     */
    static void holds(String name, String json, String wrong) throws IOException {
        try (InputStream in = Schemas.class.getResourceAsStream(name + ".schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(wrong, InputFormat.JSON))
                    .as("the schema can fail")
                    .isNotEmpty();
        }
    }
}
