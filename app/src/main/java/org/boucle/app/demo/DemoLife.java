package org.boucle.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.boucle.app.server.House;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.energytwin.simulation.Factory;
import org.boucle.features.energytwin.simulation.Fault;
import org.boucle.features.energytwin.simulation.History;
import org.boucle.features.energytwin.simulation.Signal;

/** Writes the factory's past into the store and hands over the factory as it stands when the live part begins. */
final class DemoLife {
    private static final String SOURCE = "demo.history";
    private static final int BATCH = 60_000;
    private final House house;
    private final TelemetryStore store;
    private final long[] ids;
    private final List<Fault> faults;
    private final Instant liveStart;
    private final Instant recentStart;
    private final LocalDate habitEnded;
    private final double[] offsets = new double[Signal.ALL.size()];

    /** The factory at its live beginning, and what to add to its indexes so that they go on where the store stopped. */
    record Present(Factory factory, double[] offsets) {}

    DemoLife(House house, TelemetryStore store, long[] ids, Instant now) {
        this.house = house;
        this.store = store;
        this.ids = ids.clone();
        Instant stored = store.lastValue(ids[Signal.index("site.power")])
                .map(last -> Instant.ofEpochMilli(last.time()))
                .orElse(Instant.EPOCH);
        Instant start = DemoSite.liveStart(now);
        this.liveStart = stored.isAfter(start) && stored.isBefore(now) ? stored : start;
        LocalDate today = LocalDate.ofInstant(liveStart, DemoSite.ZONE);
        this.faults = new ArrayList<>(Fault.lately(today, DemoSite.ZONE));
        this.faults.add(Fault.habit(today, DemoSite.ZONE));
        this.habitEnded = Fault.habitEnded(today);
        this.recentStart = today.minusDays(8).atStartOfDay(DemoSite.ZONE).toInstant();
    }

    /** The last eight days, minute by minute; on a store that knows them, only the factory is brought up to date. */
    Present recent() {
        boolean known = store.position(SOURCE).isPresent();
        Instant begin = known ? recentStart.plus(Duration.ofDays(7)) : recentStart; // ovens and rooms settle in a day
        Factory factory = new Factory(DemoSite.ZONE, DemoSite.SEED, faults, begin);
        History history = History.live(factory, liveStart, Duration.ofMinutes(1));
        for (int c = 0; c < offsets.length; c++) {
            if (Signal.ALL.get(c).cumulative()) {
                double end = history.columns()[c][history.size() - 1];
                offsets[c] = known ? store.lastValue(ids[c]).orElseThrow().value() - end : 2_000_000;
            }
        }
        if (!known) {
            LocalDate today = LocalDate.ofInstant(liveStart, DemoSite.ZONE);
            DemoSite.announce(house, today);
            write(history, offsets, () -> false);
            DemoSite.declare(house, recentStart.minus(Duration.ofDays(370)), liveStart);
        }
        return new Present(factory, offsets.clone());
    }

    /** First day on which the oven was off at night, because that had been decided. */
    LocalDate habitEnded() {
        return habitEnded;
    }

    /** Whether the year before is still to be written. */
    boolean isYearMissing() {
        return store.position(SOURCE).isEmpty();
    }

    /** The year before those days, quarter-hour by quarter-hour; stops early, unwritten, when told to. */
    void year(BooleanSupplier stop) {
        Instant start = recentStart
                .atZone(DemoSite.ZONE)
                .minusDays(366)
                .toLocalDate()
                .atStartOfDay(DemoSite.ZONE)
                .toInstant();
        Factory factory = new Factory(DemoSite.ZONE, DemoSite.SEED, faults, start);
        History history = History.live(factory, recentStart, Duration.ofMinutes(15));
        double[] shift = new double[offsets.length];
        for (int c = 0; c < shift.length; c++) {
            double end = history.columns()[c][history.size() - 1];
            shift[c] = Signal.ALL.get(c).cumulative() ? offsets[c] - end : 0;
        }
        if (write(history, shift, stop)) {
            store.append(PointBatch.ofCapacity(1), SOURCE, recentStart.toString());
            store.seal();
        }
    }

    private boolean write(History history, double[] shift, BooleanSupplier stop) {
        PointBatch batch = PointBatch.ofCapacity(BATCH);
        long half = history.step().toMillis() / 2;
        for (int i = 0; i < history.size(); i++) {
            long end = history.endOf(i).toEpochMilli();
            for (int c = 0; c < ids.length; c++) {
                double value = history.columns()[c][i];
                if (!Double.isNaN(value)) {
                    long time = Signal.ALL.get(c).cumulative() ? end : end - half;
                    batch.add(ids[c], time, rounded(value + shift[c]));
                }
            }
            if (batch.size() >= BATCH) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                store.append(batch);
                store.seal(); // little by little: a page that asks meanwhile waits for a month, not for a year
                batch.clear();
            }
        }
        store.append(batch);
        return true;
    }

    /** To the thousandth, as a meter shows it. */
    static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }

    @Override
    public String toString() {
        return "DemoLife[" + recentStart + " to " + liveStart + ", faults " + Arrays.toString(faults.toArray()) + "]";
    }
}
