package org.sitrep.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.language.Packs;

class PlainHtmlTest {
    private static final int PAGES = 20_000;
    private static final int PIECES = 14;
    private static final List<String> TAGS = List.of(
            "div",
            "p",
            "p",
            "a",
            "b",
            "font",
            "span",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "h2",
            "h3",
            "table",
            "tr",
            "td",
            "th",
            "tbody",
            "form",
            "button",
            "section",
            "main",
            "em",
            "time",
            "object",
            "noscript",
            "template",
            "select",
            "option",
            "caption",
            "colgroup",
            "col",
            "body",
            "html",
            "head",
            "pre",
            "x-own",
            "title",
            "svg",
            "g",
            "ruby",
            "rt",
            "label",
            "nobr",
            "figure");
    private static final List<String> PIECES_OF_TEXT = List.of(
            "one",
            " two ",
            "\n",
            "&amp;",
            "&nbsp;&copy x",
            "&#8217;",
            "&#x41;",
            "&auml;&bogus;",
            "a < b",
            "<br>",
            "<br/>",
            "<hr>",
            "<img alt=x>",
            "<input type=hidden>",
            "<!-- c -->",
            "<!doctype html>",
            "<meta name=a content=b>",
            "<script>if (a<b) {}</script>",
            "<style>a{}</style>",
            "<iframe>x<p></iframe>",
            "<textarea><p></textarea>",
            "<link rel=canonical href=x>",
            "<div/>",
            "<svg/>",
            "</br>",
            "<?pi?>",
            "</>");

    private final Markup markup = new Markup(Packs.load(Path.of("..", "languages")));

    @Test
    void readsWhateverItAcceptsAsAWholeParserDoes() {
        SplittableRandom random = new SplittableRandom(11);
        int accepted = 0;
        for (int i = 0; i < PAGES; i++) {
            String page = page(random);
            Optional<WebPage> plain = PlainHtml.read(page, new Tree(markup));
            if (plain.isEmpty()) continue;
            accepted++;
            assertThat(shown(plain.get())).as(page).isEqualTo(shown(WebPage.parsed(page, markup)));
        }
        assertThat(accepted).isGreaterThan(PAGES / 4);
    }

    private static String page(SplittableRandom random) {
        StringBuilder out = new StringBuilder(
                random.nextBoolean() ? "<!doctype html><html lang=en><head><title>T</title></head><body>" : "");
        List<String> open = new ArrayList<>();
        for (int i = 0; i < PIECES; i++) {
            int kind = random.nextInt(10);
            if (kind < 4) {
                open.add(TAGS.get(random.nextInt(TAGS.size())));
                out.append('<').append(open.getLast()).append(random.nextInt(4) == 0 ? " class='related nav'>" : ">");
            } else if (kind < 7) {
                out.append(PIECES_OF_TEXT.get(random.nextInt(PIECES_OF_TEXT.size())));
            } else if (kind < 9 && !open.isEmpty()) {
                out.append("</").append(open.removeLast()).append('>');
            } else {
                out.append("</").append(TAGS.get(random.nextInt(TAGS.size()))).append('>');
            }
        }
        return out.toString();
    }

    /** All that a reader of the page can ask for. */
    private static String shown(WebPage page) {
        Tree tree = page.tree();
        StringBuilder out =
                new StringBuilder(page.html().attribute("lang")).append('\n').append(tree.text());
        for (int e = 0; e < tree.size(); e++)
            out.append(tree.parent(e))
                    .append(' ')
                    .append(tree.tag(e))
                    .append(' ')
                    .append(tree.marks(e))
                    .append('\n');
        tree.blocks().forEach(b -> out.append(b).append('\n'));
        tree.times().forEach(t -> out.append(t).append('\n'));
        Stream.concat(page.head().stream(), tree.declarations().stream())
                .filter(d -> List.of("meta", "link", "script", "title").contains(d.name()))
                .forEach(d -> out.append(d.name())
                        .append(d.attribute("content"))
                        .append(d.attribute("href"))
                        .append(d.content())
                        .append('\n'));
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Six boats lay in the harbour",
                "<ul><li>One<li>Two</ul><p>Three<div>Four</div>",
                "<table><tr><td>One<td>Two<tr><td>Three</table>",
                "<p><b>One<p>Two</b> three",
                "<p title=\"a > b\" class=x id='y'>One &eacute;t&eacute; &unknown; &#128;",
                "<html><head><script>var a = '<p>';</script></head><body>One<!-- <p> --> two",
                "<svg><title>no</title><path d='m'/></svg>One"
            })
    void readsPlainPagesItself(String page) {
        Optional<WebPage> plain = PlainHtml.read(page, new Tree(markup));
        assertThat(plain).isPresent();
        assertThat(shown(plain.get())).isEqualTo(shown(WebPage.parsed(page, markup)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table>One<tr><td>Two</table>",
                "<b>One<div>two</b>three</div>",
                "<a href=x>One<div><a href=y>two</a></div>",
                "<script>never closed",
                "<p class=\"never closed>One</p>",
                "<frameset><frame></frameset>",
                "One\0two"
            })
    void leavesPagesToAWholeParserThatItWouldHaveToMoveAbout(String page) {
        assertThat(PlainHtml.read(page, new Tree(markup))).isEmpty();
    }
}
