package org.sitrep.report;

import java.util.Locale;
import java.util.stream.Stream;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/**
 * The picture of one rung: a bar as long as the number, drawn in per cent so that it fits any screen. Hedges stay visible: an open end
 * is an arrow, an upper limit is hollow, a range is a segment, a word without a number has no bar.
 */
final class Bars {
    private Bars() {}

    /** The largest number of a ladder, undated rungs included; 0 where there is none. */
    static long most(Block.Ladder ladder) {
        return Stream.concat(ladder.rungs().stream(), ladder.undated().stream())
                .mapToLong(r -> Standing.high(r.amount()))
                .max()
                .orElse(0);
    }

    static String bar(Block.Rung rung, long most, String title) {
        Amount amount = rung.amount();
        StringBuilder svg = new StringBuilder("<svg class=\"bar ")
                .append(style(rung))
                .append("\" width=\"100%\" height=\"10\" role=\"img\"><title>");
        svg.append(Html.escape(title)).append("</title><line class=\"track\" x1=\"0\" x2=\"100%\" y1=\"5\" y2=\"5\"/>");
        long high = Standing.high(amount);
        if (high >= 0 && most > 0) {
            double start = amount.value().isPresent() ? 0 : 92.0 * Math.max(0, Standing.low(amount)) / most;
            double end = 92.0 * high / most;
            svg.append("<rect x=\"")
                    .append(percent(start))
                    .append("\" y=\"2\" width=\"")
                    .append(percent(Math.max(end - start, .4)))
                    .append("\" height=\"6\" rx=\"1\"/>");
            if (amount.qualifier().openAbove()) arrow(svg, end);
        }
        return svg.append("</svg>").toString();
    }

    /** A nested picture, because a path knows no per cent. */
    private static void arrow(StringBuilder svg, double end) {
        svg.append("<svg x=\"")
                .append(percent(end))
                .append("\" width=\"8\" height=\"10\"><path d=\"M3 1.5 L7 5 L3 8.5\"/></svg>");
    }

    private static String style(Block.Rung rung) {
        if (rung.gone()) return "gone";
        Qualifier hedge = rung.amount().qualifier();
        if (hedge.rough()) return "soft";
        return hedge.openBelow() ? "limit" : "firm";
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
