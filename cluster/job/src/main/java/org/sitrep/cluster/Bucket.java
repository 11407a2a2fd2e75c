package org.sitrep.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.sitrep.relate.Crises;
import org.sitrep.relate.Profile;

/**
 * Compares the pages that share a name as {@link Crises} does, in one pass over them by day. However many they are, only the last
 * {@link Crises#NEIGHBOURS} and those of one day are held; the undated count as one day, which comes first. Pages that hang together
 * already are not compared again, so that n pages give at most n - 1 edges.
 */
final class Bucket {
    private final long key;
    private final Deque<Standing> dated = new ArrayDeque<>();
    private final Deque<Standing> undated = new ArrayDeque<>();
    private final List<Standing> firstUndated = new ArrayList<>();
    private final List<Profile> today = new ArrayList<>();
    private long day = Long.MIN_VALUE;
    private int datedSoFar;
    private int groups;

    Bucket(long key) {
        this.key = key;
    }

    long key() {
        return key;
    }

    /** A page that later ones are compared with. */
    private static final class Standing {
        private final Profile profile;
        private final Node node;
        /** Pages of one number are known to hang together. */
        private int group;

        Standing(Profile profile, int group) {
            this.profile = profile;
            this.node = Node.of(profile.page());
            this.group = group;
        }
    }

    /** Adds a page of {@code day}, which must not lie before the day of the page added last. */
    void add(long next, Profile page, Consumer<Edge> out) {
        if (next < day)
            throw new IllegalStateException("pages of a bucket must come by day: is the job not run in batch mode?");
        if (next > day) close(out);
        day = next;
        today.add(page);
    }

    /** Places the pages of the last day among those before, in order of their keys. */
    void close(Consumer<Edge> out) {
        today.sort(Comparator.comparing(Profile::page));
        for (Profile page : today) place(new Standing(page, groups++), out);
        today.clear();
    }

    private void place(Standing page, Consumer<Edge> out) {
        boolean dates = page.profile.dated();
        Deque<Standing> before = dates ? dated : undated;
        // The oldest first: a row of pages then has few links from end to end, which rounds of stars have to follow.
        for (Standing other : before.reversed()) link(page, other, out);
        if (dates && datedSoFar < Crises.NEIGHBOURS) for (Standing other : firstUndated) link(page, other, out);
        before.addFirst(page);
        if (before.size() == Crises.NEIGHBOURS) before.removeLast();
        if (dates) datedSoFar++;
        else if (firstUndated.size() < Crises.NEIGHBOURS) firstUndated.add(page);
    }

    private void link(Standing page, Standing other, Consumer<Edge> out) {
        if (page.group == other.group || !Crises.together(page.profile, other.profile)) return;
        out.accept(new Edge(page.node, other.node));
        int from = page.group;
        page.group = other.group;
        for (Standing s : dated) if (s.group == from) s.group = other.group;
        for (Standing s : undated) if (s.group == from) s.group = other.group;
        for (Standing s : firstUndated) if (s.group == from) s.group = other.group;
    }
}
