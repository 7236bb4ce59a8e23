package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.telemetry.LastValue;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.telemetry.RollUp;
import org.boucle.features.telemetry.SeriesKind;

/** Load curves and last values out of the store. */
final class Readings {
    private final TelemetryStore store;

    Readings(TelemetryStore store) {
        this.store = store;
    }

    TelemetryStore store() {
        return store;
    }

    /**
     * The site's present: the time of its newest reading, so that an imported year of the past can be looked at as if it
     * were today. Empty where nothing was ever read.
     */
    Optional<Instant> now(List<Meter> meters) {
        Map<Long, LastValue> last = store.lastValues();
        return meters.stream()
                .filter(meter -> !meter.isOther())
                .map(Meter::id)
                .filter(last::containsKey)
                .mapToLong(id -> last.get(id).time())
                .max()
                .stream()
                .mapToObj(Instant::ofEpochMilli)
                .findFirst();
    }

    /** Electricity of one meter in kWh for each step. */
    LoadCurve curve(Meter meter, Instant from, Instant to, Duration step, ZoneId zone) {
        return curves(List.of(meter), from, to, step, zone).get(meter);
    }

    /** Electricity of several meters over the same steps. */
    Map<Meter, LoadCurve> curves(Collection<Meter> meters, Instant from, Instant to, Duration step, ZoneId zone) {
        Map<Long, RollUp> rolled = store.rollUp(
                meters.stream().map(Meter::id).toList(), from.toEpochMilli(), to.toEpochMilli(), step.toMillis());
        Map<Meter, LoadCurve> curves = new LinkedHashMap<>();
        for (Meter meter : meters) {
            curves.put(meter, new LoadCurve(from, step, zone, energies(meter, rolled.get(meter.id()))));
        }
        return curves;
    }

    private static double[] energies(Meter meter, RollUp rolled) {
        double factor = Meters.toKilo(meter.series().unit()).orElse(1.0);
        double[] energy = new double[rolled.size()];
        for (int i = 0; i < energy.length; i++) {
            boolean empty =
                    rolled.count()[i] == 0 && (meter.series().kind() == SeriesKind.INTERVAL || rolled.amount()[i] == 0);
            energy[i] = empty ? Double.NaN : rolled.amount()[i] * factor;
        }
        return energy;
    }

    /** The whole site: its own meter, or the sum of its machines where there is none. */
    Optional<LoadCurve> whole(List<Meter> meters, Instant from, Instant to, Duration step, ZoneId zone) {
        Optional<Meter> own = meters.stream().filter(meter -> meter.isSite()).findFirst();
        if (own.isPresent()) {
            return own.map(meter -> curve(meter, from, to, step, zone));
        }
        List<Meter> machines = machines(meters);
        return machines.isEmpty()
                ? Optional.empty()
                : Optional.of(sum(curves(machines, from, to, step, zone).values()));
    }

    static List<Meter> machines(List<Meter> meters) {
        return meters.stream().filter(meter -> meter.isMachine()).toList();
    }

    static LoadCurve sum(Collection<LoadCurve> curves) {
        LoadCurve first = curves.iterator().next();
        double[] sum = new double[first.size()];
        Arrays.fill(sum, Double.NaN);
        for (LoadCurve curve : curves) {
            for (int i = 0; i < sum.length; i++) {
                if (!Double.isNaN(curve.kWh(i))) {
                    sum[i] = Double.isNaN(sum[i]) ? curve.kWh(i) : sum[i] + curve.kWh(i);
                }
            }
        }
        return new LoadCurve(first.start(), first.step(), first.zone(), sum);
    }

    /** Means of a series that isn't energy (a temperature, an intensity), step by step. */
    double[] means(Meter meter, Instant from, Instant to, Duration step) {
        RollUp rolled = store.rollUp(meter.id(), from.toEpochMilli(), to.toEpochMilli(), step.toMillis());
        double[] means = new double[rolled.size()];
        Arrays.setAll(means, rolled::mean);
        return means;
    }

    /** Start of the local day in which an instant lies. */
    static Instant midnight(Instant time, Site site) {
        return time.atZone(site.timeZone())
                .toLocalDate()
                .atStartOfDay(site.timeZone())
                .toInstant();
    }

    /** An instant cut down to whole steps. */
    static Instant floor(Instant time, Duration step) {
        long millis = step.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }
}
