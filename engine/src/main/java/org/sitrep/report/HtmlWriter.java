package org.sitrep.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.report.Inline.Line;

/** Writes a report as one HTML page that needs no script and loads nothing. All text of pages goes through {@link Html#escape}. */
final class HtmlWriter {
    private final Report report;
    private final Labels labels;
    private final Links links;
    private final Footnotes notes =
            new Footnotes(c -> c.evidence().page() + "|" + c.evidence().span());
    private final Map<String, Integer> pages = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private int ladders;

    HtmlWriter(Report report, Links links) {
        this.report = report;
        this.links = links;
        this.labels = report.view().labels;
        for (Article article : report.view().situation.articles()) pages.put(article.page(), pages.size() + 1);
    }

    /** The report's parts for a site that brings its own head and style. */
    Reports.Fragment fragment() {
        contents();
        String contents = taken();
        sections();
        return new Reports.Fragment(report.title(), report.asOf(), line(report.tally()), contents, taken());
    }

    private String taken() {
        String text = out.toString();
        out.setLength(0);
        return text;
    }

    private void sections() {
        for (Block.Section section : report.sections()) section(section);
        out.append(new Excerpts(report.view(), notes, pages).html());
    }

    String write() {
        head();
        masthead();
        out.append("<div class=\"frame\">\n");
        contents();
        out.append("<main id=\"report\">\n");
        sections();
        out.append("</main>\n</div>\n</body>\n</html>\n");
        return out.toString();
    }

