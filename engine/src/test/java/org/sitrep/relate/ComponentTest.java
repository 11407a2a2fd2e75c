package org.sitrep.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crisis that is found page by page from one of its pages is the one that sorting all pages finds. */
class ComponentTest {
    private static List<Profile> profiles(long seed, int pages, int names) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, pages)
                .mapToObj(i -> {
                    Set<String> words = new TreeSet<>();
                    while (words.size() < 5) words.add("w" + random.nextInt(names));
                    boolean dated = random.nextInt(5) > 0;
                    LocalDate day = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(300));
                    return new Profile(
                            String.format("p%05d", i),
                            Map.of(),
                            Set.of(),
                            Set.of(),
                            words,
                            Set.of(),
                            Set.of("measure:killed"),
                            dated ? day : LocalDate.MIN,
                            dated ? day.plusDays(random.nextInt(3)) : LocalDate.MAX);
                })
                .toList();
    }

    /** Neighbours by looking at all pages of a bucket, in the words of {@link Crises#NEIGHBOURS}. */
    private record Shelf(List<Profile> all) implements Crises.Neighbours<Integer> {
        private static final Comparator<Profile> ORDER =
                Comparator.comparing(Profile::from).thenComparing(Profile::page);

        @Override
        public Profile profile(Integer page) {
            return all.get(page);
        }

        @Override
        public Set<Integer> of(Integer page) {
            Set<Integer> out = new LinkedHashSet<>();
            for (String key : Crises.keys(all.get(page))) {
                List<Integer> bucket = new ArrayList<>(IntStream.range(0, all.size())
                        .filter(i -> Crises.keys(all.get(i)).contains(key))
                        .boxed()
                        .sorted(Comparator.comparing(all::get, ORDER))
                        .toList());
                List<Integer> undated =
                        bucket.stream().filter(i -> !all.get(i).dated()).toList();
                List<Integer> dated =
                        bucket.stream().filter(i -> all.get(i).dated()).toList();
                List<Integer> own = all.get(page).dated() ? dated : undated;
                List<Integer> other = own == dated ? undated : dated;
                int at = own.indexOf(page);
                int near = Crises.NEIGHBOURS - 1;
                out.addAll(own.subList(Math.max(0, at - near), Math.min(own.size(), at + near + 1)));
                if (at < Crises.NEIGHBOURS) out.addAll(other.subList(0, Math.min(other.size(), Crises.NEIGHBOURS)));
            }
            out.remove(page);
            return out;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isWhatSortingAllPagesFinds(long seed) {
        int pages = seed < 4 ? 80 : 500;
        List<Profile> all = profiles(seed, pages, seed < 4 ? 40 : 30);
        List<List<Integer>> sorted = Crises.components(all);
        assertThat(sorted.size()).isBetween(2, pages - 1);
        Shelf shelf = new Shelf(all);
        for (List<Integer> members : sorted.subList(0, Math.min(20, sorted.size())))
            assertThat(new TreeSet<>(Crises.component(members.getLast(), shelf)))
                    .isEqualTo(new TreeSet<>(members));
    }
}
