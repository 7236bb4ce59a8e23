package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Loads a running server: CPU of its process per request at full load, in the first batch and once it no longer falls (the
 * compiler has finished), then, once all requests are warm, latencies at 80 % of the measured throughput with requests sent on
 * schedule, a late one counted from when it was due. Throughput and latencies are medians of several rounds, each of which
 * measures the throughput anew, since neighbours take turns on a shared machine; the best and the worst round stand beside. In
 * each round a {@link PlainServer} that works as long for each request is loaded the same way: what it adds is the machine's.
 * A round during which the hypervisor gave the cores to others, or after which the throughput is a tenth lower, does not
 * count, and is told.
 * Arguments: port and process id of the server, port of the plain one.
 */
public final class DialectLoad {
    private static final int REQUESTS = Integer.getInteger("requests", 20_000);
    /** How the names of the requests measured begin; all by default. */
    private static final String ONLY = System.getProperty("only", "");

    /** Batches before the figure counts: the compiler works on for some 100,000 requests. */
    private static final int LEAST_BATCHES = 8;

    private static final int MOST_BATCHES = 14;
    private static final int ROUNDS = 7;
    /** Rounds in which the machine was taken away before a request is given up. */
    private static final int MOST_DISTURBED = 20;

    /** A round after which the throughput is less than this share of what it was before is no round at 80 %. */
    private static final double SLOWEST = 0.9;

    /** Of a plain answer, as many as a brief one has. */
    private static final int ANSWER_BYTES = 1_000;

    private static final double TICKS_PER_SECOND = 100;

    private final int port;
    private final int plainPort;
    private final Path stat;

    private DialectLoad(int port, long process, int plainPort) {
        this.port = port;
        this.plainPort = plainPort;
        this.stat = Path.of("/proc/" + process + "/stat");
    }

    public static void main(String[] arguments) throws IOException {
        DialectLoad load = new DialectLoad(
                Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        String server = "{\"configuration\":{\"cpu\":{\"units\":2,\"name\":\"Xeon Gold 6134\"},"
                + "\"ram\":[{\"units\":12,\"capacity\":32}],\"disk\":[{\"type\":\"ssd\",\"units\":2,\"capacity\":960}]},"
                + "\"usage\":{\"usage_location\":\"FRA\",\"time_workload\":40}}";
        String instance = "/boavizta/v1/cloud/instance?provider=aws&instance_type=m5.xlarge";
        Map<String, byte[]> requests = new LinkedHashMap<>();
        requests.put("POST server, brief", post("/boavizta/v1/server/?verbose=false", server));
        requests.put("POST server, verbose", post("/boavizta/v1/server/", server));
        requests.put("GET cloud instance, brief", get(instance + "&verbose=false"));
        requests.put("GET cloud instance, verbose", get(instance));
        requests.keySet().removeIf(name -> !name.startsWith(ONLY));
        Map<String, Double> cpu = new HashMap<>();
        for (var request : requests.entrySet()) {
            cpu.put(request.getKey(), load.measureCpu(request.getKey(), request.getValue()));
        }
        for (var request : requests.entrySet()) {
            load.measureLatency(request.getKey(), request.getValue(), cpu.get(request.getKey()));
        }
    }

    private static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] post(String path, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private double measureCpu(String name, byte[] request) throws IOException {
        double first = perRequest(request);
        double before = first;
        double perRequest = perRequest(request);
        int batches = 2;
        while (batches < MOST_BATCHES && (batches < LEAST_BATCHES || perRequest < 0.95 * before)) {
            before = perRequest;
            perRequest = perRequest(request);
            batches++;
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s %7.1f us CPU/request (first %d: %.1f; here after %d), %6.0f requests/s per core%n",
                name,
                perRequest * 1e6,
                REQUESTS,
                first * 1e6,
                batches * REQUESTS,
                1 / perRequest);
        return perRequest;
    }

    private void measureLatency(String name, byte[] request, double cpu) throws IOException {
        byte[] work = get("/work/" + Math.round(cpu * 1e6) + "/" + ANSWER_BYTES);
        run(plainPort, work, REQUESTS, 0);
        List<Round> rounds = new ArrayList<>();
        int disturbed = 0;
        while (rounds.size() < ROUNDS && disturbed < MOST_DISTURBED) {
            Steal.awaitNone();
            Steal steal = new Steal();
            Round round = round(request, work);
            if (steal.share() < Steal.NONE && round.isSteady()) {
                rounds.add(round);
            } else {
                disturbed++;
            }
        }
        if (rounds.isEmpty()) {
            System.out.printf("%-28s no round in which the machine was ours: %d were disturbed%n", name, disturbed);
            return;
        }
        double[] tail = sorted(rounds, Round::tail);
        double[] plainTail = sorted(rounds, Round::plainTail);
        int half = rounds.size() / 2;
        System.out.printf(
                Locale.ROOT,
                "%-28s both cores with the client %6.0f/s; at 80 %% of it, %d rounds (%d disturbed not counted):"
                        + " p50 %.2f ms, p99 %.2f ms (%.2f to %.2f); the plain server's p99 %.2f ms (%.2f to %.2f)%n",
                name,
                sorted(rounds, Round::rate)[half],
                rounds.size(),
                disturbed,
                sorted(rounds, Round::middle)[half],
                tail[half],
                tail[0],
                tail[tail.length - 1],
                plainTail[half],
                plainTail[0],
                plainTail[plainTail.length - 1]);
    }

    /** Throughput in requests a second before and after, latencies in ms. */
    private record Round(double rate, double after, double middle, double tail, double plainTail) {
        /** Whether the load was what it should be, and not more because the cores became slower. */
        boolean isSteady() {
            return after > SLOWEST * rate;
        }
    }

    private Round round(byte[] request, byte[] work) throws IOException {
        double rate = rate(port, request);
        double[] latencies = latencies(port, request, rate);
        double after = rate(port, request);
        double[] plain = latencies(plainPort, work, rate(plainPort, work));
        return new Round(rate, after, at(latencies, 0.5), at(latencies, 0.99), at(plain, 0.99));
    }

    /** Requests a second, each sent when the last one of its connection is answered. */
    private static double rate(int to, byte[] request) throws IOException {
        long begun = System.nanoTime();
        run(to, request, REQUESTS, 0);
        return REQUESTS / ((System.nanoTime() - begun) / 1e9);
    }

    /** In ms, ascending, during four seconds at most at 80 % of a rate. */
    private static double[] latencies(int to, byte[] request, double rate) throws IOException {
        return run(to, request, (int) Math.min(REQUESTS, rate * 4), 0.8 * rate);
    }

    private static double at(double[] ascending, double share) {
        return ascending[(int) (ascending.length * share)];
    }

    private static double[] sorted(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray();
    }

    /** CPU seconds of the server for each of a batch of requests. */
    private double perRequest(byte[] request) throws IOException {
        double cpu = cpuSeconds();
        run(port, request, REQUESTS, 0);
        return (cpuSeconds() - cpu) / REQUESTS;
    }

    private double cpuSeconds() throws IOException {
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    private static double[] run(int to, byte[] request, int count, double perSecond) throws IOException {
        try (Client client = new Client(to, request)) {
            return client.run(count, perSecond);
        }
    }
}
