package org.sitrep.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.sitrep.Pipeline;
import org.sitrep.ledger.LedgerProblem;
import org.sitrep.report.Reports;

/** The web page and the API over one ledger, on loopback or wherever its {@link Access} says. */
public final class Server implements AutoCloseable {
    /** The largest upload, in bytes. */
    public static final long MOST_UPLOAD = 64L << 20;

    /** Seconds after which it is worth asking again. */
    private static final String AGAIN = "10";

    private static final System.Logger LOG = System.getLogger("org.sitrep.web");
    private static final Map<String, String> ASSETS =
            Map.of("site.css", "text/css", "site.js", "text/javascript", "icon.svg", "image/svg+xml");

    private final Room room;
    private final Access access;
    private final Guard guard;
    private final Login login;
    private final Audit audit;
    private final Events events = new Events();
    private final Additions additions;
    private final Javalin javalin;

    private Server(String ledger, Pipeline pipeline, Access access, Consumer<String> log, boolean allowPrivate) {
        this.access = access;
        guard = new Guard(access);
        login = new Login(access, Clock.systemUTC());
        audit = new Audit(log, Clock.systemUTC());
        room = new Room(ledger, pipeline, Clock.systemUTC());
        additions = new Additions(room, events, allowPrivate);
        javalin = Javalin.create(this::configure).start();
    }

    /**
     * Opens the web page over {@code ledger}.
     *
     * @param ledger a ledger that is there: a file, or {@code postgresql://USER@HOST/DATABASE}
     * @param log gets a line for each change, each login and each refusal; called by several threads
     */
    public static Server start(String ledger, Pipeline pipeline, Access access, Consumer<String> log) {
        return start(ledger, pipeline, access, log, false);
    }

    /** @param allowPrivate whether addresses of this machine and of private networks may be fetched */
    static Server start(String ledger, Pipeline pipeline, Access access, Consumer<String> log, boolean allowPrivate) {
        Server server = new Server(ledger, pipeline, access, log, allowPrivate);
        Thread.ofVirtual().start(server::begin);
        return server;
    }

    /** Reads what the first visitor will want; the address is told meanwhile. */
    private void begin() {
        try {
            room.now().lines();
        } catch (LedgerProblem problem) {
            // Whoever asks is told the same.
        }
    }

    /** Where a browser finds it. */
    public String address() {
        String name = access.hosts().stream().sorted().findFirst().orElse("localhost");
        return (access.tls().isPresent() ? "https://" : "http://") + name + ":" + javalin.port() + "/";
    }

