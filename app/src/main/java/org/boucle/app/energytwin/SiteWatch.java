package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.telemetry.LastValue;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.LoadCurve;
import org.boucle.features.energytwin.alerts.Alert;
import org.boucle.features.energytwin.alerts.BaseloadWatch;
import org.boucle.features.energytwin.alerts.DriftWatch;
import org.boucle.features.energytwin.alerts.PeakWatch;
import org.boucle.features.energytwin.alerts.SilenceWatch;
import org.boucle.features.energytwin.alerts.ThresholdWatch;
import org.boucle.features.telemetry.Samples;

/** Runs all watches over the newest readings of a site. */
final class SiteWatch {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int DAYS = 14;
    private final Readings readings;
    private final Site site;
    private final List<Meter> meters;
    private final Settings settings;
    private final Instant now;

    SiteWatch(Readings readings, Site site, List<Meter> meters, Settings settings, Instant now) {
        this.readings = readings;
        this.site = site;
        this.meters = meters;
        this.settings = settings;
        this.now = now;
    }

    /** Everything that can be judged from finished quarter-hours. */
    List<Alert> settled() {
        List<Alert> found = new ArrayList<>();
        Instant end = Readings.floor(now, QUARTER);
        Instant start = Readings.midnight(now, site).minus(Duration.ofDays(120));
        readings.whole(meters, start, end, QUARTER, site.timeZone()).ifPresent(curve -> {
            DayGrid grid = DayGrid.of(curve);
            BaseloadWatch.usual()
                    .find(grid, site.timeZone(), site.name(), Math.max(7, grid.days() - DAYS))
                    .forEach(alert -> found.add(named(alert)));
            found.addAll(drift(grid));
        });
        found.addAll(peaks());
        for (Meter meter : meters) {
            found.addAll(silences(meter));
        }
        return found;
    }

    private List<Alert> peaks() {
        List<Alert> found = new ArrayList<>();
        Duration window = Duration.ofMinutes(settings.window());
        Instant from = Readings.floor(now.minus(Duration.ofDays(DAYS)), window);
        if (settings.contract() <= 0 && settings.limit() <= 0) {
            return found;
        }
        readings.whole(meters, from, Readings.floor(now, window), window, site.timeZone())
                .ifPresent(curve -> {
                    if (settings.contract() > 0) {
                        found.addAll(new PeakWatch(settings.contract(), window).find(curve, site.name()));
                    }
                    if (settings.limit() > 0) {
                        found.addAll(new ThresholdWatch(settings.limit(), window).find(curve, site.name()));
                    }
                });
        return found;
    }

    /** Where the billing window under way is heading. */
    Optional<Alert> underWay() {
        Duration window = Duration.ofMinutes(settings.window());
        Instant start = Readings.floor(now, window);
        Optional<Meter> whole = meters.stream().filter(meter -> meter.isSite()).findFirst();
        if (settings.contract() <= 0 || whole.isEmpty() || !now.isAfter(start.plusSeconds(30))) {
            return Optional.empty();
        }
        LoadCurve soFar = readings.curve(whole.get(), start, start.plus(window), window, site.timeZone());
        Instant minute = now.minusSeconds(60).isBefore(start) ? start : now.minusSeconds(60);
        LoadCurve last = readings.curve(whole.get(), minute, now, Duration.between(minute, now), site.timeZone());
        if (Double.isNaN(soFar.kWh(0)) || Double.isNaN(last.kW(0))) {
            return Optional.empty();
        }
        return new PeakWatch(settings.contract(), window).underWay(site.name(), start, now, soFar.kWh(0), last.kW(0));
    }

    /** The alert with the machine that explains at least half of the excess as its subject, where there is one. */
    private Alert named(Alert alert) {
        List<Meter> machines = Readings.machines(meters);
        Instant from = Readings.floor(alert.from().minus(Duration.ofDays(10)), QUARTER);
        Map<Meter, LoadCurve> curves =
                readings.curves(machines, from, Readings.floor(alert.to(), QUARTER), QUARTER, site.timeZone());
        double excess = alert.value() - alert.expected();
        return machines.stream()
                .max(Comparator.comparingDouble(meter -> above(curves.get(meter), alert)))
                .filter(meter -> above(curves.get(meter), alert) > 0.5 * excess)
                .map(meter -> new Alert(
                        alert.kind(),
                        meter.label(),
                        alert.from(),
                        alert.to(),
                        alert.value(),
                        alert.expected(),
                        alert.unit(),
                        alert.excessKWh()))
                .orElse(alert);
    }

