package org.boucle.features.levers.production01;

import java.util.List;
import java.util.Objects;

/**
 * What the lever knows of a site, all from its own meters.
 *
 * @param weeks weeks of readings behind the figures; fewer than two and nothing is proposed
 * @param waits machines that are left waiting for long
 * @param rests what the site uses while it rests, now and at its best
 * @param rates lines whose energy depends on their rate
 * @param water water used while nobody works
 * @param grid greenhouse gases of a kWh
 */
public record Situation(
        double weeks, List<LongWait> waits, List<RestLoad> rests, List<Rate> rates, List<RestWater> water, Grid grid) {
    /**
     * Energy of a machine in waits longer than an hour, kept on or hot without making anything.
     *
     * @param machine its name
     * @param weekly energy of each observed week, in kWh
     */
    public record LongWait(String machine, List<Double> weekly) {
        public LongWait {
            weekly = List.copyOf(weekly);
        }
    }

    /**
     * Power of the site while it rests.
     *
     * @param now median of the last week's nights, in kW
     * @param best power that a tenth of the nights of the last months did not reach, in kW
     * @param spread standard deviation from night to night, in kW
     * @param hours hours of rest in a year
     */
    public record RestLoad(double now, double best, double spread, double hours) {}

    /**
     * A line at its usual and at its thriftiest rate seen, for the quantity of a year.
     *
     * @param line its name
     * @param usualRate units per hour as it usually runs
     * @param bestRate units per hour at which a unit takes least energy
     * @param usual energy of a year at the usual rate, in kWh
     * @param best energy of a year at the best rate, in kWh
     * @param halfWidth half width of the 95 % interval of the difference, in kWh
     */
    public record Rate(String line, double usualRate, double bestRate, double usual, double best, double halfWidth) {}

    /** Water used outside working hours in each observed week, in m³. */
    public record RestWater(String meter, List<Double> weekly) {
        public RestWater {
            weekly = List.copyOf(weekly);
        }
    }

    /** Greenhouse gases of a kWh from the grid in kg CO2e, with its 95 % interval and source. */
    public record Grid(double value, double low, double high, String source) {}

    public Situation {
        waits = List.copyOf(waits);
        rests = List.copyOf(rests);
        rates = List.copyOf(rates);
        water = List.copyOf(water);
        Objects.requireNonNull(grid, "grid");
    }
}
