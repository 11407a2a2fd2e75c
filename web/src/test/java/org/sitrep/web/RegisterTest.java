package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Shelf;
import org.sitrep.ledger.SqliteLedger;

/** The list of a large ledger's crises, kept from one start of the program to the next. */
class RegisterTest {
    @TempDir
    Path folder;

    private String ledger() {
        return folder.resolve("site.db").toString();
    }

    private void add(Path pages) {
        List<Ledger.Addition> all = new ArrayList<>();
        Inputs.readAll(List.of(pages.toString()), acquired -> {
            if (acquired instanceof Acquired.Arrived a) all.add(new Ledger.Addition(a.page(), a.original()));
        });
        try (Ledger opened = SqliteLedger.open(Path.of(ledger()), Clock.systemUTC())) {
            opened.add(all);
        }
    }

    private Room room() {
        return new Room(ledger(), Reader.PIPELINE, Clock.systemUTC());
    }

    private static List<Line> begun(Room room) {
        room.now();
        room.register().look(List.of());
        until(() -> room.register().complete());
        return room.register().lines();
    }

    private static void until(java.util.function.BooleanSupplier holds) {
        for (int i = 0; i < 600 && !holds.getAsBoolean(); i++)
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private static long noted(Room room) {
        return room.reading(l -> l.shelf().note("crises"))
                .map(Shelf.Note::entry)
                .orElse(-1L);
    }

    @Test
    void theListIsThereAgainAfterAStartAndTakesInWhatCameMeanwhile() throws IOException {
        add(Site.HOME.resolve("examples/kazakhstan-2022"));
        List<Line> first;
        try (Room room = room()) {
            first = begun(room);
            assertThat(first).hasSize(1);
            assertThat(noted(room)).isEqualTo(16);
        }
        add(Site.HOME.resolve("examples/herat-2023"));
        Files.writeString(
                folder.resolve("tarn-evening-post.txt"),
                "The Tarn Evening Post\n16 January 2022\n\nKazakhstan: prosecutors count more dead\n\nThe prosecutor general's office of"
                        + " Kazakhstan said on 16 January 2022 that 226 people had been killed in the January unrest.\n");
        add(folder.resolve("tarn-evening-post.txt"));
        try (Room room = room()) {
            List<Line> again = begun(room);
            assertThat(again.size()).isGreaterThan(1);
            assertThat(again.getFirst().crisis()).isEqualTo(first.getFirst().crisis());
            assertThat(again.getFirst().pages()).hasSize(17).contains("tarn-evening-post");
            assertThat(noted(room))
                    .as("what came is little, and told anew after each start")
                    .isEqualTo(16);
        }
    }

    @Test
    void whatIsTakenDownLeavesTheListAndTheNote() {
        add(Site.HOME.resolve("examples/kazakhstan-2022"));
        try (Room room = room()) {
            List<Line> before = begun(room);
            String gone = before.getFirst().pages().getLast();
            try (Ledger opened = SqliteLedger.open(Path.of(ledger()), Clock.systemUTC())) {
                opened.takeDown(gone, "Ana", "asked for by the outlet");
            }
            assertThat(noted(room)).isEqualTo(-1);
            room.register().look(room.now().entries(16, 9));
            until(() -> room.register().lines().size() == 1
                    && room.register().lines().getFirst().pages().size() == 15);
            assertThat(room.register().lines().getFirst().pages()).doesNotContain(gone);
        }
    }

    /** A new version of the program reads every page anew; who asks meanwhile is told so instead of being left waiting. */
    @Test
    void whoWillNotWaitForPagesThatAreReadIsTold() {
        add(Site.HOME.resolve("examples/kazakhstan-2022"));
        try (Room room = room()) {
            room.turn.lock();
            assertThat(fromElsewhere(() -> room.now(Duration.ZERO))).isEmpty();
            room.turn.unlock();
            assertThat(fromElsewhere(() -> room.now(Duration.ZERO))).isPresent();
            assertThat(room.read()).isEqualTo(room.now().versions().size());
        }
    }

    private static <T> T fromElsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
