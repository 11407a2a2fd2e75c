package org.sitrep.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The shapes of the world's countries, from Natural Earth by {@code web/map/build.py}. */
final class Countries {
    private static final List<Country> ALL = load();

    private Countries() {}

    /**
     * One country, or a part of one that has no code of its own ("-").
     *
     * @param code ISO 3166-1 alpha-2
     * @param rings outlines of islands and lakes, each with the longitudes and latitudes of its corners in turn, WGS 84 degrees
     */
    record Country(String code, List<double[]> rings) {}

    static List<Country> all() {
        return ALL;
    }

    private static List<Country> load() {
        try (InputStream in = Countries.class.getResourceAsStream("countries.txt")) {
            if (in == null) throw new IllegalStateException("countries.txt is not on the class path");
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(Countries::country)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read countries.txt", e);
        }
    }

    private static Country country(String line) {
        int tab = line.indexOf('\t');
        List<double[]> rings = new ArrayList<>();
        for (String ring : line.substring(tab + 1).split(";")) rings.add(ring(ring));
        return new Country(line.substring(0, tab), rings);
    }

    private static double[] ring(String steps) {
        String[] pairs = steps.split(" ");
        double[] out = new double[2 * pairs.length];
        long x = 0;
        long y = 0;
        for (int i = 0; i < pairs.length; i++) {
            int comma = pairs[i].indexOf(',');
            x += Long.parseLong(pairs[i].substring(0, comma));
            y += Long.parseLong(pairs[i].substring(comma + 1));
            out[2 * i] = x / 100.0;
            out[2 * i + 1] = y / 100.0;
        }
        return out;
    }
}
