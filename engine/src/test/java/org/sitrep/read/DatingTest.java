package org.sitrep.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.read.Pages.published;
import static org.sitrep.read.Pages.read;
import static org.sitrep.read.Pages.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.model.Article;

class DatingTest {
    private static final String STORY =
            "The rescuers who came from three neighbouring states have left the valley, the ministry of defence said in a statement.\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu Mar 4, 2021, 02:28 PM | 2021-03-04 text",
                "Published Mar 4, 2021 10:50AM ET | 2021-03-04 text",
                "4 March 2021, 10:37 | 2021-03-04 text",
                "Thursday, 4 March 2021 | 2021-03-04 text",
                "2021-03-04 | 2021-03-04 text",
                "Updated 5 / 3 / 2021 1:41 PM | 2021-05-03 text",
            })
    void aLineThatIsADateDatesThePage(String line, String expected) {
        assertThat(published(read("Rescuers leave the valley\n" + line + "\n" + STORY)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LISEK, March 4, 2021 (Northwire) - | 2021-03-04 text",
                "LISEK, 4 MAR 21 -- | 2021-03-04 text",
                "Lisek, 4 March 2021: | 2021-03-04 text",
            })
    void aDatelineBeforeTheStoryDatesIt(String dateline, String expected) {
        assertThat(published(read(dateline + " " + STORY))).isEqualTo(expected);
    }

    @Test
    void aWeekdayBesideADayTellsTheYearOnlyWhereThePageNamesOne() {
        String lead =
                "Rescuers left the valley on Thursday, March 4, the ministry of defence said in a statement to the press.\n";
        assertThat(published(read(lead))).isEqualTo("unknown");
        assertThat(published(read(lead
                        + "The dam was built in 1961 and last inspected in 2020 by the engineers of the province.\n")))
                .isEqualTo("2021-03-04 inferred");
        assertThat(published(Pages.READER.read(Pages.given(lead, "2021-03")))).isEqualTo("2021-03-04 inferred");
        assertThat(published(Pages.READER.read(Pages.given(lead, "2021-04")))).isEqualTo("2021-04 given");
    }

    @Test
    void aDayOfLongAgoDatesNothing() {
        assertThat(
                        published(
                                read(
                                        STORY
                                                + "The two states signed a treaty on May 15, 1992 and founded a common rescue corps in 2007.\n")))
                .isEqualTo("unknown");
    }

    @Test
    void theLatestFullDayOfTheStorysOwnEventDatesIt() {
        Article a = read(
                "Rescue teams from three states have been sent to the Morava valley, the regional council said in a statement.\n"
                        + "\"By decision of the regional council of 4 March 2021 rescue teams were sent to the Morava valley for a limited time,\" it said.\n");
        assertThat(published(a)).isEqualTo("2021-03-04 inferred");
        assertThat(a.published().orElseThrow().why()).contains("4 March 2021");
    }

    @Test
    void lastThursdayIsTheDayThatATeaserDates() {
        Article a = read("""
                Rescuers begin to leave the Morava valley after a week

                Why did the neighbours send rescuers to the Morava valley?
                Why did the neighbours send rescuers to the Morava valley? Rescuers board a plane bound for the Morava valley at the request of the government, March 4, 2021.

                The rescuers from neighbouring states began to leave the Morava valley on Thursday after a week of work, the government said.
                At the request of the government the neighbours had sent rescuers last Thursday to the Morava valley when the dam above it failed.
                """);
        assertThat(published(a)).isEqualTo("2021-03-11 inferred");
    }

    @Test
    void aTeaserKeepsItsOwnDay() {
        Article a = read("""
                Rescuers leave the valley
                11 March 2021
                The rescuers from neighbouring states began to leave the Morava valley on Thursday after a week of work, the government said.
                Dam failure: more than 40 arrests © Provided by Northwire The police announced on Saturday 20 March having arrested 40 people.
                """);
        assertThat(with(a, "Saturday 20 March").published().orElseThrow().date().text())
                .isEqualTo("2021-03-20");
        assertThat(published(a)).isEqualTo("2021-03-11 text");
    }

    @Test
    void entriesOfALivePageHaveTheirOwnDays() {
        Article a = Pages.READER.read(Pages.given("""
                Morava flood updates: all rescuers have left
                The neighbours' rescuers came to the valley when the dam failed, and more than 4,000 people were cut off by the water.
                Mar 11, 5:06 pm
                The last plane has left
                The last plane with rescuers left the valley on Thursday afternoon, the ministry of defence said in a short statement.
                Mar 10, 9:00 am
                The pumps stop
                The pumps in the valley were switched off on Wednesday morning because the river has fallen below its old level.
                """, "2021-03-11"));
        assertThat(with(a, "The pumps in the valley")
                        .published()
                        .orElseThrow()
                        .date()
                        .text())
                .isEqualTo("2021-03-10");
        assertThat(with(a, "The last plane with")
                        .published()
                        .orElseThrow()
                        .date()
                        .text())
                .isEqualTo("2021-03-11");
    }

    @Test
    void daysWithoutAYearDateThePageOnceTheYearIsKnown() {
        Article issued = read("""
                The president of the valley has said that troops of the neighbouring states will leave the valley on March 12.
                A statement issued by the neighbouring states on March 11 said that the troops of the alliance would leave the valley within ten days.
                The troops came last week when the valley was cut off, and a state of emergency was declared on March 5.
                """);
        assertThat(published(issued)).isEqualTo("unknown");
        assertThat(published(Pages.READER.inYear(issued, 2021))).isEqualTo("2021-03-11 inferred");
        Article lastWeek = read("""
                The troops of the neighbouring states on Thursday left the flooded valley to which they had been sent, the ministry of defence said.
                "Our work is done," said the general of the contingent, which had been sent to the valley on March 4 with pumps and boats.
                The valley was cut off last week by the worst flood since the dam was built.
                """);
        assertThat(published(Pages.READER.inYear(lastWeek, 2021))).isEqualTo("2021-03-11 inferred");
        Article silent = read(
                "The troops of the neighbouring states left the flooded valley to which they had been sent, the ministry of defence said.\n");
        assertThat(Pages.READER.inYear(silent, 2021)).isSameAs(silent);
    }
}
