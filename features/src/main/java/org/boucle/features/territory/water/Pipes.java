package org.boucle.features.territory.water;

import java.util.ArrayList;
import java.util.List;
import org.boucle.features.territory.inventory.Place;

/** Water and heat mains between places. */
public final class Pipes {
    /** A pipe never loses more than this share. */
    private static final double MOST_LOST = 0.95;

    private Pipes() {}

    /** Share lost between places: {@code 1 − (1 − perKm)^km}. */
    public static double lost(double perKm, double km) {
        return Math.min(MOST_LOST, 1 - Math.pow(1 - perKm, km));
    }

    /** Length of the shortest tree of pipes that joins all places (Prim 1957), km. */
    public static double shortestTree(List<Place> places) {
        List<Place> left = new ArrayList<>(places);
        if (left.isEmpty()) {
            return 0;
        }
        double[] near = new double[left.size()];
        java.util.Arrays.fill(near, Double.POSITIVE_INFINITY);
        boolean[] joined = new boolean[left.size()];
        int last = 0;
        joined[0] = true;
        double length = 0;
        for (int round = 1; round < left.size(); round++) {
            int next = -1;
            for (int i = 0; i < near.length; i++) {
                if (!joined[i]) {
                    near[i] = Math.min(near[i], left.get(last).kmTo(left.get(i)));
                    next = next < 0 || near[i] < near[next] ? i : next;
                }
            }
            joined[next] = true;
            length += near[next];
            last = next;
        }
        return length;
    }
}
