package org.sitrep.bench;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * What stands around the story on a news site's page, made to be like what is saved from the web. Beside it the medians of 499 saved
 * pages of news sites and blogs (half of them have 58 to 182 kB), and what a page of 100 kB has here:
 *
 * <table>
 * <tr><th></th><th>saved pages</th><th>here</th></tr>
 * <tr><td>elements a kB</td><td>7.6</td><td>8.3</td></tr>
 * <tr><td>attributes an element</td><td>1.6</td><td>1.6</td></tr>
 * <tr><td>attributes, share of the characters</td><td>49 %</td><td>56 %</td></tr>
 * <tr><td>scripts and styles</td><td>13 %, mean 25 %</td><td>25 %</td></tr>
 * <tr><td>blank text</td><td>3 %, mean 6 %</td><td>4 %</td></tr>
 * <tr><td>links a kB</td><td>1.4</td><td>1.8</td></tr>
 * <tr><td>story</td><td>3.5 kB</td><td>2.9 kB</td></tr>
 * <tr><td>menus, notices and teasers of other stories</td><td>3.0 kB</td><td>2.7 kB</td></tr>
 * </table>
 *
 * <p>Only the story is unlike theirs: it makes 25 claims, the dense end of news about a crisis, where most of those pages make none.
 */
final class WebLayout {
    private static final int MENU = 50;
    private static final int SCRIPTS = 20;
    private static final int SCRIPT = 900;
    private static final int STYLE = 6_000;
    /** Of so many cards one has a whole headline; the others have a name. */
    private static final int HEADLINES = 10;
    /** Characters that close the page. */
    private static final int END = 60;

    private final SplittableRandom random;
    private final Supplier<String> word;
    private final StringBuilder out;

    WebLayout(SplittableRandom random, Supplier<String> word, int size) {
        this.random = random;
        this.word = word;
        this.out = new StringBuilder(size + 1_000);
    }

    /**
     * A page of about {@code size} characters around a story.
     *
     * @param story its first line is the headline, each other one a paragraph
     * @param teased headlines of other stories, one after the other
     */
    String page(String language, String published, String story, Supplier<String> teased, int size) {
        String title = story.lines().findFirst().orElse("");
        head(language, published, title);
        out.append("<body class=\"page page--article\">\n<header id=\"top\" class=\"header\"><nav class=\"header__menu\"><ul>");
        for (int i = 0; i < MENU; i++) menu();
        out.append("\n</ul></nav></header>\n<main id=\"content\" class=\"layout\"><article class=\"article\"><h1>").append(title).append("</h1>");
        story.lines().skip(1).filter(l -> !l.isBlank()).forEach(l -> out.append("\n  <p>").append(l).append("</p>"));
        out.append("\n</article></main>\n");
        for (int i = 0; i < SCRIPTS / 2; i++) script();
        out.append("<aside class=\"related\"><h2>").append(word.get()).append("</h2>");
        for (int i = 1; out.length() < size - END; i++) card(i % HEADLINES == 0 ? teased.get() : word.get() + " " + word.get());
        return out.append("\n</aside>\n</body></html>").toString();
    }

    private void head(String language, String published, String title) {
        out.append("<!doctype html>\n<html lang=\"").append(language).append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").append(title).append("</title>\n");
        meta("og:title", title);
        meta("article:published_time", published + "T09:00:00Z");
        for (int i = 0; i < 10; i++) meta(word.get() + ":" + word.get(), word.get() + " " + word.get());
        out.append("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"");
        out.append(title.replace("\"", "\\\"")).append("\",\"datePublished\":\"").append(published).append("T09:00:00Z\"}</script>\n<style>");
        int from = out.length();
        while (out.length() < from + STYLE)
            out.append(".").append(word.get()).append("__").append(word.get()).append("{margin:0 ").append(random.nextInt(40)).append("px;display:block;color:#").append(number()).append("}");
        out.append("</style>\n");
        for (int i = 0; i < SCRIPTS / 2; i++) script();
        out.append("</head>\n");
    }

    private void meta(String property, String content) {
        out.append("<meta property=\"").append(property).append("\" content=\"").append(content.replace("\"", "&quot;")).append("\">\n");
    }

    private void script() {
        int from = out.length();
        out.append("<script>(function(w,d){w.").append(word.get()).append("=w.").append(word.get()).append("||[];");
        while (out.length() < from + SCRIPT)
            out.append("w.").append(word.get()).append(".push({\"").append(word.get()).append("\":").append(number()).append(",\"").append(word.get()).append("\":\"").append(word.get()).append("\"});");
        out.append("if(w.length<").append(number()).append("&&d){w.ready=true}})(window,document);</script>\n<!-- ").append(word.get()).append(" -->\n");
    }

    private void menu() {
        out.append("\n  <li><a class=\"header__link\" href=\"https://www.example.org/").append(word.get()).append("/").append(word.get()).append("/\">").append(word.get()).append("</a></li>");
    }

    /** A link to another story with its picture in several sizes. */
    private void card(String text) {
        String address = word.get() + "/" + word.get() + "-" + word.get() + "-" + number();
        String picture = "https://images.example.org/" + word.get() + "/" + number();
        out.append("\n    <div class=\"card card--").append(random.nextInt(9)).append("\" data-id=\"").append(number()).append("\">\n      <a class=\"card__link\" href=\"https://www.example.org/").append(address);
        out.append(".html\">\n        <span class=\"card__picture\"><img class=\"lazy\" src=\"").append(picture).append("/320.jpg\" srcset=\"");
        for (int width : new int[] {480, 640, 960}) out.append(picture).append('/').append(width).append(".jpg ").append(width).append("w, ");
        out.append("\" alt=\"\"></span>\n        <div>").append(text).append("</div></a></div>");
    }

    private int number() {
        return 100_000 + random.nextInt(900_000);
    }
}
