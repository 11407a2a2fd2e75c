package org.sitrep.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.report.Labels;
import org.sitrep.report.View;

/**
 * A history drawn: a row for each speaker, a mark for each figure on its day, its number beside it. Hedges are shapes, not
 * lengths: "at least" opens upwards, "at most" downwards; what was withdrawn is struck through. What has no
 * day of its own stands pale on the day that first told it, and apart where that is unknown too.
 */
final class HistoryChart {
    private static final int LEFT = 190;
    private static final int RIGHT = 130;
    private static final int WIDTH = 900;
    private static final int ROW = 46;
    private static final int TOP = 34;
    private static final int NAME = 26;
    private static final int UNDATED = WIDTH - 34;

    private final Situation.History history;
    private final View view;
    private final Words words;
    private final Labels labels;
    private final Map<String, List<Situation.Point>> rows = new LinkedHashMap<>();
    private final List<LocalDate> days;

    HistoryChart(Situation.History history, View view, Words words) {
        this.history = history;
        this.view = view;
        this.words = words;
        this.labels = words.labels();
        for (Situation.Point p : history.points())
            rows.computeIfAbsent(who(p), k -> new ArrayList<>()).add(p);
        days = history.points().stream()
                .flatMap(p -> view.from(p).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private String who(Situation.Point point) {
        Claim first = point.claims().getFirst();
        return view.speaker(first).orElseGet(() -> view.outlet(first));
    }

    /** The chart as an SVG element; nothing where no figure has a day. */
    String svg() {
        if (days.isEmpty()) return "";
        int height = TOP + rows.size() * ROW + 12;
        Svg svg = new Svg(
                "history", WIDTH, height, labels.id("measure", history.matter().measure()));
        axis(svg, height);
        int row = 0;
        for (Map.Entry<String, List<Situation.Point>> e : rows.entrySet())
            row(svg, e.getKey(), e.getValue(), TOP + row++ * ROW);
        return svg.end();
    }

    private void axis(Svg svg, int height) {
        Map<Integer, LocalDate> ticks = new TreeMap<>();
        for (LocalDate day : days) {
            int x = x(day);
            if (ticks.keySet().stream().noneMatch(t -> Math.abs(t - x) < 110)) ticks.put(x, day);
        }
        for (LocalDate day : days) svg.line(x(day), 22, x(day), height - 8);
        ticks.forEach((x, day) -> svg.text(x, 14, "middle", "tick", labels.day(day)));
        boolean undated = history.points().stream().anyMatch(p -> view.from(p).isEmpty());
        if (undated) svg.text(UNDATED, 14, "middle", "tick", labels.text("undated.one"));
    }

    private void row(Svg svg, String who, List<Situation.Point> points, int y) {
        int middle = y + ROW / 2;
        svg.line(LEFT - 12, middle, WIDTH - RIGHT + 30, middle);
        svg.text(0, middle + 4, "start", "who", who.length() > NAME ? who.substring(0, NAME - 1) + "…" : who);
        int last = Integer.MIN_VALUE;
        boolean above = true;
        for (Situation.Point point : points) {
            Optional<LocalDate> day = view.from(point);
            int x = day.map(this::x).orElse(UNDATED);
            above = x - last >= 70 || !above;
            mark(
                    svg,
                    point,
                    x,
                    middle,
                    above ? middle - 9 : middle + 19,
                    point.asOf().isEmpty());
            last = x;
        }
    }

    private void mark(Svg svg, Situation.Point point, int x, int y, int label, boolean undated) {
        Claim first = point.claims().getFirst();
        svg.link(Request.to(first))
                .title(labels.amount(point.amount()) + " · " + who(point) + " · " + words.quoted(view.quote(first)))
                .path("mark" + (gone(point) ? " gone" : "") + (undated ? " undated" : ""), shape(point.amount(), x, y));
        svg.text(x, label, "middle", gone(point) ? "value gone" : "value", number(point.amount()))
                .unlink();
    }

    /** Whether it was taken back, or is said only to be taken back or denied. */
    private static boolean gone(Situation.Point point) {
        return point.withdrawn() || point.status() == Status.RETRACTED || point.status() == Status.DENIED;
    }

    /** A disc for an exact number, a triangle that points where a limit is open, a lozenge for anything vaguer. */
    private static String shape(Amount amount, int x, int y) {
        return switch (amount.qualifier()) {
            case EXACT -> String.format(Locale.ROOT, "M%d %da5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5, y);
            case AT_LEAST, MORE_THAN -> String.format(Locale.ROOT, "M%d %dl6 -11l6 11z", x - 6, y + 5);
            case AT_MOST, LESS_THAN, UP_TO -> String.format(Locale.ROOT, "M%d %dl6 11l6 -11z", x - 6, y - 5);
            default -> String.format(Locale.ROOT, "M%d %dl6 -6l6 6l-6 6z", x - 6, y);
        };
    }

    private String number(Amount amount) {
        OptionalLong value = amount.value();
        return value.isPresent() ? labels.number(value.getAsLong()) : labels.amount(amount);
    }

    private int x(LocalDate day) {
        long all = Math.max(1, ChronoUnit.DAYS.between(days.getFirst(), days.getLast()));
        long at = ChronoUnit.DAYS.between(days.getFirst(), day);
        return LEFT + 20 + (int) ((WIDTH - LEFT - RIGHT - 20) * at / all);
    }
}
