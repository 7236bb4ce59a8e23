package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * Latencies of one request at a load of 80 %: both cores, which client and server share, are busy for 80 % of the time. In
 * slices short enough that some of them are our own on a shared machine, each begun with empty queues, the rate kept to the
 * load ({@link Pace}).
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
    /** Slices until the rate has settled and the client's compiler is done with the paced requests. */
    private static final int SETTLING = 25;

    private static final double SLICE_SECONDS = 0.6;
    /** Not counted: processors that were idle need a while until the hypervisor gives them back at once. */
    private static final double LEAD_IN_SECONDS = 0.2;

    private static final int FULL_REQUESTS = 20_000;

    private final Client client;
    private final Pace pace;
    private final List<Slice> slices = new ArrayList<>();
    private int settling = SETTLING;

    /** @param cost of a request about, in seconds of processor time */
    Tail(int port, long process, byte[] request, double cost) throws IOException {
        client = new Client(port, request);
        client.flood(FULL_REQUESTS);
        pace = new Pace(process, LOAD, cost * 1e9);
    }

    void slice() throws IOException {
        client.paced(LEAD_IN_SECONDS, pace);
        Machine before = Machine.now();
        double[] latencies = client.paced(SLICE_SECONDS, pace);
        double busy = before.busy();
        boolean ours = before.wasOurs();
        if (settling > 0) {
            settling--;
        } else {
            slices.add(new Slice(latencies.length / SLICE_SECONDS, ours, busy, latencies));
        }
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
