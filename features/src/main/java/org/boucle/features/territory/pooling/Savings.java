package org.boucle.features.territory.pooling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rounds by savings (Clarke and Wright 1964), each then smoothed by exchanging two edges. */
final class Savings {
    private Savings() {}

    private record Merge(int a, int b, double km) {}

    static List<List<Integer>> rounds(double[][] km, double[] loads, double capacity) {
        int sites = loads.length;
        List<Merge> merges = new ArrayList<>();
        for (int a = 0; a < sites; a++) {
            for (int b = a + 1; b < sites; b++) {
                merges.add(new Merge(a, b, km[0][a + 1] + km[0][b + 1] - km[a + 1][b + 1]));
            }
        }
        merges.sort(Comparator.comparingDouble(Merge::km).reversed());
        List<List<Integer>> roundOf = new ArrayList<>();
        double[] load = loads.clone();
        for (int i = 0; i < sites; i++) {
            roundOf.add(new ArrayList<>(List.of(i)));
        }
        for (Merge merge : merges) {
            List<Integer> first = roundOf.get(merge.a());
            List<Integer> second = roundOf.get(merge.b());
            boolean fits = first != second
                    && load[first.getFirst()] + load[second.getFirst()] <= capacity + 1e-9
                    && isEnd(first, merge.a())
                    && isEnd(second, merge.b());
            if (fits && merge.km() > 0) {
                join(first, second, merge, roundOf, load);
            }
        }
        return roundOf.stream().distinct().map(round -> smoothed(km, round)).toList();
    }

    private static boolean isEnd(List<Integer> round, int site) {
        return round.getFirst() == site || round.getLast() == site;
    }

    private static void join(
            List<Integer> first, List<Integer> second, Merge merge, List<List<Integer>> roundOf, double[] load) {
        double sum = load[first.getFirst()] + load[second.getFirst()];
        List<Integer> left = first.getLast() == merge.a() ? first : first.reversed();
        List<Integer> right = second.getFirst() == merge.b() ? second : second.reversed();
        List<Integer> joined = new ArrayList<>(left);
        joined.addAll(right);
        for (int site : joined) {
            roundOf.set(site, joined);
            load[site] = sum;
        }
    }

    static double length(double[][] km, List<Integer> round) {
        double sum = 0;
        int before = 0;
        for (int site : round) {
            sum += km[before][site + 1];
            before = site + 1;
        }
        return sum + km[before][0];
    }

    private static List<Integer> smoothed(double[][] km, List<Integer> round) {
        List<Integer> best = round;
        boolean better = true;
        while (better) {
            better = false;
            for (int i = 0; i < best.size() && !better; i++) {
                for (int j = i + 1; j < best.size() && !better; j++) {
                    List<Integer> other = new ArrayList<>(best.subList(0, i));
                    other.addAll(best.subList(i, j + 1).reversed());
                    other.addAll(best.subList(j + 1, best.size()));
                    if (length(km, other) < length(km, best) - 1e-9) {
                        best = other;
                        better = true;
                    }
                }
            }
        }
        return best;
    }
}
