package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.boucle.app.sites.Site;
import org.boucle.features.energytwin.DayGrid;
import org.boucle.features.energytwin.prediction.Outlook;

/** Predictions of each site, made once for each of its days, and kept in memory and in the store. */
final class Outlooks {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private final Readings readings;
    private final Plans plans;
    private final OutlookBook book;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    /**
     * A prediction and the day on whose morning it was made; {@code history} is what it learnt from.
     *
     * @param outlook empty where the history is too short
     */
    record Made(LocalDate morning, Optional<Outlook> outlook, DayGrid history) {}

    Outlooks(Readings readings, Plans plans, OutlookBook book) {
        this.readings = readings;
        this.plans = plans;
        this.book = book;
    }

    /** What is ready; making one takes a second or two, which the keeper does behind. */
    Optional<Made> ready(String site) {
        return Optional.ofNullable(made.get(site));
    }

    boolean isStale(Site site, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, site.timeZone());
        return ready(site.id()).filter(done -> done.morning().equals(today)).isEmpty();
    }

    /** Predicts the present day and the six after it, as they looked at the last midnight. */
    Made make(Site site, java.util.List<Meter> meters, Instant now) {
        Instant midnight = Readings.midnight(now, site);
        Instant from = midnight.atZone(site.timeZone()).minusDays(380).toInstant();
        DayGrid history = readings.whole(meters, from, midnight, QUARTER, site.timeZone())
                .map(DayGrid::of)
                .map(Outlooks::trimmed)
                .orElseGet(() -> new DayGrid(LocalDate.ofInstant(from, site.timeZone()), 96, new double[0][]));
        LocalDate morning = LocalDate.ofInstant(now, site.timeZone());
        Optional<Outlook> outlook = history.days() < 14
                ? Optional.empty()
                : book.find(site.id(), morning).or(() -> Optional.of(learn(site, morning, history)));
        Made done = new Made(morning, outlook, history);
        made.put(site.id(), done);
        return done;
    }

    private Outlook learn(Site site, LocalDate morning, DayGrid history) {
        Outlook learnt = Outlook.of(history, 7, 0.8, plans.drivers(site.id()));
        book.keep(site.id(), morning, learnt);
        return learnt;
    }

    /** Forgets what was made, for a site whose past has grown. */
    void forget(String site) {
        book.forget(site);
        made.remove(site);
    }

    /** Without the days before the first measured one. */
    private static DayGrid trimmed(DayGrid grid) {
        int first = 0;
        while (first < grid.days() && Double.isNaN(grid.total(first))) {
            first++;
        }
        double[][] days = new double[grid.days() - first][];
        for (int d = 0; d < days.length; d++) {
            days[d] = grid.day(first + d);
        }
        return new DayGrid(grid.date(first), grid.slots(), days);
    }
}
