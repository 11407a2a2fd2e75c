package org.sitrep.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The entries of one archive: what of them is looked into, and how many there may be. */
final class Entries {
    /** More than this is no collection of pages. */
    static final int MOST = 1_000_000;

    private final Unpacker unpacker;
    private final Place place;
    private int count;
    private int wanted;

    Entries(Unpacker unpacker, Place place) {
        this.unpacker = unpacker;
        this.place = place;
    }

    /** How many entries looked like pages. */
    int wanted() {
        return wanted;
    }

    /** Whether the first entry says that the archive is a text processor's file or the like; that is told. */
    boolean office(String name) {
        boolean office = count == 0 && (name.equals("[Content_Types].xml") || name.equals("mimetype"));
        if (office)
            unpacker.fail(place.where(), "is an office file, not a page", "save its text as .txt, .html or .pdf");
        return office;
    }

    /** Reads one entry, unless it is hidden or of a kind that holds no page. */
    void read(InputStream in, String name) throws IOException {
        if (++count > MOST) throw new LimitReached("holds more than 1,000,000 entries, which is the limit");
        Place inside = place.inside(name);
        if (hidden(name) || !Kind.wanted(inside.where())) return;
        wanted++;
        unpacker.stream(in, inside, Kind.byName(inside.where()), Told.NOTHING);
    }

    private static boolean hidden(String name) {
        String path = "/" + name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.contains("/__macosx/")
                || path.substring(path.lastIndexOf('/') + 1).startsWith(".");
    }
}
