package org.sitrep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.Pipeline;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.SqliteLedger;
import org.sitrep.model.Page;

/** By which words a page of a large ledger is found. */
class SheetsTest {
    @TempDir
    Path folder;

    private static Page page(String key, String language, String text) {
        return new Page(
                key,
                "%064x".formatted(key.hashCode()),
                Page.Format.TEXT,
                text,
                Optional.empty(),
                Optional.of(language),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> found(Desk desk, String query) {
        return desk.holding(Folding.terms(query).stream().map(List::of).toList(), 9).stream()
                .map(c -> c.article().page())
                .toList();
    }

    @Test
    void aPageIsFoundByHeadlineQuoteKindAndPartOfAPhraseWithoutBlanks() {
        Pipeline pipeline = Pipeline.load(Path.of(System.getProperty("sitrep.home"), "languages"));
        try (Ledger ledger = SqliteLedger.open(folder.resolve("words.db"), Clock.systemUTC())) {
            List<Page> pages = List.of(
                    page(
                            "a",
                            "en",
                            "Ferry sinks off Port Arten\n\nThe ferry office said 31 passengers died on Monday."),
                    page("b", "zh", "港口快讯\n\n2021年5月12日，内政部表示，骚乱造成31人死亡。"));
            ledger.add(pages.stream().map(Ledger.Addition::of).toList());
            ledger.shelf().put(List.of(Sheets.of(pipeline, 1, pages.get(0)), Sheets.of(pipeline, 2, pages.get(1))));
            Desk desk = new Desk(pipeline, ledger, OptionalLong.empty());
            assertThat(found(desk, "sinks")).containsExactly("a");
            assertThat(found(desk, "Passenger 31"))
                    .as("words of a quote, by their beginning")
                    .containsExactly("a");
            assertThat(found(desk, "31")).as("the newest first").containsExactly("b", "a");
            assertThat(found(desk, Sheets.kind("killed"))).containsExactly("b", "a");
            assertThat(found(desk, "死亡")).containsExactly("b");
            assertThat(found(desk, "office\" OR 31"))
                    .as("no word of the index's own language")
                    .isEmpty();
            ledger.takeDown("a", "ana", "asked for");
            assertThat(found(desk, "sinks")).isEmpty();
        }
    }
}
