package org.boucle.features.territory.indicators;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.inventory.LegalStatus;

/**
 * Indicators of a territory for a set of exchanges (specification §7).
 *
 * @param exchangedTonnes matter exchanged, t/a
 * @param symbiosisRate exchanged over all outgoing matter
 * @param circularity matter needed that comes from exchanges, over all matter needed
 * @param connectance links between sites over all that are possible
 * @param landfillDiverted waste kept from the ground, t/a
 * @param water exchanged, m³/a
 * @param heat exchanged, MWh/a
 * @param jobs in collection and preparation, full-time equivalents
 * @param worstSite site whose closing would cost most
 * @param robustness share of the gain that stays if that site closes
 * @param localShare share of the exchanged matter that goes no farther than 30 km
 * @param socialShare share of exchanges with a structure of the social economy
 */
public record Indicators(
        double exchangedTonnes,
        double symbiosisRate,
        double circularity,
        double connectance,
        double landfillDiverted,
        double water,
        double heat,
        double eur,
        double kgCo2e,
        double jobs,
        String worstSite,
        double robustness,
        double localShare,
        double socialShare) {
    private static final double LOCAL_KM = 30;

    /**
     * One exchange that runs or is chosen.
     *
     * @param amount given per year
     * @param ratio units of the need covered per unit given
     */
    public record Exchange(String out, String in, double amount, double ratio, double eur, double kgCo2e) {}

    public static Indicators of(Inventory inventory, Catalog catalog, List<Exchange> exchanges) {
        Sums sums = new Sums();
        for (Exchange exchange : exchanges) {
            sums.add(inventory, catalog, exchange);
        }
        double outgoing = total(inventory, Direction.OUT);
        double needed = total(inventory, Direction.IN);
        int sites = inventory.sites().size();
        String worst = sums.bySite.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        double lost = sums.bySite.getOrDefault(worst, 0.0);
        return new Indicators(
                sums.tonnes,
                share(sums.tonnes, outgoing),
                share(sums.covered, needed),
                share(sums.pairs.size(), (double) sites * (sites - 1)),
                sums.diverted,
                sums.water,
                sums.heat,
                sums.eur,
                sums.kg,
                sums.tonnes / 1000 * catalog.economics().get("jobs_per_kt"),
                worst,
                sums.eur > 0 ? Math.max(0, 1 - lost / sums.eur) : 1,
                share(sums.local, sums.tonnes),
                share(sums.social, exchanges.size()));
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    private static double total(Inventory inventory, Direction direction) {
        return inventory.flows(direction).stream()
                .filter(flow -> flow.kind() == FlowKind.MATERIAL)
                .mapToDouble(Flow::perYear)
                .sum();
    }

    private static final class Sums {
        private double tonnes;
        private double covered;
        private double diverted;
        private double water;
        private double heat;
        private double eur;
        private double kg;
        private double local;
        private double social;
        private final Set<String> pairs = new HashSet<>();
        private final Map<String, Double> bySite = new HashMap<>();

        void add(Inventory inventory, Catalog catalog, Exchange exchange) {
            Flow out = inventory.flow(exchange.out());
            Flow in = inventory.flow(exchange.in());
            double km = inventory.siteOf(out).place().kmTo(inventory.siteOf(in).place());
            eur += exchange.eur();
            kg += exchange.kgCo2e();
            pairs.add(out.site() + " " + in.site());
            bySite.merge(out.site(), exchange.eur(), Double::sum);
            bySite.merge(in.site(), exchange.eur(), Double::sum);
            if (inventory.siteOf(out).socialEconomy() || inventory.siteOf(in).socialEconomy()) {
                social++;
            }
            switch (out.kind()) {
                case MATERIAL -> matter(catalog, out, exchange, km);
                case WATER -> water += exchange.amount();
                case HEAT -> heat += exchange.amount();
                case ELECTRICITY, GAS, SERVICE, SPACE, SKILL, EQUIPMENT -> {}
            }
        }

        private void matter(Catalog catalog, Flow out, Exchange exchange, double km) {
            tonnes += exchange.amount();
            covered += exchange.amount() * exchange.ratio();
            local += km <= LOCAL_KM ? exchange.amount() : 0;
            boolean toGround = catalog.findOperation(out.terms().operation())
                    .map(operation -> operation.isLandfill())
                    .orElse(false);
            diverted += toGround && out.status() == LegalStatus.WASTE ? exchange.amount() : 0;
        }
    }
}
