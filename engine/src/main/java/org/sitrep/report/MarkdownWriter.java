package org.sitrep.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.record.Contacts;
import org.sitrep.report.Inline.Line;

/** Writes a report as Markdown that reads well aloud: words before marks, tables only where they are short. */
final class MarkdownWriter {
    private static final String SPECIAL = "\\`*_{}[]<>#|~^";
    private final Report report;
    private final Labels labels;
    private final Footnotes notes = new Footnotes(this::note);
    /** By a footnote's number, those that stand behind the same words and have no mark there. */
    private final Map<Integer, Set<Integer>> behind = new HashMap<>();

    private final StringBuilder out = new StringBuilder();

    MarkdownWriter(Report report) {
        this.report = report;
        this.labels = report.view().labels;
    }

    String write() {
        out.append("# ").append(escape(report.title())).append("\n\n");
        out.append(escape(report.asOf()))
                .append("  \n")
                .append(line(report.tally()))
                .append("\n\n");
        out.append("**")
                .append(escape(labels.text("caution")))
                .append("** ")
                .append(escape(labels.text("caution.more")))
                .append("\n\n");
        for (Block.Section section : report.sections()) {
            out.append("## ").append(escape(section.title())).append("\n\n");
            section.blocks().forEach(this::block);
        }
        footnotes();
        return out.toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph p -> out.append(line(p.line())).append("\n\n");
            case Block.Heading h -> out.append("### ").append(escape(h.text())).append("\n\n");
            case Block.Items items -> items(items.lines());
            case Block.Table table -> table(table);
            case Block.Ladder ladder -> ladder(ladder);
            case Block.Days days -> days(days);
        }
    }

    private void items(List<Line> lines) {
        for (Line line : lines) out.append("- ").append(line(line)).append('\n');
        out.append('\n');
    }

    private void table(Block.Table table) {
        row(table.head().stream().map(MarkdownWriter::escape).toList());
        row(table.head().stream().map(h -> "---").toList());
        for (List<Line> row : table.rows()) row(row.stream().map(this::line).toList());
        out.append('\n');
    }

    private void row(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void ladder(Block.Ladder ladder) {
        out.append("### ").append(line(plain(ladder.title()))).append("\n\n");
        if (!ladder.summary().isEmpty()) {
            out.append(String.join(
                            labels.text("semicolon"),
                            ladder.summary().stream().map(this::line).toList()))
                    .append(".\n\n");
        }
        for (Block.Rung rung : ladder.rungs()) rung(rung);
        for (Block.Rung rung : ladder.undated()) rung(rung);
        out.append('\n');
    }

    /** A heading carries no bold: it is bold. */
    private static Line plain(Line title) {
        List<Inline> parts = new ArrayList<>();
        for (Inline part : title.parts()) parts.add(part instanceof Inline.Strong s ? new Inline.Text(s.text()) : part);
        return new Line(parts);
    }

    private void rung(Block.Rung rung) {
        String day = rung.day().orElse(labels.text("undated.one"));
        out.append("- ").append(escape(day)).append(escape(labels.text("colon")));
        out.append(line(rung.number())).append(" — ").append(line(rung.said())).append('\n');
    }

    private void days(Block.Days days) {
        for (Block.Day day : days.days()) {
            out.append("**").append(escape(day.label())).append("**\n\n");
            items(day.entries());
        }
    }

    private String line(Line line) {
        StringBuilder text = new StringBuilder();
        for (Inline part : line.parts()) text.append(inline(part));
        return text.toString().stripTrailing();
    }

    private String inline(Inline part) {
        return switch (part) {
            case Inline.Text t -> escape(t.text());
            case Inline.Strong s -> "**" + escape(s.text()) + "**";
            case Inline.Aside a -> escape(a.text());
            case Inline.Words w -> labels.text("quote.open") + escape(w.text()) + labels.text("quote.close");
            case Inline.Number n ->
                (n.struck() ? "~~" + escape(n.text()) + "~~" : escape(n.text())) + cites(n.claims());
            case Inline.Cite c -> cites(c.claims());
            case Inline.Tag t -> "*" + escape(t.text()) + "*";
            case Inline.PageLink p -> escape(p.text());
        };
    }

    private String cites(List<? extends Claim> claims) {
        List<Integer> shown = notes.of(Footnotes.few(claims));
        Set<Integer> others = new TreeSet<>(notes.of(claims));
        shown.forEach(others::remove);
        if (!others.isEmpty())
            behind.computeIfAbsent(shown.getLast(), k -> new TreeSet<>()).addAll(others);
        return marks(shown) + (others.isEmpty() ? "" : raised("+" + others.size()));
    }

    private static String marks(Collection<Integer> numbers) {
        return numbers.stream().map(n -> "[^" + n + "]").collect(Collectors.joining());
    }

    /** A plus sign and digits, raised as footnote marks are. */
    private static String raised(String count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count.length(); i++)
            out.append("⁰¹²³⁴⁵⁶⁷⁸⁹⁺".charAt("0123456789+".indexOf(count.charAt(i))));
        return out.toString();
    }

    private void footnotes() {
        out.append("## ").append(escape(labels.text("section.quotes"))).append("\n\n");
        List<Claim> claims = notes.claims();
        for (int i = 0; i < claims.size(); i++)
            out.append("[^")
                    .append(i + 1)
                    .append("]: ")
                    .append(note(claims.get(i)))
                    .append(
                            behind.containsKey(i + 1)
                                    ? " · " + labels.text("also") + " " + marks(behind.getOrDefault(i + 1, Set.of()))
                                    : "")
                    .append('\n');
    }

    private String note(Claim claim) {
        View view = report.view();
        String page = claim.evidence().page();
        Optional<Article> article = view.article(page);
        List<String> parts = new ArrayList<>();
        List<String> chain = view.voices.chain(claim);
        parts.add(escape(
                chain.size() == 1
                        ? chain.getFirst()
                        : labels.text("chain", chain.getFirst(), String.join(", ", chain.subList(1, chain.size())))));
        article.ifPresent(a ->
                parts.add(escape(a.published().map(p -> labels.date(p.date())).orElse(labels.text("undated.one")))));
        article.flatMap(Article::address)
                .filter(a -> !a.equals(page))
                .ifPresentOrElse(a -> parts.add(address(a)), () -> parts.add(address(page)));
        if (!claim.evidence().flags().isEmpty()) parts.add(escape(labels.text("tag.damaged")));
        claim.common().verified().ifPresent(v -> parts.add(escape(labels.text("judged." + v.code()))));
        String quote = escape(view.evidence(claim));
        return quote + " — " + String.join(", ", parts);
    }

    /** A web address as a link; a page key as code. */
    private static String address(String text) {
        String plain = Plain.text(Contacts.masked(text));
        boolean web = (plain.startsWith("https://") || plain.startsWith("http://"))
                && plain.chars().noneMatch(c -> c == '<' || c == '>' || c == ' ');
        return web ? "<" + plain + ">" : "`" + plain.replace("`", "'") + "`";
    }

    /** Pages are hostile: nothing of them may become a mark, a link or a tag. */
    static String escape(String text) {
        String plain = text.indexOf('\n') < 0 ? text : text.replace('\n', ' ');
        StringBuilder out = new StringBuilder(plain.length() + 8);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Plain.hidden(c)) continue;
            if (c == '&') out.append("&amp;");
            else if (SPECIAL.indexOf(c) >= 0) out.append('\\').append(c);
            else out.append(c);
        }
        return out.toString();
    }
}
