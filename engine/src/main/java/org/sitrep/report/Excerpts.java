package org.sitrep.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Span;
import org.sitrep.record.Contacts;

/** Every quote of a report in its paragraph, page by page. A page is quoted as far as its claims need it, not published again. */
final class Excerpts {
    private static final int AROUND = 160;
    private final View view;
    private final Footnotes notes;
    private final Map<String, Integer> pages;
    private final StringBuilder out = new StringBuilder();

    Excerpts(View view, Footnotes notes, Map<String, Integer> pages) {
        this.view = view;
        this.notes = notes;
        this.pages = pages;
    }

    /** A stretch of a page's text and the claims quoted in it. */
    private record Window(Span span, List<Claim> claims) {}

    String html() {
        out.append("<section id=\"quotes\">\n<h2>")
                .append(Html.escape(view.labels.text("section.quotes")))
                .append("</h2>\n");
        for (Article article : view.situation.articles()) page(article);
        return out.append("</section>\n").toString();
    }

    private void page(Article article) {
        out.append("<article class=\"page\" id=\"p")
                .append(pages.getOrDefault(article.page(), 0))
                .append("\">\n<h3>");
        out.append(Html.escape(view.voices.page(article.page()))).append("</h3>\n<p class=\"meta\">");
        out.append(Html.escape(new PageParts(view).published(article)))
                .append(" · ")
                .append(address(article))
                .append("</p>\n");
        for (Window window : windows(article)) window(article, window);
        out.append("</article>\n");
    }

    private static String address(Article article) {
        String shown = Html.escape(Contacts.masked(article.address().orElse(article.page())));
        return article.address().filter(Html::linkable).isPresent()
                ? "<a class=\"address\" rel=\"noreferrer nofollow\" href=\""
                        + Html.escape(article.address().get()) + "\">" + shown + "</a>"
                : "<span class=\"address\">" + shown + "</span>";
    }

    private List<Window> windows(Article article) {
        List<Claim> claims = notes.claims().stream()
                .filter(c -> c.evidence().page().equals(article.page())
                        && c.evidence().span().end() <= article.text().length())
                .sorted(Comparator.comparingInt((Claim c) -> c.evidence().span().start())
                        .thenComparingInt(c -> -c.evidence().span().end()))
                .toList();
        List<Window> windows = new ArrayList<>();
        for (Claim claim : claims) {
            Span around = around(article.text(), claim.evidence().span());
            if (windows.isEmpty() || around.start() > windows.getLast().span().end()) {
                windows.add(new Window(around, new ArrayList<>(List.of(claim))));
            } else {
                Window last = windows.removeLast();
                last.claims().add(claim);
                windows.add(new Window(last.span().cover(around), last.claims()));
            }
        }
        return windows;
    }

    /** The quote with what stands around it in its line, cut between words. */
    private static Span around(String text, Span quote) {
        int start = Math.max(text.lastIndexOf('\n', Math.max(quote.start() - 1, 0)) + 1, quote.start() - AROUND);
        start = Math.min(start, quote.start());
        int line = text.indexOf('\n', quote.end());
        int end = Math.min(line < 0 ? text.length() : line, quote.end() + AROUND);
        while (start > 0 && start < quote.start() && !Character.isWhitespace(text.charAt(start - 1))) start++;
        while (end < text.length() && end > quote.end() && !Character.isWhitespace(text.charAt(end))) end--;
        return new Span(start, end);
    }

    private void window(Article article, Window window) {
        String text = view.quotes.text(article);
        int start = window.span().start();
        int end = window.span().end();
        out.append("<blockquote")
                .append(Html.lang(view.quotes.language(window.claims().getFirst())))
                .append(" dir=\"auto\"><p>");
        if (start > 0 && text.charAt(start - 1) != '\n') out.append("… ");
        marked(text, window);
        if (end < text.length() && text.charAt(end) != '\n') out.append(" …");
        out.append("</p></blockquote>\n");
        List<String> chains = window.claims().stream()
                .filter(c -> view.voices.chain(c).size() > 1)
                .map(this::chain)
                .toList();
        if (!chains.isEmpty())
            out.append("<p class=\"chain\">")
                    .append(String.join("<br>", chains))
                    .append("</p>\n");
    }

    /** "12: health ministry → Steppe 24 → Harbour Courier". */
    private String chain(Claim claim) {
        return "<sup>" + notes.of(claim) + "</sup> "
                + String.join(
                        " → ",
                        view.voices.chain(claim).stream().map(Html::escape).toList());
    }

    /** Marks nest: a quote inside another stands inside its mark; one that reaches beyond it is marked up to the outer one's end. */
    private void marked(String text, Window window) {
        Deque<Integer> open = new ArrayDeque<>();
        int at = window.span().start();
        for (Claim claim : window.claims()) {
            Span span = claim.evidence().span();
            at = close(text, open, at, span.start());
            out.append(Html.escape(text.substring(at, span.start())));
            at = span.start();
            int end = open.isEmpty() ? span.end() : Math.min(span.end(), open.peek());
            out.append("<mark id=\"q")
                    .append(notes.of(claim))
                    .append("\" data-n=\"")
                    .append(notes.of(claim))
                    .append("\">");
            open.push(end);
        }
        at = close(text, open, at, Integer.MAX_VALUE);
        out.append(Html.escape(text.substring(at, window.span().end())));
    }

    /** Closes every open mark that ends at or before {@code before}; the offset up to which text was written. */
    private int close(String text, Deque<Integer> open, int from, int before) {
        int at = from;
        while (!open.isEmpty() && open.peek() <= before) {
            int end = Math.max(open.pop(), at);
            out.append(Html.escape(text.substring(at, end))).append("</mark>");
            at = end;
        }
        return at;
    }
}
