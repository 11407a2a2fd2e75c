package org.sitrep.acquire.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Which hosts may be asked: by default none that only this machine or its neighbours can reach, whatever name leads there. */
final class Reach {
    /** Blocks of IPv4 that are not on the public network (IANA special-purpose registry), as first address and prefix length. */
    private static final int[][] PRIVATE = {
        {0, 0, 0, 0, 8},
        {10, 0, 0, 0, 8},
        {100, 64, 0, 0, 10},
        {127, 0, 0, 0, 8},
        {169, 254, 0, 0, 16},
        {172, 16, 0, 0, 12},
        {192, 0, 0, 0, 24},
        {192, 0, 2, 0, 24},
        {192, 168, 0, 0, 16},
        {198, 18, 0, 0, 15},
        {198, 51, 100, 0, 24},
        {203, 0, 113, 0, 24},
        {224, 0, 0, 0, 3}
    };

    /** How names become addresses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final Predicate<InetAddress> allowed;
    private final Names names;

    /** @param allowed {@link #open} for all that a stranger's link may reach */
    Reach(Predicate<InetAddress> allowed, Names names) {
        this.allowed = allowed;
        this.names = names;
    }

    /**
     * Checks where {@code address} leads, and sees to it that the connection goes there.
     *
     * @throws Unreachable where it may not be asked
     */
    void check(URI address) throws Unreachable {
        String scheme = String.valueOf(address.getScheme());
        String host = address.getHost();
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https"))
            throw new Unreachable("its address begins with " + scheme + ":, not with http: or https:");
        if (host == null || address.getRawUserInfo() != null)
            throw new Unreachable("its address names no host, or a user with it");
        PinnedNames.unpin(host);
        try {
            List<InetAddress> all = Arrays.asList(names.of(host));
            for (InetAddress one : all)
                if (!allowed.test(one))
                    throw new Unreachable("its host " + host + " is at " + one.getHostAddress()
                            + ", an address of this machine or of a private network");
            PinnedNames.pin(host, all);
        } catch (UnknownHostException e) {
            throw new Unreachable("there is no host " + host);
        }
    }

    /** Why an address may not be asked. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;
        private final String reason;

        Unreachable(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** Whether anybody on the public network could ask this address as well. */
    static boolean open(InetAddress address) {
        byte[] b = address.getAddress();
        if (address instanceof Inet6Address) return open6(b);
        for (int[] block : PRIVATE) if (inside(b, block)) return false;
        return true;
    }

    /** Of IPv6 only global unicast (2000::/3) is open, without the blocks for protocols, tunnels and examples; NAT64 as its IPv4. */
    private static boolean open6(byte[] b) {
        boolean nat64 = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xFF) == 0xFF && (b[3] & 0xFF) == 0x9B;
        if (nat64) {
            for (int i = 4; i < 12; i++) if (b[i] != 0) return false;
            byte[] last = Arrays.copyOfRange(b, 12, 16);
            for (int[] block : PRIVATE) if (inside(last, block)) return false;
            return true;
        }
        if ((b[0] & 0xE0) != 0x20) return false;
        int first = (b[0] & 0xFF) << 8 | b[1] & 0xFF;
        int second = (b[2] & 0xFF) << 8 | b[3] & 0xFF;
        boolean protocols = first == 0x2001 && (second < 0x200 || second == 0xDB8);
        boolean sixToFour = first == 0x2002;
        boolean examples = first == 0x3FFF && second < 0x1000;
        return !protocols && !sixToFour && !examples;
    }

    private static boolean inside(byte[] address, int[] block) {
        int bits = block[4];
        for (int i = 0; i < 4 && bits > 0; i++, bits -= 8) {
            int mask = bits >= 8 ? 0xFF : 0xFF << 8 - bits & 0xFF;
            if ((address[i] & mask) != (block[i] & mask)) return false;
        }
        return true;
    }
}
