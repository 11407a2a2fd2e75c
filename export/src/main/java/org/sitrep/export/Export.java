package org.sitrep.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.report.Reports;

/** The forms in which a situation can be taken away. The same situation gives the same bytes. */
public enum Export {
    /** The report as Markdown (CommonMark with footnotes). */
    MD("md", "text/markdown; charset=utf-8"),
    /** The report as one self-contained HTML page. */
    HTML("html", "text/html; charset=utf-8"),
    /** The situation as one JSON object. */
    JSON("json", "application/json"),
    /** The report as an Office Open XML document (ISO/IEC 29500) with footnotes. */
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** One figure a row, with a row of HXL hashtags under the header (RFC 4180, HXL 1.1). */
    CSV("csv", "text/csv; charset=utf-8"),
    /** Counts of dead with the columns of UCDP's georeferenced event data; no best estimate, because that needs a rule. */
    UCDP("ucdp.csv", "text/csv; charset=utf-8"),
    /** The report as a document to print (PDF 1.6), with the same links. */
    PDF("pdf", "application/pdf"),
    /** Places with what was said of them (RFC 7946). */
    GEOJSON("geojson", "application/geo+json"),
    /** Pages, claims, speakers and outlets as W3C PROV-JSON. */
    PROV("prov.json", "application/json"),
    /** Every claim as a note on its page (W3C Web Annotation Data Model). */
    ANNOTATIONS("annotations.jsonld", "application/ld+json"),
    /** Events in the terms of PLOVER, the ontology of the Open Event Data Alliance. */
    PLOVER("plover.json", "application/json"),
    /** Events and due days for TimelineJS 3. */
    TIMELINE("timeline.json", "application/json"),
    /** Events with the columns of ACLED; what needs a coder's choice is empty. */
    ACLED("acled.csv", "text/csv; charset=utf-8"),
    /** What people judged, as schema.org's ClaimReview. */
    CLAIMREVIEW("claimreview.jsonld", "application/ld+json"),
    /** The pages as a bibliography (CSL-JSON). */
    CSL("csl.json", "application/vnd.citationstyles.csl+json");

    private final String ending;
    private final String type;

    Export(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    /** A file name's ending, without its dot. */
    public String ending() {
        return ending;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** The form of that name in small letters; empty where there is none. */
    public static Optional<Export> named(String name) {
        for (Export e : values()) if (e.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(e);
        return Optional.empty();
    }

    /** Whether it is the report itself, which people read where they are; the others are made to be handed on. */
    public boolean report() {
        return this == MD || this == HTML || this == JSON;
    }

    /** Whether it is text, and can be printed to a terminal. */
    public boolean text() {
        return this != DOCX && this != PDF;
    }

    /**
     * The situation in this form; text is UTF-8.
     *
     * @param refused what became no claim on the situation's pages; only reports show it
     * @param locale language of reports; codes are never translated
     */
    public byte[] of(Situation situation, List<Claim.Refused> refused, Locale locale) {
        Reports reports = new Reports();
        return switch (this) {
            case MD -> bytes(reports.markdown(situation, refused, locale));
            case HTML -> bytes(reports.html(situation, refused, locale));
            case JSON -> bytes(reports.json(situation, refused, locale));
            case DOCX -> new Docx(Reports.report(situation, refused, locale), locale).write();
            case CSV -> bytes(FigureTable.hxl(situation));
            case UCDP -> bytes(FigureTable.ucdp(situation));
            case GEOJSON -> bytes(MapLayer.of(situation));
            case PROV -> bytes(Provenance.of(situation));
            case ANNOTATIONS -> bytes(Annotations.of(situation));
            case PDF -> new Pdf(Reports.report(situation, refused, locale), locale).write();
            case PLOVER -> bytes(Plover.of(situation));
            case TIMELINE -> bytes(Timeline.of(situation, locale));
            case ACLED -> bytes(EventTable.of(situation));
            case CLAIMREVIEW -> bytes(Reviews.of(situation));
            case CSL -> bytes(Bibliography.of(situation));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
