package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.Pipeline;
import org.sitrep.ledger.SqliteLedger;
import org.sitrep.web.Access.Identity;

/** Who is let in: real servers over a real ledger, asked over HTTP and TLS. */
class AccessTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.7");
    private static final Optional<InetAddress> NO_PROXY = Optional.empty();
    private static final Optional<Access.Certificate> NO_TLS = Optional.empty();

    @TempDir
    Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private HttpClient browser = browser();
    private Optional<Server> server = Optional.empty();
    private Path tokens = Path.of("");

    @BeforeEach
    void empty() {
        tokens = folder.resolve("visitors");
        SqliteLedger.open(folder.resolve("crisis.db"), Clock.systemUTC()).close();
    }

    @AfterEach
    void close() {
        server.ifPresent(Server::close);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private void open(Access access) {
        Path home = Path.of(System.getProperty("sitrep.home"));
        String ledger = folder.resolve("crisis.db").toString();
        server = Optional.of(Server.start(ledger, Pipeline.load(home.resolve("languages")), access, log::add));
    }

    private void openWithTokens() throws IOException {
        open(new Access(LOOPBACK, 0, Set.of(), NO_TLS, NO_PROXY, new Identity.ByToken(Tokens.read(tokens))));
    }

    private URI at(String path) {
        return URI.create(server.orElseThrow().address()).resolve(path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    private HttpResponse<String> enter(String secret) throws IOException, InterruptedException {
        return post("/login", "secret=" + secret + "&token=" + formToken("/login"));
    }

    private String formToken(String path) throws IOException, InterruptedException {
        Matcher m = Pattern.compile("name=\"token\" value=\"([0-9a-f]{32})\"")
                .matcher(get(path).body());
        assertThat(m.find()).isTrue();
        return m.group(1);
    }

    private String issue(String name, Visitor.Role role) throws IOException {
        return Tokens.issue(tokens, new Visitor(name, role));
    }

    @Test
    void isNotOpenedToOthersWithoutKnowingThemAndWithoutTls() throws IOException {
        issue("Ana", Visitor.Role.READER);
        Identity known = new Identity.ByToken(Tokens.read(tokens));
        Set<String> hosts = Set.of("desk.example");
        Optional<Access.Certificate> tls = Optional.of(new Access.Certificate(folder.resolve("desk.p12"), "secret"));
        Optional<InetAddress> proxy = Optional.of(LOOPBACK);
        Identity named = new Identity.ByProxy("X-Remote-User", Set.of());
        refused(new Object[] {ELSEWHERE, hosts, tls, NO_PROXY, new Identity.Anyone()}, "--tokens");
        refused(new Object[] {ELSEWHERE, hosts, NO_TLS, NO_PROXY, known}, "--tls");
        refused(new Object[] {ELSEWHERE, Set.of(), tls, NO_PROXY, known}, "--host");
        refused(new Object[] {LOOPBACK, hosts, NO_TLS, NO_PROXY, named}, "--proxy");
        refused(new Object[] {InetAddress.ofLiteral("::"), hosts, NO_TLS, proxy, new Identity.Anyone()}, "--tokens");
        assertThat(new Access(ELSEWHERE, 0, hosts, tls, NO_PROXY, known).secure())
                .isTrue();
        assertThat(new Access(ELSEWHERE, 0, hosts, NO_TLS, proxy, named).secure())
                .isTrue();
    }

    @SuppressWarnings("unchecked")
    private static void refused(Object[] a, String what) {
        assertThatThrownBy(() -> new Access(
                        (InetAddress) a[0],
                        0,
                        (Set<String>) a[1],
                        (Optional<Access.Certificate>) a[2],
                        (Optional<InetAddress>) a[3],
                        (Identity) a[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what);
    }

    @Test
    void whoIsNotKnownSeesTheFormAndNothingElse() throws IOException, InterruptedException {
        issue("Ana", Visitor.Role.READER);
        openWithTokens();
        for (String path : List.of("/", "/crises", "/add", "/judgements", "/export?crisis=x&form=md", "/events")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/login");
        }
        HttpResponse<String> api = get("/api/v1/crises");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("Bearer"));
        assertThat(post("/add", "text=x").statusCode()).isEqualTo(303);
        assertThat(get("/login").body()).contains("type=\"password\"");
        assertThat(get("/assets/site.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aReaderLooksAndAnAnalystJudgesUnderTheNameOfTheToken() throws IOException, InterruptedException {
        String reader = issue("Ana", Visitor.Role.READER);
        String analyst = issue("Émile", Visitor.Role.ANALYST);
        openWithTokens();
        assertThat(enter(reader).statusCode()).isEqualTo(303);
        assertThat(get("/crises").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = post("/undo", "entry=1&by=Somebody&token=" + formToken("/add"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("reader");
        assertThat(post("/logout", "token=" + formToken("/crises")).statusCode())
                .isEqualTo(303);
        assertThat(get("/crises").statusCode()).isEqualTo(303);

        browser = browser();
        assertThat(enter(analyst).statusCode()).isEqualTo(303);
        HttpResponse<String> undo = post("/undo", "entry=1&by=Somebody&token=" + formToken("/add"));
        assertThat(undo.statusCode()).as(undo.body()).isNotEqualTo(403);
        assertThat(log).anySatisfy(l -> assertThat(l).contains("\tÉmile\tPOST\t/undo\t"));
        assertThat(log).anySatisfy(l -> assertThat(l).contains("\tAna\tPOST\t/undo\t403"));
    }

    @Test
    void aProgramSendsItsTokenInTheHeader() throws IOException, InterruptedException {
        String token = issue("robot", Visitor.Role.READER);
        openWithTokens();
        assertThat(get("/api/v1/crises", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/crises", "Authorization", "Bearer " + token.substring(1) + "0")
                        .statusCode())
                .isEqualTo(401);
        Tokens.revoke(tokens, "robot");
        assertThat(Tokens.read(tokens).visitor(token)).isEmpty();
    }

    @Test
    void wrongTokensAreSlowedDownAndTheFileHoldsNoToken() throws IOException, InterruptedException {
        String token = issue("Ana", Visitor.Role.READER);
        assertThat(Files.readString(tokens)).contains("Ana").doesNotContain(token);
        openWithTokens();
        for (int i = 0; i < 5; i++) assertThat(enter("wrong" + i).statusCode()).isEqualTo(403);
        assertThat(enter(token).statusCode()).isEqualTo(429);
        assertThat(log).anySatisfy(l -> assertThat(l).endsWith("\t429"));
    }

    @Test
    void aProxyIsBelievedAndNobodyElse() throws IOException, InterruptedException {
        Identity named = new Identity.ByProxy("X-Remote-User", Set.of("emile"));
        open(new Access(LOOPBACK, 0, Set.of(), NO_TLS, Optional.of(LOOPBACK), named));
        assertThat(get("/crises").statusCode()).isEqualTo(403);
        assertThat(get("/crises", "X-Remote-User", "ana").statusCode()).isEqualTo(200);
        assertThat(get("/crises", "X-Remote-User", "ana\u00a0<script>").statusCode())
                .isEqualTo(403);
        server.orElseThrow().close();
        open(new Access(LOOPBACK, 0, Set.of(), NO_TLS, Optional.of(InetAddress.ofLiteral("127.0.0.2")), named));
        assertThat(get("/crises", "X-Remote-User", "emile").statusCode()).isEqualTo(403);
    }

    @Test
    void speaksTlsWithItsOwnCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = certificate();
        String token = issue("Ana", Visitor.Role.READER);
        Access.Certificate certificate = new Access.Certificate(store, "secret-word");
        Identity known = new Identity.ByToken(Tokens.read(tokens));
        open(new Access(LOOPBACK, 0, Set.of("localhost"), Optional.of(certificate), NO_PROXY, known));
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .sslContext(trusting(store))
                .build();
        HttpResponse<String> entered = enter(token);
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().allValues("Set-Cookie"))
                .anySatisfy(c -> assertThat(c)
                        .contains("sitrep-session")
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict"));
        assertThat(get("/crises").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(
                                                at("/login").toString().replace("https", "http")))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    private Path certificate() throws IOException, InterruptedException {
        Path store = folder.resolve("desk.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "desk",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret-word")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
        return store;
    }

    private static SSLContext trusting(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret-word".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("desk", keys.getCertificate("desk"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void aLineOfTheLogStaysALine() throws IOException, InterruptedException {
        issue("Ana", Visitor.Role.READER);
        openWithTokens();
        get("/api/v1/claims/x%0A2022-01-01T00:00:00Z%09Ana%09POST%1B%5B2J");
        assertThat(log)
                .hasSize(1)
                .first()
                .asString()
                .doesNotContain("\n")
                .doesNotContain("\u001b")
                .endsWith("\t401");
    }

    @Test
    void aFullBucketEmptiesAndFillsAgain() {
        AtomicLong now = new AtomicLong();
        Throttle throttle = new Throttle(new Throttle.Rate(2, Duration.ofSeconds(1)), now::get);
        assertThat(throttle.take("a")).isTrue();
        assertThat(throttle.take("a")).isTrue();
        assertThat(throttle.take("a")).isFalse();
        assertThat(throttle.take("b")).isTrue();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(throttle.take("a")).isTrue();
        assertThat(throttle.take("a")).isFalse();
    }
}
