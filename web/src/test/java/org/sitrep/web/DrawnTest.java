package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn: the ways of statements, and where a country's name stands. */
class DrawnTest {
    private static final Pattern GRAPH = Pattern.compile("<article class=\"origin\">.*?</article>", Pattern.DOTALL);
    private static final Pattern BOX = Pattern.compile(
            "<a href=\"(/claim[^\"]+)\"><title>([^<]+)</title><rect class=\"node ([a-z]+)\" x=\"(\\d+)\" y=\"(\\d+)\"");

    @TempDir
    Path folder;

    private record Box(String leadsTo, String title, String kind, int x, int y) {}

    private static List<Box> boxes(String graph) {
        List<Box> boxes = new ArrayList<>();
        Matcher box = BOX.matcher(graph);
        while (box.find())
            boxes.add(new Box(
                    box.group(1),
                    box.group(2),
                    box.group(3),
                    Integer.parseInt(box.group(4)),
                    Integer.parseInt(box.group(5))));
        return boxes;
    }

    @Test
    void everyOriginIsDrawnFromTheSpeakerToItsPagesAndEveryBoxOpensItsSentence() {
        try (Reader site = new Reader(folder, "kazakhstan-2022")) {
            String page = site.get("/origins?crisis=" + site.crisis()).body();
            List<String> graphs =
                    GRAPH.matcher(page).results().map(r -> r.group()).toList();
            assertThat(graphs).hasSizeGreaterThan(5);
            assertThat(page).doesNotContain("style=");
            for (String graph : graphs) {
                List<Box> boxes = boxes(graph);
                long pages = boxes.stream()
                        .filter(b -> b.kind().equals("page") || b.kind().equals("repost"))
                        .count();
                assertThat(graph).contains(">" + pages + " pages, one origin");
                Set<String> taken = new HashSet<>();
                assertThat(boxes).allMatch(b -> taken.add(b.x() + " " + b.y()), "stands on no other box");
                assertThat(boxes)
                        .allMatch(b -> b.title().contains("“") && b.leadsTo().endsWith("#claim"));
                assertThat(graph).contains("<details>").contains("role=\"group\"");
            }
            List<Box> widest = boxes(graphs.getFirst());
            assertThat(widest).extracting(Box::kind).contains("speaker", "agency", "outlet", "page", "repost");
            assertThat(widest.stream().filter(b -> b.kind().equals("speaker")))
                    .allMatch(b -> widest.stream().allMatch(o -> o.x() >= b.x()));
            assertThat(site.get(widest.getFirst().leadsTo().replace("&amp;", "&"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** A country that leaves the picture on the right, and a bay that takes its middle. */
    private static final Countries.Country BAY =
            new Countries.Country("XX", List.of(new double[] {0, 0, 0, 10, 30, 10, 30, 0, 20, 0, 20, 8, 4, 8, 4, 0}));

    @Test
    void aCountrysNameStandsOnLandInsideThePicture() {
        Window window = Window.around(List.of(new double[] {-5, -5}, new double[] {25, 15}));
        List<Broad.Strip> strips = Broad.strips(BAY, window);
        Broad.Strip widest = strips.getFirst();
        assertThat(strips).allMatch(s -> s.left() >= 0 && s.right() <= Window.WIDTH);
        assertThat(strips).allMatch(s -> s.base() > 0 && s.base() < window.height());
        assertThat(widest.base()).isBetween(window.y(10), window.y(8));
        assertThat(strips)
                .noneMatch(s -> s.base() > window.y(7.5) && s.middle() > window.x(4) && s.middle() < window.x(20));
    }

    @Test
    void aCountryOutsideThePictureHasNoPlaceForItsName() {
        Window window = Window.around(List.of(new double[] {60, 40}, new double[] {80, 50}));
        assertThat(Broad.strips(BAY, window)).isEmpty();
    }
}
