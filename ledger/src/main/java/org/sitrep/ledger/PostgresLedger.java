package org.sitrep.ledger;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Properties;

/** A ledger in the schema {@code sitrep} of a PostgreSQL database, for several people at once. */
public final class PostgresLedger {
    private static final int WAIT_SECONDS = 10;

    private PostgresLedger() {}

    /** Whether {@code where} is the address of a PostgreSQL database. */
    public static boolean isAddress(String where) {
        return where.startsWith("postgresql://") || where.startsWith("postgres://");
    }

    /** Opens the ledger at {@code address} to read and write, and makes its tables where there are none. */
    public static Ledger open(String address, Clock clock) {
        return connect(address, clock, true);
    }

    /** Opens the ledger at {@code address} to read. */
    public static Ledger openToRead(String address) {
        return connect(address, Clock.systemUTC(), false);
    }

    private static Ledger connect(String address, Clock clock, boolean writable) {
        Address parsed = Address.of(address);
        try {
            Connection connection = DriverManager.getConnection(parsed.jdbc(), parsed.properties());
            try {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set lock_timeout = '" + WAIT_SECONDS + "s'");
                    // A server may be told to acknowledge what is not on its disk yet; this ledger may not.
                    statement.execute("select set_config('synchronous_commit', 'on', false)"
                            + " where current_setting('synchronous_commit') = 'off'");
                    PostgresSchema.prepare(connection, parsed.shown(), writable);
                    if (!writable) statement.execute("set default_transaction_read_only = on");
                }
                return new SqlLedger(new PostgresDatabase(connection, parsed.shown()), clock);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw LedgerProblem.ofPostgres(parsed.shown(), e);
        }
    }

    /** @param shown the address without its password, for messages */
    private record Address(String jdbc, String shown, Properties properties) {
        static Address of(String address) {
            try {
                URI uri = new URI(address);
                String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
                String place = "://" + uri.getHost() + port + uri.getRawPath();
                Properties properties = new Properties();
                properties.setProperty("ApplicationName", "sitrep");
                properties.setProperty("reWriteBatchedInserts", "true");
                String user = "";
                if (uri.getUserInfo() != null) {
                    String[] parts = uri.getUserInfo().split(":", 2);
                    user = parts[0] + "@";
                    properties.setProperty("user", parts[0]);
                    if (parts.length > 1) properties.setProperty("password", parts[1]);
                }
                if (uri.getHost() == null || uri.getRawPath().length() < 2) throw wrong(address);
                return new Address(
                        "jdbc:postgresql" + place + query, "postgresql://" + user + place.substring(3), properties);
            } catch (URISyntaxException e) {
                throw wrong(address);
            }
        }

        private static LedgerProblem wrong(String address) {
            return new LedgerProblem(
                    address.replaceFirst(":[^:@/]*@", "@"),
                    "is no address of a database",
                    "write postgresql://USER@HOST/DATABASE; the password may stand in ~/.pgpass");
        }
    }
}
