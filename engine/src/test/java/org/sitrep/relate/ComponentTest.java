package org.sitrep.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
                            states(random),
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

    /** None, one in passing, one clearly, or two at once. */
    private static Map<String, Integer> states(SplittableRandom random) {
        String one = "s" + random.nextInt(4);
        return switch (random.nextInt(4)) {
            case 0 -> Map.of();
            case 1 -> Map.of(one, 1);
            case 2 -> Map.of(one, 5);
            default -> Map.of(one, 4, "t" + random.nextInt(3), 4);
        };
    }

    /** Neighbours by looking at all pages of a bucket, in the words of {@link Crises#NEIGHBOURS}. */
    private record Shelf(List<Profile> all, List<Set<String>> keys, Map<Integer, Set<Integer>> found)
            implements Crises.Neighbours<Integer> {
        private static final Comparator<Profile> ORDER =
                Comparator.comparing(Profile::from).thenComparing(Profile::page);

        @Override
        public Profile profile(Integer page) {
            return all.get(page);
        }

        @Override
        public Set<Integer> of(Integer page) {
            return found.computeIfAbsent(page, this::find);
        }

        private Set<Integer> find(int page) {
            Set<Integer> out = new LinkedHashSet<>();
            for (String key : keys.get(page)) {
                List<Integer> bucket = new ArrayList<>(IntStream.range(0, all.size())
                        .filter(i -> keys.get(i).contains(key))
                        .boxed()
                        .sorted(Comparator.comparing(all::get, ORDER))
                        .toList());
                List<Integer> undated =
                        bucket.stream().filter(i -> !all.get(i).dated()).toList();
                List<Integer> dated =
                        bucket.stream().filter(i -> all.get(i).dated()).toList();
                List<Integer> own = all.get(page).dated() ? dated : undated;
                List<Integer> other = own == dated ? undated : dated;
                int at = own.indexOf((Integer) page);
                int near = Crises.NEIGHBOURS - 1;
                out.addAll(own.subList(Math.max(0, at - near), Math.min(own.size(), at + near + 1)));
                if (at < Crises.NEIGHBOURS) out.addAll(other.subList(0, Math.min(other.size(), Crises.NEIGHBOURS)));
            }
            out.remove((Integer) page);
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
        Shelf shelf = new Shelf(all, all.stream().map(Crises::keys).toList(), new HashMap<>());
        for (List<Integer> members : sorted.subList(0, Math.min(20, sorted.size())))
            assertThat(Crises.around(members.getLast(), shelf, Integer.MAX_VALUE))
                    .isEqualTo(new Crises.Found<>(members, true));
    }

    /** A long row of pages, each on what the two before and after are on, among them pages on several states that hang on others. */
    private static List<Profile> row(int pages) {
        List<Profile> out = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            Set<String> words = Set.of("w" + i, "w" + (i + 1), "w" + (i + 2));
            boolean clear = i % 4 != 3;
            LocalDate day = LocalDate.of(2022, 1, 1).plusDays(5L * i);
            Map<String, Integer> states = clear ? Map.of("s", 5) : Map.of("s", 2, "t", 2);
            out.add(new Profile("p%05d".formatted(i), states, Set.of(), Set.of(), words, Set.of(), Set.of(), day, day));
        }
        return out;
    }

    /** Counts the pages whose neighbours are asked for. */
    private record Counting(Shelf shelf, List<Integer> asked) implements Crises.Neighbours<Integer> {
        static Counting over(List<Profile> all) {
            return new Counting(
                    new Shelf(all, all.stream().map(Crises::keys).toList(), new HashMap<>()), new ArrayList<>());
        }

        @Override
        public Profile profile(Integer page) {
            return shelf.profile(page);
        }

        @Override
        public Set<Integer> of(Integer page) {
            asked.add(page);
            return shelf.of(page);
        }
    }

    @Test
    void whatHangsTogetherWithoutEndIsCutToThePagesNearestToTheOneAskedFor() {
        Counting counting = Counting.over(row(2_000));
        Crises.Found<Integer> found = Crises.around(1_000, counting, 40);
        assertThat(found.whole()).isFalse();
        assertThat(counting.asked).hasSizeLessThanOrEqualTo(2 * 40).doesNotHaveDuplicates();
        assertThat(found.pages()).contains(1_000).isSorted().hasSizeBetween(40, 80);
        assertThat(found.pages().getFirst()).isGreaterThan(800);
        assertThat(found.pages().getLast()).isLessThan(1_200);
        assertThat(Crises.around(1_000, Counting.over(row(2_000)), 40)).isEqualTo(found);
    }

    /** Pages on two crises' states are met on the way, and what these have to do with is not walked into. */
    @Test
    void onlyThePagesOfACrisisAndThoseThatMayHangOnThemAreAskedFor() {
        List<Profile> all = new ArrayList<>();
        for (int crisis = 0; crisis < 100; crisis++)
            for (int i = 0; i < 6; i++) {
                // The last page of each tells of the next one's state as often: all hundred are reached from any of
                // them.
                Map<String, Integer> states =
                        i < 5 ? Map.of("s" + crisis, 6) : Map.of("s" + crisis, 4, "s" + (crisis + 1), 4);
                LocalDate day = LocalDate.of(2022, 1, 1).plusDays(i);
                all.add(new Profile(
                        "p%05d".formatted(all.size()),
                        states,
                        Set.of(),
                        Set.of(),
                        Set.of("w"),
                        Set.of("killed=47"),
                        Set.of("measure:killed", "event:protest"),
                        day,
                        day));
            }
        Counting counting = Counting.over(all);
        Crises.Found<Integer> found = Crises.around(300, counting, Integer.MAX_VALUE);
        assertThat(found.whole()).isTrue();
        assertThat(found.pages()).contains(300, 304).hasSizeLessThan(10);
        assertThat(counting.asked).doesNotHaveDuplicates().hasSizeLessThan(40);
    }
}
