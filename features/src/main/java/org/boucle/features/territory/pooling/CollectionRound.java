package org.boucle.features.territory.pooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.boucle.features.territory.inventory.Place;

/**
 * Joint collection of several sites by one lorry, against each site on its own. Up to {@link #MOST_EXACT} sites the
 * rounds are the shortest there are (Held and Karp 1962 for the rounds, all partitions for the fleet); above they come
 * from savings (Clarke and Wright 1964) with a lower bound.
 *
 * @param rounds sites of each round in order, by number
 * @param km of all rounds
 * @param kmBound proven: no rounds are shorter
 * @param kmAlone if each site were served on its own
 */
public record CollectionRound(List<List<Integer>> rounds, double km, double kmBound, double kmAlone) {
    public static final int MOST_EXACT = 11;

    public CollectionRound {
        rounds = rounds.stream().map(List::copyOf).toList();
    }

    /** Kilometres saved by going together. */
    public double saved() {
        return kmAlone - km;
    }

    /**
     * One pick-up at each site.
     *
     * @param loads t, each at most the capacity
     * @param capacity of the lorry, t
     */
    public static CollectionRound of(Place depot, List<Place> sites, double[] loads, double capacity) {
        if (sites.size() != loads.length || sites.isEmpty()) {
            throw new IllegalArgumentException(sites.size() + " sites and " + loads.length + " loads");
        }
        for (double load : loads) {
            if (!(load >= 0 && load <= capacity)) {
                throw new IllegalArgumentException(
                        "A load of " + load + " t does not fit a lorry of " + capacity + " t");
            }
        }
        double[][] km = distances(depot, sites);
        double alone = 0;
        for (int i = 1; i < km.length; i++) {
            alone += 2 * km[0][i];
        }
        return sites.size() <= MOST_EXACT ? exact(km, loads, capacity, alone) : bySavings(km, loads, capacity, alone);
    }

    private static double[][] distances(Place depot, List<Place> sites) {
        List<Place> all = new ArrayList<>();
        all.add(depot);
        all.addAll(sites);
        double[][] km = new double[all.size()][all.size()];
        for (int i = 0; i < km.length; i++) {
            for (int j = 0; j < km.length; j++) {
                km[i][j] = all.get(i).kmTo(all.get(j));
            }
        }
        return km;
    }

    private static CollectionRound exact(double[][] km, double[] loads, double capacity, double alone) {
        ShortestRounds rounds = new ShortestRounds(km);
        int all = (1 << loads.length) - 1;
        double[] best = new double[all + 1];
        int[] last = new int[all + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = 0;
        for (int mask = 1; mask <= all; mask++) {
            int lowest = mask & -mask;
            for (int part = mask; part > 0; part = (part - 1) & mask) {
                boolean tries = (part & lowest) != 0 && load(part, loads) <= capacity + 1e-9;
                double total = tries ? best[mask ^ part] + rounds.km(part) : Double.POSITIVE_INFINITY;
                if (total < best[mask]) {
                    best[mask] = total;
                    last[mask] = part;
                }
            }
        }
        List<List<Integer>> found = new ArrayList<>();
        for (int mask = all; mask > 0; mask ^= last[mask]) {
            found.add(rounds.order(last[mask]));
        }
        return new CollectionRound(found, best[all], best[all], alone);
    }

    private static double load(int mask, double[] loads) {
        double sum = 0;
        for (int i = 0; i < loads.length; i++) {
            sum += (mask & 1 << i) == 0 ? 0 : loads[i];
        }
        return sum;
    }

    private static CollectionRound bySavings(double[][] km, double[] loads, double capacity, double alone) {
        List<List<Integer>> rounds = Savings.rounds(km, loads, capacity);
        double total = 0;
        for (List<Integer> round : rounds) {
            total += Savings.length(km, round);
        }
        double radial = 0;
        double farthest = 0;
        for (int i = 0; i < loads.length; i++) {
            radial += 2 * km[0][i + 1] * loads[i] / capacity;
            farthest = Math.max(farthest, 2 * km[0][i + 1]);
        }
        return new CollectionRound(rounds, total, Math.max(radial, farthest), alone);
    }
}
