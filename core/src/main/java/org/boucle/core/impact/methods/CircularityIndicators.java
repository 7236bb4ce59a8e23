package org.boucle.core.impact.methods;

import java.util.List;

/**
 * The core circularity indicators of ISO 59020:2024, Annex A, in per cent unless said otherwise. An inflow belongs to one
 * of reused, recycled, renewable and virgin non-renewable, so its parts sum to 1.
 */
public final class CircularityIndicators {
    private CircularityIndicators() {}

    /** A flow of matter coming in, kg and its parts. */
    public record Inflow(double kilograms, double reused, double recycled, double renewable) {
        public Inflow {
            boolean sound = kilograms >= 0
                    && reused >= 0
                    && recycled >= 0
                    && renewable >= 0
                    && reused + recycled + renewable <= 1 + 1e-12;
            if (!sound) {
                throw new IllegalArgumentException("Parts of an inflow must not be negative nor exceed 1 together: "
                        + reused + ", " + recycled + ", " + renewable + ". Maybe a mass was counted twice.");
            }
        }
    }

    /**
     * A flow of matter going out.
     *
     * @param lifetimeRatio life against the average of the trade, 1 where it is no product
     * @param reused kg actually reused
     * @param recycled kg of recycled matter actually obtained, after collection, sorting and yield
     * @param biological kg safely returned to the biological cycle
     */
    public record Outflow(double kilograms, double lifetimeRatio, double reused, double recycled, double biological) {
        public Outflow {
            if (!(kilograms >= 0
                    && reused >= 0
                    && recycled >= 0
                    && biological >= 0
                    && reused + recycled + biological <= kilograms * (1 + 1e-12))) {
                throw new IllegalArgumentException("More came back than went out: " + reused + " + " + recycled + " + "
                        + biological + " of " + kilograms + " kg");
            }
        }
    }

    /** A.1 average reused content of the inflow. */
    public static double reusedContent(List<Inflow> inflows) {
        return 100
                * ratio(
                        inflows.stream()
                                .mapToDouble(i -> i.kilograms() * i.reused())
                                .sum(),
                        mass(inflows));
    }

    /** A.2 average recycled content of the inflow. */
    public static double recycledContent(List<Inflow> inflows) {
        return 100
                * ratio(
                        inflows.stream()
                                .mapToDouble(i -> i.kilograms() * i.recycled())
                                .sum(),
                        mass(inflows));
    }

    /** A.3 average renewable content of the inflow. */
    public static double renewableContent(List<Inflow> inflows) {
        return 100
                * ratio(
                        inflows.stream()
                                .mapToDouble(i -> i.kilograms() * i.renewable())
                                .sum(),
                        mass(inflows));
    }

    /** A.4 average lifetime of products against their trade's average, a ratio weighted by mass. */
    public static double lifetimeRatio(List<Outflow> outflows) {
        return ratio(
                outflows.stream()
                        .mapToDouble(o -> o.kilograms() * o.lifetimeRatio())
                        .sum(),
                massOut(outflows));
    }

    /** A.5 actually reused products and components of the outflow. */
    public static double reusedOutflow(List<Outflow> outflows) {
        return 100 * ratio(outflows.stream().mapToDouble(Outflow::reused).sum(), massOut(outflows));
    }

    /** A.6 actually recycled matter of the outflow. */
    public static double recycledOutflow(List<Outflow> outflows) {
        return 100 * ratio(outflows.stream().mapToDouble(Outflow::recycled).sum(), massOut(outflows));
    }

    /** A.7 actual recirculation of the outflow in the biological cycle. */
    public static double biologicalOutflow(List<Outflow> outflows) {
        return 100 * ratio(outflows.stream().mapToDouble(Outflow::biological).sum(), massOut(outflows));
    }

    /** A.8 renewable part of the energy consumed. */
    public static double renewableEnergy(double renewable, double total) {
        return 100 * ratio(renewable, total);
    }

    /** A.9 water withdrawn from circular sources; A.10 alike for water discharged to the required quality. */
    public static double circularWater(double circular, double total) {
        return 100 * ratio(circular, total);
    }

    /** A.11 ratio of internal reuse of water: recirculated over withdrawn. */
    public static double waterReuse(double recirculated, double withdrawn) {
        return ratio(recirculated, withdrawn);
    }

    /** A.12 material productivity: revenue per kilogram of inflow. */
    public static double materialProductivity(double revenue, double kilograms) {
        return ratio(revenue, kilograms);
    }

    /** A.13 resource intensity: inflow per unit of output against that of the base year, 1 where nothing changed. */
    public static double resourceIntensity(double inflow, double output, double baseInflow, double baseOutput) {
        return ratio(ratio(inflow, output), ratio(baseInflow, baseOutput));
    }

    private static double mass(List<Inflow> inflows) {
        return inflows.stream().mapToDouble(Inflow::kilograms).sum();
    }

    private static double massOut(List<Outflow> outflows) {
        return outflows.stream().mapToDouble(Outflow::kilograms).sum();
    }

    private static double ratio(double part, double whole) {
        if (!(whole > 0)) {
            throw new IllegalArgumentException("Nothing to relate to: " + part + " over " + whole
                    + ". Maybe the indicator does not apply to this system.");
        }
        return part / whole;
    }
}
