package org.boucle.app.territory;

import java.util.Arrays;
import java.util.List;

/** A plain maximum-gain flow between donors and receivers by longest augmenting paths (Bellman and Ford). */
final class PlainFlow {
    private PlainFlow() {}

    /** @param links from, to, gain per unit; amounts are written into {@code sent} */
    static double most(List<double[]> links, double[] give, double[] take, double[] sent) {
        double[] left = give.clone();
        double[] need = take.clone();
        double slack = 1e-9 * (Arrays.stream(give).sum() + Arrays.stream(take).sum());
        double total = 0;
        for (int round = 0; round < 1_000; round++) {
            int donors = left.length;
            double[] gain = new double[donors + need.length];
            int[] by = new int[gain.length];
            Arrays.fill(gain, Double.NEGATIVE_INFINITY);
            Arrays.fill(by, -1);
            for (int d = 0; d < donors; d++) {
                gain[d] = left[d] > slack ? 0 : Double.NEGATIVE_INFINITY;
            }
            for (int pass = 0; pass < gain.length; pass++) {
                for (int i = 0; i < links.size(); i++) {
                    int d = (int) links.get(i)[0];
                    int r = donors + (int) links.get(i)[1];
                    if (gain[d] + links.get(i)[2] > gain[r] + 1e-12) {
                        gain[r] = gain[d] + links.get(i)[2];
                        by[r] = i;
                    }
                    if (sent[i] > slack && gain[r] - links.get(i)[2] > gain[d] + 1e-12) {
                        gain[d] = gain[r] - links.get(i)[2];
                        by[d] = i;
                    }
                }
            }
            int end = -1;
            for (int r = 0; r < need.length; r++) {
                if (need[r] > slack && gain[donors + r] > 1e-12 && (end < 0 || gain[donors + r] > gain[donors + end])) {
                    end = r;
                }
            }
            if (end < 0) {
                return total;
            }
            total += augment(links, left, need, sent, by, end, gain[donors + end]);
        }
        throw new IllegalStateException("no end");
    }

    private static double augment(
            List<double[]> links, double[] left, double[] need, double[] sent, int[] by, int end, double gain) {
        int donors = left.length;
        double amount = need[end];
        int node = donors + end;
        while (by[node] >= 0) {
            double[] link = links.get(by[node]);
            boolean forward = node >= donors;
            amount = forward ? amount : Math.min(amount, sent[by[node]]);
            node = forward ? (int) link[0] : donors + (int) link[1];
        }
        amount = Math.min(amount, left[node]);
        left[node] -= amount;
        need[end] -= amount;
        node = donors + end;
        while (by[node] >= 0) {
            boolean forward = node >= donors;
            sent[by[node]] += forward ? amount : -amount;
            double[] link = links.get(by[node]);
            node = forward ? (int) link[0] : donors + (int) link[1];
        }
        return amount * gain;
    }
}
