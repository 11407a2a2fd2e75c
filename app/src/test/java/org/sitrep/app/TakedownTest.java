package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.Pipeline;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.export.Export;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.web.Access;
import org.sitrep.web.Server;

/**
 * Nothing of a page that was taken down can be found again: in no output of the command line, no form of export, no page and no feed of the site that was
 * running meanwhile, no answer of the API or the assistant, and in no byte of the ledger's files. That it was there stays: its key and its hash.
 */
@Tag("slow")
class TakedownTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));
    private static final Pipeline PIPELINE = Pipeline.load(HOME.resolve("languages"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String KEY = "page-to-go";

    /** Words and numbers that no other page has. */
    private static final Pattern OF_IT = Pattern.compile("(?i)quill|zwiebel|7.?313|5.?151");

    private static final String TEXT = """
            Governor Quillfeather: 7,313 dead in Herat

            HERAT, Oct 12 (Quillmere Courier) - The earthquakes in the Afghan province of Herat killed 7,313 people, governor Ostap \
            Quillfeather said on Thursday. Zwiebelturm, a village, was destroyed, and rescue teams were attacked there by the Quillmere militia.

            The government will hand over 5,151 tents by October 20, Quillfeather promised. "Nobody in Zwiebelturm will freeze," he said.

            Quillfeather rejected the health ministry's count of 1,000 dead. Governor Ostap Quillfeather resigned on Thursday.
            """;

    @TempDir
    Path folder;

    @Test
    void nothingOfItIsLeftOfASqliteLedger() throws Exception {
        Path place = Files.createDirectory(folder.resolve("ledger"));
        String ledger = place.resolve("crisis.db").toString();
        takenDown(ledger, () -> {});
        for (Path file : files(place)) nothing(file.toString(), Files.readAllBytes(file));
    }

    @Test
    void nothingOfItIsLeftOfAPostgresLedger() throws Exception {
        Path data = folder.resolve("data");
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setDataDirectory(data).start()) {
            String address = "localhost:" + server.getPort() + "/postgres";
            String jdbc = "jdbc:postgresql://" + address;
            try (Connection connection = DriverManager.getConnection(jdbc, "postgres", "")) {
                // What a server collects about columns, by itself and at any time, holds values of theirs.
                takenDown("postgresql://postgres@" + address, () -> run(connection, "analyze"));
                for (String table : tables(connection))
                    nothing(table, rows(connection, table).getBytes());
                run(connection, "checkpoint");
            }
            for (Path file : files(data.resolve("base"))) nothing(file.toString(), Files.readAllBytes(file));
        }
    }

    private static void run(Connection connection, String command) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>(List.of("pg_stats"));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select tablename from pg_tables where schemaname = 'sitrep'")) {
            while (row.next()) tables.add("sitrep." + row.getString(1));
        }
        assertThat(tables).contains("sitrep.entries", "sitrep.content", "sitrep.sheet", "sitrep.bucket");
        return tables;
    }

    private static String rows(Connection connection, String table) throws SQLException {
        StringBuilder out = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select t::text from " + table + " t")) {
            while (row.next()) out.append(row.getString(1)).append('\n');
        }
        return out.toString();
    }

    /** @param meanwhile what happens while the page is there */
    private void takenDown(String ledger, Runnable meanwhile) throws Exception {
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            open.add(pages());
        }
        judge(ledger);
        try (Server server = Server.start(ledger, PIPELINE, Access.loopback(0), line -> {});
                Talk talk = new Talk(ledger, PIPELINE)) {
            Set<String> addresses = new LinkedHashSet<>();
            Map<String, byte[]> before = everything(ledger, server, talk, addresses);
            List<String> silent = new ArrayList<>();
            before.forEach((name, bytes) -> {
                if (!held(bytes)) silent.add(name);
            });
            assertThat(silent)
                    .as("says nothing of the page even while it is there")
                    .doesNotContainAnyElementsOf(telling());
            meanwhile.run();
            Run run = Run.of("takedown", ledger, KEY, "--by", "ana", "--why", "asked for");
            assertThat(run.code()).as(run.err()).isZero();
            everything(ledger, server, talk, addresses).forEach(TakedownTest::nothing);
            assertThat(Run.of("verify", ledger).out()).startsWith("sound: ");
        }
    }

    /** The pages of an example, and one that came over the network in other bytes than its text. */
    private static List<Ledger.Addition> pages() {
        List<Ledger.Addition> pages = new ArrayList<>();
        Inputs.readAll(List.of(HOME.resolve("examples/herat-2023").toString()), a -> {
            if (a instanceof Acquired.Arrived arrived) pages.add(Ledger.Addition.of(arrived.page()));
        });
        byte[] original = TEXT.getBytes(StandardCharsets.UTF_16);
        String record = "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + TEXT;
        Page page = new Page(
                KEY,
                Bundle.sha256(original),
                Page.Format.TEXT,
                TEXT,
                Optional.of("https://quillmere-courier.example/zwiebelturm"),
                Optional.of("en"),
                Edtf.parse("2023-10-12"),
                Optional.empty());
        pages.add(
                new Ledger.Addition(page, Optional.of(original), Optional.of(record.getBytes(StandardCharsets.UTF_8))));
        return pages;
    }

    /** A person accepts a claim of it in a note that quotes it. */
    private static void judge(String ledger) {
        String id = Run.of("claims", ledger)
                .out()
                .lines()
                .filter(l -> l.contains("7,313") || l.contains("7313"))
                .map(l -> l.substring(0, 16))
                .findFirst()
                .orElseThrow();
        Run run = Run.of("judge", ledger, "accept", id, "--by", "ana", "--note", "Quillfeather said so");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private Map<String, byte[]> everything(String ledger, Server server, Talk talk, Set<String> addresses)
            throws IOException, InterruptedException {
        Map<String, byte[]> out = new LinkedHashMap<>();
        commands(ledger, out);
        files(ledger, out);
        for (String path : api(server)) out.put(path, ask(server, path));
        crawl(server, addresses, out);
        String crisis = crisis(server);
        for (String tool : List.of("crises", "situation", "commitments"))
            out.put(
                    "tool " + tool,
                    talk.tool(tool, "{\"crisis\":\"" + crisis + "\"}").getBytes(StandardCharsets.UTF_8));
        out.put("tool search", talk.tool("search", "{\"words\":\"dead\"}").getBytes(StandardCharsets.UTF_8));
        assertThat(new String(ask(server, "/api/v1/search?q=quillfeather"), StandardCharsets.UTF_8))
                .startsWith(held(out.get("claims")) ? "{\"total\":" : "{\"total\":0,");
        return out;
    }

    private static List<String> telling() {
        List<String> names = new ArrayList<>(List.of("claims", "read", "situation", "report", "tool situation"));
        // The page has no deaths in a fight, and no event between two parties.
        for (Export form : Export.values())
            if (form != Export.UCDP && form != Export.PLOVER)
                names.add("export " + form.name().toLowerCase(Locale.ROOT));
        names.addAll(List.of("/api/v1/pages?limit=1000", "/api/v1/claims?limit=1000", "bundle claims.jsonl", "warc"));
        return names;
    }

    private static void commands(String ledger, Map<String, byte[]> out) {
        for (String command : List.of(
                "claims",
                "read",
                "times",
                "refused",
                "situation",
                "report",
                "names",
                "stories",
                "copies",
                "crises",
                "review")) put(out, command, Run.of(command, ledger));
        for (String language : List.of("en", "fr"))
            for (String format : List.of("md", "html", "json"))
                put(
                        out,
                        "report " + format + language,
                        Run.of("report", ledger, "--format", format, "--lang", language));
        put(out, "changes", Run.of("changes", ledger, "--since", "1"));
        put(out, "changes of all", Run.of("changes", ledger, "--since", "0", "--format", "jsonl"));
        put(out, "rebuild", Run.of("rebuild", ledger));
        put(out, "verify", Run.of("verify", ledger));
    }

    private static void put(Map<String, byte[]> out, String name, Run run) {
        out.put(name, (run.out() + run.err()).getBytes(StandardCharsets.UTF_8));
    }

    private void files(String ledger, Map<String, byte[]> out) throws IOException {
        Path bundle = folder.resolve("all.zip");
        Run.of("export", ledger, "--bundle", bundle.toString(), "--private-names", "shown");
        unpack("bundle", Files.readAllBytes(bundle), out);
        Path archive = folder.resolve("all.warc");
        Files.deleteIfExists(archive);
        assertThat(Run.of("warc", ledger, "-o", archive.toString()).code()).isLessThanOrEqualTo(1);
        out.put("warc", Files.exists(archive) ? unpacked(archive) : new byte[0]);
        Path copy = folder.resolve("copy.db");
        Files.deleteIfExists(copy);
        assertThat(Run.of("backup", ledger, copy.toString()).code()).isZero();
        out.put("backup", Files.readAllBytes(copy));
    }

    private static byte[] unpacked(Path archive) throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        if (bytes.length == 0 || bytes[0] != 0x1f) return bytes;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static void unpack(String name, byte[] bytes, Map<String, byte[]> out) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry())
                out.put(name + " " + e.getName(), zip.readAllBytes());
        }
    }

    private static List<String> api(Server server) throws IOException, InterruptedException {
        String crisis = "crisis=" + crisis(server);
        List<String> paths = new ArrayList<>(
                List.of("pages?limit=1000", "claims?limit=1000", "entries?limit=1000", "search?q=dead", "crises"));
        for (String what : List.of("situation?", "changes?", "changes.atom?", "changes.json?"))
            paths.add(what + crisis);
        for (int i = 0; i < paths.size(); i++) paths.set(i, "/api/v1/" + paths.get(i));
        return paths;
    }

    private static String crisis(Server server) throws IOException, InterruptedException {
        Matcher m = Pattern.compile("\"crisis\":\"([^\"]*)\"")
                .matcher(new String(ask(server, "/api/v1/crises"), StandardCharsets.UTF_8));
        assertThat(m.find()).isTrue();
        return m.group(1);
    }

    /** Every page that links lead to, now or before, and every form of export. */
    private static void crawl(Server server, Set<String> addresses, Map<String, byte[]> out)
            throws IOException, InterruptedException {
        String crisis = crisis(server);
        for (Export form : Export.values()) {
            String name = form.name().toLowerCase(Locale.ROOT);
            byte[] bytes = ask(server, "/export?private-names=shown&crisis=" + crisis + "&form=" + name);
            Map<String, byte[]> parts = new LinkedHashMap<>();
            unpack("part", bytes, parts);
            StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
            parts.values().forEach(p -> text.append(new String(p, StandardCharsets.UTF_8)));
            if (name.equals("pdf")) text.append(read(bytes));
            out.put("export " + name, text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Set<String> open = new TreeSet<>(addresses);
        open.addAll(List.of("/crises", "/map", "/changes", "/review", "/names", "/judgements"));
        Pattern link = Pattern.compile("href=\"(/[^\"#]*)");
        List<String> queue = new ArrayList<>(open);
        while (!queue.isEmpty()) {
            String path = queue.removeLast();
            byte[] body = ask(server, path);
            out.put(path, body);
            addresses.add(path);
            Matcher m = link.matcher(new String(body, StandardCharsets.UTF_8));
            while (m.find()) {
                String next = m.group(1).replace("&amp;", "&");
                boolean look = !next.startsWith("/assets") && !next.startsWith("/export") && !next.contains("lang=");
                if (look && open.add(next)) queue.add(next);
            }
        }
    }

    /** The words of a file, as whoever adds it reads them. */
    private static String read(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        new Inputs(a -> {
                    if (a instanceof Acquired.Arrived arrived)
                        out.append(arrived.page().content());
                })
                .read(new ByteArrayInputStream(bytes), "export");
        return out.toString();
    }

    private static byte[] ask(Server server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address()).resolve(path))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private static boolean held(byte[] bytes) {
        return OF_IT.matcher(new String(bytes, StandardCharsets.UTF_8)).find()
                || OF_IT.matcher(new String(bytes, StandardCharsets.UTF_16BE)).find();
    }

    private static void nothing(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        // Hashes and other numbers may hold "7313" by chance; text may not.
        Matcher m = Pattern.compile("(?i)quill|zwiebel|(?<![0-9,])(7,313|5,151)(?![0-9,])|Q.?u.?i.?l.?l.?f")
                .matcher(text);
        if (m.find())
            throw new AssertionError(name + " still says: "
                    + text.substring(Math.max(0, m.start() - 60), Math.min(text.length(), m.end() + 60)));
    }
}
