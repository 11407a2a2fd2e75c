package org.sitrep.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of every claim's id; asking the JDK's providers for it anew would cost more than the hash. */
final class Sha256 {
    /** Never fed: each use takes a copy. */
    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The 32 bytes for a text in UTF-8. */
    static byte[] of(String text) {
        try {
            return ((MessageDigest) FRESH.clone()).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            return fresh().digest(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
