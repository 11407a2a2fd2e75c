package org.sitrep.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** Any command: it can show its help, and knows the session it runs in. */
abstract class SessionCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    final Session session;

    SessionCommand(Session session) {
        this.session = session;
    }
}
