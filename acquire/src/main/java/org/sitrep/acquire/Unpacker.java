package org.sitrep.acquire;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.acquire.Acquired.Arrived;
import org.sitrep.acquire.Acquired.Unreadable;
import org.sitrep.model.Page;

/**
 * Takes one file apart, whatever it holds: looks how it begins and hands it to the reader of that format, which hands what it
 * finds back here. Holds one page at a time, however large the file.
 */
final class Unpacker {
    static final String TOO_LARGE = "a page may have at most 16 MB";
    private static final String AS = "save its text as .txt, .html or .jsonl";
    private static final int HEAD = 1 << 14;
    private static final int LONGEST = 200;

    private final Keys keys;
    private final Consumer<Acquired> sink;
    private final Budget budget;

    Unpacker(Keys keys, Budget budget, Consumer<Acquired> sink) {
        this.keys = keys;
        this.budget = budget;
        this.sink = sink;
    }

    /** Every page of {@code raw}, which is left open. */
    void stream(InputStream raw, Place place, Optional<Kind> byName, Told told) throws IOException {
        if (place.depth() > Budget.DEPTH) {
            fail(
                    place.where(),
                    "lies in more than " + Budget.DEPTH + " archives, which is the limit",
                    "unpack the outer ones first");
            return;
        }
        byte[] head = head(raw);
        InputStream in = new BufferedInputStream(new SequenceInputStream(new ByteArrayInputStream(head), raw), HEAD);
        Optional<Kind> sure = Kind.byContent(head);
        Kind kind = sure.or(
                        () -> byName.filter(k -> k == Kind.TEXT || k == Kind.HTML || k == Kind.LINES || k == Kind.MAIL))
                .orElseGet(() -> Kind.byLook(head));
        Optional<String> binary = sure.isPresent() || wide(head) ? Optional.empty() : Kind.binary(head);
        if (head.length == 0) fail(place.where(), "the file is empty", "save the page again or leave the file out");
        else if (binary.isPresent()) fail(place.where(), "is " + binary.get() + ", not a page", AS);
        else if (sure.isEmpty() && strange(byName, kind, place)) strange(place);
        else dispatch(in, kind, head, place, told);
    }

    /** The first bytes, as far as they come; what stopped them stops the next read as well. */
    private static byte[] head(InputStream in) {
        byte[] head = new byte[HEAD];
        int size = 0;
        try {
            for (int n = in.read(head); n > 0; n = in.read(head, size, HEAD - size)) size += n;
        } catch (IOException e) {
            return Arrays.copyOf(head, size);
        }
        return Arrays.copyOf(head, size);
    }

    /** Whether the name promises a feed and the bytes hold none: settings and indexes have such names too. */
    private static boolean strange(Optional<Kind> byName, Kind kind, Place place) {
        boolean promised =
                byName.filter(k -> k == Kind.FEED || k == Kind.JSON_FEED).isPresent();
        return promised && kind != Kind.JSON_FEED && !(place.named() && kind == Kind.LINES);
    }

    private void strange(Place place) {
        if (place.named()) fail(place.where(), "is neither a feed nor a page", AS);
    }

    private void dispatch(InputStream in, Kind kind, byte[] head, Place place, Told told) throws IOException {
        switch (kind) {
            case TEXT, HTML -> whole(in, place, kind, told);
            case LINES -> lines(in, place);
            case FEED -> new FeedReader(this).read(in, head, place, told);
            case JSON_FEED -> new JsonFeedReader(this).read(in, place);
            case PDF -> new PdfReader(this).read(in, place, told);
            case MAIL -> new MailReader(this).read(in, place);
            case WARC -> new WarcUnpacker(this).read(in, place, Optional.empty());
            case ZIP -> new ZipUnpacker(this).read(in, place);
            case TAR -> new TarUnpacker(this).read(in, place);
            case GZIP -> gzip(in, head, place, told);
        }
    }

    private void gzip(InputStream in, byte[] head, Place place, Told told) throws IOException {
        Gunzip gunzip = new Gunzip(in);
        InputStream unpacked = unpacked(gunzip);
        if (Kind.byContent(inflated(head)).filter(k -> k == Kind.WARC).isPresent()) {
            new WarcUnpacker(this).read(unpacked, place.unpacked(), Optional.of(gunzip));
            return;
        }
        try {
            String name = place.where();
            int dot = name.lastIndexOf('.');
            Optional<Kind> inner = dot < 0 ? Optional.empty() : Kind.byName(name.substring(0, dot));
            stream(unpacked, place.unpacked(), inner, told);
        } catch (LimitReached e) {
            throw e;
        } catch (IOException e) {
            broken(place.at(gunzip.start()), "cannot be unpacked", e);
        }
    }

