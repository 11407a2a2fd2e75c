package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

class ReportsTest {
    private static final Situation SAMPLE = Sample.situation();
    private static final String MARKDOWN = new Reports().markdown(SAMPLE, Locale.ENGLISH);
    private static final Document HTML = Jsoup.parse(new Reports().html(SAMPLE, Locale.ENGLISH));

    @Test
    void partsStandInTheOrderOfSituationReports() {
        assertThat(HTML.select("main > section").eachAttr("id"))
                .containsExactly(
                        "changes",
                        "highlights",
                        "figures",
                        "overview",
                        "operation",
                        "contested",
                        "commitments",
                        "timeline",
                        "names",
                        "pages",
                        "unknown",
                        "refused",
                        "quotes");
        assertThat(MARKDOWN.lines().filter(l -> l.startsWith("## "))).hasSize(13);
    }

    @Test
    void everyNumberOpensTheExactCharactersOfItsPage() {
        List<String> targets = HTML.select("a.num, sup a").eachAttr("href");
        assertThat(targets)
                .isNotEmpty()
                .allSatisfy(t -> assertThat(HTML.getElementById(t.substring(1))).isNotNull());
        List<String> marks =
                HTML.select("mark").stream().map(Element::wholeText).toList();
        for (Claim claim : SAMPLE.claims())
            assertThat(marks).anyMatch(m -> m.contains(claim.evidence().quote()));
        assertThat(HTML.select("a.num").stream()
                        .map(a -> a.nextElementSibling())
                        .toList())
                .allSatisfy(s -> assertThat(s).isNotNull());
    }

    @Test
    void everyFootnoteInMarkdownIsDefinedOnce() {
        List<String> used = new ArrayList<>();
        List<String> defined = new ArrayList<>();
        java.util.regex.Matcher notes =
                java.util.regex.Pattern.compile("\\[\\^(\\d+)](:?)").matcher(MARKDOWN);
        while (notes.find()) (notes.group(2).isEmpty() ? used : defined).add(notes.group(1));
        assertThat(defined).doesNotHaveDuplicates().hasSameElementsAs(java.util.Set.copyOf(used));
    }

    @Test
    void hedgesAreShownAndWithdrawnFiguresAreStruckThrough() {
        assertThat(MARKDOWN)
                .contains("about 2,300[^")
                .contains("at least 164[^")
                .contains("~~164~~[^");
        assertThat(HTML.select("a.num s").eachText()).contains("164");
        assertThat(HTML.select("#figures li.gone")).isNotEmpty();
    }

    @Test
    void rulesAreNamedAndPickOnlyFiguresThatStandAndAreDated() {
        assertThat(MARKDOWN)
                .contains("lowest that stands: about 2,030[^")
                .contains("latest official: about 2,300[^")
                .doesNotContain("highest that stands: 9,999");
    }

    @Test
    void contradictionsRetractionsAndRepeatsAreTold() {
        String contested = MARKDOWN.substring(MARKDOWN.indexOf("## Contested"), MARKDOWN.indexOf("## Commitments"));
        assertThat(contested)
                .contains("do not fit together")
                .contains("A withdrawal: 164")
                .contains("Repeated after it was taken back: at least 164");
        assertThat(MARKDOWN)
                .contains("Reported, not verified")
                .contains("versions contradict each other")
                .contains("○ open");
    }

    @Test
    void undatedClaimsStandApart() {
        Element undated = HTML.selectFirst("#figures .undated + ol");
        assertThat(undated).isNotNull();
        assertThat(undated.text()).contains("9,999").contains("undated");
    }

    @Test
    void hostilePagesStayText() {
        assertThat(HTML.select("script, img, iframe, object, link, base")).isEmpty();
        assertThat(HTML.select("a[href^=javascript], a[href*=evil]")).isEmpty();
        assertThat(HTML.title()).contains("<script>").doesNotContain("\u202e");
        assertThat(MARKDOWN)
                .doesNotContain("<script>")
                .doesNotContainPattern("(?<!\\\\)\\]\\(https")
                .doesNotContain("\u202e")
                .contains("\\<script\\>");
    }

    @Test
    void contactDetailsAreMaskedEverywhere() {
        for (String report : List.of(MARKDOWN, HTML.outerHtml()))
            assertThat(report).doesNotContain("555 01 23").doesNotContain("tips@meridian");
    }

    @Test
    void theSameSituationGivesTheSameCharactersWhateverTheMachinesLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(new Reports().markdown(SAMPLE, Locale.ENGLISH)).isEqualTo(MARKDOWN);
            assertThat(new Reports().markdown(SAMPLE, Locale.FRENCH))
                    .contains("Rapporté, non vérifié")
                    .contains("environ 2\u202f300");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anUnknownLanguageReadsEnglish() {
        assertThat(new Reports().markdown(SAMPLE, Locale.forLanguageTag("xx"))).isEqualTo(MARKDOWN);
    }

    @Test
    void jsonCarriesEveryClaimOnceForEachPartThatHoldsIt() {
        String json = new Reports().json(SAMPLE, Locale.ENGLISH);
        for (Claim claim : SAMPLE.claims())
            assertThat(json).contains("\"quote\":\"" + claim.evidence().quote() + "\"");
        assertThat(json).startsWith("{\"crisis\":\"blog\"").contains("\"verified\":false");
    }

    @Test
    void refusedPassagesAreListedByReason() {
        Claim.Refused clock = new Claim.Refused("toll", new org.sitrep.model.Span(0, 5), "13:00", "clock_time", "r");
        assertThat(new Reports().markdown(SAMPLE, List.of(clock), Locale.ENGLISH))
                .contains("clock time")
                .contains("“13:00”");
    }
}
