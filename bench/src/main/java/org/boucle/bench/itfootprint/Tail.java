package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Latencies of one request at a load of 80 %: both cores, which client and server share, are busy for 80 % of the time. In
 * slices short enough that some of them are our own on a shared machine. A slice begins with empty queues, at a share of the
 * throughput of a full one just before; the share is what made 80 % in the slices so far, since a request that comes alone
 * costs more than one in a crowd. A slice counts when the hypervisor took nothing during either, nor during the next full one,
 * whose throughput is not a tenth less (else the load was a higher one).
 */
final class Tail implements AutoCloseable {
    private static final double LOAD = 0.8;
    /** Of the difference to the wanted load, this much goes into the next slice: ticks make a single slice uncertain. */
    private static final double CORRECTED = 0.3;

    private static final double SLOWEST = 0.9;
    private static final double FULL_SECONDS = 0.3;
    private static final double SLICE_SECONDS = 0.6;
    /** Full slices after which the machine is taken as not ours for now. */
    private static final int MOST_FULL = 10;

    private final Client client;
    private final List<double[]> counted = new ArrayList<>();
    private final List<double[]> others = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> loads = new ArrayList<>();
    private double lastRate = 10_000;
    private double share = LOAD;

    Tail(int port, byte[] request) throws IOException {
        client = new Client(port, request);
    }

    /** One slice, which counts or not. */
    void slice() throws IOException {
        double full = fullRate();
        double rate = share * lastRate;
        Machine before = Machine.now();
        double[] latencies = client.run((int) (rate * SLICE_SECONDS), rate);
        double busy = before.busy();
        if (!before.wasOurs() || full == 0) {
            others.add(latencies);
            return;
        }
        share *= 1 + CORRECTED * (LOAD / busy - 1);
        if (fullRate() > SLOWEST * full) {
            counted.add(latencies);
            rates.add(rate);
            loads.add(busy);
        } else {
            others.add(latencies);
        }
    }

    /** Requests a second, each sent when the last one of its connection is answered; 0 if nothing could be measured undisturbed. */
    private double fullRate() throws IOException {
        for (int i = 0; i < MOST_FULL; i++) {
            int count = (int) (lastRate * FULL_SECONDS);
            Machine before = Machine.now();
            long begun = System.nanoTime();
            client.run(count, 0);
            lastRate = count / ((System.nanoTime() - begun) / 1e9);
            if (before.wasOurs()) {
                return lastRate;
            }
        }
        return 0;
    }

    int counted() {
        return counted.size();
    }

    int tried() {
        return counted.size() + others.size();
    }

    /** Median over the slices that count, in requests a second. */
    double rate() {
        return at(rates.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 0.5);
    }

    /** Mean over the slices that count of the share of the time that both cores were busy. */
    double load() {
        return loads.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** In ms, over all requests of the slices that count. */
    double quantile(double share) {
        return at(together(counted), share);
    }

    /** In ms, over all requests of all slices. */
    double quantileOfAll(double share) {
        List<double[]> all = new ArrayList<>(counted);
        all.addAll(others);
        return at(together(all), share);
    }

    /** The quantile of each slice that counts, in ms, ascending. */
    double[] quantiles(double share) {
        return counted.stream().mapToDouble(slice -> at(slice, share)).sorted().toArray();
    }

    private static double[] together(List<double[]> slices) {
        return slices.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    private static double at(double[] ascending, double share) {
        return ascending.length == 0 ? Double.NaN : ascending[(int) (ascending.length * share)];
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
