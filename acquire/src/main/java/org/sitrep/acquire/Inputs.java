package org.sitrep.acquire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.acquire.Acquired.Arrived;
import org.sitrep.acquire.Acquired.Unreadable;
import org.sitrep.model.Page;

/**
 * Reads pages from files and folders, one after the other, holding one page at a time. Folders are read in the order of their
 * paths, so that the same input always comes in the same order.
 */
public final class Inputs {
    /** The largest page that is read, in bytes. */
    public static final int PAGE_LIMIT = 16_000_000;

    private static final String TOO_LARGE = "a page may have at most 16 MB";

    private final Keys keys = new Keys();
    private final Consumer<Acquired> sink;

    /** @param sink told of every page and every fault, in order, on the calling thread */
    public Inputs(Consumer<Acquired> sink) {
        this.sink = sink;
    }

    /** Reads what {@code argument} names: a file, a folder with everything in it, or "-" for standard input. */
    public void read(String argument) {
        if (argument.equals("-")) {
            stream(System.in, "standard input", "stdin", Optional.empty());
            return;
        }
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) folder(path, argument);
        else if (!Files.exists(path))
            fail(argument, "there is no such file or folder", "check the spelling and the folder you are in");
        else file(path, argument, Kind.withoutEnding(path.getFileName().toString()));
    }

    /**
     * Reads one input that was sent rather than named: an upload, say.
     *
     * @param name what the sender calls it; its ending tells the form, its characters stand for the page's key
     */
    public void read(InputStream in, String name) {
        stream(in, name, Kind.withoutEnding(name), Kind.byName(name));
    }

    private void folder(Path folder, String name) {
        Folder listing = Folder.list(folder);
        for (Unreadable fault : listing.faults()) sink.accept(fault);
        if (listing.files().isEmpty() && listing.faults().isEmpty()) {
            fail(name, "the folder holds no .txt, .html or .jsonl file", "name a folder that does");
        }
        for (Path file : listing.files()) {
            String relative = folder.relativize(file).toString().replace('\\', '/');
            file(file, file.toString(), Kind.withoutEnding(relative));
        }
    }

    private void file(Path file, String where, String key) {
        Optional<Kind> kind = Kind.byName(where);
        try {
            long size = Files.size(file);
            if (kind.isPresent() && kind.get() != Kind.LINES && size > PAGE_LIMIT) {
                fail(where, "has " + (size / 1_000_000) + " MB; " + TOO_LARGE, "split it, one page a file");
                return;
            }
            try (InputStream in = Files.newInputStream(file)) {
                stream(in, where, key, kind);
            }
        } catch (IOException e) {
            fault(where, e);
        }
    }

    private void stream(InputStream raw, String where, String key, Optional<Kind> known) {
        try (InputStream in = new BufferedInputStream(raw, 1 << 16)) {
            in.mark(1 << 15);
            byte[] head = in.readNBytes(1 << 14);
            in.reset();
            Optional<String> binary = Kind.binary(head).filter(b -> !wide(head));
            Kind kind = known.orElseGet(() -> Kind.byContent(head));
            if (head.length == 0) fail(where, "the file is empty", "save the page again or leave the file out");
            else if (binary.isPresent())
                fail(where, "is " + binary.get() + ", not a page", "save its text as .txt, .html or .jsonl");
            else if (kind == Kind.LINES) lines(in, where, key);
            else whole(in.readNBytes(PAGE_LIMIT + 1), where, key, kind);
        } catch (IOException e) {
            fault(where, e);
        }
    }

    private static boolean wide(byte[] head) {
        return Decoder.characters(head).charset().name().startsWith("UTF-")
                && Decoder.characters(head).charset() != StandardCharsets.UTF_8;
    }

    private void whole(byte[] bytes, String where, String key, Kind kind) {
        if (bytes.length > PAGE_LIMIT) {
            fail(where, "is larger than 16 MB; " + TOO_LARGE, "split it, one page a file");
            return;
        }
        Decoded decoded = Decoder.decode(bytes);
        if (decoded.text().isBlank()) {
            fail(where, "holds only white space", "save the page again or leave the file out");
            return;
        }
        Page.Format format = kind == Kind.HTML ? Page.Format.HTML : Page.Format.TEXT;
        Page page = new Page(
                key,
                Fingerprint.of(bytes),
                format,
                decoded.text(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                decoded.damage());
        admit(Arrived.of(page, bytes), where);
    }

    private void lines(InputStream in, String where, String key) throws IOException {
        LineReader reader = new LineReader(in, PAGE_LIMIT);
        for (Optional<LineReader.Line> next = reader.next(); next.isPresent(); next = reader.next()) {
            LineReader.Line line = next.get();
            line(line, where + ":" + line.number(), key + "#" + line.number());
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
            admit(Arrived.of(parsed.page(), parsed.bytes()), where);
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

    private void admit(Arrived arrived, String where) {
        Keys.Outcome outcome = keys.admit(arrived, where);
        outcome.notice().ifPresent(sink);
        outcome.arrived().ifPresent(sink);
    }

    private void fault(String where, IOException e) {
        if (e instanceof AccessDeniedException)
            fail(where, "may not be read by you", "change its permissions (chmod +r) or leave it out");
        else fail(where, "cannot be read (" + e.getMessage() + ")", "check the disk and the file");
    }

    private void fail(String where, String reason, String advice) {
        sink.accept(new Unreadable(where, reason, advice));
    }

    /** All that {@code arguments} name, in order. */
    public static void readAll(List<String> arguments, Consumer<Acquired> sink) {
        Inputs inputs = new Inputs(sink);
        for (String argument : arguments) inputs.read(argument);
    }
}
