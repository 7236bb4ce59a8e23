package org.boucle.features.energyindex;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A new reference audit: every reference specific consumption established on a new reference year, such that they close
 * exactly on the energy really recorded, {@code sum e_r,i P_r,i = E_r}.
 *
 * @param year the new reference year r
 * @param perUnit new reference specific consumption by post, in the agreement's energy unit per unit
 */
public record Recalibration(int year, Map<String, Double> perUnit, String evidence) {

    public Recalibration {
        perUnit = Checks.ordered(perUnit);
        perUnit.forEach((post, e) -> Checks.nonNegative(e, "recalibrated specific consumption of " + post));
        evidence = evidence.strip();
    }

    /**
     * Closes a proposal on the energy of the year: rows with a sub-meter get what it measured, the others share the rest
     * in proportion to their audited (or, without audit, their old) specific consumptions.
     *
     * @param audited proposed specific consumptions by post; may be empty
     * @throws IllegalStateException where the year has no index to close on
     */
    public static Recalibration closing(SiteYear year, Map<String, Double> audited, String evidence) {
        double energy = requireClosable(year);
        boolean trustMeters = metersFit(year, energy);
        double measured = 0;
        double proposed = 0;
        for (PostLine line : year.lines()) {
            if (trustMeters && isMetered(line)) {
                measured += line.metered().getAsDouble();
            } else {
                proposed += proposal(line, audited) * line.quantity().orElse(0);
            }
        }
        double factor = proposed > 0 ? (energy - measured) / proposed : 1;
        Map<String, Double> closed = new LinkedHashMap<>();
        for (PostLine line : year.lines()) {
            boolean own = trustMeters && isMetered(line);
            closed.put(
                    line.post().id(),
                    own ? line.specificConsumption().getAsDouble() : proposal(line, audited) * factor);
        }
        return new Recalibration(year.year(), closed, evidence);
    }

    private static double requireClosable(SiteYear year) {
        OptionalDouble energy = year.energy();
        if (year.index().percent().isEmpty() || energy.isEmpty()) {
            throw new IllegalStateException("Site " + year.site() + " has no index in " + year.year()
                    + " to recalibrate on. Maybe its energy or a quantity is missing?");
        }
        return energy.getAsDouble();
    }

    /** Meters are used only where they leave a rest for the unmetered rows, and leave none where there is no such row. */
    private static boolean metersFit(SiteYear year, double energy) {
        double measured = 0;
        boolean all = true;
        for (PostLine line : year.lines()) {
            boolean metered = isMetered(line);
            measured += metered ? line.metered().getAsDouble() : 0;
            all &= metered || line.theoretical() == 0;
        }
        return all ? measured == energy : measured < energy;
    }

    private static boolean isMetered(PostLine line) {
        return line.specificConsumption().isPresent();
    }

    private static double proposal(PostLine line, Map<String, Double> audited) {
        Double own = audited.get(line.post().id());
        return own != null
                ? own
                : line.reference().map(ReferenceConsumption::perUnit).orElse(0.0);
    }

    /** {@code sum e_r,i P_t,i} of a year's rows; a row unknown at the recalibration keeps its own reference. */
    double theoretical(SiteYear year) {
        double sum = 0;
        for (PostLine line : year.lines()) {
            Double own = perUnit.get(line.post().id());
            sum += own != null ? own * line.quantity().orElse(0) : line.theoretical();
        }
        return sum;
    }
}
