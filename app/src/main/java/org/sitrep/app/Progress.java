package org.sitrep.app;

import java.io.PrintStream;
import java.util.Locale;

/** How far a run is, on a terminal's error stream, from the second second on. Nothing elsewhere. */
final class Progress {
    private static final long FIRST = 1_000_000_000L;
    private static final long STEP = 100_000_000L;
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final boolean terminal;
    private final long total;
    private final long started = System.nanoTime();
    private long shown = started + FIRST - STEP;
    private long pages;
    private long done;
    private boolean drawn;

    /** @param total characters or bytes to come; 0: not known */
    Progress(PrintStream err, boolean terminal, long total) {
        this.err = err;
        this.terminal = terminal;
        this.total = total;
    }

    /** One more page, of {@code size} bytes. */
    void page(long size) {
        pages++;
        done += size;
        long now = System.nanoTime();
        if (!terminal || now - shown < STEP) return;
        shown = now;
        drawn = true;
        String bar = "";
        if (total > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * done / total);
            bar = "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] ";
        }
        double seconds = (now - started) / 1e9;
        err.print(String.format(Locale.ROOT, "\r%s%,d pages, %,.0f a second\u001b[K", bar, pages, pages / seconds));
        err.flush();
    }

    /** Wipes the bar, so that what is printed next stands on a clean line. */
    void clear() {
        if (drawn) err.print("\r\u001b[K");
        drawn = false;
    }
}
