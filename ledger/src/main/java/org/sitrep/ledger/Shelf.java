package org.sitrep.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.model.Page;

/**
 * What was derived from page versions, kept so that it need not be derived again. Everything here follows from the pages and the
 * program, belongs to no entry, and may be emptied at any time. A page version is known by the number of the entry that added it.
 */
public interface Shelf {
    /**
     * What one page version yields.
     *
     * @param claims its article, claims and refusals
     * @param profile what decides which crisis it belongs to
     * @param day day number of its first possible day, by which neighbours are told
     * @param keys hashes of the names by which it meets other pages, without repeats
     * @param words words by which it is found, folded, between blanks: those of its headline and of the names on it, and with {@link
     *     #SAID} before it each word of its quotes and each kind of its claims
     */
    record Sheet(long sequence, String page, byte[] claims, byte[] profile, long day, long[] keys, String words) {}

    /** A page version among those that share a key. */
    record Neighbour(long sequence, String page) {}

    /** Whether what lies here was derived by {@code reader}. */
    boolean madeBy(String reader);

    /** Empties the shelf for what {@code reader} will derive. */
    void clear(String reader);

    /** A page version of which nothing was derived. */
    record Missing(long sequence, Page page) {}

    /** The first {@code most} page versions after entry {@code after} of which nothing was derived, oldest first. */
    List<Missing> missing(long after, int most);

    /** The newest page version of which something lies here; 0: none. */
    long last();

    /**
     * Puts what lies here out of use, so that {@link #take} may go through it; whoever opens the ledger before {@link #sign} derives
     * everything anew.
     */
    void unsign();

    /** Takes away what lies here of the page versions from entry {@code first} to entry {@code last}, both included, oldest first. */
    List<Sheet> take(long first, long last);

    /** Hands on what lies here of the page versions from entry {@code first} to entry {@code last}, both included, that are their page's latest. */
    void latest(long first, long last, Consumer<Sheet> sink);

    /** Says that everything here was derived by {@code reader}. */
    void sign(String reader);

    /** Adds sheets, all or none. Page versions taken down meanwhile are left out. */
    void put(List<Sheet> sheets);

    /** {@link Sheet#claims}, where they lie here. */
    Optional<byte[]> claims(long sequence);

    /** {@link Sheet#profile}, where it lies here. */
    Optional<byte[]> profile(long sequence);

    /**
     * What was worked out over all pages, as of an entry.
     *
     * @param entry the last one that it takes in
     */
    record Note(long entry, byte[] content) {}

    /** What was noted under a name; gone when the shelf is emptied, and when any page is taken down. */
    Optional<Note> note(String name);

    /** Notes it in the place of what was noted under that name before. */
    void note(String name, Note note);

    /** Where a page version stands among those that share a key: by day, then page key. */
    record Place(long day, String page) {}

    /** The first {@code most} that stand after {@code place}, up to a last day, of those that were the latest of their page at {@code knownAt}. */
    List<Neighbour> after(long key, Place place, long lastDay, int most, long knownAt);

    /** The last {@code most} that stand before {@code place}, down to a first day, nearest first. */
    List<Neighbour> before(long key, Place place, long firstDay, int most, long knownAt);

    /** The page versions that were the latest at entry {@code knownAt}, by page key. */
    void versions(long knownAt, Consumer<Neighbour> sink);

    /** Stands before a word that a quote holds, and no headline or name. It is a letter, so that it parts no word from its sign. */
    char SAID = '\u0298';

    /**
     * Those of {@link #versions} among whose words is for each of {@code starts} one that begins with one of its parts; the newest first,
     * at most {@code most}.
     *
     * @param starts of folded letters and digits only; empty: every version
     * @param said whether words of quotes count too
     */
    List<Neighbour> holding(List<List<String>> starts, boolean said, int most, long knownAt);

    /** The version of a page that was the latest at entry {@code knownAt}. */
    Optional<Neighbour> version(String page, long knownAt);
}
