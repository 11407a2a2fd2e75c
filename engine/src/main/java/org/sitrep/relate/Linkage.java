package org.sitrep.relate;

import java.util.HashMap;
import java.util.Map;

/** What average linkage joined: a page, or two groups that may after all be two look-alike stories. */
sealed interface Linkage {
    /** Pages in it. */
    int size();

    /** Likeness of all pairs of its pages, summed. */
    double sum();

    /** Numbers of its pages, each page's as a vector of length one, summed. */
    Map<String, Double> numbers();

    /** Its pages that tell numbers. */
    int telling();

    /** Its smallest page key. */
    String first();

    /** Adds its pages as those of {@code story}. */
    void under(String story, Map<String, String> out);

    /** Adds the stories in it, by page key: two where it is two, else one. */
    default void stories(Map<String, String> out) {
        if (this instanceof Pair p && p.two()) {
            p.a.stories(out);
            p.b.stories(out);
        } else under(first(), out);
    }

    /** Average likeness of two of its pages. */
    default double inner() {
        return 2 * sum() / ((double) size() * (size() - 1));
    }

    /** Average likeness of two of its pages by their numbers alone. */
    default double innerNumbers() {
        return (dot(numbers(), numbers()) - telling()) / ((double) size() * (size() - 1));
    }

    /** One page. */
    static Linkage of(Gist gist) {
        double each = 1 / Math.sqrt(gist.numbers().size());
        Map<String, Double> numbers = new HashMap<>();
        for (String n : gist.numbers()) numbers.put(n, each);
        return new Page(gist.page(), numbers);
    }

    /** Two groups. @param between average likeness of a page of the one to a page of the other */
    static Linkage of(Linkage a, Linkage b, double between) {
        double sum = a.sum() + b.sum() + between * a.size() * b.size();
        String first = a.first().compareTo(b.first()) < 0 ? a.first() : b.first();
        Map<String, Double> numbers = new HashMap<>(a.numbers());
        b.numbers().forEach((n, w) -> numbers.merge(n, w, Double::sum));
        return new Pair(a, b, between, a.size() + b.size(), sum, numbers, a.telling() + b.telling(), first);
    }

    private static double dot(Map<String, Double> a, Map<String, Double> b) {
        Map<String, Double> small = a.size() <= b.size() ? a : b;
        Map<String, Double> large = small == a ? b : a;
        double sum = 0;
        for (Map.Entry<String, Double> e : small.entrySet()) sum += e.getValue() * large.getOrDefault(e.getKey(), 0.0);
        return sum;
    }

    /** One page. */
    record Page(String first, Map<String, Double> numbers) implements Linkage {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public double sum() {
            return 0;
        }

        @Override
        public int telling() {
            return numbers.isEmpty() ? 0 : 1;
        }

        @Override
        public void under(String story, Map<String, String> out) {
            out.put(first, story);
        }
    }

    /** Two groups. @param between average likeness of a page of the one to a page of the other */
    record Pair(
            Linkage a,
            Linkage b,
            double between,
            int size,
            double sum,
            Map<String, Double> numbers,
            int telling,
            String first)
            implements Linkage {
        /**
         * Two groups are two stories if their likeness to one another is less than this share of that within them: how alike pages of one
         * story are depends on how they are written, so that no one number tells the two bombings of a week from one bombing told twice.
         */
        private static final double APART = 0.55;
        /** Pages of a group that show how alike pages of its story are. */
        private static final int TOLD = 4;
        /** Added to either side of what numbers say, so that two numbers on forty pages say little. */
        private static final double DOUBT = 0.02;

        /** Two look-alikes: each is told often enough to show how alike its own pages are, and they are clearly less so to the other's. */
        boolean two() {
            return Math.min(a.size(), b.size()) >= TOLD
                    && between * Math.cbrt(numbersApart()) < APART * Math.sqrt(a.inner() * b.inner());
        }

        /** How alike the two are by their numbers, as a share of how alike they are each in itself; 1 where that says nothing. */
        private double numbersApart() {
            double across = dot(a.numbers(), b.numbers()) / ((double) a.size() * b.size());
            double within = Math.sqrt(Math.max(0, a.innerNumbers()) * Math.max(0, b.innerNumbers()));
            return Math.min(1, (across + DOUBT) / (within + DOUBT));
        }

        @Override
        public void under(String story, Map<String, String> out) {
            a.under(story, out);
            b.under(story, out);
        }
    }
}
