package org.sitrep.report;

import java.util.List;
import java.util.Locale;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** Writes a situation for people and for programs. The same situation gives the same characters. Safe for use by several threads. */
public final class Reports {
    /** The report as Markdown (CommonMark with footnotes), without what was refused. */
    public String markdown(Situation situation, Locale locale) {
        return markdown(situation, List.of(), locale);
    }

    /**
     * The report as Markdown (CommonMark with footnotes).
     *
     * @param refused what became no claim on the situation's pages
     * @param locale only its language is used; English where there are no labels in it
     */
    public String markdown(Situation situation, List<Claim.Refused> refused, Locale locale) {
        return new MarkdownWriter(report(situation, refused, locale)).write();
    }

    /** The report as one self-contained HTML page, without what was refused. */
    public String html(Situation situation, Locale locale) {
        return html(situation, List.of(), locale);
    }

    /**
     * The report as one self-contained HTML page: no script, nothing loaded, every number a link to its quote.
     *
     * @param refused what became no claim on the situation's pages
     * @param locale only its language is used; English where there are no labels in it
     */
    public String html(Situation situation, List<Claim.Refused> refused, Locale locale) {
        return new HtmlWriter(report(situation, refused, locale), Links.WITHIN).write();
    }

    /**
     * A report's parts as HTML, escaped, for a site that brings its own head and style ({@link #style()}).
     *
     * @param title plain text
     * @param asOf plain text
     * @param tally how many pages, origins and languages it rests on, as HTML
     * @param contents a {@code nav} element
     * @param sections {@code section} elements, the quotes last
     */
    public record Fragment(String title, String asOf, String tally, String contents, String sections) {}

    /** The report as parts of a larger site, its numbers and pages opening where {@code links} says. */
    public Fragment fragment(Situation situation, List<Claim.Refused> refused, Locale locale, Links links) {
        return new HtmlWriter(report(situation, refused, locale), links).fragment();
    }

    /** The style sheet of an HTML report. */
    public static String style() {
        return HtmlWriter.style();
    }

    /** The report as one JSON object: the situation's records, which carry codes and no words of any language; {@code locale} changes nothing. */
    public String json(Situation situation, Locale locale) {
        return json(situation, List.of(), locale);
    }

    /**
     * The report as one JSON object with the pages, the claims inline in their histories, and what was refused.
     *
     * @param refused what became no claim on the situation's pages
     * @param locale changes nothing: codes are never translated
     */
    public String json(Situation situation, List<Claim.Refused> refused, Locale locale) {
        return JsonWriter.write(situation, refused);
    }

    /** BCP 47 tags of the languages that there are labels in, in order. */
    public static List<String> languages() {
        return Labels.languages();
    }

    /** The report before it is written, for writers of other forms. */
    public static Report report(Situation situation, List<Claim.Refused> refused, Locale locale) {
        return Report.of(new View(situation, refused, Labels.of(locale)));
    }
}
