package org.sitrep.report;

import java.util.Locale;
import org.sitrep.model.Situation;

/** Writes a situation for people and for programs. The same situation gives the same characters. */
public final class Reports {
    /** The report as Markdown. */
    public String markdown(Situation situation, Locale locale) {
        return "# " + situation.title() + "\n";
    }

    /** The report as one self-contained HTML page. */
    public String html(Situation situation, Locale locale) {
        return "<!doctype html><title>" + situation.crisis() + "</title>";
    }

    /** The report as one JSON object. */
    public String json(Situation situation, Locale locale) {
        return "{}";
    }
}
