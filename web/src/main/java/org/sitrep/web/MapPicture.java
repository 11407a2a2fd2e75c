package org.sitrep.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.model.Place;
import org.sitrep.web.Spots.Spot;

/**
 * A map drawn on the server: countries that are named as shaded areas, towns as discs, regions as open rings around their main town,
 * since nobody said where in them. A country is never a dot.
 */
final class MapPicture {
    /** A country wider than this is not shown whole where its towns lie closer together. */
    private static final double WIDE = 70;

    private static final int LABELS = 14;

    private final List<Spot> spots;
    private final Set<String> scene;
    private final Window window;
    private final Locale language;
    private final List<double[]> taken = new ArrayList<>();

    /** @param scene ISO codes of the countries in which the crisis plays */
    MapPicture(List<Spot> spots, Set<String> scene, Locale language) {
        this.language = language;
        this.spots = spots;
        this.scene = scene;
        this.window = window();
    }

    private Window window() {
        List<double[]> points = new ArrayList<>();
        for (Spot s : spots)
            if (s.country().filter(c -> scene.isEmpty() || scene.contains(c)).isPresent())
                s.point().ifPresent(p -> points.add(new double[] {p.longitude(), p.latitude()}));
        for (Countries.Country c : Countries.all()) if (scene.contains(c.code())) frame(largest(c), points);
        return Window.around(points);
    }

    private static double[] largest(Countries.Country country) {
        double[] largest = {};
        for (double[] ring : country.rings()) if (ring.length > largest.length) largest = ring;
        return largest;
    }

    private static void frame(double[] ring, List<double[]> points) {
        Window whole = Window.around(corners(ring));
        if (whole.east() - whole.west() > WIDE && points.size() > 1) return;
        points.addAll(corners(ring));
    }

    private static List<double[]> corners(double[] ring) {
        List<double[]> out = new ArrayList<>();
        for (int i = 0; i + 1 < ring.length; i += 2) out.add(new double[] {ring[i], ring[i + 1]});
        return out;
    }

    /** Whether a spot's mark stands in the picture. */
    boolean shows(Spot spot) {
        return spot.point()
                .filter(p -> window.holds(p.longitude(), p.latitude()))
                .isPresent();
    }

    /** An SVG element. @param title what it shows */
    String svg(String title) {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"map\" viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"%s\"><rect class=\"sea\""
                        + " width=\"%d\" height=\"%d\"/>",
                Window.WIDTH,
                window.height(),
                escape(title),
                Window.WIDTH,
                window.height()));
        Set<String> named = new HashSet<>();
        for (Spot s : spots) if (s.is(Place.Precision.COUNTRY)) s.country().ifPresent(named::add);
        for (Countries.Country c : Countries.all()) land(svg, c, named);
        for (Spot s : spots.reversed()) if (shows(s)) mark(svg, s);
        labels(svg);
        for (Countries.Country c : Countries.all()) if (!c.code().equals("-")) name(svg, c);
        return svg.append("</svg>").toString();
    }

    private void land(StringBuilder svg, Countries.Country country, Set<String> named) {
        StringBuilder path = new StringBuilder();
        for (double[] ring : country.rings()) if (window.touches(ring)) ring(path, ring);
        if (path.isEmpty()) return;
        String kind = scene.contains(country.code()) ? " scene" : named.contains(country.code()) ? " named" : "";
        svg.append("<path class=\"land")
                .append(kind)
                .append("\" d=\"")
                .append(path)
                .append("\"/>");
    }

    /** Corners that fall on the same tenth of a unit are drawn once; what lies far outside is drawn at the edge. */
    private void ring(StringBuilder path, double[] ring) {
        long lastX = Long.MIN_VALUE;
        long lastY = Long.MIN_VALUE;
        char letter = 'M';
        for (int i = 0; i < ring.length; i += 2) {
            long x = Math.round(Math.clamp(window.x(ring[i]), -60.0, Window.WIDTH + 60.0));
            long y = Math.round(Math.clamp(window.y(ring[i + 1]), -60.0, window.height() + 60.0));
            if (x == lastX && y == lastY) continue;
            path.append(letter).append(x).append(' ').append(y);
            letter = 'L';
            lastX = x;
            lastY = y;
        }
        path.append('Z');
    }

    private void mark(StringBuilder svg, Spot spot) {
        Place.Point p = spot.point().orElseThrow();
        boolean region = spot.is(Place.Precision.REGION);
        double radius =
                (region ? 14 : 4) + 2.2 * Math.sqrt(Math.min(60, spot.claims().size()));
        svg.append(String.format(
                Locale.ROOT,
                "<a href=\"#%s\"><circle class=\"spot%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/><title>%s</title></a>",
                MapPage.anchor(spot),
                region ? " region" : "",
                window.x(p.longitude()),
                window.y(p.latitude()),
                radius,
                escape(spot.place().label() + ": " + spot.claims().size())));
    }

    /** Names beside the marks, the most named first, none over another. */
    private void labels(StringBuilder svg) {
        for (Spot s : spots) {
            if (taken.size() == LABELS) break;
            if (!shows(s)) continue;
            Place.Point p = s.point().orElseThrow();
            double away =
                    7 + 2.2 * Math.sqrt(Math.min(60, s.claims().size())) + (s.is(Place.Precision.REGION) ? 10 : 0);
            double y = window.y(p.latitude()) + 5;
            double width = 8.2 * s.place().label().length();
            double right = window.x(p.longitude()) + away;
            double x = right + width > Window.WIDTH ? right - 2 * away - width : right;
            double[] box = {x, y - 14, x + width, y + 4};
            if (taken.stream().anyMatch(t -> overlap(t, box))) continue;
            taken.add(box);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\">%s</text>",
                    x,
                    y,
                    escape(s.place().label())));
        }
    }

    /** A country's name in the middle of what is seen of it, where there is room. */
    private void name(StringBuilder svg, Countries.Country country) {
        double[] ring = largest(country);
        double left = Window.WIDTH;
        double right = 0;
        double top = window.height();
        double bottom = 0;
        for (int i = 0; i < ring.length; i += 2) {
            if (!window.holds(ring[i], ring[i + 1])) continue;
            left = Math.min(left, window.x(ring[i]));
            right = Math.max(right, window.x(ring[i]));
            top = Math.min(top, window.y(ring[i + 1]));
            bottom = Math.max(bottom, window.y(ring[i + 1]));
        }
        String name = Locale.of("", country.code()).getDisplayCountry(language);
        double x = (left + right) / 2;
        double y = (top + bottom) / 2;
        double width = 9.0 * name.length();
        double[] box = {x - width / 2, y - 12, x + width / 2, y + 4};
        if (right - left < width || bottom - top < 30 || taken.stream().anyMatch(t -> overlap(t, box))) return;
        taken.add(box);
        svg.append(String.format(
                Locale.ROOT, "<text class=\"country\" x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, escape(name)));
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }

    private static String escape(String text) {
        return j2html.utils.EscapeUtil.escape(text);
    }
}
