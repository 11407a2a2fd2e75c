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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites out: the Host header must be a name of this server (against DNS rebinding), a form must carry the token that this browser was
 * given and come from this server (against request forgery), and no page of it runs a script that the server did not send. Whoever is known as a
 * reader changes nothing.
 */
final class Guard {
    private static final String COOKIE = "sitrep-token";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; frame-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String SECURE = "sitrep-secure";

    private final SecureRandom random = new SecureRandom();
    private final Access access;

    Guard(Access access) {
        this.access = access;
    }

    /** Refuses what comes by another name; states the rules that the browser is to hold. */
    void before(Context context) {
        context.attribute(SECURE, access.secure());
        Set<String> names = names();
        if (!names.contains(name(Optional.ofNullable(context.host()).orElse("")))) {
            throw Problem.forbidden("this server answers by the names "
                    + String.join(", ", names.stream().sorted().toList()) + " only");
        }
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        // Under "no-referrer" Chromium sends "Origin: null" with every form, also to the server that the form came
        // from.
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        if (access.secure()) context.header("Strict-Transport-Security", "max-age=31536000");
    }

    /** Refuses a change that no page of this server asked for, or that the visitor may not make. */
    void change(Context context) {
        if (context.method() == HandlerType.GET || context.method() == HandlerType.HEAD) return;
        if (Login.bearer(context).isEmpty() || Login.visitor(context).isEmpty()) forged(context);
        boolean reader = Login.visitor(context)
                .filter(v -> v.role() == Visitor.Role.READER)
                .isPresent();
        if (reader && !context.path().equals(Login.LEAVE))
            throw Problem.forbidden("a reader may look and export; adding and judging takes an analyst");
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>(access.hosts());
        if (access.address().isLoopbackAddress()) names.addAll(LOOPBACK);
        return names;
    }

    private static String name(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
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
        remember(context, COOKIE, token);
        return token;
    }

    /** Gives the browser a cookie that no script reads and no other site sends. Its value is percent-encoded: a cookie holds neither spaces nor accents (RFC 6265). */
    static void remember(Context context, String name, String value) {
        Cookie cookie = new Cookie(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setSecure(Boolean.TRUE.equals(context.attribute(SECURE)));
        context.cookie(cookie);
    }

    /** The value that {@link #remember} was given; nothing where the browser sends none, or one that was not ours. */
    static Optional<String> value(Context context, String name) {
        try {
            return Optional.ofNullable(context.cookie(name)).map(v -> URLDecoder.decode(v, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
