package org.boucle.app.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.itfootprint.measurement.CpuTimes;
import org.boucle.features.itfootprint.measurement.MeasuredMachine;
import org.boucle.features.itfootprint.measurement.PowerCurve;
import org.boucle.features.itfootprint.measurement.Reading;

/**
 * Loads the machine step by step, measures its power at each step and fits its power curve.
 *
 * <p>One thread for each processor works for the wanted share of every 20 ms and sleeps for the rest; the load that counts
 * is the one the kernel reports, so other work on the machine shifts a point along the curve and not off it. The first
 * third of each step is left to the machine to settle.
 */
final class StressPlan {
    private static final int[] LOADS = {0, 10, 25, 50, 75, 90, 100};
    private static final long SLICE_NANOS = 20_000_000;

    /** One measured step: the wanted and the true load in %, and the power in W. */
    record Point(int wanted, double load, double watts) {}

    private final List<Probe> meters;
    private final LoadProbe load;
    private final long stepMillis;

    StressPlan(List<Probe> meters, LoadProbe load, long stepMillis) {
        this.meters = List.copyOf(meters);
        this.load = load;
        this.stepMillis = stepMillis;
    }

    /** Runs the plan; no points where no meter of this machine tells its power. */
    List<Point> run() throws InterruptedException {
        List<Point> points = new ArrayList<>();
        for (int wanted : LOADS) {
            Worker[] workers = new Worker[Runtime.getRuntime().availableProcessors()];
            for (int i = 0; i < workers.length; i++) {
                workers[i] = new Worker(wanted / 100.0);
                workers[i].start();
            }
            try {
                Thread.sleep(stepMillis / 3);
                measure(wanted, points);
            } finally {
                for (Worker worker : workers) {
                    worker.interrupt();
                    worker.join();
                }
            }
        }
        return points;
    }

    private void measure(int wanted, List<Point> points) throws InterruptedException {
        read();
        Thread.sleep(stepMillis - stepMillis / 3);
        Optional<MeasuredMachine.Power> power = MeasuredMachine.of(read());
        if (power.isPresent()) {
            CpuTimes spent = load.spent();
            points.add(
                    new Point(wanted, spent.percent(spent.busy()), power.get().watts()));
        }
    }

    private List<Reading> read() {
        List<Reading> readings = new ArrayList<>();
        Moment now = Moment.now();
        load.sample(now, readings);
        for (Probe meter : meters) {
            meter.sample(now, readings);
        }
        return readings;
    }

    /** The curve through the points, empty with fewer than three different loads. */
    static Optional<PowerCurve.Fit> fit(List<Point> points) {
        double[] loads = new double[points.size()];
        double[] watts = new double[points.size()];
        for (int i = 0; i < loads.length; i++) {
            loads[i] = points.get(i).load();
            watts[i] = points.get(i).watts();
        }
        return PowerCurve.fit(loads, watts);
    }

    private static final class Worker extends Thread {
        private final long busyNanos;
        private double sink;

        Worker(double share) {
            super("stress");
            setDaemon(true);
            busyNanos = Math.round(share * SLICE_NANOS);
        }

        @Override
        public void run() {
            long slice = System.nanoTime();
            while (!isInterrupted()) {
                while (System.nanoTime() - slice < busyNanos) {
                    for (int i = 0; i < 500; i++) {
                        sink = sink * 0.999 + Math.sqrt(i);
                    }
                }
                slice += SLICE_NANOS;
                long rest = slice - System.nanoTime();
                if (rest > 0) {
                    try {
                        Thread.sleep(rest / 1_000_000, (int) (rest % 1_000_000));
                    } catch (InterruptedException done) {
                        return;
                    }
                }
            }
        }
    }
}
