package org.sitrep.acquire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which pages came in which versions: an open-addressing table of 128 bits of hash for each pair, and of a count for each key.
 * Two pages are taken for one by mistake once in 10^26 runs of a million pages.
 */
final class Seen {
    private final MessageDigest digest = sha256();
    private long[] table = new long[3 << 10];
    private int filled;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Notes a version; false where it was noted before. */
    boolean add(String key, String version) {
        if (!note(key + '\n' + version)) return false;
        note(key);
        return true;
    }

    /** How many versions of {@code key} were noted. */
    int versions(String key) {
        long[] hash = hash(key);
        return (int) table[slot(table, hash[0], hash[1]) + 2];
    }

    /** Counts one more of {@code name}; true for the first. */
    private boolean note(String name) {
        if (2 * (filled + 1) > table.length / 3) grow();
        long[] hash = hash(name);
        int slot = slot(table, hash[0], hash[1]);
        boolean first = table[slot + 2] == 0;
        if (first) filled++;
        table[slot] = hash[0];
        table[slot + 1] = hash[1];
        table[slot + 2]++;
        return first;
    }

    private long[] hash(String name) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return new long[] {bytes.getLong(), bytes.getLong()};
    }

    /** Where a hash stands or would stand. */
    private static int slot(long[] table, long high, long low) {
        int slots = table.length / 3;
        int at = (int) Long.remainderUnsigned(high, slots);
        while (table[3 * at + 2] != 0 && (table[3 * at] != high || table[3 * at + 1] != low)) at = (at + 1) % slots;
        return 3 * at;
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        for (int i = 0; i < table.length; i += 3) {
            if (table[i + 2] == 0) continue;
            int slot = slot(larger, table[i], table[i + 1]);
            larger[slot] = table[i];
            larger[slot + 1] = table[i + 1];
            larger[slot + 2] = table[i + 2];
        }
        table = larger;
    }
}
