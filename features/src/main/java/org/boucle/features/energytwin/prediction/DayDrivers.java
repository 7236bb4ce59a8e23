package org.boucle.features.energytwin.prediction;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a day before it begins: the calendar, the production plan and the weather forecast as it was
 * published. Never what was measured on the day itself.
 *
 * @param closed days on which the site is announced closed (public holidays, annual closure)
 * @param planned named daily quantities known beforehand (tonnes planned, forecast mean temperature in °C…); every name
 *     becomes a column of the model; a day that a map does not hold is unknown
 */
public record DayDrivers(Set<LocalDate> closed, Map<String, Map<LocalDate, Double>> planned) {
    public DayDrivers {
        closed = Set.copyOf(closed);
        planned = planned.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> Map.copyOf(Objects.requireNonNull(entry.getValue()))));
    }

    /** Nothing known but the date. */
    public static DayDrivers none() {
        return new DayDrivers(Set.of(), Map.of());
    }

    /** Names of the planned quantities in a fixed order. */
    public List<String> names() {
        return planned.keySet().stream().sorted().toList();
    }

    /** The planned quantities of a day in the order of {@link #names()}, {@code NaN} where unknown. */
    public double[] of(LocalDate day) {
        return names().stream()
                .mapToDouble(name -> planned.get(name).getOrDefault(day, Double.NaN))
                .toArray();
    }

    public boolean isClosed(LocalDate day) {
        return closed.contains(day);
    }

    /** Column names, for messages. */
    @Override
    public String toString() {
        return "DayDrivers[" + closed.size() + " closed days, " + Arrays.toString(names().toArray()) + "]";
    }
}
