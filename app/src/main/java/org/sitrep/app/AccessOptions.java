package org.sitrep.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.web.Access;
import org.sitrep.web.Tokens;
import picocli.CommandLine.Option;

/** From where {@code serve} can be reached, and by whom. */
final class AccessOptions {
    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "Listen on this address of the machine, not on loopback; takes --host, and a way to know the visitors and to speak TLS.")
    Optional<String> bind = Optional.empty();

    @Option(names = "--host", paramLabel = "NAME", description = "A name under which browsers come; may be repeated.")
    Set<String> hosts = new LinkedHashSet<>();

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "Key and certificate, as PKCS #12; the variable SITREP_TLS_PASSWORD holds its password.")
    Optional<Path> tls = Optional.empty();

    @Option(names = "--tokens", paramLabel = "FILE", description = "Who may come in, as written by `sitrep token`.")
    Optional<Path> tokens = Optional.empty();

    @Option(
            names = "--proxy",
            paramLabel = "ADDRESS",
            description = "The proxy in front, which speaks TLS; nobody else is answered.")
    Optional<String> proxy = Optional.empty();

    @Option(
            names = "--user-header",
            paramLabel = "NAME",
            description = "The header in which that proxy names the visitor it has authenticated.")
    Optional<String> userHeader = Optional.empty();

    @Option(
            names = "--analyst",
            paramLabel = "NAME",
            description = "A visitor named by the proxy who may add and judge; the others read. May be repeated.")
    Set<String> analysts = new LinkedHashSet<>();

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description =
                    "Append changes, logins and refusals to this file (default: standard error; on loopback nowhere).")
    Optional<Path> audit = Optional.empty();

    /** What the options ask for; what would let strangers in is refused. */
    Access access(int port) {
        if (tokens.isPresent() && userHeader.isPresent())
            throw new Failure(Failure.USAGE, "visitors come by --tokens or by --user-header, not both");
        try {
            return new Access(
                    bind.map(b -> address("--bind", b))
                            .orElse(Access.loopback(port).address()),
                    port,
                    hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                    tls.map(AccessOptions::certificate),
                    proxy.map(p -> address("--proxy", p)),
                    identity());
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private Access.Identity identity() {
        if (userHeader.isPresent()) return new Access.Identity.ByProxy(userHeader.get(), Set.copyOf(analysts));
        if (tokens.isEmpty()) return new Access.Identity.Anyone();
        try {
            return new Access.Identity.ByToken(Tokens.read(tokens.get()));
        } catch (NoSuchFileException e) {
            throw new Failure(Failure.USAGE, tokens.get() + " is not there; `sitrep token` writes it");
        } catch (IOException e) {
            throw new Failure(Failure.USAGE, "--tokens: " + e.getMessage());
        }
    }

    /** An address in figures: a name could lead elsewhere tomorrow. */
    private static InetAddress address(String option, String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.USAGE,
                    option + " takes an address in figures, such as 192.0.2.7 or 2001:db8::7, not " + text);
        }
    }

    /** Opened here once, so that a wrong password or file is told in plain words. */
    private static Access.Certificate certificate(Path store) {
        String password =
                Optional.ofNullable(System.getenv("SITREP_TLS_PASSWORD")).orElse("");
        try {
            KeyStore.getInstance(store.toFile(), password.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(
                    Failure.USAGE,
                    "--tls: " + store + " cannot be opened as PKCS #12 (" + e.getMessage()
                            + "); the variable SITREP_TLS_PASSWORD must hold its password");
        }
        return new Access.Certificate(store, password);
    }

    /** Where changes, logins and refusals are told, each line at once. */
    PrintWriter log(Access access, PrintStream err) {
        if (audit.isEmpty()) {
            boolean known = !(access.identity() instanceof Access.Identity.Anyone);
            return known ? new PrintWriter(err, true, StandardCharsets.UTF_8) : new PrintWriter(Writer.nullWriter());
        }
        try {
            return new PrintWriter(
                    Files.newBufferedWriter(audit.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND), true);
        } catch (IOException e) {
            throw new Failure(Failure.USAGE, "--audit: " + audit.get() + " cannot be written (" + e.getMessage() + ")");
        }
    }
}
