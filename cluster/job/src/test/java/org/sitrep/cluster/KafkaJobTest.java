package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages from a real broker: what its writers committed, as from a file of the same lines. */
@Tag("slow")
class KafkaJobTest {
    private static final int PAGES = 300;

    @TempDir
    Path folder;

    @Test
    void pagesOfATopicAreReadAsThoseOfAFile() throws Exception {
        List<String> lines = new ArrayList<>(Pages.lines(0, PAGES));
        lines.add("{\"id\": \"broken\"");
        Path file = Files.write(folder.resolve("pages.jsonl"), lines);
        try (Broker broker = new Broker(folder);
                Cluster cluster = new Cluster()) {
            broker.topic("pages", 3);
            broker.send("pages", lines);
            cluster.run(
                    "--kafka",
                    broker.servers(),
                    "--topic",
                    "pages",
                    "--until-now",
                    "--claims",
                    folder.resolve("claims").toString(),
                    "--situations",
                    folder.resolve("situations").toString());
            cluster.run(
                    "--kafka",
                    broker.servers(),
                    "--topic",
                    "pages",
                    "--until-now",
                    "--checkpoint",
                    "1",
                    "--claims",
                    folder.resolve("streamed").toString());
        }
        OneMachine alone = OneMachine.of(file);
        assertThat(alone.pages()).isEqualTo(PAGES);
        assertThat(OneMachine.lines(folder.resolve("claims"))).isEqualTo(alone.claims());
        assertThat(OneMachine.lines(folder.resolve("streamed"))).isEqualTo(alone.claims());
        assertThat(OneMachine.lines(folder.resolve("situations"))).isEqualTo(alone.situations());
        assertThat(OneMachine.lines(folder.resolve("claims-faults")))
                .singleElement()
                .asString()
                .startsWith("pages-")
                .contains("is no JSON");
    }
}
