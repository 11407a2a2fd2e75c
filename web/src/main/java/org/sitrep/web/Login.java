package org.sitrep.web;

import static j2html.TagCreator.button;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import j2html.tags.DomContent;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Knows who comes, and keeps out who is not known: a token in the form or in the {@code Authorization} header (RFC 6750), or the name that a declared proxy gives. */
final class Login {
    static final String PATH = "/login";
    static final String LEAVE = "/logout";
    private static final String COOKIE = "sitrep-session";
    private static final Duration LASTS = Duration.ofHours(12);
    /** Wrong tokens from one address: five at once, then one in twelve seconds. */
    private static final Throttle.Rate WRONG = new Throttle.Rate(5, Duration.ofSeconds(12));
    /** Requests of one visitor: two hundred at once, then fifty a second. */
    private static final Throttle.Rate REQUESTS = new Throttle.Rate(200, Duration.ofMillis(20));

    private record Session(Visitor visitor, Instant ends) {}

    private final Access access;
    private final InstantSource clock;
    private final Throttle wrong = new Throttle(WRONG, System::nanoTime);
    private final Throttle requests = new Throttle(REQUESTS, System::nanoTime);
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new Recent<>();

    Login(Access access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Who this is, where the server asks for that at all. */
    static Optional<Visitor> visitor(Context context) {
        return Optional.ofNullable(context.attribute(COOKIE));
    }

    /** The address of the browser: what the declared proxy says, else the connection's. */
    String from(Context context) {
        String near = context.req().getRemoteAddr();
        if (access.proxy().isEmpty()) return near;
        String chain = Optional.ofNullable(context.header("X-Forwarded-For")).orElse(near);
        return chain.substring(chain.lastIndexOf(',') + 1).strip();
    }

    /** Lets in whom it knows; anybody else is sent to the form, and a program is told what is missing. */
    void before(Context context) {
        if (access.identity() instanceof Access.Identity.Anyone) return;
        fromProxyOnly(context);
        if (!requests.take(from(context)))
            throw Problem.tooMany("more requests than this server answers to one visitor; come again in a minute");
        Optional<Visitor> visitor = known(context);
        visitor.ifPresent(v -> context.attribute(COOKIE, v));
        if (visitor.isPresent() || open(context.path())) return;
        if (context.path().startsWith("/api/")) {
            context.header("WWW-Authenticate", "Bearer realm=\"Sitrep\"");
            throw Problem.unauthorised("send the token that you were given, as Authorization: Bearer TOKEN");
        }
        if (!(access.identity() instanceof Access.Identity.ByToken))
            throw Problem.forbidden("the proxy names no visitor");
        context.redirect(PATH, HttpStatus.SEE_OTHER);
        context.skipRemainingHandlers();
    }

    /** What the form itself needs. */
    private static boolean open(String path) {
        return path.equals(PATH) || path.startsWith("/assets/");
    }

    private void fromProxyOnly(Context context) {
        Optional<InetAddress> proxy = access.proxy();
        if (proxy.isEmpty()) return;
        InetAddress near = InetAddress.ofLiteral(context.req().getRemoteAddr().replaceAll("[\\[\\]]", ""));
        if (!near.equals(proxy.get())) throw Problem.forbidden("this server answers its proxy only");
    }

    private Optional<Visitor> known(Context context) {
        return switch (access.identity()) {
            case Access.Identity.Anyone() -> Optional.empty();
            case Access.Identity.ByToken(Tokens tokens) -> byToken(context, tokens);
            case Access.Identity.ByProxy(String name, var analysts) ->
                Optional.ofNullable(context.header(name))
                        .filter(Visitor::canBeNamed)
                        .map(n -> new Visitor(n, analysts.contains(n) ? Visitor.Role.ANALYST : Visitor.Role.READER));
        };
    }

    private Optional<Visitor> byToken(Context context, Tokens tokens) {
        Optional<String> sent = bearer(context);
        if (sent.isPresent()) return tried(context, tokens, sent.get());
        synchronized (sessions) {
            return Optional.ofNullable(context.cookie(COOKIE))
                    .map(sessions::get)
                    .filter(s -> s.ends().isAfter(clock.instant()))
                    .map(Session::visitor);
        }
    }

    /** The token in the header, which no other site can make a browser send. */
    static Optional<String> bearer(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(h -> h.substring(7).strip());
    }

    private Optional<Visitor> tried(Context context, Tokens tokens, String token) {
        String from = from(context);
        if (!wrong.open(from)) throw Problem.tooMany("too many wrong tokens from " + from + "; wait a minute");
        Optional<Visitor> visitor = tokens.visitor(token);
        if (visitor.isEmpty()) wrong.take(from);
        return visitor;
    }

    /** The form. */
    static String write(Request request) {
        return page(request, false);
    }

    /** Takes the form's token: a session for who is known, the form again for who is not. */
    void enter(Request request) {
        Context context = request.context();
        Optional<Visitor> visitor = access.identity() instanceof Access.Identity.ByToken(Tokens tokens)
                ? tried(context, tokens, request.given("secret").orElse(""))
                : Optional.empty();
        if (visitor.isEmpty()) {
            context.status(HttpStatus.FORBIDDEN).html(page(request, true));
            return;
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        synchronized (sessions) {
            sessions.put(id, new Session(visitor.get(), clock.instant().plus(LASTS)));
        }
        context.attribute(COOKIE, visitor.get());
        Guard.remember(context, COOKIE, id);
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    /** Ends the session of this browser. */
    void leave(Request request) {
        synchronized (sessions) {
            sessions.remove(String.valueOf(request.context().cookie(COOKIE)));
        }
        request.context().removeCookie(COOKIE);
        request.context().redirect(PATH, HttpStatus.SEE_OTHER);
    }

    /** The button that ends the session, for who has one. */
    static DomContent leaving(Request request) {
        return visitor(request.context())
                .<DomContent>map(v -> Frame.change(request, LEAVE)
                        .with(
                                span(v.name() + " "),
                                button(request.text("login.leave")).withType("submit")))
                .orElse(text(""));
    }

    private static String page(Request request, boolean wrong) {
        DomContent token = input().withType("password")
                .withName("secret")
                .attr("required")
                .attr("autofocus")
                .attr("autocomplete", "current-password");
        return Frame.page(
                request,
                request.text("login.title"),
                header(
                                h1(request.text("login.title")),
                                p(request.text(wrong ? "login.wrong" : "login.why"))
                                        .withClass("asof"))
                        .withClass("mast"),
                Frame.change(request, PATH)
                        .with(
                                label(span(request.text("login.token")), token),
                                button(request.text("login.enter")).withType("submit"))
                        .withClass("judge"));
    }
}
