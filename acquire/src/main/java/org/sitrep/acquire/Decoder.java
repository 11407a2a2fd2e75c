package org.sitrep.acquire;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the encoding of a page's bytes and decodes them. In order of trust: byte order mark; the pattern of zero bytes of
 * UTF-16; valid UTF-8; the declared encoding; UTF-8 with a few broken bytes; statistics of the bytes. A declaration comes after
 * valid UTF-8 because no other encoding passes for UTF-8 by chance, while wrong declarations are common.
 */
final class Decoder {
    /** Declarations must stand this early; the HTML standard asks for 1024, real pages are later. */
    private static final int DECLARATION_WINDOW = 4096;

    /** Broken bytes tolerated per well-formed multi-byte character before the text is held not to be UTF-8. */
    private static final double TOLERATED = 0.2;

    private Decoder() {}

    /** As {@link #decode(byte[], Optional)} where nobody declared anything. */
    static Decoded decode(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    /**
     * Decodes {@code bytes}; bytes that mean nothing become U+FFFD and are named in the damage, as is text decoded wrongly before.
     *
     * @param told what the server declared, which comes before what the page declares (HTML standard, "determining the encoding")
     */
    static Decoded decode(byte[] bytes, Optional<Charset> told) {
        Decoded raw = characters(bytes, told);
        Optional<String> damage = raw.damage().or(() -> Mojibake.notice(raw.text()));
        return new Decoded(raw.text(), raw.charset(), damage);
    }

    /** As {@link #decode}, without a look at the characters that came out. */
    static Decoded characters(byte[] bytes) {
        return characters(bytes, Optional.empty());
    }

    private static Decoded characters(byte[] bytes, Optional<Charset> told) {
        Mark mark = Mark.of(bytes).or(() -> wide(bytes)).orElse(Mark.NONE);
        if (mark != Mark.NONE) return lenient(bytes, mark.length, mark.charset);
        Utf8 utf8 = Utf8.check(bytes);
        if (utf8.broken == 0) return clean(bytes, StandardCharsets.UTF_8);
        Optional<Charset> declared = told.or(() -> declared(bytes));
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            Optional<String> strict = strict(bytes, declared.get());
            if (strict.isPresent()) return new Decoded(strict.get(), declared.get(), Optional.empty());
        }
        if (utf8.broken <= TOLERATED * utf8.wellFormed) return lenient(bytes, 0, StandardCharsets.UTF_8);
        return lenient(
                bytes,
                0,
                declared.filter(c -> !c.equals(StandardCharsets.UTF_8)).orElseGet(() -> guess(bytes)));
    }

    private static Decoded clean(byte[] bytes, Charset charset) {
        return new Decoded(new String(bytes, charset), charset, Optional.empty());
    }

