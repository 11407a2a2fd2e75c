package org.sitrep.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites out of a server that listens on loopback: the Host header must name loopback (against DNS rebinding), a form
 * must carry the token that this browser was given and come from this server (against request forgery), and no page of it runs a
 * script that the server did not send.
 */
final class Guard {
    private static final String COOKIE = "sitrep-token";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final SecureRandom random = new SecureRandom();

    /** Refuses what comes by another name; states the rules that the browser is to hold. */
    void before(Context context) {
        if (!loopback(Optional.ofNullable(context.host()).orElse(""))) {
            throw Problem.forbidden("this server answers on loopback only, by the names "
                    + String.join(", ", LOOPBACK.stream().sorted().toList()));
        }
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        if (context.method() != HandlerType.GET && context.method() != HandlerType.HEAD) forged(context);
    }

    private static boolean loopback(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
        return LOOPBACK.contains(name);
    }

    private static void forged(Context context) {
        Optional<String> origin = Optional.ofNullable(context.header("Origin"));
        if (origin.isPresent() && !same(origin.get(), String.valueOf(context.host())))
            throw Problem.forbidden("the form does not come from a page of this server");
        Optional<String> mine = Optional.ofNullable(context.cookie(COOKIE));
        Optional<String> sent = Optional.ofNullable(context.header("X-Sitrep-Token"))
                .or(() -> Optional.ofNullable(context.formParam("token")));
        if (mine.isEmpty() || sent.isEmpty() || !equal(mine.get(), sent.get()))
            throw Problem.forbidden("the form carries no valid token; load the page again and repeat");
    }

    private static boolean same(String origin, String host) {
        try {
            return host.equalsIgnoreCase(String.valueOf(URI.create(origin).getAuthority()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** The token of this browser's forms, given to it now where it has none. */
    String token(Context context) {
        Optional<String> known = Optional.ofNullable(context.cookie(COOKIE)).filter(t -> t.matches("[0-9a-f]{32}"));
        if (known.isPresent()) return known.get();
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        context.cookie(cookie(COOKIE, token));
        return token;
    }

    /** A cookie that no script reads and no other site sends. Its value is percent-encoded: a cookie holds neither spaces nor accents (RFC 6265). */
    static Cookie cookie(String name, String value) {
        Cookie cookie = new Cookie(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }

    /** The value that {@link #cookie} was given; nothing where the browser sends none, or one that was not ours. */
    static Optional<String> value(Context context, String name) {
        try {
            return Optional.ofNullable(context.cookie(name)).map(v -> URLDecoder.decode(v, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
