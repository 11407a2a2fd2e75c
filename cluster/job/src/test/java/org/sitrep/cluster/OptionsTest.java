package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource(delimiter = '|', textBlock = """
        --claims b                                  | either --pages PATH or --kafka
        --pages a                                   | name what to make
        --pages a --kafka h:1 --topic t --claims b  | either --pages PATH or --kafka
        --kafka h:1 --claims b                      | --kafka needs --topic
        --kafka h:1 --topic t --situations b        | --situations needs input that ends
        --pages a --situations b --checkpoint 5     | --situations needs input that ends
        --pages a --ledger crisis.db                | several machines need one in PostgreSQL
        --from-ledger l --claims b                  | --from-ledger goes with --situations
        --pages a --claims b --rounds many          | is no whole number
        --pages a --claims b --fast                 | there is no option --fast
        --pages --claims b                          | --pages needs a value
        """)
    void whatCannotBeMeantIsSaid(String words, String message) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
