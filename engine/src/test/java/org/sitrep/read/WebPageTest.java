package org.sitrep.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.sitrep.read.Pages.READER;
import static org.sitrep.read.Pages.html;
import static org.sitrep.read.Pages.published;
import static org.sitrep.read.Pages.role;
import static org.sitrep.read.Pages.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.model.Article;
import org.sitrep.model.Passage.Role;
import org.sitrep.model.Published.From;

class WebPageTest {
    private static final String PARAGRAPH =
            "The rescuers who came from three neighbouring states have left the valley, the ministry of defence said in a statement on the radio.";
    private static final String SECOND =
            "More than 4,000 people were cut off by the water when the dam failed, and most of them are back in their homes by now.";

    private static String page(String head, String body) {
        return "<!doctype html><html lang='en'><head><title>Rescuers leave the valley - Northwire Daily</title>" + head
                + "</head><body>" + body + "</body></html>";
    }

    private static final String STORY = page(
            "<meta property='og:site_name' content='Northwire Daily'><link rel='canonical' href='https://northwire.example/world/rescuers'>",
            """
            <nav><a href='/'>Home</a> <a href='/world'>World</a></nav>
            <header class='site-header'><p>The paper of the whole valley and of the hills beyond it, every day since it was founded.</p></header>
            <div class='wrap'><article><h1>Rescuers leave the valley</h1>
            <p class='intro'>The neighbours' help ends after nine days of work.</p>
            <div class='article-body'>
            <figure><img src='x.jpg'><figcaption>The dam above the town. Photo: A. Person</figcaption></figure>
            <p>%s</p><p hidden>This was never to be seen by any reader of the page, whoever it may be.</p>
            <blockquote><p>We came when we were asked, and we go because the work is done, said the general to the cameras.</p></blockquote>
            <p>%s</p>
            <div class='related-articles'><p>Read also</p><ul><li><a href='/sheep'>A village in the south counts its sheep after the storm of last week</a></li></ul></div>
            <p>The last pumps are to be taken down before the end of the month, the ministry said.</p>
            </div></article>
            <section id='comments'><h3>2 comments</h3><div class='comment'><p>My uncle saw it all and he says that nobody came for two days, which is a shame.</p></div></section>
            </div><footer><p>Copyright Northwire Daily. All rights reserved. Nothing may be copied without the consent of the publisher.</p></footer>
            """.formatted(PARAGRAPH, SECOND));

    @Test
    void theStoryIsToldFromWhatStandsAroundIt() {
        Article a = READER.read(html(STORY));
        assertThat(a.body())
                .isEqualTo(String.join(
                        "\n",
                        "Rescuers leave the valley",
                        "The neighbours' help ends after nine days of work.\n" + PARAGRAPH,
                        "We came when we were asked, and we go because the work is done, said the general to the cameras.",
                        SECOND,
                        "The last pumps are to be taken down before the end of the month, the ministry said."));
        assertThat(role(a, "The dam above")).isEqualTo(Role.CAPTION);
        assertThat(role(a, "A village in the south")).isEqualTo(Role.TEASER);
        assertThat(role(a, "My uncle")).isEqualTo(Role.COMMENT);
        assertThat(role(a, "All rights reserved")).isEqualTo(Role.CHROME);
        assertThat(role(a, "We came when")).isEqualTo(Role.QUOTED);
        assertThat(a.text()).doesNotContain("never to be seen");
        assertThat(a.title()).contains("Rescuers leave the valley");
        assertThat(a.outlet()).contains("Northwire Daily");
        assertThat(a.address()).contains("https://northwire.example/world/rescuers");
        assertThat(a.language()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-04T10:00:00+01:00\"}</script> | | 2021-03-04 meta",
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"Article\",\"datePublished\":\"2021-03-04\"}]}</script> | | 2021-03-04 meta",
                "<meta property='article:published_time' content='2021-03-04T23:30:00Z'> | <p>4 March 2021</p> | 2021-03-04 meta",
                "<meta property='article:published_time' content='2021-03-03T23:30:00Z'> | <p>4 March 2021</p> | 2021-03-04 meta",
                "<meta property='article:modified_time' content='2021-03-09'> | <p class='date'>March 4, 2021</p> | 2021-03-04 text",
                " | <time datetime='2021-03-04T10:00'>yesterday</time> | 2021-03-04 meta",
                "<link rel='canonical' href='https://northwire.example/2021/03/04/rescuers'> | | 2021-03-04 url",
                "<link rel='canonical' href='https://northwire.example/04-03-2021/rescuers'> | | 2021-03-04 url",
                " | <p class='meta'>Posted on Thursday 4 March 2021 by A. Person</p> | 2021-03-04 text",
                " | <p>Written: 2021-03-04 15:03:30 / Updated: 2021-03-05 15:30:46</p> | 2021-03-04 text",
                "<meta property='article:modified_time' content='2021-03-09'> | | 2021-03-09 meta",
                " | | unknown",
            })
    void publicationDate(String head, String under, String expected) {
        Article a = READER.read(html(page(
                head == null ? "" : head,
                "<h1>Rescuers leave the valley</h1>" + (under == null ? "" : under) + "<p>" + PARAGRAPH + "</p><p>"
                        + SECOND + "</p>")));
        assertThat(published(a)).isEqualTo(expected);
    }

