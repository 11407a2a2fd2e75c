package org.sitrep.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Where in the picture a country is broad enough for a name: never across its border, and never cut off by the picture's edge. */
final class Broad {
    /** Between the lines at which the border is looked for; three of them are about as high as a name. */
    private static final int STEP = 8;
    /** Kept free between a name and the border or the edge. */
    private static final int AIR = 5;

    private Broad() {}

    /** A strip of land, high enough for a line of text. @param base where the text's line stands */
    record Strip(double left, double right, double base) {
        double width() {
            return right - left;
        }

        double middle() {
            return (left + right) / 2;
        }
    }

    /** Every strip of {@code country} that is seen in {@code window}, the widest first. */
    static List<Strip> strips(Countries.Country country, Window window) {
        List<double[]> seen = country.rings().stream().filter(window::touches).toList();
        if (seen.isEmpty()) return List.of();
        List<List<double[]>> rows = new ArrayList<>();
        for (int y = STEP; y <= window.height() - STEP; y += STEP) rows.add(land(seen, y, window));
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i + 2 < rows.size(); i++)
            for (double[] above : rows.get(i))
                for (double[] through : rows.get(i + 1))
                    for (double[] below : rows.get(i + 2)) {
                        double left = Math.max(above[0], Math.max(through[0], below[0])) + AIR;
                        double right = Math.min(above[1], Math.min(through[1], below[1])) - AIR;
                        if (right > left) strips.add(new Strip(left, right, (i + 2) * STEP + STEP / 2.0));
                    }
        strips.sort(Comparator.comparingDouble(Strip::width).reversed());
        return strips;
    }

    /** From where to where the line at {@code y} runs over land: a border is crossed by turns into a country and out of it. */
    private static List<double[]> land(List<double[]> rings, double y, Window window) {
        double[] crossings = rings.stream()
                .flatMapToDouble(ring -> Arrays.stream(crossings(ring, y, window)))
                .sorted()
                .toArray();
        List<double[]> out = new ArrayList<>();
        for (int i = 0; i + 1 < crossings.length; i += 2) {
            double left = Math.max(crossings[i], 0);
            double right = Math.min(crossings[i + 1], Window.WIDTH);
            if (right > left) out.add(new double[] {left, right});
        }
        return out;
    }

    private static double[] crossings(double[] ring, double y, Window window) {
        double[] out = new double[ring.length];
        int found = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            double here = window.y(ring[i + 1]);
            double there = window.y(ring[next + 1]);
            if (here <= y == there <= y) continue;
            double part = (y - here) / (there - here);
            out[found++] = window.x(ring[i]) + part * (window.x(ring[next]) - window.x(ring[i]));
        }
        return Arrays.copyOf(out, found);
    }
}
