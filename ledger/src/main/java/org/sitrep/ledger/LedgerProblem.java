package org.sitrep.ledger;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A ledger that cannot be opened, read or written. The message names it and says what to do; nothing stored is lost. */
public final class LedgerProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    LedgerProblem(String where, String reason, String advice) {
        super(where + ": " + reason + "; " + advice);
    }

    LedgerProblem(String where, String reason, String advice, SQLException cause) {
        super(where + ": " + reason + "; " + advice, cause);
    }

    /** Entries that were changed after they were recorded. */
    static LedgerProblem of(String where, Damaged damage) {
        return new LedgerProblem(
                where,
                "the ledger is damaged (" + damage.getMessage() + ")",
                "`sitrep verify` names its entries; restore a copy");
    }

    /** What PostgreSQL reports, in words. */
    static LedgerProblem ofPostgres(String where, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        String said = "PostgreSQL reports: "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("nothing");
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" ->
                new LedgerProblem(
                        where,
                        "the server cannot be reached (" + state + ")",
                        "check the address and that PostgreSQL runs; what was acknowledged is safe",
                        cause);
            case "28" -> new LedgerProblem(where, "the server refuses this user", "check name and password", cause);
            case "3D" ->
                new LedgerProblem(
                        where, "there is no such database", "make it with `createdb`, or name another", cause);
            case "57" ->
                new LedgerProblem(
                        where,
                        "the server starts, stops or recovers (" + state + ")",
                        "try again when it runs; what was acknowledged is safe",
                        cause);
            case "53" ->
                new LedgerProblem(
                        where,
                        "the server is out of room",
                        "make room and add again; what was added before is safe",
                        cause);
            case "55", "40" ->
                new LedgerProblem(
                        where, "another program holds the ledger", "wait for it to end, then try again", cause);
            default ->
                state.equals("42501")
                        ? new LedgerProblem(
                                where,
                                "this user may not do that",
                                "ask for the right to write the schema sitrep",
                                cause)
                        : new LedgerProblem(where, said, "please report it", cause);
        };
    }

    /** What SQLite reports, in words. */
    static LedgerProblem of(String where, SQLException cause) {
        if (!(cause instanceof SQLiteException) && cause.getCause() != null)
            return new LedgerProblem(
                    where,
                    "SQLite cannot start (" + cause.getCause().getMessage() + ")",
                    "make room in the folder for temporary files, and let programs run from it",
                    cause);
        SQLiteErrorCode code =
                cause instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
            case SQLITE_READONLY ->
                new LedgerProblem(
                        where,
                        "the ledger may not be written",
                        "change the permissions of the file and its folder",
                        cause);
            case SQLITE_FULL ->
                new LedgerProblem(
                        where, "the disk is full", "make room and add again; what was added before is safe", cause);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new LedgerProblem(
                        where, "another program holds the ledger", "wait for it to end, then try again", cause);
            case SQLITE_CORRUPT ->
                new LedgerProblem(where, "the ledger is damaged", "restore a copy of the file", cause);
            case SQLITE_NOTADB ->
                new LedgerProblem(where, "is no SQLite file", "name a ledger that `sitrep add` has made", cause);
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                new LedgerProblem(where, "the ledger cannot be opened", "check the folder and its permissions", cause);
            case SQLITE_IOERR ->
                new LedgerProblem(
                        where,
                        "the disk failed (" + cause.getMessage() + ")",
                        "check the disk; what was added before is safe",
                        cause);
            default -> new LedgerProblem(where, "SQLite reports: " + cause.getMessage(), "please report it", cause);
        };
    }
}
