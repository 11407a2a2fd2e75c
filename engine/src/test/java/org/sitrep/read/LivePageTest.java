package org.sitrep.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.read.Pages.READER;
import static org.sitrep.read.Pages.html;
import static org.sitrep.read.Pages.role;
import static org.sitrep.read.Pages.with;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.model.Article;
import org.sitrep.model.Passage.Role;

/** Live pages and pages of several screens: every entry in its place and with its own day. */
class LivePageTest {
    private static final List<String> ENTRIES = List.of(
            "The governor says 31 bodies have been recovered from the river and that the search will go on at dawn.",
            "Divers found nine more people under the northern pillar, the fire brigade said in its evening bulletin.",
            "The first lorry was pulled out of the water shortly after noon; its two drivers survived the fall.",
            "A road bridge near Oldport has collapsed, the police said, and several vehicles fell into the river.");
    private static final List<String> TIMES =
            List.of("2024-05-08T00:20:00Z", "2024-05-07T20:05:00Z", "2024-05-07T12:40:00Z", "2024-05-06T09:15:00Z");
    private static final List<String> DAYS = List.of("2024-05-08", "2024-05-07", "2024-05-07", "2024-05-06");

    private static String page(String entries) {
        return "<html lang='en'><head><title>Bridge collapse: live</title>"
                + "<meta property='article:published_time' content='2024-05-06T09:00:00Z'>"
                + "<meta property='article:modified_time' content='2024-05-08T00:20:00Z'></head><body>"
                + "<nav><a href='/'>Home</a></nav><main><h1>Bridge collapse near Oldport: live</h1>"
                + "<p>What is known of the collapse, as it comes in.</p>" + entries + "</main></body></html>";
    }

