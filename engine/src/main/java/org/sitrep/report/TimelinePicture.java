package org.sitrep.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How many events the pages tell of each day, as columns that lead to the days' entries. Days far from those on which the pages were
 * published (history told for background) would flatten the picture and are left to the list.
 */
record TimelinePicture(List<Block.Day> days, Labels labels) {
    private static final int NEAR = 45;
    private static final int HEIGHT = 96;
    private static final int BASE = 70;

    static TimelinePicture of(Block.Days all, View view) {
        List<LocalDate> published = view.days();
        List<Block.Day> days = all.days().stream()
                .filter(d -> d.day().filter(day -> near(day, published)).isPresent())
                .toList();
        return new TimelinePicture(days, view.labels);
    }

    private static boolean near(LocalDate day, List<LocalDate> published) {
        return published.isEmpty()
                || !day.isBefore(published.getFirst().minusDays(NEAR))
                        && !day.isAfter(published.getLast().plusDays(NEAR));
    }

    /** The picture; nothing where it would show fewer than three days. */
    String svg() {
        if (days.size() < 3) return "";
        LocalDate first = date(days.getFirst());
        LocalDate last = date(days.getLast());
        int most = days.stream().mapToInt(d -> d.entries().size()).max().orElse(1);
        StringBuilder svg = new StringBuilder(
                "<figure class=\"timeline\"><svg width=\"100%\" height=\"" + HEIGHT + "\" role=\"group\"><title>");
        svg.append(Html.escape(labels.text("timeline.picture", labels.day(first), labels.day(last))))
                .append("</title>");
        svg.append("<line class=\"track\" x1=\"0\" x2=\"100%\" y1=\"" + BASE + "\" y2=\"" + BASE + "\"/>");
        for (Block.Day day : days) column(svg, day, at(first, last, date(day)), most);
        tick(svg, "0", "start", labels.day(first));
        tick(svg, "100%", "end", labels.day(last));
        return svg.append("</svg></figure>\n").toString();
    }

    private void column(StringBuilder svg, Block.Day day, double x, int most) {
        int count = day.entries().size();
        double height = Math.max(4, (BASE - 18.0) * count / most);
        String title = labels.day(date(day)) + labels.text("colon") + labels.count("timeline.entries", count);
        svg.append("<a href=\"#d")
                .append(date(day))
                .append("\"><title>")
                .append(Html.escape(title))
                .append("</title>");
        svg.append("<svg x=\"")
                .append(Bars.percent(x))
                .append("\" overflow=\"visible\"><rect class=\"day\" x=\"-5\" width=\"10\" y=\"");
        svg.append(Math.round(BASE - height))
                .append("\" height=\"")
                .append(Math.round(height))
                .append("\" rx=\"2\"/><text x=\"0\" y=\"");
        svg.append(Math.round(BASE - height - 5))
                .append("\" text-anchor=\"middle\">")
                .append(count)
                .append("</text></svg></a>");
    }

    private static void tick(StringBuilder svg, String x, String anchor, String text) {
        svg.append("<text class=\"tick\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(BASE + 20)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\">");
        svg.append(Html.escape(text)).append("</text>");
    }

    private static LocalDate date(Block.Day day) {
        return day.day().orElseThrow();
    }

    /** Where a day stands, in per cent of the width; the margins keep the first and last columns whole. */
    private static double at(LocalDate first, LocalDate last, LocalDate day) {
        double all = ChronoUnit.DAYS.between(first, last);
        return 2 + 96 * ChronoUnit.DAYS.between(first, day) / all;
    }
}
