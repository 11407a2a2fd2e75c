package org.sitrep.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes that tie entries together. Every part goes in with its length, so that no two entries hash alike. */
final class Chain {
    /** What the first entry has before it. */
    static final String START = "0".repeat(64);

    private Chain() {}

    /** Salted hash of what can be taken down. */
    static String content(byte[] salt, byte[] text, byte[] original) {
        return hash(salt, text, original);
    }

    /** Hash of an entry: everything of it but the content, whose hash stands for it. */
    static String entry(String previous, long sequence, String at, String kind, String body, String contentHash) {
        return hash(utf8(previous), utf8(Long.toString(sequence)), utf8(at), utf8(kind), utf8(body), utf8(contentHash));
    }

    /** SHA-256 of the bytes alone: a page's version. */
    static String version(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static String hash(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
