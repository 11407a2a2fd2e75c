package org.sitrep.read;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.model.Passage;
import org.sitrep.model.Span;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** For the eye only: {@code Dump LANGUAGES PAGES [lines|passages|speed]} prints what the reader makes of a folder or a JSONL file. */
final class Dump {
    private Dump() {}

    public static void main(String[] args) throws IOException {
        Reader reader = new Reader(Packs.load(Path.of(args[0])));
        List<Page> pages = pages(Path.of(args[1]));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        String mode = args.length > 2 ? args[2] : "lines";
        if (mode.equals("speed")) {
            for (int round = 0; round < 12; round++) {
                long start = cpu();
                long chars = 0;
                for (Page p : pages) {
                    reader.read(p);
                    chars += p.content().length();
                }
                double s = (cpu() - start) / 1e9;
                start = cpu();
                for (Page p : pages) if (p.format() == Page.Format.HTML) org.jsoup.Jsoup.parse(p.content());
                out.printf(
                        "%d pages %.1f kB %.3f s CPU %.0f pages/s %.1f MB/s; jsoup alone %.3f s%n",
                        pages.size(), chars / 1e3, s, pages.size() / s, chars / 1e6 / s, (cpu() - start) / 1e9);
            }
        }
        for (Page page : pages) {
            if (mode.equals("speed")) break;
            Article a = reader.read(page);
            if (Integer.getInteger("year") != null) a = reader.inYear(a, Integer.getInteger("year"));
            if (mode.equals("lines")) line(a, out);
            else passages(a, out);
        }
        out.flush();
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void line(Article a, PrintStream out) {
        out.println("{\"page\":" + json(a.page()) + ",\"body\":" + json(a.body()) + ",\"published\":"
                + a.published().map(p -> json(p.date().text())).orElse("null") + ",\"published_from\":"
                + a.published().map(p -> json(p.from().code())).orElse("null") + ",\"why\":"
                + a.published().map(p -> json(p.why())).orElse("null") + ",\"title\":"
                + a.title().map(Dump::json).orElse("null")
                + ",\"outlet\":" + a.outlet().map(Dump::json).orElse("null") + ",\"language\":" + json(a.language())
                + "}");
    }

    private static void passages(Article a, PrintStream out) {
        out.println("===== " + a.page() + " lang=" + a.language() + " outlet="
                + a.outlet().orElse("-") + " agency=" + a.agency().orElse("-") + " published="
                + a.published()
                        .map(p -> p.date().text() + " " + p.from() + " " + p.why())
                        .orElse("-") + " repost=" + a.repost().orElse("-") + " title="
                + a.title().orElse("-"));
        for (Passage p : a.passages()) {
            StringBuilder evidence = new StringBuilder();
            for (Span s : p.flagEvidence())
                evidence.append(" <").append(s.of(a.text())).append(">");
            boolean own = !p.published().equals(a.published());
            out.println("[" + p.id() + " " + p.role() + " " + p.language()
                    + p.outlet().map(o -> " outlet=" + o).orElse("")
                    + p.agency().map(o -> " agency=" + o).orElse("")
                    + (own
                            ? p.published()
                                    .map(d -> " date=" + d.date().text() + " (" + d.why() + ")")
                                    .orElse("")
                            : "") + (p.flags().isEmpty() ? "" : " " + p.flags() + evidence) + "] "
                    + p.span().of(a.text()));
        }
    }

    private static String json(String s) {
        StringBuilder b = new StringBuilder("\"");
        for (char c : s.toCharArray()) {
            if (c == '"' || c == '\\') b.append('\\').append(c);
            else if (c < 0x20 || c >= 0xD800 && c < 0xE000) b.append(String.format("\\u%04x", (int) c));
            else b.append(c);
        }
        return b.append('"').toString();
    }

    private static List<Page> pages(Path path) throws IOException {
        List<Page> out = new ArrayList<>();
        if (Files.isDirectory(path)) {
            List<Path> files;
            try (Stream<Path> list = Files.list(path)) {
                files = list.sorted().toList();
            }
            for (Path f : files) {
                String name = f.getFileName().toString();
                boolean html = name.endsWith(".html");
                String key = name.replaceAll("\\.(html|txt)$", "");
                String content = decoded(Files.readAllBytes(f));
                out.add(new Page(
                        key,
                        "v",
                        html ? Page.Format.HTML : Page.Format.TEXT,
                        content,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
            return out;
        }
        for (String l : Files.readAllLines(path)) out.add(page(l));
        return out;
    }

    /** Good enough for a look: UTF-8, else the charset that the page declares. */
    private static String decoded(byte[] bytes) {
        String utf = new String(bytes, StandardCharsets.UTF_8);
        if (utf.indexOf('\uFFFD') < 0) return utf;
        java.util.regex.Matcher m =
                java.util.regex.Pattern.compile("charset=[\"']?([\\w-]+)").matcher(utf);
        return m.find() && java.nio.charset.Charset.isSupported(m.group(1))
                ? new String(bytes, java.nio.charset.Charset.forName(m.group(1)))
                : utf;
    }

    private static Page page(String line) {
        String id = "";
        String text = "";
        Optional<String> language = Optional.empty();
        Optional<Edtf> date = Optional.empty();
        boolean dated = System.getProperty("undated") == null;
        try (JsonParser p = new JsonFactory().createParser(tools.jackson.core.ObjectReadContext.empty(), line)) {
            int depth = 0;
            for (JsonToken t = p.nextToken(); t != null; t = p.nextToken()) {
                if (t.isStructStart()) depth++;
                if (t.isStructEnd()) depth--;
                if (t != JsonToken.PROPERTY_NAME || depth != 1) continue;
                String name = p.currentName();
                if (p.nextToken() != JsonToken.VALUE_STRING) continue;
                if (name.equals("id")) id = p.getString();
                if (name.equals("text")) text = p.getString();
                if (name.equals("language")) language = Optional.of(p.getString());
                if (name.equals("date_seen") && dated) date = Edtf.parse(p.getString());
            }
        }
        return new Page(id, "v", Page.Format.TEXT, text, Optional.empty(), language, date, Optional.empty());
    }
}