    private static Decoded lenient(byte[] bytes, int from, Charset charset) {
        String text = new String(bytes, from, bytes.length - from, charset);
        int first = text.indexOf('\uFFFD');
        if (first < 0) return new Decoded(text, charset, Optional.empty());
        long replaced = text.chars().filter(c -> c == '\uFFFD').count();
        long line = 1 + text.substring(0, first).chars().filter(c -> c == '\n').count();
        String words = replaced == 1 ? "one character does" : replaced + " characters do";
        return new Decoded(
                text,
                charset,
                Optional.of("line " + line + ": " + words + " not decode as " + charset.name() + " and became U+FFFD"));
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * UTF-16 without a mark: many bytes on one side of the pairs are zero, nearly none on the other, and their partners are
     * printable. Spaces, digits and line ends have a zero half in every script.
     */
    private static Optional<Mark> wide(byte[] bytes) {
        int pairs = Math.min(bytes.length, DECLARATION_WINDOW) / 2;
        int even = 0;
        int odd = 0;
        int printable = 0;
        for (int i = 0; i < pairs; i++) {
            byte first = bytes[2 * i];
            byte second = bytes[2 * i + 1];
            if (first == 0) even++;
            if (second == 0) odd++;
            int partner = first == 0 ? second : second == 0 ? first : 0;
            if (partner < 0 || partner >= ' ' || "\t\n\r".indexOf(partner) >= 0) printable++;
        }
        int many = Math.max(2, pairs / 10);
        if (printable * 10 < (even + odd) * 9) return Optional.empty();
        if (odd >= many && even * 10 < odd) return Optional.of(new Mark(0, StandardCharsets.UTF_16LE));
        if (even >= many && odd * 10 < even) return Optional.of(new Mark(0, StandardCharsets.UTF_16BE));
        return Optional.empty();
    }

    /** What {@code <meta charset=…>}, {@code http-equiv} or the XML declaration names, where this machine knows it. */
    static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_WINDOW), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        boolean xml = head.startsWith("<?xml");
        int at = xml ? head.indexOf("encoding", 0) : -1;
        if (xml && (at < 0 || at > head.indexOf("?>"))) at = -1;
        int label = at >= 0 ? at + "encoding".length() : metaCharset(head);
        return label < 0 ? Optional.empty() : named(label(head, label));
    }

    private static int metaCharset(String head) {
        for (int meta = head.indexOf("<meta"); meta >= 0; meta = head.indexOf("<meta", meta + 5)) {
            int end = head.indexOf('>', meta);
            int found = head.indexOf("charset", meta);
            if (found >= 0 && (end < 0 || found < end)) return found + "charset".length();
        }
        return -1;
    }

    private static String label(String head, int from) {
        int start = from;
        while (start < head.length() && " =\"'\t\r\n".indexOf(head.charAt(start)) >= 0) start++;
        int end = start;
        while (end < head.length() && " ;\"'>/?\t\r\n".indexOf(head.charAt(end)) < 0) end++;
        return head.substring(start, end);
    }

    /** The encoding that a label in a header names. */
    static Optional<Charset> labelled(String label) {
        return named(label.strip().toLowerCase(Locale.ROOT));
    }

    /** By the Encoding Standard, the Latin labels mean the Windows encodings that contain them. */
    private static Optional<Charset> named(String label) {
        String known = switch (label) {
            case "iso-8859-1", "latin1", "iso8859-1", "us-ascii", "ascii" -> "windows-1252";
            case "iso-8859-9", "latin5" -> "windows-1254";
            case "gb2312", "gbk", "x-gbk" -> "GB18030";
            case "utf-16", "utf-16le", "utf-16be" -> "UTF-8"; // read as bytes so far, so it is not UTF-16
            default -> label;
        };
        try {
            return known.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(known));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The encoding that the frequencies of bytes speak for; windows-1252 where they speak for none. */
    private static Charset guess(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes);
        for (CharsetMatch match : detector.detectAll()) {
            String name = match.getName().toLowerCase(Locale.ROOT);
            if (name.startsWith("utf-") || name.startsWith("ibm") || name.startsWith("iso-2022")) continue;
            Optional<Charset> charset = named(name);
            if (charset.isPresent() && charset.get().canEncode()) return charset.get();
        }
        return named("windows-1252").orElse(StandardCharsets.ISO_8859_1);
    }

    /** An encoding that the bytes themselves state, and the length of the mark that states it. */
    private record Mark(int length, Charset charset) {
        static final Mark NONE = new Mark(0, StandardCharsets.UTF_8);

        static Optional<Mark> of(byte[] b) {
            if (starts(b, 0xEF, 0xBB, 0xBF)) return Optional.of(new Mark(3, StandardCharsets.UTF_8));
            if (starts(b, 0xFF, 0xFE, 0, 0)) return Optional.of(new Mark(4, Charset.forName("UTF-32LE")));
            if (starts(b, 0, 0, 0xFE, 0xFF)) return Optional.of(new Mark(4, Charset.forName("UTF-32BE")));
            if (starts(b, 0xFF, 0xFE)) return Optional.of(new Mark(2, StandardCharsets.UTF_16LE));
            if (starts(b, 0xFE, 0xFF)) return Optional.of(new Mark(2, StandardCharsets.UTF_16BE));
            return Optional.empty();
        }

        private static boolean starts(byte[] bytes, int... mark) {
            if (bytes.length < mark.length) return false;
            for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
            return true;
        }
    }

    /** How well bytes pass for UTF-8: counts of multi-byte characters and of bytes that belong to none. */
    private record Utf8(int wellFormed, int broken) {
        static Utf8 check(byte[] bytes) {
            int good = 0;
            int bad = 0;
            for (int i = 0; i < bytes.length; ) {
                int length = length(bytes, i);
                if (length == 0) bad++;
                else if (length > 1) good++;
                i += Math.max(1, length);
            }
            return new Utf8(good, bad);
        }

        /** Bytes of the character at {@code i}; 0 where none begins there. Overlong forms and surrogates are none (RFC 3629). */
        private static int length(byte[] bytes, int i) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) return 1;
            int length = lead >= 0xF5 || lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (i + length > bytes.length) return 0;
            for (int k = 1; k < length; k++) if ((bytes[i + k] & 0xC0) != 0x80) return 0;
            int second = length > 1 ? bytes[i + 1] & 0xFF : 0;
            boolean forbidden = lead == 0xE0 && second < 0xA0
                    || lead == 0xED && second > 0x9F
                    || lead == 0xF0 && second < 0x90
                    || lead == 0xF4 && second > 0x8F;
            return forbidden ? 0 : length;
        }
    }
}
