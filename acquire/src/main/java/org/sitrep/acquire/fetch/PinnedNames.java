package org.sitrep.acquire.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The machine's own resolver of names (JEP 418), but for names whose addresses were checked: they resolve to what was checked and
 * nothing else. Otherwise a name server could give a public address to the check and a private one to the connection.
 */
public final class PinnedNames extends InetAddressResolverProvider {
    private static final Map<String, List<InetAddress>> PINNED = new ConcurrentHashMap<>();

    /** For the Java machine, which makes one. */
    public PinnedNames() {}

    static void pin(String host, List<InetAddress> checked) {
        PINNED.put(host, List.copyOf(checked));
    }

    static void unpin(String host) {
        PINNED.remove(host);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver builtin = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                List<InetAddress> pinned = PINNED.getOrDefault(host, List.of());
                return pinned.isEmpty() ? builtin.lookupByName(host, policy) : pinned.stream();
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtin.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "sitrep";
    }
}
