package org.sitrep.app;

/** Something that ends the command, said to the user in one line. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Exit codes of every command. */
    static final int DONE = 0;

    static final int SOME_UNREADABLE = 1;
    static final int USAGE = 2;
    static final int INTERNAL = 3;

    private final int code;

    Failure(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
