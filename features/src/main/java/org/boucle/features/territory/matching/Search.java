package org.boucle.features.territory.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.boucle.features.territory.inventory.Direction;

/** The search for the best few partners of one flow; walks through one tree after another. */
final class Search {
    /** Bounds are compared with this slack, so that rounding never hides a partner. */
    private static final double SLACK = 1e-9;

    private final Prepared me;
    private final boolean giving;
    private final Weights weights;
    private final int keep;
    private final double[] scores;
    private final Prepared[] partners;
    private final double[] factors = new double[FactorName.values().length];
    private int size;
    private double logWorst = Double.NEGATIVE_INFINITY;
    private Link link;
    private Reach reach;
    private double logCode;
    private double keyLow;
    private double keyHigh;
    private long rated;

    Search(Prepared me, Weights weights, int keep) {
        this.me = me;
        this.giving = me.flow.direction() == Direction.OUT;
        this.weights = weights;
        this.keep = keep;
        scores = new double[keep];
        partners = new Prepared[keep];
    }

    /** Walks through the trees, the most promising first. */
    void walk(List<Walk> walks) {
        double[] bounds = new double[walks.size()];
        Integer[] order = new Integer[walks.size()];
        for (int i = 0; i < bounds.length; i++) {
            turnTo(walks.get(i));
            bounds[i] = walks.get(i).tree().bound(this);
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> -bounds[i]));
        for (int i : order) {
            if (!isWorth(bounds[i])) {
                return;
            }
            turnTo(walks.get(i));
            walks.get(i).tree().search(this);
        }
    }

    private void turnTo(Walk walk) {
        link = walk.link();
        reach = giving ? walk.reach().forDonor(me) : walk.reach();
        logCode = Math.log(giving ? link.code() : Scorer.code(me, link));
        Prepared.Key key = walk.tree().key();
        keyLow = me.low(key);
        keyHigh = me.high(key);
    }

    /** A tree and the ground on which the searching flow is linked to it. */
    record Walk(FlowTree tree, Link link, Reach reach) {}

    Prepared flow() {
        return me;
    }

    double keyLow() {
        return keyLow;
    }

    double keyHigh() {
        return keyHigh;
    }

    /** Logarithm of the amount at which a partner would fit exactly. */
    double logAmount() {
        return giving ? me.logAmount + Math.log(link.ratio()) : me.logAmount - Math.log(link.ratio());
    }

    double bound(double chordKm, double logRatio, double partnerLegal) {
        if (chordKm > reach.gateKm()) {
            return Double.NEGATIVE_INFINITY;
        }
        double legal = giving ? me.legal : partnerLegal;
        return weights.of(FactorName.CODE) * logCode
                + weights.of(FactorName.QUANTITY) * -logRatio
                + weights.of(FactorName.DISTANCE) * -chordKm / reach.decayKm()
                + weights.of(FactorName.LEGAL) * Math.log(legal)
                + weights.of(FactorName.HIERARCHY) * Math.log(link.hierarchy() / 5.0);
    }

    boolean isWorth(double logBound) {
        return logBound > Double.NEGATIVE_INFINITY && (size < keep || logBound + SLACK >= logWorst);
    }

    void offer(Prepared partner) {
        rated++;
        Gate gate = giving
                ? Scorer.rate(me, partner, link, reach, factors)
                : Scorer.rate(partner, me, link, reach, factors);
        if (gate == Gate.OPEN) {
            insert(partner, weights.score(factors));
        }
    }

    private void insert(Prepared partner, double score) {
        if (size == keep && !isBefore(partner, score, partners[size - 1], scores[size - 1])) {
            return;
        }
        int position = size < keep ? size++ : keep - 1;
        while (position > 0 && isBefore(partner, score, partners[position - 1], scores[position - 1])) {
            scores[position] = scores[position - 1];
            partners[position] = partners[position - 1];
            position--;
        }
        scores[position] = score;
        partners[position] = partner;
        if (size == keep) {
            logWorst = Math.log(scores[keep - 1]);
        }
    }

    private static boolean isBefore(Prepared a, double scoreA, Prepared b, double scoreB) {
        return scoreA > scoreB || (scoreA == scoreB && a.flow.id().compareTo(b.flow.id()) < 0);
    }

    /** Pairs rated, to show that they are few. */
    long rated() {
        return rated;
    }

    Candidate[] best() {
        Candidate[] best = new Candidate[size];
        Arrays.setAll(
                best,
                i -> giving
                        ? new Candidate(me.flow.id(), partners[i].flow.id(), scores[i])
                        : new Candidate(partners[i].flow.id(), me.flow.id(), scores[i]));
        return best;
    }
}
