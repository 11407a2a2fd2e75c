package org.sitrep.web;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The additions under way and the last ones that ended, by numbers that cannot be guessed. */
final class Additions {
    private static final int KEPT = 50;

    private final Room room;
    private final Events events;
    private final boolean allowPrivate;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Addition> all = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Addition> eldest) {
            return size() > KEPT;
        }
    });

    /** @param allowPrivate whether addresses of this machine and of private networks may be asked */
    Additions(Room room, Events events, boolean allowPrivate) {
        this.room = room;
        this.events = events;
        this.allowPrivate = allowPrivate;
    }

    /** Begins one. @return its number */
    String start(List<Addition.Input> inputs) {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Addition addition = new Addition(room, events, inputs, allowPrivate);
        all.put(id, addition);
        Thread.ofVirtual().name("addition-" + id).start(addition);
        return id;
    }

    Optional<Addition> find(String id) {
        return Optional.ofNullable(all.get(id));
    }
}
