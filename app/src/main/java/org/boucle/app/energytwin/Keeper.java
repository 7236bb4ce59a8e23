package org.boucle.app.energytwin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.boucle.app.server.House;
import org.boucle.core.twin.Site;
import org.boucle.features.energytwin.alerts.Alert;
import org.boucle.features.energytwin.alerts.PeakWatch;

/** Works behind the pages: runs the watches as quarter-hours end, and predicts each morning. */
final class Keeper implements Runnable {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** Left to the first pages before the watches and the learning begin. */
    private static final Duration FIRST_PAGE = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(Keeper.class.getName());
    private final House house;
    private final Meters meters;
    private final Readings readings;
    private final AlertKeeper alerts;
    private final Outlooks outlooks;
    private final Map<String, Instant> watched = new ConcurrentHashMap<>();
    private final Map<String, Long> minutes = new ConcurrentHashMap<>();
    private final List<BiFunction<Site, Instant, List<Alert>>> others = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    Keeper(House house, Meters meters, Readings readings, AlertKeeper alerts, Outlooks outlooks) {
        this.house = house;
        this.meters = meters;
        this.readings = readings;
        this.alerts = alerts;
        this.outlooks = outlooks;
    }

    /** Another watch over a site, asked each morning of the site's with its present. */
    void alsoWatch(BiFunction<Site, Instant, List<Alert>> other) {
        others.add(other);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        pause(FIRST_PAGE);
        while (!stopped && !house.stopping().get()) {
            try {
                for (Site site : house.sites().list()) {
                    look(site);
                }
                Thread.sleep(3000);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                if (stopped || house.stopping().get()) {
                    return;
                }
                LOG.log(System.Logger.Level.WARNING, "Watching the sites", failure);
                pause(Duration.ofSeconds(10));
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look at one site: what is under way each time, the rest when a quarter-hour has ended. */
    void look(Site site) {
        List<Meter> known = meters.of(site);
        Optional<Instant> now = known.isEmpty() ? Optional.empty() : readings.now(known);
        if (now.isEmpty()) {
            return;
        }
        Settings settings = Settings.of(house.database(), site.id());
        SiteWatch watch = new SiteWatch(readings, site, known, settings, now.get());
        List<Alert> found = new ArrayList<>();
        watch.underWay().ifPresent(found::add);
        Instant quarter = Readings.floor(now.get(), QUARTER);
        if (!quarter.equals(watched.get(site.id())) && isTime(site.id())) {
            watched.put(site.id(), quarter);
            found.addAll(watch.settled());
        }
        alerts.add(site.id(), found);
        if (outlooks.isStale(site, now.get())) {
            Outlooks.Made made = outlooks.make(site, known, now.get());
            alerts.add(site.id(), coming(site, settings, made, now.get()));
            others.forEach(other -> alerts.add(site.id(), other.apply(site, now.get())));
            System.gc(); // learning leaves a hundred megabytes of arrays behind, once a day: give them back
        }
    }

    /** At most once a minute of ours, however fast the site's own time runs. */
    private boolean isTime(String site) {
        long minute = house.clock().millis() / 60_000;
        return !watched.containsKey(site) || !Long.valueOf(minute).equals(minutes.put(site, minute));
    }

    /** Hours of today and tomorrow in which the prediction's interval reaches the contracted power. */
    private static List<Alert> coming(Site site, Settings settings, Outlooks.Made made, Instant now) {
        if (settings.contract() <= 0 || made.outlook().isEmpty()) {
            return List.of();
        }
        PeakWatch watch = new PeakWatch(settings.contract(), Duration.ofMinutes(settings.window()));
        return watch.coming(made.outlook().get(), site.timeZone(), site.name()).stream()
                .filter(alert -> alert.from().isAfter(now) && alert.from().isBefore(now.plus(Duration.ofDays(2))))
                .toList();
    }

    /** Looks again at everything of a site, for instance after its past was imported. */
    void lookAgain(String site) {
        watched.remove(site);
        outlooks.forget(site);
    }
}
