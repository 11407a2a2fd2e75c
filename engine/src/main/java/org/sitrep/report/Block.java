package org.sitrep.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Amount;
import org.sitrep.report.Inline.Line;

/** A part of a section. Every writer switches over all of them, so the forms of a report cannot drift apart. */
public sealed interface Block {
    record Paragraph(Line line) implements Block {}

    record Heading(String text) implements Block {}

    record Items(List<Line> lines) implements Block {}

    /** A table; its first column heads each row. */
    record Table(String caption, List<String> head, List<List<Line>> rows) implements Block {}

    /**
     * The figures of one matter, one under the other.
     *
     * @param title what is counted
     * @param summary the range and the rules that chose its ends
     * @param undated figures of pages without a date, never put among the dated ones
     */
    record Ladder(Line title, List<Line> summary, List<Rung> rungs, List<Rung> undated) implements Block {}

    /**
     * One figure of a ladder.
     *
     * @param day the day it counts for; empty where the page leaves it open
     * @param said who said it, where, and how often it is carried
     * @param gone whether it is taken back here or was taken back
     */
    record Rung(Line number, Amount amount, Optional<String> day, Line said, boolean gone) {}

    /** Days with what happened on them, in order. */
    record Days(List<Day> days) implements Block {}

    /** @param day empty: the pages name no day that can be resolved */
    record Day(Optional<LocalDate> day, String label, List<Line> entries) {}

    /** A titled part of a report. */
    record Section(String id, String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
