package org.sitrep.acquire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One form for the many spellings of a page's address. */
final class Address {
    /** Parameters that say how a reader came to the page, not which page it is. */
    private static final Set<String> TRACKING =
            Set.of("fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "yclid", "msclkid");

    private Address() {}

    /**
     * Scheme and host in lower case, no fragment, no default port, no tracking parameters, "/" for an empty path. What is no
     * http address comes back unchanged.
     */
    static String canonical(String address) {
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.startsWith("http") || uri.getHost() == null) return address.strip();
            int port = uri.getPort() == 80 && scheme.equals("http") || uri.getPort() == 443 && scheme.equals("https")
                    ? -1
                    : uri.getPort();
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = query(uri.getRawQuery());
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port) + path
                    + query;
        } catch (URISyntaxException e) {
            return address.strip();
        }
    }

    private static String query(String raw) {
        if (raw == null || raw.isEmpty()) return "";
        String kept = Arrays.stream(raw.split("&"))
                .filter(p -> !p.startsWith("utm_") && !TRACKING.contains(p.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}
