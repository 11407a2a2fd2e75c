package org.sitrep.web;

import java.util.List;

/**
 * The part of the world that a map shows, and where in the picture a point of it lies: longitudes and latitudes drawn straight, the
 * first shortened as they are on the middle latitude.
 *
 * @param west degrees, as are the others
 */
record Window(double west, double south, double east, double north) {
    static final int WIDTH = 900;
    private static final int LEAST_HEIGHT = 380;
    private static final int MOST_HEIGHT = 640;
    /** Degrees of latitude shown at least. */
    private static final double LEAST = 3;

    /** Around points, with a margin. */
    static Window around(List<double[]> points) {
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        for (double[] p : points) {
            west = Math.min(west, p[0]);
            east = Math.max(east, p[0]);
            south = Math.min(south, p[1]);
            north = Math.max(north, p[1]);
        }
        if (west > east) return new Window(-180, -58, 180, 78);
        double margin = Math.max(LEAST, 0.12 * Math.max(north - south, (east - west) / 2));
        return new Window(west - margin, south - margin, east + margin, north + margin).fitted();
    }

    /** Widened where it is too flat or too tall for the picture. */
    private Window fitted() {
        double shape = (north - south) / ((east - west) * shortening());
        double least = (double) LEAST_HEIGHT / WIDTH;
        double most = (double) MOST_HEIGHT / WIDTH;
        if (shape < least) {
            double more = ((east - west) * shortening() * least - (north - south)) / 2;
            return new Window(west, south - more, east, north + more);
        }
        if (shape <= most) return this;
        double more = ((north - south) / most / shortening() - (east - west)) / 2;
        return new Window(west - more, south, east + more, north);
    }

    private double shortening() {
        return Math.max(0.2, Math.cos(Math.toRadians((south + north) / 2)));
    }

    private double scale() {
        return WIDTH / ((east - west) * shortening());
    }

    int height() {
        return (int) Math.round((north - south) * scale());
    }

    /** From the left edge. */
    double x(double longitude) {
        return (longitude - west) * shortening() * scale();
    }

    /** From the top edge. */
    double y(double latitude) {
        return (north - latitude) * scale();
    }

    boolean holds(double longitude, double latitude) {
        return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
    }

    /** Whether any of a ring may be seen. */
    boolean touches(double[] ring) {
        double left = 360;
        double right = -360;
        double low = 90;
        double high = -90;
        for (int i = 0; i < ring.length; i += 2) {
            left = Math.min(left, ring[i]);
            right = Math.max(right, ring[i]);
            low = Math.min(low, ring[i + 1]);
            high = Math.max(high, ring[i + 1]);
        }
        return left <= east && right >= west && low <= north && high >= south;
    }
}
