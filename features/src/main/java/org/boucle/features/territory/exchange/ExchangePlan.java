package org.boucle.features.territory.exchange;

import java.util.List;

/**
 * Which links run, with how much.
 *
 * @param eur gain per year
 * @param eurBound proven: no plan earns more
 * @param kgCo2e avoided per year
 */
public record ExchangePlan(List<Run> runs, List<String> hubs, double eur, double eurBound, double kgCo2e) {
    public ExchangePlan {
        runs = List.copyOf(runs);
        hubs = List.copyOf(hubs);
    }

    /**
     * A link that runs.
     *
     * @param link its number in the problem
     * @param perPeriod units given in each period
     * @param eur gain of this link per year, its fixed cost taken off
     */
    public record Run(int link, List<Double> perPeriod, double eur, double kgCo2e) {
        public Run {
            perPeriod = List.copyOf(perPeriod);
        }

        /** Units given over all periods. */
        public double total() {
            return perPeriod.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Share of the gain that is not proven best. */
    public double gap() {
        return Math.abs(eurBound - eur) <= 1e-6 ? 0 : Math.abs(eurBound - eur) / Math.max(1e-9, Math.abs(eur));
    }
}