    private static String each(String form) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < ENTRIES.size(); i++)
            out.append(form.replace("TIME", TIMES.get(i)).replace("TEXT", ENTRIES.get(i)));
        return out.toString();
    }

    static Stream<String> forms() {
        return Stream.of(
                "<article><header><time datetime='TIME'>14:10</time></header><p>TEXT</p></article>",
                "<div class='entry'><div><p>TEXT</p></div><div><span><time datetime='TIME'>2 hours ago</time></span></div></div>",
                "<h3><time datetime='TIME'>14:10</time></h3><p>TEXT</p>",
                "<li><b><time datetime='TIME'>14:10</time></b> TEXT</li>");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachEntryHasTheDayOfItsOwnMomentWhateverStandsInItsPlace(String form) {
        Article a = READER.read(html(page(each(form))));
        for (int i = 0; i < ENTRIES.size(); i++) {
            assertThat(with(a, ENTRIES.get(i)).published().orElseThrow().date().text())
                    .as(ENTRIES.get(i))
                    .isEqualTo(DAYS.get(i));
            assertThat(with(a, ENTRIES.get(i)).published().orElseThrow().why()).contains(TIMES.get(i));
        }
        assertThat(a.body()).as("newest first, as on the page").containsSubsequence(ENTRIES);
        assertThat(a.published().orElseThrow().date().text()).isEqualTo("2024-05-06");
        assertThat(a.updated().orElseThrow().text()).isEqualTo("2024-05-08");
        assertThat(with(a, "as it comes in").published().orElseThrow().date().text())
                .isEqualTo("2024-05-06");
    }

    /** Moments of publication and change, and those of other stories, are no entries. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><time datetime='2024-05-06'>6 May</time>, changed <time datetime='2024-05-08'>8 May</time></p><p>A</p><p>B</p><p>C</p>",
                "<p>A</p><p>B</p><p>C</p><div class='related'><ul>"
                        + "<li><a href='/1'>A ferry line is to replace the bridge for a year</a> <time datetime='2024-05-01'>1 May</time></li>"
                        + "<li><a href='/2'>The town council meets about the crack in the pillar</a> <time datetime='2024-04-11'>11 April</time></li>"
                        + "<li><a href='/3'>Road works near Oldport begin in spring this year</a> <time datetime='2024-03-01'>1 March</time></li>"
                        + "</ul></div>",
                "<p>A (<time datetime='2024-05-01'>1 May</time>)</p><p>B</p><p>C <time datetime='1999-02-01'>1 February</time></p>"
            })
    void otherMomentsAreNoEntries(String body) {
        Article a = READER.read(html(page(body.replace("A<", ENTRIES.get(0) + "<")
                .replace("A (", ENTRIES.get(0) + " (")
                .replace("B<", ENTRIES.get(1) + "<")
                .replace("C<", ENTRIES.get(2) + "<")
                .replace("C ", ENTRIES.get(2) + " "))));
        for (String p : ENTRIES.subList(0, 3))
            assertThat(with(a, p).published().orElseThrow().date().text()).isEqualTo("2024-05-06");
    }

    @Test
    void entriesUnderVisibleDaysTakeThese() {
        Article a = READER.read(html(page("<p>" + ENTRIES.get(0) + "</p><h2>7 May 2024, 20:05</h2><p>" + ENTRIES.get(1)
                + "</p><h2>6 May 2024, 9:15</h2><p>" + ENTRIES.get(3) + "</p>")));
        assertThat(with(a, ENTRIES.get(1)).published().orElseThrow().date().text())
                .isEqualTo("2024-05-07");
        assertThat(with(a, ENTRIES.get(3)).published().orElseThrow().date().text())
                .isEqualTo("2024-05-06");
    }

    @Test
    void screensOfOnePageStayInOrder() {
        StringBuilder screens = new StringBuilder();
        for (int i = 0; i < ENTRIES.size(); i++)
            screens.append("<section data-page='" + (i + 1) + "'><p>" + ENTRIES.get(i) + "</p></section><p>Page "
                    + (i + 1) + " of 4</p>");
        Article a = READER.read(html(page(screens.toString())));
        assertThat(a.body()).containsSubsequence(ENTRIES).doesNotContain("of 4");
    }

    @Test
    void fieldsOfMetadataThatDisagreeAreNoted() {
        Article a = READER.read(html(
                "<html lang='en'><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-07\"}</script>"
                        + "<meta property='article:published_time' content='2024-05-06T09:00:00Z'>"
                        + "<link rel='canonical' href='https://northwire.example/2024/05/05/bridge'></head><body><h1>Bridge collapses</h1>"
                        + "<p>Published 4 May 2024</p><p>" + ENTRIES.get(0) + "</p><p>" + ENTRIES.get(1)
                        + "</p></body></html>"));
        assertThat(a.published().orElseThrow().date().text()).isEqualTo("2024-05-07");
        assertThat(a.published().orElseThrow().why())
                .startsWith("JSON-LD NewsArticle datePublished")
                .contains(
                        "against it 2024-05-06 from meta (meta article:published_time",
                        "against it 2024-05-05 from url",
                        "against it 2024-05-04 from text");
    }

    private record Script(
            String language, String menu, String headline, List<String> paragraphs, String teaser, String foot) {}

    static Stream<Script> scripts() {
        return Stream.of(
                new Script(
                        "ar",
                        "الرئيسية",
                        "انهيار جسر قرب المدينة القديمة",
                        List.of(
                                "قالت الشرطة يوم الثلاثاء إن جسرا للسيارات انهار فوق النهر وإن إحدى عشرة سيارة سقطت في الماء.",
                                "وأعلنت المحافظة انتشال 31 جثة، وقالت إن الغواصين سيواصلون البحث طوال الليل.",
                                "وكان المهندسون قد أغلقوا أحد المسارات في مارس بعد العثور على شرخ في العمود الشمالي."),
                        "عبارات تحل محل الجسر لمدة عام",
                        "جميع الحقوق محفوظة"),
                new Script(
                        "he",
                        "דף הבית",
                        "גשר קרס ליד העיר העתיקה",
                        List.of(
                                "המשטרה מסרה ביום שלישי כי גשר כביש קרס מעל הנהר ואחת עשרה מכוניות נפלו למים.",
                                "המושלת אמרה כי 31 גופות חולצו מן המים וכי הצוללנים ימשיכו לחפש כל הלילה.",
                                "המהנדסים סגרו נתיב אחד בחודש מרץ לאחר שנמצא סדק בעמוד הצפוני של הגשר."),
                        "מעבורות יחליפו את הגשר במשך שנה",
                        "כל הזכויות שמורות"),
                new Script(
                        "zh",
                        "首页",
                        "老港附近一座大桥坍塌",
                        List.of(
                                "警方周二表示,老港附近一座公路桥当天上午坍塌,十一辆汽车坠入河中,救援人员随即赶到现场。",
                                "省长说,已经从河里打捞出31具遗体,潜水员将连夜继续搜寻失踪人员,附近居民已被疏散。",
                                "三月份工程师在北侧桥墩发现一道裂缝后,曾经关闭了一条车道,检察机关已经展开调查。"),
                        "渡轮将在一年内代替大桥",
                        "版权所有"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void rightToLeftAndUnspacedScripts(Script s) {
        StringBuilder story = new StringBuilder();
        s.paragraphs.forEach(p -> story.append("<p>").append(p).append("</p>"));
        Article a =
                READER.read(html("<html lang='" + s.language + "'><head><title>" + s.headline + "</title></head><body>"
                        + "<div class='menu'><ul><li><a href='/'>" + s.menu
                        + "</a></li></ul></div><div class='wrap'><h1>" + s.headline
                        + "</h1><div class='text'>" + story + "</div><div class='side'><ul><li><a href='/1'>" + s.teaser
                        + "</a></li></ul></div></div><footer><p>" + s.foot + "</p></footer></body></html>"));
        assertThat(a.language()).isEqualTo(s.language);
        assertThat(a.title()).contains(s.headline);
        assertThat(a.body()).isEqualTo(s.headline + "\n" + String.join("\n", s.paragraphs));
        assertThat(role(a, s.foot)).isEqualTo(Role.CHROME);
        assertThat(role(a, s.teaser)).isIn(Role.TEASER, Role.CHROME);
    }
}
