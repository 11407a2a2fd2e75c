package org.sitrep.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.acquire.Acquired.Unreadable;

/**
 * Reads pages from files and folders, one after the other, holding one page at a time. Folders are read in the order of their
 * paths, so that the same input always comes in the same order.
 */
public final class Inputs {
    /** The largest page that is read, in bytes. */
    public static final int PAGE_LIMIT = 16_000_000;

    private final Keys keys = new Keys();
    private final Consumer<Acquired> sink;

    /** @param sink told of every page and every fault, in order, on the calling thread */
    public Inputs(Consumer<Acquired> sink) {
        this.sink = sink;
    }

    /** Reads what {@code argument} names: a file, a folder with everything in it, or "-" for standard input. */
    public void read(String argument) {
        if (argument.equals("-")) {
            stream(System.in, new Place("standard input", "stdin", 0, true), Optional.empty());
            return;
        }
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) folder(path, argument);
        else if (!Files.exists(path))
            fail(argument, "there is no such file or folder", "check the spelling and the folder you are in");
        else
            file(path, new Place(argument, Kind.withoutEnding(path.getFileName().toString()), 0, true));
    }

    /**
     * Reads one input that was sent rather than named: an upload, say.
     *
     * @param name what the sender calls it; its ending tells the form, its characters stand for the page's key
     */
    public void read(InputStream in, String name) {
        stream(in, new Place(name, Kind.withoutEnding(name), 0, true), Kind.byName(name));
    }

    /** Whether a file of a folder is read, by its name. */
    public static boolean wanted(String name) {
        return Kind.wanted(name);
    }

    /**
     * Reads one file that lies elsewhere than on this machine's disk.
     *
     * @param where what messages call it
     * @param path its path under what the user named; stands for the page's key where the page has no other
     */
    public void read(InputStream in, String where, String path) {

        stream(in, new Place(where, Kind.withoutEnding(path), 0, false), Kind.byName(path));
    }

    private void folder(Path folder, String name) {
        Folder listing = Folder.list(folder);
        for (Unreadable fault : listing.faults()) sink.accept(fault);
        if (listing.files().isEmpty() && listing.faults().isEmpty()) {
            fail(
                    name,
                    "the folder holds no page and no archive that Sitrep reads",
                    "name a folder that does, or a file");
        }
        for (Path file : listing.files()) {
            String relative = folder.relativize(file).toString().replace('\\', '/');
            file(file, new Place(file.toString(), Kind.withoutEnding(relative), 0, false));
        }
    }

    private void file(Path file, Place place) {
        Optional<Kind> kind = Kind.byName(place.where());
        try {
            long size = Files.size(file);
            boolean page = kind.isPresent() && (kind.get() == Kind.TEXT || kind.get() == Kind.HTML);
            if (page && size > PAGE_LIMIT) {
                fail(
                        place.where(),
                        "has " + (size / 1_000_000) + " MB; " + Unpacker.TOO_LARGE,
                        "split it, one page a file");
                return;
            }
            try (InputStream in = Files.newInputStream(file)) {
                stream(in, place, kind);
            }
        } catch (IOException e) {
            fault(place.where(), e);
        }
    }

    private void stream(InputStream in, Place place, Optional<Kind> kind) {
        Budget budget = new Budget();
        try {
            new Unpacker(keys, budget, sink).stream(budget.file(in), place, kind, Told.NOTHING);
        } catch (LimitReached e) {
            fail(place.where(), e.limit(), "what stands before is read; unpack it and name the parts that you need");
        } catch (IOException e) {
            fault(place.where(), e);
        }
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