    /** The first bytes of what a compressed beginning holds. */
    private static byte[] inflated(byte[] head) {
        try (InputStream in = new Gunzip(new ByteArrayInputStream(head))) {
            return in.readNBytes(64);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** What comes out of a layer of compression, counted against the file's budget; closing it closes nothing. */
    InputStream unpacked(InputStream in) {
        return new FilterInputStream(budget.unpacked(in)) {
            @Override
            public void close() {}
        };
    }

    private static boolean wide(byte[] head) {
        return Decoder.characters(head).charset().name().startsWith("UTF-")
                && Decoder.characters(head).charset() != StandardCharsets.UTF_8;
    }

    private void whole(InputStream in, Place place, Kind kind, Told told) throws IOException {
        Page.Format format = kind == Kind.HTML ? Page.Format.HTML : Page.Format.TEXT;
        Body body = Body.of(in);
        if (body.cut()
                .filter(e -> e instanceof LimitReached || body.bytes().length == 0)
                .isPresent()) throw body.cut().get();
        if (body.bytes().length > Inputs.PAGE_LIMIT)
            fail(place.where(), "is larger than 16 MB; " + TOO_LARGE, "split it, one page a file");
        else page(body.bytes(), format, place, body.cut().isEmpty() ? told : told.damaged("the file breaks off"));
        if (body.cut().isPresent()) throw body.cut().get();
    }

    /** All bytes of one page; empty, and told, where they are too many. */
    Optional<byte[]> page(InputStream in, Place place) throws IOException {
        byte[] bytes = in.readNBytes(Inputs.PAGE_LIMIT + 1);
        if (bytes.length <= Inputs.PAGE_LIMIT) return Optional.of(bytes);
        fail(place.where(), "is larger than 16 MB; " + TOO_LARGE, "split it, one page a file");
        return Optional.empty();
    }

    /** Hands on a page of encoded characters. */
    void page(byte[] bytes, Page.Format format, Place place, Told told) {
        Decoded decoded = Decoder.decode(bytes, told.charset());
        if (decoded.text().isBlank()) {
            fail(place.where(), "holds only white space", "save the page again or leave the file out");
            return;
        }
        admit(Arrived.of(made(bytes, format, decoded, place, told), bytes), place.where(), told);
    }

    private static Page made(byte[] bytes, Page.Format format, Decoded decoded, Place place, Told told) {
        return new Page(
                told.address().orElse(place.key()),
                Fingerprint.of(bytes),
                format,
                decoded.text(),
                told.address(),
                told.language(),
                told.published(),
                decoded.damage().or(told::damage));
    }

    /**
     * Hands on a page that was put together here, such as a feed's entry.
     *
     * @param original the bytes that its version is the hash of
     */
    void page(String html, byte[] original, Place place, Told told) {
        Decoded decoded = new Decoded(html, StandardCharsets.UTF_8, Optional.empty());
        admit(Arrived.of(made(original, Page.Format.HTML, decoded, place, told), original), place.where(), told);
    }

    private void lines(InputStream in, Place place) throws IOException {
        LineReader reader = new LineReader(in, Inputs.PAGE_LIMIT);
        for (Optional<LineReader.Line> next = reader.next(); next.isPresent(); next = reader.next()) {
            LineReader.Line line = next.get();
            if (line.number() == 1 && PageLine.webArchiveIndex(line.bytes())) return;
            line(line, place.where() + ":" + line.number(), place.key() + "#" + line.number());
        }
    }

    private void line(LineReader.Line line, String where, String key) {
        if (line.tooLong()) {
            fail(
                    where,
                    "the line has " + (line.length() / 1_000_000) + " MB; " + TOO_LARGE,
                    "split it, one page a line");
            return;
        }
        if (blank(line.bytes())) return;
        try {
            // JSON is UTF-8 by its standard (RFC 8259); byte order marks and lines in other encodings are met all the
            // same.
            Decoded decoded = Decoder.characters(line.bytes());
            PageLine.Parsed parsed = PageLine.parse(decoded.text(), decoded.damage(), key);
            admit(Arrived.of(parsed.page(), parsed.bytes()), where, Told.NOTHING);
            parsed.notice()
                    .ifPresent(n -> fail(where, n, "the page is read without it; write 2022-01-31, 2022-01 or 2022"));
        } catch (PageLine.Broken e) {
            fail(where, "the line " + e.getMessage(), "mend or remove the line; the others are read");
        }
    }

    private static boolean blank(byte[] line) {
        for (byte b : line) if (b != ' ' && b != '\t' && b != '\r') return false;
        return true;
    }

    private void admit(Arrived arrived, String where, Told told) {
        Keys.Outcome outcome = keys.admit(arrived, where, told.address().isPresent());
        outcome.notice().ifPresent(sink);
        outcome.arrived().ifPresent(sink);
    }

    /** A fault of the input's bytes. */
    void broken(String where, String what, Exception e) {
        String advice = e instanceof LimitReached
                ? "unpack it and name the parts that you need"
                : "get the file again; what stands before is read";
        fail(where, what + " (" + words(e) + ")", advice);
    }

    /** What went wrong, in one line of printable characters; libraries quote the bytes they stumble over behind ": ...". */
    private static String words(Exception e) {
        String message =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        int quoted = message.indexOf(": ...");
        String plain = quoted < 0 ? message : message.substring(0, quoted);
        if (e instanceof EOFException && plain.isEmpty()) return "it ends early";
        if (plain.isEmpty()) return e.getClass().getSimpleName();
        return Place.printable(plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain);
    }

    void fail(String where, String reason, String advice) {
        sink.accept(new Unreadable(where, reason, advice));
    }
}
