package org.boucle.bench.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.features.telemetry.Samples;

/**
 * A month of {@link PlantSignals} as it arrives: tick by tick over all series, in commits of a fixed size; one point in
 * two hundred comes ten minutes to twenty-six hours late.
 */
public final class Workload {
    static final long STEP = 120_000;
    static final int TICKS_A_DAY = 720;

    private final int days;
    private final int commit;
    private final Samples[] series;
    private final int[] next;
    private final List<PointBatch> late = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(7);

    public Workload(int seriesCount, int days, int commit) {
        this.days = days;
        this.commit = commit;
        series = new Samples[seriesCount];
        next = new int[seriesCount];
        PlantSignals plant = new PlantSignals(1, STEP);
        for (int i = 0; i < seriesCount; i++) {
            series[i] = plant.series(i, days * TICKS_A_DAY);
        }
        for (int i = 0; i < days * TICKS_A_DAY; i++) {
            late.add(null);
        }
    }

    public int days() {
        return days;
    }

    public int seriesCount() {
        return series.length;
    }

    public Samples series(int index) {
        return series[index];
    }

    public long points() {
        long points = 0;
        for (Samples s : series) {
            points += s.size();
        }
        return points;
    }

    /** The commits of one day; days must be asked for in order. Series numbers count from 1. */
    public List<PointBatch> day(int day) {
        List<PointBatch> commits = new ArrayList<>();
        PointBatch batch = PointBatch.ofCapacity(commit);
        for (int tick = day * TICKS_A_DAY; tick < (day + 1) * TICKS_A_DAY; tick++) {
            long end = PlantSignals.START + (tick + 1) * STEP;
            for (int s = 0; s < series.length; s++) {
                Samples all = series[s];
                while (next[s] < all.size() && all.times()[next[s]] < end) {
                    long time = all.times()[next[s]];
                    double value = all.values()[next[s]++];
                    int delayed = tick + 5 + random.nextInt(13 * 60);
                    if (random.nextInt(200) == 0 && delayed < late.size()) {
                        delay(delayed, s + 1L, time, value);
                    } else {
                        batch = put(commits, batch, s + 1L, time, value);
                    }
                }
            }
            PointBatch arriving = late.get(tick);
            for (int i = 0; arriving != null && i < arriving.size(); i++) {
                batch = put(commits, batch, arriving.series(i), arriving.time(i), arriving.value(i));
            }
        }
        commits.add(batch);
        return commits;
    }

    private void delay(int tick, long id, long time, double value) {
        if (late.get(tick) == null) {
            late.set(tick, PointBatch.ofCapacity(16));
        }
        late.get(tick).add(id, time, value);
    }

    private PointBatch put(List<PointBatch> commits, PointBatch batch, long id, long time, double value) {
        batch.add(id, time, value);
        if (batch.size() < commit) {
            return batch;
        }
        commits.add(batch);
        return PointBatch.ofCapacity(commit);
    }
}
