package org.sitrep.acquire;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A feed's characters: remembers the last of them, and stops where one entry would be larger than a page may be. */
final class FeedText extends FilterReader {
    private static final int TAIL = 512;

    private String tail = "";
    private long left = Inputs.PAGE_LIMIT;

    FeedText(Reader in) {
        super(in);
    }

    /** An entry was read: another may come. */
    void more() {
        left = Inputs.PAGE_LIMIT;
    }

    /** The last characters read. */
    String tail() {
        return tail;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int from, int most) throws IOException {
        int n = in.read(chars, from, most);
        if (n <= 0) return n;
        left -= n;
        if (left < 0) throw new LimitReached("an entry of the feed has more than 16 MB, which is the limit");
        String all = tail + new String(chars, from + Math.max(0, n - TAIL), Math.min(n, TAIL));
        tail = all.substring(Math.max(0, all.length() - TAIL));
        return n;
    }
}
