package org.boucle.features.energytwin.cost;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A supply contract by time of use.
 *
 * @param name name of the contract
 * @param currency currency of the prices, for example EUR
 * @param periods the first period that matches a time gives its price; the last one should match always
 * @param contracted contracted power in kW
 * @param perKwYear price of a contracted kW and year
 */
public record Tariff(String name, String currency, List<Period> periods, double contracted, double perKwYear) {

    /**
     * Hours with one price.
     *
     * @param name name of the period
     * @param months months 1 to 12 in which it applies
     * @param days days of the week on which it applies
     * @param fromHour first hour, 0 to 23
     * @param toHour hour before which it ends, 1 to 24; earlier than {@code fromHour} where it passes midnight
     * @param price price of one kWh
     */
    public record Period(
            String name, Set<Integer> months, Set<DayOfWeek> days, int fromHour, int toHour, double price) {
        public Period {
            Objects.requireNonNull(name, "name");
            months = Set.copyOf(months);
            days = Set.copyOf(days);
            if (fromHour < 0 || fromHour > 23 || toHour < 0 || toHour > 24) {
                throw new IllegalArgumentException("period " + name + " from " + fromHour + " to " + toHour);
            }
        }

        boolean matches(LocalDateTime time) {
            int hour = time.getHour();
            boolean inside = fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
            return inside && months.contains(time.getMonthValue()) && days.contains(time.getDayOfWeek());
        }
    }

    public Tariff {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("tariff " + name + " has no period");
        }
    }

    /** The period of a local time; a tariff with a hole is refused when the hole is met. */
    public Period at(LocalDateTime time) {
        return periods.stream()
                .filter(period -> period.matches(time))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "tariff " + name + " says nothing of " + time + ". Maybe add a period for the rest?"));
    }
}
