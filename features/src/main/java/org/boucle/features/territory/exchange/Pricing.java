package org.boucle.features.territory.exchange;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.linear.Outcome;

/**
 * Column generation over the links of a large single-period problem without hubs. With prices {@code u} of donors and
 * {@code v} of receivers, not negative, no plan earns more than
 * {@code Σ a u + Σ d v + Σ most · max(0, c − u − ratio · v)} over all links (weak duality), where {@code c} is the gain
 * per unit with the fixed cost spread over the most that the link can carry.
 */
final class Pricing {
    private static final int FIRST_OF_EACH = 4;
    private static final int ADDED_PER_DONOR = 4;
    private static final int KEPT_PER_DONOR = 4;

    private final ExchangeProblem problem;
    private final double[] gain;
    private final double[] most;
    private final BitSet chosen = new BitSet();

    Pricing(ExchangeProblem problem) {
        this.problem = problem;
        int links = problem.links().size();
        gain = new double[links];
        most = new double[links];
        for (int i = 0; i < links; i++) {
            Link link = problem.links().get(i);
            double give = problem.donors().get(link.from().index()).available().getFirst();
            double take = problem.receivers().get(link.to().index()).demand().getFirst() / link.ratio();
            most[i] = Math.min(link.most(), Math.min(give, take));
            gain[i] = most[i] > 0 ? link.eurPerUnit() - link.fixedEur() / most[i] : -1;
        }
        chooseBestOfEach();
    }

    private void chooseBestOfEach() {
        int[] given = new int[problem.donors().size()];
        int[] taken = new int[problem.receivers().size()];
        for (int i : byFalling(worth(new double[0]))) {
            int donor = problem.links().get(i).from().index();
            int receiver = problem.links().get(i).to().index();
            if (given[donor] < FIRST_OF_EACH || taken[receiver] < FIRST_OF_EACH) {
                given[donor]++;
                taken[receiver]++;
                chosen.set(i);
            }
        }
    }

    /** What each link could add at the prices, EUR a year; all prices 0 where none are given. */
    private double[] worth(double[] prices) {
        double[] worth = new double[gain.length];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = reduced(i, prices) * most[i];
        }
        return worth;
    }

    private double reduced(int i, double[] prices) {
        if (prices.length == 0) {
            return gain[i];
        }
        Link link = problem.links().get(i);
        double donor = Math.max(0, prices[link.from().index()]);
        double receiver = Math.max(0, prices[problem.donors().size() + link.to().index()]);
        return gain[i] - donor - link.ratio() * receiver;
    }

    private static List<Integer> byFalling(double[] worth) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < worth.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -worth[i]));
        return order;
    }

    /** The links looked at so far, by number. */
    List<Integer> links() {
        return chosen.stream().boxed().toList();
    }

    /** The proven bound at these prices of the rows of {@link Relaxation}: donors, then receivers. */
    double bound(double[] prices) {
        double bound = 0;
        int donors = problem.donors().size();
        for (int row = 0; row < prices.length; row++) {
            double amount = row < donors
                    ? problem.donors().get(row).available().getFirst()
                    : problem.receivers().get(row - donors).demand().getFirst();
            bound += Math.max(0, prices[row]) * amount;
        }
        for (double each : worth(prices)) {
            bound += Math.max(0, each);
        }
        return bound;
    }

    /** Takes in the links that the prices undervalue, the best few of each donor; answers how many. */
    int extend(double[] prices) {
        double[] worth = worth(prices);
        int[] added = new int[problem.donors().size()];
        int count = 0;
        for (int i : byFalling(worth)) {
            if (worth[i] <= 1e-6) {
                break;
            }
            int donor = problem.links().get(i).from().index();
            if (!chosen.get(i) && added[donor] < ADDED_PER_DONOR) {
                added[donor]++;
                chosen.set(i);
                count++;
            }
        }
        return count;
    }

    /** The links that the relaxation uses, and for each donor the few that come nearest to being used. */
    List<Integer> promising(Outcome.Solved relaxed) {
        double[] worth = worth(relaxed.prices());
        BitSet kept = new BitSet();
        List<Integer> looked = links();
        for (int k = 0; k < looked.size(); k++) {
            if (relaxed.point()[k] > 1e-7) {
                kept.set(looked.get(k));
            }
        }
        int[] near = new int[problem.donors().size()];
        for (int i : byFalling(worth)) {
            Link link = problem.links().get(i);
            boolean isNear = worth[i] > -link.fixedEur();
            if (isNear && near[link.from().index()]++ < KEPT_PER_DONOR) {
                kept.set(i);
            }
        }
        return kept.stream().boxed().toList();
    }
}
