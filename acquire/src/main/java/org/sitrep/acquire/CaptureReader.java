package org.sitrep.acquire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.sitrep.model.Page;

/** Reads the page out of one record of a web archive. Pictures, scripts, failures and repetitions are passed over without a word. */
final class CaptureReader {
    private static final int OK = 200;

    private final Unpacker unpacker;

    CaptureReader(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    /**
     * @param below tells failures of the archive's own bytes from those of what the server sent
     * @throws IOException where the record, or what the server sent, is broken
     */
    void read(WarcRecord record, Place place, Predicate<Exception> below) throws IOException {
        switch (record) {
            case WarcResponse r when http(r) -> answer(r, place, below);
            case WarcResource r -> payload(r.body().stream(), r.contentType(), r, place, below);
            case WarcConversion r -> payload(r.body().stream(), r.contentType(), r, place, below);
            default -> {} // requests, metadata, repetitions
        }
    }

    private static boolean http(WarcResponse r) {
        return r.target().startsWith("http");
    }

    private void answer(WarcResponse record, Place place, Predicate<Exception> below) throws IOException {
        HttpResponse http = record.http();
        if (http.status() != OK) return;
        if (kind(http.contentType()).isEmpty()) return;
        payload(http.bodyDecoded().stream(), http.contentType(), record, place, below);
    }

    private void payload(
            InputStream body, MediaType type, WarcTargetRecord record, Place place, Predicate<Exception> below)
            throws IOException {
        Optional<Kind> kind = kind(type);
        if (kind.isEmpty() || record.target().endsWith("/robots.txt")) return;
        Body read = Body.of(body);
        byte[] bytes = read.bytes();
        // Servers break off and miscount; what came is a page all the same.
        if (read.cut()
                .filter(e -> below.test(e) || e instanceof LimitReached || bytes.length == 0)
                .isPresent()) throw read.cut().get();
        boolean cut =
                read.cut().isPresent() || record.truncated() != WarcTruncationReason.NOT_TRUNCATED || missing(record);
        if (bytes.length > Inputs.PAGE_LIMIT)
            unpacker.fail(place.where(), "is larger than 16 MB; " + Unpacker.TOO_LARGE, "leave it out");
        else if (!blank(bytes)) page(bytes, kind.get(), place, told(record, type, cut));
    }

    /** Whether the server promised more bytes than came. */
    private static boolean missing(WarcTargetRecord record) throws IOException {
        if (!(record instanceof WarcResponse response)) return false;
        HttpResponse http = response.http();
        Optional<String> promised = http.headers()
                .first("Content-Length")
                .filter(l -> l.length() < 18 && l.chars().allMatch(Character::isDigit));
        return promised.isPresent() && http.body().position() < Long.parseLong(promised.get());
    }

    private static Told told(WarcTargetRecord record, MediaType type, boolean cut) {
        return new Told(
                Optional.of(record.target()).filter(t -> t.startsWith("http")).map(Address::canonical),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(type.parameters().get("charset")).flatMap(Decoder::labelled),
                cut ? Optional.of("what the server sent breaks off") : Optional.empty());
    }

    private void page(byte[] bytes, Kind promised, Place place, Told told) throws IOException {
        Kind found = Kind.byContent(bytes).orElse(promised);
        boolean words = found == Kind.TEXT || found == Kind.HTML;
        if (words && Kind.binary(bytes).isPresent()) return;
        if (words) unpacker.page(bytes, found == Kind.HTML ? Page.Format.HTML : Page.Format.TEXT, place, told);
        else unpacker.stream(new ByteArrayInputStream(bytes), place.unpacked(), Optional.of(promised), told);
    }

    private static boolean blank(byte[] bytes) {
        for (byte b : bytes) if (b < 0 || b > ' ') return false;
        return true;
    }

    /** What a media type promises; empty for what holds no page. */
    private static Optional<Kind> kind(MediaType type) {
        return switch (type.base().toString().toLowerCase(Locale.ROOT)) {
            case "text/html", "application/xhtml+xml" -> Optional.of(Kind.HTML);
            case "text/plain" -> Optional.of(Kind.TEXT);
            case "application/pdf" -> Optional.of(Kind.PDF);
            case "application/rss+xml", "application/atom+xml", "application/xml", "text/xml" -> Optional.of(Kind.FEED);
            case "application/feed+json" -> Optional.of(Kind.JSON_FEED);
            default -> Optional.empty();
        };
    }
}
