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
        Svg svg = new Svg("map", Window.WIDTH, window.height(), title).box("sea", 0, 0, Window.WIDTH, window.height());
        Set<String> named = new HashSet<>();
        for (Spot s : spots) if (s.is(Place.Precision.COUNTRY)) s.country().ifPresent(named::add);
        for (Countries.Country c : Countries.all()) land(svg, c, named);
        for (Spot s : spots.reversed()) if (shows(s)) mark(svg, s);
        labels(svg);
        for (Countries.Country c : Countries.all()) if (!c.code().equals("-")) name(svg, c);
        return svg.end();
    }

    private void land(Svg svg, Countries.Country country, Set<String> named) {
        StringBuilder path = new StringBuilder();
        for (double[] ring : country.rings()) if (window.touches(ring)) ring(path, ring);
        if (path.isEmpty()) return;
        String kind = scene.contains(country.code()) ? " scene" : named.contains(country.code()) ? " named" : "";
        svg.path("land" + kind, path);
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

    private void mark(Svg svg, Spot spot) {
        Place.Point p = spot.point().orElseThrow();
        boolean region = spot.is(Place.Precision.REGION);
        double radius =
                (region ? 14 : 4) + 2.2 * Math.sqrt(Math.min(60, spot.claims().size()));
        svg.link("#" + MapPage.anchor(spot))
                .title(spot.place().label() + ": " + spot.claims().size())
                .disc(region ? "spot region" : "spot", window.x(p.longitude()), window.y(p.latitude()), radius)
                .unlink();
    }

    /** Names beside the marks, the most named first, none over another. */
    private void labels(Svg svg) {
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
            svg.text(x, y, "start", "town", s.place().label());
        }
    }

    /** A country's name where most of it is seen and no other name stands; none where it would not fit. */
    private void name(Svg svg, Countries.Country country) {
        String name = Locale.of("", country.code()).getDisplayCountry(language);
        double width = 9.0 * name.length();
        for (Broad.Strip strip : Broad.strips(country, window)) {
            if (strip.width() < width) return;
            double x = strip.middle();
            double[] box = {x - width / 2, strip.base() - 12, x + width / 2, strip.base() + 4};
            if (taken.stream().anyMatch(t -> overlap(t, box))) continue;
            taken.add(box);
            svg.text(x, strip.base(), "middle", "country", name);
            return;
        }
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }
}