    /** Mean power during the alert above the median of the ten days before at the same hours, in kW. */
    private static double above(LoadCurve curve, Alert alert) {
        int from = (int) Duration.between(curve.start(), alert.from()).dividedBy(QUARTER);
        double sum = 0;
        double usual = 0;
        int count = 0;
        for (int i = Math.max(0, from); i < curve.size(); i++) {
            double[] before = new double[10];
            int known = 0;
            for (int day = 1; day <= 10; day++) {
                if (i - 96 * day >= 0 && !Double.isNaN(curve.kW(i - 96 * day))) {
                    before[known++] = curve.kW(i - 96 * day);
                }
            }
            if (known > 2 && !Double.isNaN(curve.kW(i))) {
                double[] sorted = Arrays.copyOf(before, known);
                Arrays.sort(sorted);
                sum += curve.kW(i);
                usual += sorted[known / 2];
                count++;
            }
        }
        return count == 0 ? 0 : (sum - usual) / count;
    }

    /** Drift of each day's quietest hours, against the first half of the last four months; upwards and by a tenth at least. */
    private List<Alert> drift(DayGrid grid) {
        double[] night = smoothed(nights(grid));
        double[] reference = Arrays.stream(night, 0, night.length / 2)
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        if (reference.length < 28) {
            return List.of();
        }
        double median = reference[reference.length / 2];
        double sigma = Math.max(
                0.03 * median,
                (reference[(int) (0.84 * reference.length)] - reference[(int) (0.16 * reference.length)]) / 2);
        double[] recent = Arrays.copyOfRange(night, night.length / 2, night.length);
        double[] expected = new double[recent.length];
        Arrays.fill(expected, median);
        Instant start =
                grid.date(night.length / 2).atStartOfDay(site.timeZone()).toInstant();
        return new DriftWatch(1, 8)
                .find(site.name(), start, Duration.ofDays(1), recent, expected, sigma).stream()
                        .map(SiteWatch::asPower)
                        .filter(alert -> alert.value() > 1.1 * alert.expected())
                        .toList();
    }

    /** Power of each day's quietest tenth in kW: the night of most sites, whatever their clock says. */
    static double[] nights(DayGrid grid) {
        double[] quiet = new double[grid.days()];
        for (int day = 0; day < quiet.length; day++) {
            double[] known = Arrays.stream(grid.day(day))
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            quiet[day] = known.length < grid.slots() / 2 ? Double.NaN : known[known.length / 10] * grid.slots() / 24;
        }
        return quiet;
    }

    /** Medians of five nights: a single night on which something stayed on is no drift. */
    private static double[] smoothed(double[] night) {
        double[] out = new double[night.length];
        for (int day = 0; day < out.length; day++) {
            double[] five = Arrays.stream(night, Math.max(0, day - 4), day + 1)
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            out[day] = five.length < 3 ? Double.NaN : five[five.length / 2];
        }
        return out;
    }

    /** The drift is watched on a power: its days count for 24 hours of it. */
    private static Alert asPower(Alert alert) {
        double days = alert.duration().toHours() / 24.0;
        double value = alert.value() * 24;
        double expected = alert.expected() * 24;
        return new Alert(
                alert.kind(),
                alert.subject(),
                alert.from(),
                alert.to(),
                value,
                expected,
                "kW",
                (value - expected) * 24 * days);
    }

    private List<Alert> silences(Meter meter) {
        Samples samples =
                readings.store().read(meter.id(), now.minus(Duration.ofDays(3)).toEpochMilli(), now.toEpochMilli() + 1);
        if (samples.size() < 20) {
            return List.of();
        }
        List<Alert> found = new ArrayList<>();
        long[] times = samples.times();
        long[] gaps = new long[times.length - 1];
        Arrays.setAll(gaps, i -> times[i + 1] - times[i]);
        long[] sorted = gaps.clone();
        Arrays.sort(sorted);
        Duration usual = Duration.ofMillis(sorted[(int) (0.9 * (sorted.length - 1))]);
        SilenceWatch watch = SilenceWatch.usual();
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i] > watch.allowed(usual).toMillis()) {
                watch.check(meter.label(), Instant.ofEpochMilli(times[i]), usual, Instant.ofEpochMilli(times[i + 1]))
                        .ifPresent(found::add);
            }
        }
        watch.check(meter.label(), Instant.ofEpochMilli(times[times.length - 1]), usual, now)
                .ifPresent(found::add);
        return found;
    }

    /** Newest value of a meter, for tiles. */
    static Optional<LastValue> last(Readings readings, Meter meter) {
        return readings.store().lastValue(meter.id());
    }
}
