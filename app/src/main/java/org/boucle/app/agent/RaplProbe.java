package org.boucle.app.agent;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boucle.features.itfootprint.measurement.EnergyCounter;
import org.boucle.features.itfootprint.measurement.Reading;

/**
 * Power of processors and memory from the energy counters under {@code /sys/class/powercap}: {@code power.package-0},
 * {@code power.dram-0}, {@code power.psys-0}. The counters may be read by root only.
 */
final class RaplProbe implements Probe {
    /** No processor package draws this much; a faster rise is a counter that was reset. */
    private static final double CEILING_WATTS = 5000;

    private static final class Domain {
        final String series;
        final File energy;
        final EnergyCounter counter;
        long microjoules = -1;
        Moment at = new Moment(0, 0);

        Domain(String series, File energy, EnergyCounter counter) {
            this.series = series;
            this.energy = energy;
            this.counter = counter;
        }
    }

    private final SystemTree tree;
    private final List<Domain> domains = new ArrayList<>();

    RaplProbe(SystemTree tree) {
        this.tree = tree;
        for (String zone : SystemTree.names(tree.sys("class/powercap"))) {
            if (zone.indexOf(':') > 0 && !zone.startsWith("intel-rapl-mmio")) {
                find(zone);
            }
        }
    }

    /** A zone {@code intel-rapl:0} or {@code intel-rapl:0:1} with a file {@code name} such as package-0 or dram. */
    private void find(String zone) {
        String directory = "class/powercap/".concat(zone);
        String name = tree.text(tree.sys(directory.concat("/name")));
        OptionalLong range = tree.number(tree.sys(directory.concat("/max_energy_range_uj")));
        if (name.isEmpty() || range.isEmpty() || range.getAsLong() <= 0) {
            return;
        }
        String numbers = zone.substring(zone.indexOf(':') + 1);
        int end = numbers.indexOf(':');
        String socket = end < 0 ? numbers : numbers.substring(0, end);
        String unique = name.startsWith("package") ? name : name.concat("-").concat(socket);
        domains.add(new Domain(
                "power.".concat(Reading.word(unique)),
                tree.sys(directory.concat("/energy_uj")),
                new EnergyCounter(range.getAsLong())));
    }

    @Override
    public void sample(Moment now, List<Reading> readings) {
        for (int i = 0; i < domains.size(); i++) {
            Domain domain = domains.get(i);
            OptionalLong energy = tree.number(domain.energy);
            if (energy.isEmpty() || energy.getAsLong() < 0 || energy.getAsLong() > domain.counter.rangeMicrojoules()) {
                domain.microjoules = -1;
                continue;
            }
            double seconds = now.secondsSince(domain.at);
            if (domain.microjoules >= 0 && seconds > 0) {
                double ceiling = Math.min(CEILING_WATTS, domain.counter.rangeMicrojoules() / 1e6 / seconds * 0.999);
                OptionalDouble watts = domain.counter.watts(domain.microjoules, energy.getAsLong(), seconds, ceiling);
                if (watts.isPresent()) {
                    readings.add(new Reading(domain.series, now.epochMillis(), watts.getAsDouble(), "W"));
                }
            }
            domain.microjoules = energy.getAsLong();
            domain.at = now;
        }
    }
}
