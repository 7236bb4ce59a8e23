package org.boucle.features.itfootprint.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The power of the whole machine, chosen from what was measured at one moment.
 *
 * <p>The widest meter wins: a plug sees power supplies, fans and disks, the platform counter most of the board, the
 * processor counters only processors and memory. Counters of the same kind add up; kinds never do, for one contains the
 * other.
 */
public final class MeasuredMachine {
    private static final String[] WIDEST_FIRST = {
        "power.shelly",
        "power.meter",
        "power.dcmi",
        "power.ipmi",
        "power.acpi",
        "power.battery",
        "power.psys",
        "power.host"
    };

    private MeasuredMachine() {}

    /**
     * @param watts power in W
     * @param sources the series that were added up
     */
    public record Power(double watts, List<String> sources) {
        public Power {
            sources = List.copyOf(sources);
        }
    }

    /** The machine's power, empty where no meter spoke. */
    public static Optional<Power> of(List<Reading> readings) {
        for (String kind : WIDEST_FIRST) {
            Optional<Power> power = sum(readings, kind);
            if (power.isPresent()) {
                return power;
            }
        }
        List<String> sources = new ArrayList<>();
        OptionalDouble packages = add(readings, "power.package", sources);
        OptionalDouble memory = add(readings, "power.dram", sources);
        return packages.isEmpty()
                ? Optional.empty()
                : Optional.of(new Power(packages.getAsDouble() + memory.orElse(0), sources));
    }

    private static Optional<Power> sum(List<Reading> readings, String kind) {
        List<String> sources = new ArrayList<>();
        OptionalDouble watts = add(readings, kind, sources);
        return watts.isPresent() ? Optional.of(new Power(watts.getAsDouble(), sources)) : Optional.empty();
    }

    private static OptionalDouble add(List<Reading> readings, String kind, List<String> sources) {
        double total = 0;
        boolean found = false;
        for (Reading reading : readings) {
            String series = reading.series();
            boolean same = series.equals(kind) || series.startsWith(kind) && series.charAt(kind.length()) == '-';
            if (same && reading.unit().equals("W")) {
                total += reading.value();
                sources.add(series);
                found = true;
            }
        }
        return found ? OptionalDouble.of(total) : OptionalDouble.empty();
    }
}
