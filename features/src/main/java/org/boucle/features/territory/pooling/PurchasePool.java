package org.boucle.features.territory.pooling;

import java.util.ArrayList;
import java.util.List;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.sharing.Shapley;

/**
 * Buying together: the price that the common amount reaches, against what each pays today, and each member's share of
 * the gain (Shapley value over all groups, exact: pools have at most eleven members).
 *
 * @param supplier of the best offer; empty where no offer is known and the best price paid today is the yardstick
 * @param eurPerUnit reached together
 * @param eurToday of all members a year, by declared prices, else by the best offer for each alone, else by the table
 */
public record PurchasePool(
        List<Member> members, String supplier, double eurPerUnit, double eurToday, double eurTogether) {
    public PurchasePool {
        members = List.copyOf(members);
    }

    /**
     * One buyer.
     *
     * @param eurToday a year
     * @param gain its share of what is saved, EUR a year
     * @param joins whether the whole is best with it; one that pays less than any offer stays apart
     */
    public record Member(String flow, double perYear, double eurToday, double gain, boolean joins) {}

    public double saved() {
        return eurToday - eurTogether;
    }

    /** @param tablePrice EUR per unit where nobody says a price */
    public static PurchasePool of(List<Flow> flows, List<GroupPurchase.Offer> offers, double tablePrice) {
        double[] amounts = flows.stream().mapToDouble(Flow::perYear).toArray();
        double[] today = new double[amounts.length];
        for (int i = 0; i < today.length; i++) {
            today[i] = today(flows.get(i), offers, tablePrice);
        }
        double all = sum(amounts, (1 << amounts.length) - 1);
        double paid = sum(today, (1 << amounts.length) - 1);
        if (offers.isEmpty()) {
            return byBestPrice(flows, amounts, today, all, paid);
        }
        double[] worth = values(amounts, today, offers);
        int group = bestGroup(worth, amounts, today, offers);
        Shapley shares = Shapley.exact(amounts.length, worth);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            boolean joins = (group & 1 << i) != 0;
            members.add(new Member(flows.get(i).id(), amounts[i], today[i], shares.shares()[i], joins));
        }
        double common = sum(amounts, group);
        GroupPurchase.Offer best = best(offers, common);
        return new PurchasePool(
                members,
                group == 0 ? "" : best.supplier(),
                group == 0 ? paid / all : best.eur(common) / common,
                paid,
                paid - worth[worth.length - 1]);
    }

    /** The smallest group that gains as much as all together could. */
    private static int bestGroup(double[] worth, double[] amounts, double[] today, List<GroupPurchase.Offer> offers) {
        double most = worth[worth.length - 1];
        int found = 0;
        for (int mask = 1; mask < worth.length && most > 0; mask++) {
            double gain = sum(today, mask) - best(offers, sum(amounts, mask)).eur(sum(amounts, mask));
            boolean isSmaller = found == 0 || Integer.bitCount(mask) < Integer.bitCount(found);
            found = gain >= most - 1e-9 * Math.abs(most) && isSmaller ? mask : found;
        }
        return found;
    }

    /** What a group gains: it may leave out who pays less already. */
    private static double[] values(double[] amounts, double[] today, List<GroupPurchase.Offer> offers) {
        double[] worth = new double[1 << amounts.length];
        for (int mask = 1; mask < worth.length; mask++) {
            double amount = sum(amounts, mask);
            double gain = Math.max(0, sum(today, mask) - best(offers, amount).eur(amount));
            for (int i = 0; i < amounts.length; i++) {
                gain = (mask & 1 << i) == 0 ? gain : Math.max(gain, worth[mask ^ 1 << i]);
            }
            worth[mask] = gain;
        }
        return worth;
    }

    private static GroupPurchase.Offer best(List<GroupPurchase.Offer> offers, double amount) {
        return offers.stream()
                .min(java.util.Comparator.comparingDouble(offer -> offer.eur(amount)))
                .orElseThrow();
    }

    private static double today(Flow flow, List<GroupPurchase.Offer> offers, double tablePrice) {
        if (flow.terms().eurPerUnit() > 0) {
            return flow.terms().eurPerUnit() * flow.perYear();
        }
        return offers.stream()
                .mapToDouble(offer -> offer.eur(flow.perYear()))
                .min()
                .orElse(tablePrice * flow.perYear());
    }

    private static PurchasePool byBestPrice(
            List<Flow> flows, double[] amounts, double[] today, double all, double paid) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < amounts.length; i++) {
            least = Math.min(least, today[i] / amounts[i]);
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            members.add(new Member(flows.get(i).id(), amounts[i], today[i], today[i] - least * amounts[i], true));
        }
        return new PurchasePool(members, "", least, paid, least * all);
    }

    private static double sum(double[] values, int mask) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (mask & 1 << i) == 0 ? 0 : values[i];
        }
        return sum;
    }
}
