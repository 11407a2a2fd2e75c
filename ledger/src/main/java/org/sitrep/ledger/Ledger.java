package org.sitrep.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.judge.Judgement;
import org.sitrep.model.Page;

/**
 * What was read and judged, kept. Entries are only ever appended; each holds the hash of the one before it, so that a change
 * in the past shows. Pages' bytes and quotes lie apart from the chain and can be taken down without breaking it. For use by one
 * thread; several processes may hold the same ledger open.
 *
 * <p>Every method throws {@link LedgerProblem} where the ledger cannot be read or written.
 */
public interface Ledger extends AutoCloseable {
    /** What became of an addition. */
    enum Outcome {
        /** The key is new. */
        ADDED,
        /** The key is known and the bytes are others: a new version. */
        CHANGED,
        /** The key's latest version has the same bytes: nothing was written. */
        UNCHANGED,
        /** The page was taken down and stays so: nothing was written. */
        TAKEN_DOWN
    }

    /**
     * A page to be kept.
     *
     * @param original its bytes where they are not the UTF-8 form of the content
     * @param record the server's answer that it came in, as a WARC record, where it was fetched
     */
    record Addition(Page page, Optional<byte[]> original, Optional<byte[]> record) {
        /** A page that was not fetched. */
        public Addition(Page page, Optional<byte[]> original) {
            this(page, original, Optional.empty());
        }

        /** A page whose bytes are the UTF-8 form of its content. */
        public static Addition of(Page page) {
            return new Addition(page, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Adds pages all together or, where that fails, not at all. When this returns they survive a power cut.
     *
     * @return what became of each, in order
     */
    List<Outcome> add(List<Addition> pages);

    /**
     * A page at its place in a stream.
     *
     * @param stream names the stream, and the reading of it where it is read more than once on purpose
     * @param position rises within a stream
     * @param sheet what was derived from the page; its number is not looked at
     */
    record Placed(String stream, long position, Addition addition, Shelf.Sheet sheet) {}

    /**
     * Adds pages of streams that may be read again after a failure: what does not lie behind the last place added of its stream is
     * passed over, as {@link Outcome#UNCHANGED}. Pages, what was derived and the places are written all together or not at all.
     *
     * @param reader what derived the sheets; where the shelf is another's they are left out
     * @return what became of each, in order
     */
    List<Outcome> addOnce(List<Placed> pages, String reader);

    /** Appends a judgement or any other entry that brings no page. */
    Recorded append(Entry.Judgement judgement);

    /**
     * Deletes a page's bytes and every quote from it, in all versions, and notes that it did.
     *
     * @return whether there was such a page
     */
    boolean takeDown(String key, String by, String why);

    /** The latest version of every page that is not taken down, ordered by key. */
    void pages(Consumer<Page> sink);

    /** As {@link #pages(Consumer)}, as this ledger knew them when entry {@code knownAt} was its last; what was taken down since stays away. */
    void pages(long knownAt, Consumer<Page> sink);

    /** The page version that entry {@code sequence} added, where it did and it was not taken down. */
    Optional<Page> page(long sequence);

    /** Judgements that hold when entry {@code knownAt} is the last, oldest first: none that was undone or whose page was taken down. */
    default List<Judgement> judgements(long knownAt) {
        return Standing.judgements(
                decisions().stream().filter(e -> e.sequence() <= knownAt).toList());
    }

    /** The WARC records of all answers that pages were fetched in, oldest first, but for pages that were taken down. */
    void records(Consumer<byte[]> sink);

    /** Every entry after {@code sequence}, oldest first; 0 for all. */
    List<Recorded> entries(long sequence);

    /** The first {@code most} entries after {@code sequence}, oldest first. */
    List<Recorded> entries(long sequence, int most);

    /** Every entry that adds no page, oldest first: what people decided. */
    List<Recorded> decisions();

    /** Number of the last entry; 0 where there is none. */
    long last();

    /** Number of the last entry recorded before {@code day} began in UTC; 0 where there is none. */
    long lastBefore(LocalDate day);

    /** Every entry as the chain holds it, oldest first. */
    void chain(Consumer<Link> sink);

    /** Writes every entry as it stands, with its number, time and hash, into an empty ledger of either kind. */
    void copyTo(Ledger target);

    /** What was derived from the pages. */
    Shelf shelf();

    /** Recomputes the chain and every page's version, and checks what refers to what; what does not agree, in words. Empty: all is sound. */
    List<String> verify();

    @Override
    void close();
}
