package org.boucle.features.territory.inventory;

/**
 * A point on Earth.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Place(double latitude, double longitude) {
    /** Mean radius of the Earth in km (IUGG). */
    public static final double EARTH_KM = 6371.0088;

    public Place {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "Place " + latitude + ", " + longitude + " is not on Earth. Maybe the two are swapped.");
        }
    }

    /** Position on a sphere of Earth's radius, in km; chords are never longer than the way on the ground. */
    public double[] onSphere() {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double ring = EARTH_KM * Math.cos(phi);
        return new double[] {ring * Math.cos(lambda), ring * Math.sin(lambda), EARTH_KM * Math.sin(phi)};
    }

    /** Great-circle distance in km. */
    public double kmTo(Place other) {
        double[] a = onSphere();
        double[] b = other.onSphere();
        return groundKm(Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2])));
    }

    /** The way on the ground for a chord through the sphere, both in km. */
    public static double groundKm(double chordKm) {
        return 2 * EARTH_KM * Math.asin(Math.min(1, chordKm / (2 * EARTH_KM)));
    }

    private static double square(double x) {
        return x * x;
    }
}
