package org.boucle.app.intensity;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.boucle.app.energytwin.Meter;
import org.boucle.app.energytwin.Meters;
import org.boucle.app.store.Database;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.twin.Site;
import org.boucle.core.units.Dimension;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.SeriesKind;

/** A site's load by the hour, and the intensity that it receives as a signal of its own. */
public final class SiteSignals {
    private static final long HOUR = 3_600_000;
    private static final long YEAR = 366 * 24 * HOUR;

    private final TelemetryStore store;
    private final Meters meters;

    public SiteSignals(Database database, TelemetryStore store) {
        this.store = store;
        this.meters = new Meters(database, store.series());
    }

    /** The last year of the site's signal of carbon intensity (g per kWh), if it has one. */
    public Optional<IntensitySeries> intensity(Site site) {
        return meters.of(site).stream()
                .filter(Meter::isIntensity)
                .findFirst()
                .flatMap(meter -> store.lastValue(meter.id()).map(last -> {
                    long to = Math.floorDiv(last.time(), HOUR) * HOUR + HOUR;
                    RollUp rolled = store.rollUp(meter.id(), to - YEAR, to, HOUR);
                    double[] values = new double[rolled.size()];
                    Arrays.setAll(values, i -> rolled.mean(i) / 1000);
                    int first = 0;
                    while (first < values.length - 1 && Double.isNaN(values[first])) {
                        first++;
                    }
                    return IntensitySeries.of(
                            "site",
                            meter.label(),
                            site.country(),
                            "telemetry",
                            meter.series().name(),
                            "",
                            Instant.ofEpochMilli(rolled.time(first)),
                            Arrays.copyOfRange(values, first, values.length));
                }));
    }

    /** The site's electricity in kWh by the hour over a span; NaN where nothing was read. Empty without a meter. */
    public Optional<double[]> load(Site site, Instant from, Instant to) {
        List<Meter> all = meters.of(site);
        List<Meter> whole = of(all, Meter::isSite);
        List<Meter> chosen = whole.isEmpty() ? of(all, Meter::isMachine) : whole.subList(0, 1);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        double[] sum = new double[(int) ((to.toEpochMilli() - from.toEpochMilli() + HOUR - 1) / HOUR)];
        Arrays.fill(sum, Double.NaN);
        for (Meter meter : chosen) {
            RollUp rolled = store.rollUp(meter.id(), from.toEpochMilli(), to.toEpochMilli(), HOUR);
            double factor = kilo(meter);
            for (int i = 0; i < sum.length; i++) {
                boolean known = rolled.count()[i] > 0
                        || (meter.series().kind() != SeriesKind.INTERVAL && rolled.amount()[i] != 0);
                if (known) {
                    sum[i] = (Double.isNaN(sum[i]) ? 0 : sum[i]) + rolled.amount()[i] * factor;
                }
            }
        }
        return Arrays.stream(sum).allMatch(Double::isNaN) ? Optional.empty() : Optional.of(sum);
    }

    private static List<Meter> of(List<Meter> all, Predicate<Meter> role) {
        return all.stream().filter(role).toList();
    }

    private static double kilo(Meter meter) {
        Unit unit = Units.find(meter.series().unit()).orElse(Units.KILOWATT_HOUR);
        boolean power = unit.dimension().equals(Dimension.POWER);
        return unit.factorTo(power ? Units.KILOWATT : Units.KILOWATT_HOUR);
    }
}
