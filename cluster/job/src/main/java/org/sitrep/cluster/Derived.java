package org.sitrep.cluster;

import java.util.Comparator;
import org.sitrep.ledger.Shelf;

/**
 * What one page version yields, with the place where the version came.
 *
 * @param version the page's version
 * @param sheet what a ledger's shelf keeps of it, without the number of an entry
 */
public record Derived(int argument, String stream, long position, String version, Shelf.Sheet sheet) {
    /** The order in which one machine reads: arguments as given, in each of them files by their paths, in each of these as they stand. */
    static final Comparator<Derived> ORDER = Comparator.comparingInt(Derived::argument)
            .thenComparing(Derived::stream)
            .thenComparingLong(Derived::position);

    /** The page's key. */
    String page() {
        return sheet.page();
    }
}