    @Test
    void contradictionsAreNoted() {
        Article a = READER.read(html(page(
                "<meta property='article:published_time' content='2021-03-04'><link rel='canonical' href='https://northwire.example/2021/03/02/rescuers'>",
                "<h1>Rescuers leave the valley</h1><p>" + PARAGRAPH + "</p>")));
        assertThat(a.published().orElseThrow().from()).isEqualTo(From.META);
        assertThat(a.published().orElseThrow().why()).contains("2021-03-02");
    }

    @Test
    void theDayStandsFirstWhereTheRegionPutsItFirst() {
        String body = "<h1>Rescuers leave the valley</h1><p>02/03/2021</p><p>" + PARAGRAPH + "</p>";
        assertThat(published(READER.read(html("<html lang='en-GB'><body>" + body + "</body></html>"))))
                .isEqualTo("2021-03-02 text");
        assertThat(published(READER.read(html("<html lang='en-US'><body>" + body + "</body></html>"))))
                .isEqualTo("2021-02-03 text");
    }

    @Test
    void aPageOfShortLinesIsReadWhole() {
        Article a = READER.read(
                html(
                        page(
                                "",
                                "<div class='recipe'><h1>Almond biscuits</h1><ul><li>300 g flour</li><li>200 g sugar</li></ul><p>Mix and bake.</p></div>")));
        assertThat(a.body()).contains("300 g flour", "200 g sugar", "Mix and bake.");
    }

    @Test
    void aMarkThatHoldsTheWholeStoryIsIgnored() {
        Article a = READER.read(html(page(
                "",
                "<div class='layout has-sidebar'><div class='comments-open'><h1>Rescuers leave the valley</h1><p>"
                        + PARAGRAPH + "</p><p>" + SECOND + "</p></div></div>")));
        assertThat(role(a, PARAGRAPH)).isEqualTo(Role.BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<html>",
                "<p>",
                "<html><frameset></frameset></html>",
                "<body></body>",
                "plain words",
                "<table><tr><td>a"
            })
    void brokenPages(String markup) {
        assertThatNoException().isThrownBy(() -> READER.read(html(markup)));
    }

    @Test
    void tenThousandNestedElements() {
        Article a = READER.read(html("<div>".repeat(10_000) + "<p>" + PARAGRAPH + "</p>"));
        assertThat(with(a, PARAGRAPH).role()).isEqualTo(Role.BODY);
    }

    @Test
    void unspacedAndRightToLeftScripts() {
        Article han = READER.read(
                html(
                        "<html><body><div class=nav><a>首页</a><a>新闻</a></div><h1>救援人员撤离山谷</h1><p>2021年3月4日</p><p>国防部周四宣布,来自三个邻国的救援人员已经离开山谷,道路也已重新开放。</p></body></html>"));
        assertThat(han.language()).isEqualTo("zh");
        assertThat(published(han)).isEqualTo("2021-03-04 text");
        assertThat(han.body()).contains("救援人员已经离开山谷");
        Article arabic = READER.read(
                html(
                        "<html lang='ar' dir='rtl'><body><h1>رجال الإنقاذ يغادرون الوادي</h1><p>قالت وزارة الدفاع يوم الخميس إن رجال الإنقاذ الذين جاؤوا من ثلاث دول مجاورة غادروا الوادي بعد تسعة أيام.</p></body></html>"));
        assertThat(arabic.language()).isEqualTo("ar");
        assertThat(arabic.body()).contains("غادروا الوادي");
    }
}
