package org.sitrep.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * ACCURACY.md, which {@code sitrep bench accuracy} writes, against what was reached before: whoever measures anew and finds that a rule
 * made something else worse cannot keep both. Floors only rise.
 */
class AccuracyFloorsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    Figures: seeds pages, by language | ALL F1              | .95
                    Figures: dev pages, by language   | ALL P               | .99
                    Figures: dev pages, by language   | ALL F1              | .97
                    Figures: dev pages, by language   | ALL qual            | .98
                    Figures: dev pages, by language   | ALL stat            | .99
                    Figures: dev pages, by language   | ALL nonA            | .90
                    Figures: dev pages, by language   | ALL who             | .95
                    Figures: dev pages, by language   | ALL spkr            | .92
                    Figures: dev pages, by language   | ALL named           | .90
                    Figures: dev pages, by language   | ALL as_of           | .90
                    Commitments and events: seeds     | commitment: recall  | 1.0
                    Commitments and events: seeds     | event: recall       | .92
                    Commitments and events: dev       | commitment: recall  | .96
                    Commitments and events: dev       | event: recall       | .97
                    Situations                        | histories F1        | .88
                    Situations                        | relations accuracy  | .91
                    Situations                        | relations coverage  | .87
                    Situations                        | relations of all:   | .68
                    Situations                        | origins F1          | .92
                    Situations                        | operations steps recall | .96
                    Situations                        | operations dates    | .95
                    Situations                        | operations contributors recall | 1.0
                    Situations                        | commitments promises F1 | .91
                    Situations                        | commitments verdicts | 1.0
                    Situations                        | as of recall        | .88
                    Casualties                        | wanted P            | 68.5
                    Casualties                        | wanted R            | 80.3
                    Time expressions: timebank        | gold value          | 82.0
                    Time expressions: dolomiten       | gold value          | 77.0
                    Main text of web pages            | P accuracy          | .94
                    Publication dates of web pages    | right F1            | .96
                    Stories                           | pages F1            | .94
                    """)
    void whatWasReachedStands(String section, String what, double floor) {
        assertThat(number(section(section), what)).isGreaterThanOrEqualTo(floor);
    }

    /** A day where the gold has none is worse than no day. */
    @ParameterizedTest
    @CsvSource({"'Figures: seeds pages, by language', .00", "'Figures: dev pages, by language', .10"})
    void noMoreDaysAreGuessed(String section, double most) {
        assertThat(number(section(section), "ALL guess")).isLessThanOrEqualTo(most);
    }

    private static String section(String head) {
        String all = Sources.text(Sources.home().resolve("ACCURACY.md"));
        int from = all.indexOf("\n## " + head);
        assertThat(from).as("no section " + head).isNotNegative();
        int to = all.indexOf("\n## ", from + 1);
        return all.substring(from, to < 0 ? all.length() : to);
    }

    /** {@code ALL} and a column of the table of figures; else the line's first word, then the words before the number. */
    private static double number(String section, String what) {
        String first = what.split(" ", 2)[0];
        String rest = what.substring(first.length()).strip();
        if (first.equals("ALL")) return column(section, rest);
        Matcher found = Pattern.compile("(?m)^" + Pattern.quote(first) + "(?= ).*?(?<= )"
                        + Pattern.quote(rest).replace(" ", "\\E +\\Q") + " +([\\d.]+)")
                .matcher(section);
        assertThat(found.find()).as(what + " is not told in " + section).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static double column(String section, String name) {
        List<String> head = cells(section, " F1st ");
        List<String> all = cells(section, "ALL ");
        return Double.parseDouble(all.get(1 + head.indexOf(name)));
    }

    private static List<String> cells(String section, String sign) {
        String line = section.lines().filter(l -> l.contains(sign)).findFirst().orElseThrow();
        return List.of(line.strip().split(" +"));
    }
}
