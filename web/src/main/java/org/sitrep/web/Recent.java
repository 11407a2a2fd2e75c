package org.sitrep.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was used longest ago, so that no stranger can fill the memory. Not safe for threads by itself. */
final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;

    Recent() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
    }
}
