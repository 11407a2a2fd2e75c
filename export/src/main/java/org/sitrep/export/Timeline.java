package org.sitrep.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;
import org.sitrep.report.Labels;

/** Events and the days on which promises fall due, for TimelineJS 3 (Knight Lab). What has no day has no place there. */
final class Timeline {
    private record Slide(String id, Edtf date, String headline, List<String> quotes, String group) {}

    private final Labels labels;
    private final List<Slide> slides = new ArrayList<>();

    private Timeline(Situation situation, Locale locale) {
        labels = Labels.of(locale);
        for (Deeds deed : Deeds.of(situation)) {
            Claim.Event e = deed.event();
            String who = e.actor().map(a -> a + labels.text("colon")).orElse("");
            String status = e.status() == Status.ASSERTED || e.status() == Status.SUPERSEDED
                    ? ""
                    : " (" + labels.code("status", e.status()) + ")";
            String where = e.place().map(p -> " · " + p.label()).orElse("");
            e.date()
                    .ifPresent(d -> slides.add(new Slide(
                            e.id(),
                            d,
                            who + labels.id("event", e.type()) + status + where,
                            deed.quotes(),
                            group("timeline"))));
        }
        for (Claim claim : situation.claims())
            if (claim instanceof Claim.Commitment c && !c.common().background())
                c.due()
                        .ifPresent(d -> slides.add(new Slide(
                                c.id(), d, labels.id("what", c.what()), List.of(quote(c)), group("commitments"))));
        slides.removeIf(s -> s.date().first().isEmpty());
        slides.sort(Comparator.comparing(Slide::date).thenComparing(Slide::id));
    }

    private String group(String section) {
        return labels.text("section." + section);
    }

    private static String quote(Claim claim) {
        return Contacts.masked(
                claim.evidence().page() + ": “" + claim.evidence().quote() + "”");
    }

    static String of(Situation situation, Locale locale) {
        return new Timeline(situation, locale).write(situation);
    }

    private String write(Situation situation) {
        return Json.object(j -> {
            j.put("scale", "human");
            j.object(
                    "title",
                    t -> t.object(
                            "text",
                            x -> x.put("headline", html(labels.title(situation)))
                                    .put("text", html(labels.text("caution")))));
            j.objects("events", slides, this::slide);
        });
    }

    private void slide(Json json, Slide slide) {
        json.put("unique_id", "claim-" + slide.id())
                .put("group", html(slide.group()))
                .put("autolink", false);
        json.object(
                "start_date", d -> date(d, slide.date(), slide.date().first().orElseThrow()));
        slide.date()
                .last()
                .filter(l -> !slide.date().first().equals(Optional.of(l)))
                .ifPresent(l -> json.object("end_date", d -> date(d, slide.date(), l)));
        json.put("display_date", labels.date(slide.date()));
        json.object(
                "text",
                t -> t.put("headline", html(slide.headline()))
                        .put(
                                "text",
                                "<p>"
                                        + String.join(
                                                "</p><p>",
                                                slide.quotes().stream()
                                                        .map(Timeline::html)
                                                        .toList()) + "</p>"));
    }

    /** As exactly as the page tells it: a year alone is no first of January. */
    private static void date(Json json, Edtf told, LocalDate day) {
        json.put("year", day.getYear());
        if (told.text().length() >= "2022-01".length()) json.put("month", day.getMonthValue());
        if (told.text().length() >= "2022-01-01".length()) json.put("day", day.getDayOfMonth());
    }

    /** TimelineJS takes its texts for HTML, and a page's words are none. */
    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
