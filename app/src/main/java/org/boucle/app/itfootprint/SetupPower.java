package org.boucle.app.itfootprint;

import java.util.Optional;
import org.boucle.core.input.Issues;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.DiskPower;
import org.boucle.features.itfootprint.PowerChain;

/** What a set-up says of power supplies and disks, laid over the power of the server's model. */
final class SetupPower {
    /** Rated power of each of two supplies where nothing is said, in W. */
    private static final double USUAL_WATTS = 800;

    private static final int SUPPLIES = 2;

    private SetupPower() {}

    /** Adds what is wrong with the fields. */
    static void check(Setup setup, Issues issues) {
        rated(setup, issues);
        busy(setup, issues);
    }

    private static Optional<Double> rated(Setup setup, Issues issues) {
        return setup.number("psu_watts", 1, 1e5, issues);
    }

    private static double busy(Setup setup, Issues issues) {
        return setup.number("disk_busy", 0, 100, issues).orElse(0.0) / 100;
    }

    /** Disks at work first, for the model holds them at rest; then the supplies, two that share the load. */
    static Assessment of(Setup setup, Assessment server) {
        Issues checked = new Issues();
        double busy = busy(setup, checked);
        Assessment working = busy == 0 ? server : disks(setup, server, busy);
        String level = setup.fields().getOrDefault("psu_level", "");
        return level.isEmpty()
                ? working
                : PowerChain.supplied(working, level, rated(setup, checked).orElse(USUAL_WATTS), SUPPLIES);
    }

    private static Assessment disks(Setup setup, Assessment server, double busy) {
        Issues checked = new Issues();
        double disks = setup.number("hdd_units", 0, 1e4, checked).orElse(0.0);
        double flash = setup.number("ssd_units", 0, 1e4, checked).orElse(disks > 0 ? 0.0 : 1.0);
        DiskPower power = DiskPower.shipped();
        return PowerChain.adding(
                server,
                power.drive("ssd")
                        .extra(busy)
                        .times(flash)
                        .plus(power.drive("hdd").extra(busy).times(disks)));
    }
}