    private void head() {
        out.append("<!doctype html>\n<html lang=\"")
                .append(labels.language())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\">\n");
        out.append("<title>")
                .append(Html.escape(report.title()))
                .append(" – ")
                .append(label("kicker"))
                .append("</title>\n");
        out.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
    }

    static String style() {
        try (InputStream in = HtmlWriter.class.getResourceAsStream("report.css")) {
            if (in == null) throw new IllegalStateException("report.css is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read report.css", e);
        }
    }

    private void masthead() {
        out.append("<header class=\"mast\">\n<p class=\"kicker\">")
                .append(label("kicker"))
                .append("</p>\n");
        out.append("<h1>").append(Html.escape(report.title())).append("</h1>\n");
        out.append("<p class=\"asof\">").append(Html.escape(report.asOf())).append("</p>\n");
        out.append("<p class=\"tally\">").append(line(report.tally())).append("</p>\n");
        out.append("<p class=\"caution\"><strong>")
                .append(label("caution"))
                .append("</strong> ")
                .append(label("caution.more"));
        out.append("</p>\n</header>\n");
    }

    private void contents() {
        out.append("<nav class=\"contents\" aria-label=\"")
                .append(label("contents"))
                .append("\">\n<ol>\n");
        for (Block.Section s : report.sections()) entry(s.id(), s.title());
        entry("quotes", labels.text("section.quotes"));
        out.append("</ol>\n</nav>\n");
    }

    private void entry(String id, String title) {
        out.append("<li><a href=\"#")
                .append(id)
                .append("\">")
                .append(Html.escape(title))
                .append("</a></li>\n");
    }

    private void section(Block.Section section) {
        out.append("<section id=\"")
                .append(section.id())
                .append("\">\n<h2>")
                .append(Html.escape(section.title()))
                .append("</h2>\n");
        section.blocks().forEach(this::block);
        out.append("</section>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph p -> out.append("<p>").append(line(p.line())).append("</p>\n");
            case Block.Heading h ->
                out.append("<h3>").append(Html.escape(h.text())).append("</h3>\n");
            case Block.Items items -> items(items.lines());
            case Block.Table table -> table(table);
            case Block.Ladder ladder -> ladder(ladder);
            case Block.Days days -> days(days);
        }
    }

    private void items(List<Line> lines) {
        out.append("<ul>\n");
        for (Line line : lines) out.append("<li>").append(line(line)).append("</li>\n");
        out.append("</ul>\n");
    }

    /** Roles are stated because narrow screens lay the cells out as blocks, which would take the table's meaning away. */
    private void table(Block.Table table) {
        out.append("<table role=\"table\">\n<caption>")
                .append(Html.escape(table.caption()))
                .append("</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">");
        for (String head : table.head())
            out.append("<th role=\"columnheader\" scope=\"col\">")
                    .append(Html.escape(head))
                    .append("</th>");
        out.append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        for (List<Line> row : table.rows()) {
            out.append("<tr role=\"row\">");
            for (int i = 0; i < row.size(); i++) cell(table.head().get(i), row.get(i), i == 0);
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private void cell(String head, Line line, boolean first) {
        out.append(
                first
                        ? "<th role=\"rowheader\" scope=\"row\">"
                        : "<td role=\"cell\" data-head=\"" + Html.escape(head) + "\">");
        out.append(line(line)).append(first ? "</th>" : "</td>");
    }

    private void ladder(Block.Ladder ladder) {
        String id = "ladder" + ++ladders;
        out.append("<section class=\"ladder\" aria-labelledby=\"")
                .append(id)
                .append("\">\n<h3 id=\"")
                .append(id)
                .append("\">");
        out.append(line(ladder.title())).append(more(ladder)).append("</h3>\n");
        if (!ladder.summary().isEmpty()) {
            out.append("<ul class=\"rules\">");
            for (Line rule : ladder.summary())
                out.append("<li>").append(line(rule)).append("</li>");
            out.append("</ul>\n");
        }
        long most = Bars.most(ladder);
        rungs(ladder.rungs(), most);
        if (!ladder.undated().isEmpty()) {
            out.append("<p class=\"undated\">").append(label("figures.undated")).append("</p>\n");
            rungs(ladder.undated(), most);
        }
        out.append("</section>\n");
    }

    /** A link to the history's own page, where the site has one. */
    private String more(Block.Ladder ladder) {
        return Stream.concat(ladder.rungs().stream(), ladder.undated().stream())
                .flatMap(r -> r.number().parts().stream())
                .flatMap(p -> p instanceof Inline.Number n ? n.claims().stream() : Stream.empty())
                .findFirst()
                .flatMap(links::history)
                .map(href ->
                        " <a class=\"more\" href=\"" + Html.escape(href) + "\">" + label("figures.history") + "</a>")
                .orElse("");
    }

    private void rungs(List<Block.Rung> rungs, long most) {
        if (rungs.isEmpty()) return;
        out.append("<ol class=\"rungs\">\n");
        for (Block.Rung rung : rungs) {
            out.append("<li").append(rung.gone() ? " class=\"gone\"" : "").append("><span class=\"day\">");
            out.append(Html.escape(rung.day().orElse(labels.text("undated.one"))))
                    .append("</span><span class=\"amount\">")
                    .append(line(rung.number()));
            out.append("</span>")
                    .append(Bars.bar(rung, most, labels.amount(rung.amount())))
                    .append("<span class=\"said\">")
                    .append(line(rung.said()));
            out.append("</span></li>\n");
        }
        out.append("</ol>\n");
    }

    private void days(Block.Days days) {
        out.append(TimelinePicture.of(days, report.view()).svg());
        out.append("<ol class=\"days\">\n");
        for (Block.Day day : days.days()) {
            out.append("<li")
                    .append(day.day().map(d -> " id=\"d" + d + "\"").orElse(""))
                    .append("><h3>")
                    .append(Html.escape(day.label()))
                    .append("</h3>");
            items(day.entries());
            out.append("</li>\n");
        }
        out.append("</ol>\n");
    }

    private String line(Line line) {
        StringBuilder text = new StringBuilder();
        for (Inline part : line.parts()) text.append(inline(part));
        return text.toString();
    }

    private String inline(Inline part) {
        return switch (part) {
            case Inline.Text t -> Html.escape(t.text());
            case Inline.Strong s -> "<strong>" + Html.escape(s.text()) + "</strong>";
            case Inline.Aside a -> "<span class=\"aside\">" + Html.escape(a.text()) + "</span>";
            case Inline.Words w -> Html.words(w.text(), w.language(), labels);
            case Inline.Number n -> number(n);
            case Inline.Cite c -> cites(c.claims());
            case Inline.Tag t ->
                "<span class=\"tag " + t.tone().name().toLowerCase(java.util.Locale.ROOT) + "\">"
                        + Html.escape(t.text()) + "</span>";
            case Inline.PageLink p ->
                "<a href=\""
                        + Html.escape(links.page(p.page()).orElse("#p" + pages.getOrDefault(p.page(), 0)))
                        + "\">" + Html.escape(p.text()) + "</a>";
        };
    }

    private String number(Inline.Number number) {
        String text = Html.escape(number.text());
        String shown = number.struck() ? "<s>" + text + "</s>" : text;
        if (number.claims().isEmpty()) return shown;
        Claim first = number.claims().getFirst();
        String here = "#q" + notes.of(first);
        String link = "<a class=\"num\" href=\""
                + Html.escape(links.claim(first).orElse(here)) + "\">" + shown + "</a>" + cites(number.claims());
        return "<span class=\"whole\">" + link + "</span>";
    }

    private String cites(List<? extends Claim> claims) {
        StringBuilder text = new StringBuilder("<sup class=\"whole\">");
        String separator = "";
        List<? extends Claim> shown = Footnotes.few(claims);
        for (int note : notes.of(shown)) {
            text.append(separator)
                    .append("<a href=\"#q")
                    .append(note)
                    .append("\">")
                    .append(note)
                    .append("</a>");
            separator = " ";
        }
        // The others are marked among the quotes all the same.
        if (notes.of(claims).size() > shown.size()) text.append(" +").append(claims.size() - shown.size());
        return text.append("</sup>").toString();
    }

    private String label(String key) {
        return Html.escape(labels.text(key));
    }
}
