package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Latencies of one request at 80 % of what the machine serves, in slices short enough that some of them are our own on a shared
 * machine. A slice begins with empty queues: it takes the throughput from a full one just before, and counts when the
 * hypervisor took nothing during either, nor during the next full one, whose throughput is not a tenth less (else the load was
 * not 80 %).
 */
final class Tail implements AutoCloseable {
    private static final double LOAD = 0.8;
    private static final double SLOWEST = 0.9;
    private static final double FULL_SECONDS = 0.3;
    private static final double SLICE_SECONDS = 0.6;
    /** Full slices after which the machine is taken as not ours for now. */
    private static final int MOST_FULL = 10;

    private final Client client;
    private final List<double[]> counted = new ArrayList<>();
    private final List<double[]> others = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private double lastRate = 10_000;

    Tail(int port, byte[] request) throws IOException {
        client = new Client(port, request);
    }

    /** One slice, which counts or not. */
    void slice() throws IOException {
        double rate = fullRate();
        Steal steal = new Steal();
        double[] latencies = client.run((int) (LOAD * lastRate * SLICE_SECONDS), LOAD * lastRate);
        if (steal.isNone() && rate > 0 && fullRate() > SLOWEST * rate) {
            counted.add(latencies);
            rates.add(rate);
        } else {
            others.add(latencies);
        }
    }

    /** Requests a second, each sent when the last one of its connection is answered; 0 if nothing could be measured undisturbed. */
    private double fullRate() throws IOException {
        for (int i = 0; i < MOST_FULL; i++) {
            int count = (int) (lastRate * FULL_SECONDS);
            Steal steal = new Steal();
            long begun = System.nanoTime();
            client.run(count, 0);
            lastRate = count / ((System.nanoTime() - begun) / 1e9);
            if (steal.isNone()) {
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

    /** Median of the throughputs, in requests a second. */
    double rate() {
        return at(rates.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 0.5);
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