    @Override
    public void close() {
        javalin.stop();
        room.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MOST_UPLOAD;
        config.jetty.multipartConfig.maxFileSize(MOST_UPLOAD, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(MOST_UPLOAD, SizeUnit.BYTES);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.addConnector(this::connector);
        RoutesConfig routes = config.routes;
        routes.before(guard::before);
        routes.before(Server::bounded);
        routes.before(login::before);
        routes.before(guard::change);
        routes.after(context -> audit.after(context, login.from(context)));
        pages(routes);
        forms(routes);
        new Api(room, guard).routes(routes);
        faults(routes);
    }

    /** Refuses what says of itself that it is too large, before any of it is read. */
    private static void bounded(Context context) {
        if (context.req().getContentLengthLong() > MOST_UPLOAD)
            throw Problem.tooLarge("at most " + (MOST_UPLOAD >> 20) + " MB are taken at once; `sitrep add` takes more");
    }

    private Connector connector(org.eclipse.jetty.server.Server jetty, HttpConfiguration http) {
        ServerConnector connector = access.tls()
                .map(certificate -> {
                    SslContextFactory.Server tls = new SslContextFactory.Server();
                    tls.setKeyStorePath(certificate.file().toString());
                    tls.setKeyStoreType("PKCS12");
                    tls.setKeyStorePassword(certificate.password());
                    http.addCustomizer(new SecureRequestCustomizer());
                    return new ServerConnector(jetty, tls, new HttpConnectionFactory(http));
                })
                .orElseGet(() -> new ServerConnector(jetty, new HttpConnectionFactory(http)));
        connector.setHost(access.address().getHostAddress());
        connector.setPort(access.port());
        return connector;
    }

    private void pages(RoutesConfig routes) {
        page(routes, Login.PATH, Login::write);
        routes.get("/", this::home);
        page(routes, "/crises", CrisesPage::write);
        page(routes, "/situation", SituationPage::write);
        page(routes, "/page", ArticlePage::write);
        page(routes, "/claim", ArticlePage::claim);
        page(routes, "/history", HistoryPage::write);
        page(routes, "/origins", OriginsPage::write);
        page(routes, "/names", NamesPage::write);
        page(routes, "/changes", ChangesPage::write);
        page(routes, "/map", MapPage::write);
        page(routes, ReviewPage.PATH, ReviewPage::write);
        page(routes, "/search", SearchPage::write);
        page(routes, "/add", r -> AddPage.write(r, additions));
        page(routes, "/judgements", JudgementsPage::write);
        page(routes, "/guide", GuidePage::write);
        page(routes, ApiPage.PATH, ApiPage::write);
        routes.get(ApiPage.TRY, context -> ApiPage.go(request(context)));
        routes.get("/export", context -> Download.write(request(context)));
        routes.sse("/events", events::join);
        routes.sse("/add/events", client -> AddPage.follow(request(client.ctx()), additions, client));
        routes.get("/raw", context -> RawLook.write(request(context)));
        routes.get("/assets/report.css", context -> asset(context, "text/css", Reports.style()));
        ASSETS.forEach((name, type) -> routes.get("/assets/" + name, context -> asset(context, type, resource(name))));
        for (String language : Words.languages().keySet())
            for (int i = 1; i <= GuidePage.STEPS; i++) picture(routes, GuidePage.picture(language, i));
    }

    private static void picture(RoutesConfig routes, String name) {
        routes.get(
                "/assets/" + name,
                context -> context.contentType("image/webp")
                        .header("Cache-Control", "max-age=3600")
                        .result(bytes(name)));
    }

    private void forms(RoutesConfig routes) {
        form(routes, "/add", r -> AddPage.receive(r, additions));
        form(routes, Login.PATH, login::enter);
        form(routes, Login.LEAVE, login::leave);
        form(routes, "/judge", r -> JudgeForm.record(r, events));
        form(routes, "/names", r -> NamesPage.record(r, events));
        form(routes, "/outlet", r -> ReviewPage.outlet(r, events));
        form(routes, "/undo", r -> JudgementsPage.undo(r, events));
    }

    private void page(RoutesConfig routes, String path, Function<Request, String> write) {
        routes.get(path, context -> {
            Request request = request(context);
            request.given("lang")
                    .ifPresent(
                            l -> Guard.remember(context, "lang", request.words().language()));
            context.header("Cache-Control", "no-store");
            context.html(write.apply(request));
        });
    }

    private void form(RoutesConfig routes, String path, Consumer<Request> action) {
        routes.post(path, context -> action.accept(request(context)));
    }

    private Request request(Context context) {
        return Request.of(context, room, guard);
    }

    /** The only crisis, where there is one; else the list. */
    private void home(Context context) {
        List<Line> lines = request(context).now().lines();
        context.redirect(
                lines.size() == 1
                        ? Request.to("/situation", "crisis", lines.getFirst().crisis())
                        : "/crises",
                HttpStatus.SEE_OTHER);
    }

    private static void asset(Context context, String type, String text) {
        context.contentType(type + "; charset=utf-8")
                .header("Cache-Control", "max-age=3600")
                .result(text);
    }

    private static String resource(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Server.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not on the class path");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private void faults(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> {
            // Programs read the first, browsers the second.
            if (problem.status() == 503) context.header("Retry-After", AGAIN).header("Refresh", AGAIN);
            fault(context, problem.status(), problem.detail(), problem.field());
        });
        routes.exception(
                LedgerProblem.class,
                (problem, context) -> fault(context, 503, String.valueOf(problem.getMessage()), Optional.empty()));
        routes.exception(Exception.class, (bug, context) -> {
            // A body that is not what its type says is its sender's fault.
            if (bug instanceof ServletException && bug.getCause() instanceof HttpException unreadable) {
                String detail = "what was sent cannot be read: " + unreadable.getReason();
                fault(context, unreadable.getCode(), detail, Optional.empty());
                return;
            }
            LOG.log(System.Logger.Level.ERROR, context.method() + " " + context.path(), bug);
            fault(
                    context,
                    500,
                    "an internal error, " + bug.getClass().getSimpleName() + "; the terminal says more",
                    Optional.empty());
        });
        routes.exception(
                HttpResponseException.class,
                (problem, context) -> fault(
                        context,
                        problem.getStatus(),
                        problem.getStatus() == 404
                                ? request(context).text("problem.nowhere", context.path())
                                : String.valueOf(problem.getMessage()),
                        Optional.empty()));
    }

    private void fault(Context context, int status, String detail, Optional<String> field) {
        context.status(status);
        if (context.path().startsWith("/api/v")) {
            String title = HttpStatus.forStatus(status).getMessage();
            context.result(Problem.json(status, title, detail, field).getBytes(StandardCharsets.UTF_8))
                    .contentType("application/problem+json");
        } else if (status == 401 || status == 403 || status == 429) {
            context.contentType("text/plain; charset=utf-8").result(detail);
        } else {
            context.html(FaultPage.write(request(context), status, detail, field));
        }
    }
}
