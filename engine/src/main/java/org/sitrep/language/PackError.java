package org.sitrep.language;

import java.nio.file.Path;

/** A language pack or data file that cannot be used: says where and what to do. */
public final class PackError extends RuntimeException {
    /**
     * @param line 1-based; 0 where the fault is the file as a whole
     * @param message what is wrong and what to write instead
     */
    public PackError(Path file, int line, String message) {
        super(file + (line > 0 ? ":" + line : "") + ": " + message);
    }
}
