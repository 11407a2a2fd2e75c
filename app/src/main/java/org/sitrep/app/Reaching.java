package org.sitrep.app;

import picocli.CommandLine.Option;

/** How far a command that fetches may reach. */
final class Reaching {
    @Option(
            names = "--allow-private",
            description = "Fetch from addresses of this machine and of private networks too.")
    boolean allowPrivate;
}
