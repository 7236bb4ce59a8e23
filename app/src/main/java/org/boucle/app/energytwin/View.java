package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.House;
import org.boucle.app.server.Scope;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.LoadCurve;

/**
 * What a request looks at: the site, its meters, its present, and the stretch of time chosen.
 *
 * @param now the site's present: its newest reading
 * @param from beginning of the period
 * @param to end of the period, in whole steps
 * @param step step of curves over the period
 */
record View(Site site, List<Meter> meters, Settings settings, Instant now, Instant from, Instant to, Duration step) {
    /** The chosen site with the chosen period; empty where there is no site, or nothing measured yet. */
    static Optional<View> of(House house, Meters meters, Readings readings, Exchange exchange) {
        Scope scope = exchange.scope();
        return scope.site().flatMap(site -> of(house, meters, readings, site, scope.period()));
    }

    static Optional<View> of(House house, Meters meters, Readings readings, Site site, Scope.Period period) {
        List<Meter> known = meters.of(site);
        if (known.stream().noneMatch(meter -> meter.isSite() || meter.isMachine())) {
            return Optional.empty();
        }
        return readings.now(known).map(now -> at(house, known, site, period, now));
    }

    /** The view as it was at a time of the past. */
    static View at(House house, List<Meter> known, Site site, Scope.Period period, Instant now) {
        Duration step = step(period);
        Instant to = period == Scope.Period.YEAR ? Readings.midnight(now, site) : Readings.floor(now, step);
        Instant from = period == Scope.Period.YEAR
                ? to.atZone(site.timeZone()).minusDays(364).toInstant()
                : to.minus(Duration.ofDays(period.days()));
        return new View(site, known, Settings.of(house.database(), site.id()), now, from, to, step);
    }

    private static Duration step(Scope.Period period) {
        return switch (period) {
            case DAY, WEEK -> Duration.ofMinutes(15);
            case MONTH -> Duration.ofHours(1);
            case YEAR -> Duration.ofDays(1);
        };
    }

    /** Whether the coming days fit into the chart. */
    boolean isShort() {
        return step.toMinutes() <= 15;
    }

    List<Meter> machines() {
        return Readings.machines(meters);
    }

    List<Meter> line(int line) {
        return machines().stream().filter(meter -> meter.line() == line).toList();
    }

    List<Integer> lines() {
        return machines().stream()
                .map(Meter::line)
                .filter(line -> line > 0)
                .distinct()
                .sorted()
                .toList();
    }

    Optional<LoadCurve> whole(Readings readings) {
        return readings.whole(meters, from, to, step, site.timeZone());
    }

    /** The period in quarter-hours, for figures that need the time of day. */
    Optional<LoadCurve> quarters(Readings readings) {
        Duration quarter = Duration.ofMinutes(15);
        return readings.whole(meters, from, Readings.floor(to, quarter), quarter, site.timeZone());
    }
}
