package org.sitrep.web;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * From where the server can be reached, and by whom. On loopback nothing more is needed; anywhere else it takes a way to know the visitors, and TLS: its own, or that of
 * a proxy that is declared.
 *
 * @param address where it listens
 * @param port 0: any free one
 * @param hosts names under which browsers come, lower case, without port; on loopback the loopback names always do
 * @param tls its certificate, where it speaks TLS itself
 * @param proxy the only address that is answered, where a proxy stands in front
 * @param identity how visitors are known
 */
public record Access(
        InetAddress address,
        int port,
        Set<String> hosts,
        Optional<Certificate> tls,
        Optional<InetAddress> proxy,
        Identity identity) {
    /** A key and its certificate in a PKCS #12 file. */
    public record Certificate(Path file, String password) {}

    /** How the server knows who comes. */
    public sealed interface Identity {
        /** Whoever reaches it may do everything: on loopback only. */
        record Anyone() implements Identity {}

        /** By a token that each was given. */
        record ByToken(Tokens tokens) implements Identity {}

        /** By a header that the proxy sets after it has authenticated the visitor; these may judge, the others read. */
        record ByProxy(String header, Set<String> analysts) implements Identity {}
    }

    /**
     * @throws IllegalArgumentException it would let in whom nobody knows, or would speak in clear to the network; the message says what is missing
     */
    public Access {
        hosts = Set.copyOf(hosts);
        if (identity instanceof Identity.ByProxy && proxy.isEmpty())
            throw new IllegalArgumentException(
                    "a header that names the visitor is believed from a declared proxy only: add --proxy ADDRESS");
        if (identity instanceof Identity.ByToken known && known.tokens().isEmpty())
            throw new IllegalArgumentException("the tokens file names nobody; write to it with `sitrep token`");
        if (!address.isLoopbackAddress()) {
            if (identity instanceof Identity.Anyone)
                throw new IllegalArgumentException(
                        address.getHostAddress()
                                + " is open to others, and nothing would say who they are: add --tokens FILE, or --proxy ADDRESS with --user-header NAME");
            if (tls.isEmpty() && proxy.isEmpty())
                throw new IllegalArgumentException(
                        address.getHostAddress()
                                + " is open to others, who would read in clear: add --tls FILE.p12, or --proxy ADDRESS of a proxy that speaks TLS");
            if (hosts.isEmpty())
                throw new IllegalArgumentException(
                        "under which name do browsers come? add --host NAME (it keeps other sites from reaching the server through them)");
        }
    }

    /** On this machine only, for whoever sits at it. */
    public static Access loopback(int port) {
        return new Access(
                InetAddress.ofLiteral("127.0.0.1"),
                port,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                new Identity.Anyone());
    }

    /** Whether what the browser sees is TLS. */
    boolean secure() {
        return tls.isPresent() || proxy.isPresent();
    }
}
