package org.boucle.features.territory.pooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The shortest round from the depot through each set of sites (Held and Karp 1962); sets are bit masks. */
final class ShortestRounds {
    private final double[][] km;
    private final int sites;
    /** Shortest way from the depot through a set, ending at a site. */
    private final double[][] way;

    ShortestRounds(double[][] km) {
        this.km = km;
        sites = km.length - 1;
        way = new double[1 << sites][sites];
        for (double[] row : way) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int mask = 1; mask < way.length; mask++) {
            for (int end = 0; end < sites; end++) {
                if ((mask & 1 << end) != 0) {
                    way[mask][end] = shortest(mask, end);
                }
            }
        }
    }

    private double shortest(int mask, int end) {
        int before = mask ^ 1 << end;
        if (before == 0) {
            return km[0][end + 1];
        }
        double best = Double.POSITIVE_INFINITY;
        for (int middle = 0; middle < sites; middle++) {
            best = Math.min(best, way[before][middle] + km[middle + 1][end + 1]);
        }
        return best;
    }

    double km(int mask) {
        int end = lastOf(mask);
        return way[mask][end] + km[end + 1][0];
    }

    private int lastOf(int mask) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int end = 0; end < sites; end++) {
            double total = way[mask][end] + km[end + 1][0];
            if (total < least) {
                least = total;
                best = end;
            }
        }
        return best;
    }

    /** The sites of a set in the order of its shortest round. */
    List<Integer> order(int mask) {
        List<Integer> order = new ArrayList<>();
        int left = mask;
        int end = lastOf(mask);
        while (left != 0) {
            order.add(end);
            int before = left ^ 1 << end;
            int next = -1;
            for (int middle = 0; middle < sites && before != 0; middle++) {
                double through = way[before][middle] + km[middle + 1][end + 1];
                if (Math.abs(through - way[left][end]) < 1e-9) {
                    next = middle;
                    break;
                }
            }
            left = before;
            end = next;
        }
        Collections.reverse(order);
        return order;
    }
}
