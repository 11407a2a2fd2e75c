package org.sitrep.acquire.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.model.Page;

/** Against a real server that is slow, endless, circular, wrong about lengths, or changes its mind. */
class FetcherTest {
    private static final String HTML =
            "<html><body><article><h1>Flood</h1><p>The flood office counted 112 people.</p></article></body></html>";

    private final OddServer server = new OddServer();
    private final List<Duration> waited = new ArrayList<>();
    private final Fetcher fetcher = fetcher(true, Duration.ofSeconds(20));

    private Fetcher fetcher(boolean allowPrivate, Duration patience) {
        Manners manners =
                new Manners("Sitrep/test", allowPrivate, Duration.ofSeconds(1), patience, Duration.ofSeconds(2));
        Instant now = Instant.parse("2022-01-08T09:00:00Z");
        return new Fetcher(
                manners,
                new Reach(allowPrivate ? a -> true : Reach::open, FetcherTest::resolve),
                () -> now,
                waited::add);
    }

    /** Names under .test lie on this machine; others are looked up as always. */
    private static InetAddress[] resolve(String host) throws java.net.UnknownHostException {
        if (!host.endsWith(".test")) return InetAddress.getAllByName(host);
        return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        server.close();
    }

    private Fetched get(String path) {
        return fetcher.fetch(server.address(path), Fetched.Visit.NONE);
    }

