package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitrep.language.Packs;
import org.sitrep.model.Claim;
import org.sitrep.relate.NameTable;
import org.sitrep.relate.Rulings;

/** What a crisis knows of its pages: who is heard, whose words a passage carries, which teasers are its own. */
class CrisisTest {
    private static final Packs PACKS = Packs.load(Path.of("../languages"));
    private static final Knowledge KNOWN = Knowledge.load(PACKS, NameTable.load(PACKS));

    private static List<Claim.Claims> pages(String lines) {
        List<String> all = new ArrayList<>(List.of("== a crisis"));
        all.addAll(lines.lines().toList());
        return Scenario.read(all).getFirst().pages();
    }

    private static Crisis crisis(List<Claim.Claims> pages) {
        return new Crisis(pages, Rulings.NONE, KNOWN);
    }

    @Test
    void everybodyWhoSpeaksOrActsIsHeard() {
        Crisis crisis = crisis(pages("""
                page p | 2031-03-03
                text A delegation of the World Food Programme waits.
                figure a | killed | 40 people | in Mali | says Red Cross
                event b | arrival | ECOWAS | in Mali
                promise c | deploy | UNHCR | says President Sow
                statement d | unrest | - | says Amnesty International
                """));
        assertThat(crisis.mentions())
                .contains("Red Cross", "ECOWAS", "UNHCR", "President Sow", "Amnesty International");
        assertThat(crisis.heard()).contains("org:ECOWAS", "org:UNHCR", "org:Red Cross", "org:Amnesty International");
    }

    @Test
    void aBodyWithoutANameIsBare() {
        Crisis crisis = crisis(pages("page p\nfigure a | killed | 40 people | in Mali"));
        assertThat(crisis.bare("ministry")).isTrue();
        assertThat(crisis.bare("the ministry")).isTrue();
        assertThat(crisis.bare("Interior Ministry of Mali")).isFalse();
        assertThat(crisis.bare("Red Cross")).isFalse();
        assertThat(crisis.bare("ECOWAS ministry")).isFalse();
        assertThat(crisis.bare("neighbours")).isFalse();
    }

    @Test
    void aPassageCreditsItsAgencyBeforeItsPage() {
        Crisis crisis = crisis(pages("""
                page p | 2031-03-03 | agency Westland Press
                figure a | killed | 40 people | in Mali
                passage body | agency Coast Wire
                figure b | killed | 41 people | in Mali
                page q | 2031-03-03
                figure c | killed | 42 people | in Mali
                """));
        assertThat(crisis.claims())
                .extracting(c -> crisis.agency(c).orElse("-"))
                .containsExactly("westland press", "coast wire", "-");
    }

    @Test
    void aTeaserOfAnotherStateIsAnotherStory() {
        Crisis crisis = crisis(pages("""
                page p | 2031-03-03
                figure a | missing | 50 people | in Kenya
                passage teaser
                text The trouble in Mali goes on.
                figure b | killed | 58 people | in Kayes | background | on 2031-03-02
                page q | 2031-03-03
                figure c | missing | 51 people | in Kenya
                passage teaser
                text The trouble in Kenya goes on.
                figure d | killed | 59 people | in Kayes | background | on 2031-03-02
                """));
        assertThat(crisis.claims()).extracting(Claim::id).containsExactly("a", "c", "d");
    }

    @Test
    void claimsAreInTheOrderOfTheirPagesAndText() {
        Crisis crisis = crisis(pages("""
                page p
                figure z | killed | 40 people | in Mali
                figure a | killed | 41 people | in Mali
                figure b | killed | 42 people | in Mali | with a
                page o
                figure y | killed | 43 people | in Mali
                """));
        assertThat(crisis.claims().stream().sorted(Crisis.ORDER))
                .extracting(Claim::id)
                .containsExactly("y", "z", "a", "b");
    }
}
