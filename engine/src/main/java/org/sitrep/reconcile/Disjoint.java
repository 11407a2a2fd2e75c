package org.sitrep.reconcile;

import java.util.HashMap;
import java.util.Map;

/** Sets that grow together; each is known by its smallest member, so that the order of joining does not matter. */
final class Disjoint<T extends Comparable<T>> {
    private final Map<T, T> parent = new HashMap<>();

    /** The smallest member of the set that holds {@code x}. */
    T root(T x) {
        T at = x;
        for (T up = parent.get(at); up != null; up = parent.get(at)) at = up;
        T root = at;
        for (T y = x; !y.equals(root); ) {
            T next = parent.get(y);
            parent.put(y, root);
            y = next == null ? root : next;
        }
        return root;
    }

    void join(T a, T b) {
        T x = root(a);
        T y = root(b);
        int order = x.compareTo(y);
        if (order < 0) parent.put(y, x);
        else if (order > 0) parent.put(x, y);
    }
}
