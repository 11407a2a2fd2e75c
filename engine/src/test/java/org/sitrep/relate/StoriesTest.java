package org.sitrep.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sitrep.Pipeline;
import org.sitrep.language.Text;
import org.sitrep.model.Article;
import org.sitrep.model.Page;
import org.sitrep.model.Span;

/** Which pages tell one story, and which only sound like it. */
class StoriesTest {
    private static final Pipeline PIPELINE = Pipeline.load(Path.of("../languages"));

    /** Ten ways to report a quake on one island: %1$s strength, %2$s depth, %3$s the hurt, %4$s the homes. */
    private static final List<String> QUAKE = List.of(
            "An earthquake of magnitude %1$s shook the island of Orvel on Sunday, the observatory in Tessen said. It lay %2$s km deep, hurt %3$s"
                    + " villagers and damaged %4$s homes.",
            "Villagers on Orvel island ran from their homes when an earthquake of magnitude %1$s struck. Governor Hale Brandt counted %3$s hurt"
                    + " villagers and %4$s damaged homes; Tessen gave the depth as %2$s km.",
            "The Tessen observatory put the magnitude of the Orvel earthquake at %1$s, its depth at %2$s km. Brandt, the governor, told of %4$s"
                    + " damaged homes and %3$s villagers hurt on the island.",
            "Tents reached Orvel island after an earthquake hurt %3$s villagers and damaged %4$s homes, said Governor Hale Brandt. Magnitude: %1$s,"
                    + " depth: %2$s km, by the observatory in Tessen.",
            "At a depth of %2$s km an earthquake broke the ground under Orvel island: magnitude %1$s in Tessen's observatory, %3$s villagers hurt,"
                    + " %4$s homes damaged, by Governor Brandt's count.",
            "Orvel island was struck by a magnitude %1$s earthquake, %2$s km deep. Hale Brandt, its governor, said villagers in %4$s damaged homes"
                    + " were without light and %3$s of them hurt, the Tessen observatory warning of more.",
            "Governor Brandt asked for help: his island, Orvel, has %4$s damaged homes and %3$s hurt villagers. The observatory at Tessen wrote of a"
                    + " magnitude %1$s earthquake at %2$s km.",
            "Hurt villagers, %3$s by evening, filled the clinic of Orvel island. The earthquake (magnitude %1$s, depth %2$s km, says Tessen's"
                    + " observatory) damaged %4$s homes, according to Governor Hale Brandt.",
            "Of the homes on Orvel island %4$s are damaged and %3$s villagers are hurt, Governor Brandt said of the earthquake, for which the Tessen"
                    + " observatory has a magnitude of %1$s and %2$s km of depth.",
            "Magnitude %1$s and %2$s km: so the observatory, Tessen, on the earthquake of Orvel island. Governor Hale Brandt sees %3$s villagers hurt"
                    + " and %4$s homes damaged.");

    /** Half of the ways of reporting, from the {@code from}-th on. */
    private static List<Article> told(int from, String prefix, String... numbers) {
        List<Article> out = new ArrayList<>();
        for (String text : QUAKE.subList(from, from + QUAKE.size() / 2))
            out.add(article(prefix + out.size(), String.format(text, (Object[]) numbers)));
        return out;
    }

    private static Article article(String key, String text) {
        Optional<String> none = Optional.empty();
        return PIPELINE.read(
                new Page(key, "1", Page.Format.TEXT, text, none, Optional.of("en"), Optional.empty(), none));
    }

    private static Collection<Set<String>> stories(List<Article> pages) {
        Map<String, Set<String>> out = new TreeMap<>();
        Stories.sort(pages, PIPELINE.packs())
                .forEach((page, story) ->
                        out.computeIfAbsent(story, s -> new TreeSet<>()).add(page));
        out.forEach(
                (story, of) -> assertThat(of).as("the id is the smallest key").startsWith(story));
        return List.copyOf(out.values());
    }

    private static List<Article> both(List<Article> one, List<Article> other) {
        List<Article> out = new ArrayList<>(one);
        out.addAll(other);
        return out;
    }

    @Test
    void twoEventsOfOneKindInOnePlaceDifferInTheirNumbers() {
        List<Article> spring = told(0, "a", "5.6", "17", "35", "240");
        List<Article> autumn = told(5, "b", "6.2", "41", "112", "1,870");
        assertThat(stories(both(spring, autumn)))
                .containsExactly(Set.of("a0", "a1", "a2", "a3", "a4"), Set.of("b0", "b1", "b2", "b3", "b4"));
    }

    @Test
    void oneEventToldTwiceIsOneStoryThoughACountWasRaised() {
        List<Article> first = told(0, "a", "5.6", "17", "35", "240");
        List<Article> again = told(5, "b", "5,6", "17", "48", "240");
        assertThat(stories(both(first, again))).hasSize(1);
    }

    @Test
    void theOrderOfPagesChangesNothing() {
        List<Article> pages = both(told(0, "a", "5.6", "17", "35", "240"), told(5, "b", "6.2", "41", "112", "1,870"));
        Map<String, String> sorted = Stories.sort(pages, PIPELINE.packs());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(pages, new Random(seed));
            assertThat(Stories.sort(pages, PIPELINE.packs())).isEqualTo(sorted);
        }
    }

    @Test
    void aNumberIsReadWhole() {
        assertThat(numbers("20,000 homes, 5.6 or 5 . 6 and 1.234.567 as well as 20 , 000 roofs"))
                .containsExactly("20000", "5.6", "5.6", "1234567", "20000");
        assertThat(numbers("In 2005, 12 people and on 27 , 2005")).containsExactly("2005", "12", "27", "2005");
    }

    private static List<String> numbers(String line) {
        Text text = PIPELINE.packs().pack("en").orElseThrow().text(line, new Span(0, line.length()));
        List<String> out = new ArrayList<>();
        for (int i = 0; i < text.tokens().size(); i++)
            if (text.token(i).number()) {
                Numeral n = Numeral.at(text, i, text.tokens().size());
                out.add(n.digits());
                i = n.to() - 1;
            }
        return out;
    }
}