    private static List<Page> pages(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Answer.class);
        List<Page> pages = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Fetched.Answer answer = (Fetched.Answer) fetched;
        new Inputs(a -> {
                    if (a instanceof Acquired.Arrived arrived) pages.add(arrived.page());
                    if (a instanceof Acquired.Unreadable fault) faults.add(fault.toString());
                })
                .read(new ByteArrayInputStream(answer.record()), answer.address());
        assertThat(faults).isEmpty();
        return pages;
    }

    private static String failure(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Failed.class);
        return ((Fetched.Failed) fetched).reason();
    }

    @Test
    void aPageComesAsARecordThatReadsAsAnArchiveDoes() {
        server.page("/flood", HTML);
        List<Page> pages = pages(get("/flood"));
        assertThat(pages).singleElement().satisfies(p -> {
            assertThat(p.content()).isEqualTo(HTML);
            assertThat(p.key()).isEqualTo(server.address("/flood"));
        });
        assertThat(server.asked()).containsExactly("/robots.txt", "/flood");
    }

    @Test
    void robotsAreObeyed() {
        server.on("/robots.txt", OddServer.ok("text/plain", "User-agent: *\nDisallow: /private\nCrawl-delay: 7\n"));
        server.page("/private/a", HTML).page("/open", HTML);
        assertThat(failure(get("/private/a"))).contains("robots.txt of news.test forbids it");
        pages(get("/open"));
        pages(get("/open"));
        assertThat(server.asked()).containsExactly("/robots.txt", "/open", "/open");
        assertThat(waited).contains(Duration.ofSeconds(7));
    }

    @Test
    void aHostInTroubleForbidsAll() {
        server.on("/robots.txt", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .page("/a", HTML);
        assertThat(failure(get("/a"))).contains("robots.txt");
        assertThat(server.asked()).doesNotContain("/a");
    }

    @Test
    void onlyWhatChangedIsSentAgain() {
        server.on("/a", (request, out) -> {
            boolean known = request.contains("If-None-Match: \"v1\"")
                    && request.contains("If-Modified-Since: Sat, 08 Jan 2022");
            String answer = known
                    ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                    : OddServer.ok("text/html", HTML)
                            .replace(
                                    "Connection:",
                                    "ETag: \"v1\"\r\nLast-Modified: Sat, 08 Jan 2022 09:00:00 GMT\r\nConnection:");
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        });
        Fetched.Answer first = (Fetched.Answer) get("/a");
        assertThat(fetcher.fetch(server.address("/a"), first.visit())).isEqualTo(new Fetched.Unchanged());
    }

    @Test
    void redirectionsAreFollowedSoFarAndNoFurther() {
        server.on("/old", moved("/new")).page("/new", HTML);
        assertThat(((Fetched.Answer) get("/old")).address()).isEqualTo(server.address("/new"));
        server.on("/round", moved("/round"));
        assertThat(failure(get("/round"))).contains("more than 5 times, which is the limit");
        server.on("/odd", moved("ht!tp://%%"));
        assertThat(failure(get("/odd"))).contains("no address");
    }

    private static String moved(String to) {
        return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    @Test
    void whatFailsForTheMomentIsAskedAgainLaterEachTime() {
        AtomicInteger times = new AtomicInteger();
        server.on(
                "/busy",
                (request, out) -> out.write((times.incrementAndGet() < 3
                                ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                : OddServer.ok("text/html", HTML))
                        .getBytes(StandardCharsets.UTF_8)));
        pages(get("/busy"));
        assertThat(waited).contains(Duration.ofSeconds(2), Duration.ofSeconds(4));
        server.on(
                "/later", "HTTP/1.1 429 Slow down\r\nRetry-After: 9\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(failure(get("/later"))).contains("429");
        assertThat(waited).contains(Duration.ofSeconds(9));
        server.on("/dead", (request, out) -> out.close());
        assertThat(failure(get("/dead"))).contains("no answer");
    }

    @Test
    void aSlowServerAndAnEndlessOneAreLeft() {
        Fetcher hasty = fetcher(true, Duration.ofMillis(700));
        server.on("/slow", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        });
        server.on("/silent", (request, out) -> Thread.sleep(20_000));
        assertThat(failure(hasty.fetch(server.address("/slow"), Fetched.Visit.NONE)))
                .contains("longer than 700 milliseconds");
        assertThat(failure(hasty.fetch(server.address("/silent"), Fetched.Visit.NONE)))
                .contains("longer than 700 milliseconds");
        hasty.close();
        server.on("/endless", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 16];
            for (int i = 0; i < 100_000; i++) out.write(block);
        });
        assertThat(failure(get("/endless"))).contains("more than 16 MB, which is the limit");
    }

    @Test
    void aServerThatPromisesMoreThanItSendsGivesWhatCame() {
        server.on(
                "/short", OddServer.ok("text/html", HTML).replaceFirst("Content-Length: \\d+", "Content-Length: 9000"));
        Fetched fetched = get("/short");
        assertThat(pages(fetched)).singleElement().satisfies(p -> {
            assertThat(p.content()).isEqualTo(HTML);
            assertThat(p.damage()).contains("what the server sent breaks off");
        });
        assertThat(server.asked()).filteredOn("/short"::equals).hasSize(Manners.ATTEMPTS);
        server.on("/long", OddServer.ok("text/html", HTML).replaceFirst("Content-Length: \\d+", "Content-Length: 40"));
        assertThat(pages(get("/long")).getFirst().content()).hasSize(40);
        server.on("/none", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + HTML);
        assertThat(get("/none")).isInstanceOf(Fetched.Failed.class);
    }

    @Test
    void aCompressionBombIsNamedWhenItIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[100_000_000]);
        }
        server.on("/bomb", (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + packed.size() + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            packed.writeTo(out);
        });
        Fetched.Answer answer = (Fetched.Answer) get("/bomb");
        List<Acquired> got = new ArrayList<>();
        new Inputs(got::add).read(new ByteArrayInputStream(answer.record()), "bomb");
        assertThat(got).singleElement().asString().contains("larger than 16 MB");
    }

    @Test
    void privateAddressesAreAskedOnlyWhereAllowed() {
        Fetcher careful = fetcher(false, Duration.ofSeconds(5));
        for (String host : List.of(
                "127.0.0.1",
                "localhost",
                "news.test",
                "[::1]",
                "10.1.2.3",
                "169.254.169.254",
                "192.168.1.1",
                "0.0.0.0",
                "[fe80::1]",
                "[fc00::1]",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::1]",
                "100.64.0.1"))
            assertThat(failure(careful.fetch("http://" + host + ":" + server.port() + "/", Fetched.Visit.NONE)))
                    .as(host)
                    .contains("private network");
        for (String address : List.of("file:///etc/passwd", "ftp://a.example/", "http://user@a.example/", "http:///x"))
            assertThat(careful.fetch(address, Fetched.Visit.NONE)).as(address).isInstanceOf(Fetched.Failed.class);
        careful.close();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aRedirectionToAPrivateAddressIsNotFollowed() {
        // This machine's own address stands for the public network here, which a test cannot have.
        Reach reach = new Reach(a -> a.isLoopbackAddress(), host -> new InetAddress[] {
            InetAddress.getByAddress(
                    host, host.equals("inner.test") ? new byte[] {10, 0, 0, 1} : new byte[] {127, 0, 0, 1})
        });
        Manners manners = new Manners("Sitrep/test", false, Duration.ZERO, Duration.ofSeconds(5), Duration.ZERO);
        server.on("/out", moved("/on"))
                .on("/on", moved("http://inner.test:" + server.port() + "/secret"))
                .page("/secret", HTML);
        try (Fetcher careful = new Fetcher(manners, reach, Instant::now, time -> {})) {
            assertThat(failure(careful.fetch(server.address("/out"), Fetched.Visit.NONE)))
                    .contains("10.0.0.1");
        }
        assertThat(server.asked()).containsExactly("/robots.txt", "/out", "/on");
    }

    @Test
    void aNameThatWasCheckedLeadsWhereItLedThen() throws IOException {
        PinnedNames.pin("changing.test", List.of(InetAddress.getByAddress("changing.test", new byte[] {127, 0, 0, 1})));
        assertThat(InetAddress.getByName("changing.test").getHostAddress()).isEqualTo("127.0.0.1");
        server.page("/", HTML);
        assertThat(pages(fetcher.fetch("http://changing.test:" + server.port() + "/", Fetched.Visit.NONE)))
                .hasSize(1);
    }

    @Test
    void onlyThePublicNetworkIsOpen() throws IOException {
        for (String open :
                List.of("8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808"))
            assertThat(Reach.open(InetAddress.getByName(open))).as(open).isTrue();
        for (String closed : List.of(
                "172.16.0.1",
                "172.31.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "198.19.0.1",
                "::",
                "2001::1",
                "2001:db8::1",
                "ff02::1",
                "3fff::1"))
            assertThat(Reach.open(InetAddress.getByName(closed))).as(closed).isFalse();
        for (String loopback :
                List.of("2130706433", "127.1", "0x7f000001", "0x7f.1", "::ffff:7f00:1", "0:0:0:0:0:0:0:1"))
            assertThat(openAnyHow(loopback)).as(loopback).isFalse();
    }

    /** Spellings that the platform takes for no address lead nowhere. */
    private static boolean openAnyHow(String spelling) {
        try {
            return Reach.open(InetAddress.getByName(spelling));
        } catch (IOException noAddress) {
            return false;
        }
    }

    /** A hundred answers that end as they should not leave no connection open, whatever became of the first ones. */
    @Test
    void answersThatGoWrongLeaveNoHandleOpen() throws IOException {
        assumeTrue(Files.isDirectory(HANDLES), "the system does not tell of open files");
        Fetcher hasty = fetcher(true, Duration.ofMillis(150));
        server.page("/good", HTML)
                .on("/cut-off", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<p>Twelve")
                .on("/no-answer", "")
                .on("/noise", "\u0000\u0001\r\n\r\n")
                .on("/slow", (request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    Thread.sleep(400);
                })
                .on("/endless", (request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    while (true) out.write(new byte[1 << 16]);
                });
        int early = 0;
        for (int round = 0; round < 12; round++) {
            for (String path : List.of("/good", "/cut-off", "/no-answer", "/noise", "/slow", "/endless"))
                hasty.fetch(server.address(path), Fetched.Visit.NONE);
            if (round == 3) early = handles();
        }
        assertThat(handles()).isLessThan(early + 12);
        hasty.close();
    }

    private static final Path HANDLES = Path.of("/proc/self/fd");

    private static int handles() throws IOException {
        try (Stream<Path> open = Files.list(HANDLES)) {
            return (int) open.count();
        }
    }
}
