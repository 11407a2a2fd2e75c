package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionsTest {
    private static Options parse(String words) {
        return Options.parse(Stream.concat(
                        Stream.of("--languages", OneMachine.LANGUAGES.toString()),
                        Stream.of(words.split(" ")).filter(w -> !w.isEmpty()))
                .toArray(String[]::new));
    }

    @Test
    void filesAreABatchAndATopicIsAStream() {
        assertThat(parse("--pages a --claims b").batch()).isTrue();
        assertThat(parse("--pages a --pages c --claims b").pages()).containsExactly("a", "c");
        assertThat(parse("--pages a --claims b").faults()).contains("b-faults");
        assertThat(parse("--kafka h:1 --topic t --claims b").checkpointSeconds())
                .isEqualTo(60);
        assertThat(parse("--kafka h:1 --topic t --until-now --situations b").batch())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatCannotBeMeantIsSaid(String words, String message) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** The table of {@code docs/cluster.md}, so that the document stays true. */
    static List<Arguments> answers() throws IOException {
        List<Arguments> out = new ArrayList<>();
        for (String line : Files.readAllLines(OneMachine.HOME.resolve("docs/cluster.md"))) {
            if (!line.startsWith("| `--")) continue;
            String[] cells = line.split("\\|");
            out.add(Arguments.of(cells[1].strip().replace("`", ""), cells[2].strip()));
        }
        assertThat(out).hasSizeGreaterThan(10);
        return out;
    }
}
