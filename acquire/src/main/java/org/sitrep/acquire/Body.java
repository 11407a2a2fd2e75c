package org.sitrep.acquire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The bytes of one page, as far as they came.
 *
 * @param bytes at most one more than a page may have
 * @param cut what broke them off
 */
record Body(byte[] bytes, Optional<IOException> cut) {
    static Body of(InputStream in) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(1 << 14);
        byte[] some = new byte[1 << 13];
        try {
            int n = in.read(some);
            while (n >= 0 && all.size() <= Inputs.PAGE_LIMIT) {
                all.write(some, 0, Math.min(n, Inputs.PAGE_LIMIT + 1 - all.size()));
                n = in.read(some);
            }
            return new Body(all.toByteArray(), Optional.empty());
        } catch (IOException e) {
            return new Body(all.toByteArray(), Optional.of(e));
        }
    }
}
