package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * Latencies of one request at a load of 80 %: both cores, which client and server share, are busy for 80 % of the time. In
 * slices short enough that some of them are our own on a shared machine, each begun with empty queues. From slice to slice
 * the rate is steered by how long both cores were busy: the speed of a shared machine changes within seconds, so that a rate
 * measured once would soon be another load.
 */
final class Tail implements AutoCloseable {
    /** @param rate in requests a second; @param latencies in ms */
    private record Slice(double rate, boolean wasOurs, double busy, double[] latencies) {}

    /**
     * @param slices how many
     * @param rate median of the slices', in requests a second
     * @param load mean share of the time that both cores were busy
     * @param p50 in ms over all their requests
     * @param p99 in ms over all their requests
     * @param medianP99 in ms, of the slices' own 99th percentiles
     * @param worstP99 in ms, of the slices' own 99th percentiles
     */
    record Figures(int slices, double rate, double load, double p50, double p99, double medianP99, double worstP99) {}

    private static final double LOAD = 0.8;
    /** How far from it the load of a single slice may be to be called the same. */
    private static final double NEAR = 0.05;
    /** Of the difference to the wanted load, this much goes into the next slice: ticks make a single slice uncertain. */
    private static final double CORRECTED = 0.2;
    /** The most of the difference that is believed. */
    private static final double BELIEVED = 0.2;
    /** Slices until the rate has settled. */
    private static final int SETTLING = 15;

    private static final double SLICE_SECONDS = 0.6;
    /** Not counted: processors that were idle need a while until the hypervisor gives them back at once. */
    private static final double LEAD_IN_SECONDS = 0.2;

    private static final int FULL_REQUESTS = 20_000;

    private final Client client;
    private final List<Slice> slices = new ArrayList<>();
    private double rate;
    private int settling = SETTLING;

    Tail(int port, byte[] request) throws IOException {
        client = new Client(port, request);
        long begun = System.nanoTime();
        client.run(FULL_REQUESTS, 0);
        rate = LOAD * FULL_REQUESTS / ((System.nanoTime() - begun) / 1e9);
    }

    void slice() throws IOException {
        client.run((int) (rate * LEAD_IN_SECONDS), rate);
        Machine before = Machine.now();
        double[] latencies = client.run((int) (rate * SLICE_SECONDS), rate);
        double busy = before.busy();
        boolean ours = before.wasOurs();
        if (settling > 0) {
            settling--;
        } else {
            slices.add(new Slice(rate, ours, busy, latencies));
        }
        rate *= 1 + CORRECTED * Math.clamp(LOAD / busy - 1, -BELIEVED, BELIEVED);
    }

    int tried() {
        return slices.size();
    }

    int counted() {
        return (int) slices.stream().filter(Slice::wasOurs).count();
    }

    /** Slices during which the hypervisor took nothing. */
    Figures undisturbed() {
        return figures(Slice::wasOurs);
    }

    /** Of these, those with the wanted load. */
    Figures atTheLoad() {
        return figures(slice -> slice.wasOurs && Math.abs(slice.busy - LOAD) <= NEAR);
    }

    Figures all() {
        return figures(slice -> true);
    }

    private Figures figures(Predicate<Slice> counts) {
        List<Slice> some = slices.stream().filter(counts).toList();
        double[] together = sorted(some.stream().flatMapToDouble(slice -> Arrays.stream(slice.latencies)));
        double[] own = sorted(some.stream().mapToDouble(slice -> at(slice.latencies, 0.99)));
        return new Figures(
                some.size(),
                at(sorted(some.stream().mapToDouble(Slice::rate)), 0.5),
                some.stream().mapToDouble(Slice::busy).average().orElse(Double.NaN),
                at(together, 0.5),
                at(together, 0.99),
                at(own, 0.5),
                at(own, 1));
    }

    private static double[] sorted(DoubleStream values) {
        return values.sorted().toArray();
    }

    private static double at(double[] ascending, double share) {
        return ascending.length == 0
                ? Double.NaN
                : ascending[Math.min((int) (ascending.length * share), ascending.length - 1)];
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
