package org.boucle.features.levers.indus02;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.core.scenario.NetBenefit.Figure;

/**
 * The digital kit recorded on a site.
 *
 * @param kit line by line
 * @param own greenhouse gases of the twin itself in a year, in kg CO2e
 * @param ownSource how that is known
 */
public record Situation(List<Kit> kit, Figure own, String ownSource) {
    /** What a line is. */
    public enum Kind {
        TERMINAL,
        SERVER,
        CLOUD
    }

    /**
     * A line of the inventory; all figures for one unit and one year.
     *
     * @param label name in the inventory
     * @param quantity units
     * @param lifeYears from buying to replacing
     * @param making kg CO2e of making, spread over the life
     * @param use kg CO2e of use
     * @param energy kWh of use
     * @param kilograms mass of metals and plastics in one unit, 0 where unknown
     * @param load mean load in %, where it is known
     * @param denser the same unit busier, for servers whose load is known
     * @param move a cleaner place, for the cloud
     * @param refurbishedFactor making of a refurbished unit over that of a new one
     * @param source where the figures come from
     */
    public record Kit(
            String label,
            Kind kind,
            double quantity,
            double lifeYears,
            Figure making,
            Figure use,
            double energy,
            double kilograms,
            OptionalDouble load,
            Optional<Denser> denser,
            Optional<Move> move,
            double refurbishedFactor,
            String source) {
        public Kit {
            if (!(quantity >= 0 && lifeYears > 0 && energy >= 0 && kilograms >= 0 && refurbishedFactor >= 0)) {
                throw new IllegalArgumentException("Kit " + label + ": quantity " + quantity + ", life " + lifeYears
                        + ", energy " + energy + ". Maybe a unit is wrong.");
            }
        }
    }

    /** A unit at a higher load: kg CO2e and kWh of use in a year. */
    public record Denser(double load, Figure use, double energy) {}

    /** The same unit elsewhere: kg CO2e of use in a year there. */
    public record Move(String place, Figure use) {}

    public Situation {
        kit = List.copyOf(kit);
    }
}
