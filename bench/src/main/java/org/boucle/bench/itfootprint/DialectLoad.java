package org.boucle.bench.itfootprint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Loads a running server: CPU of its process per request at full load, in the first batch and once it no longer falls (the
 * compiler has finished), then, once all requests are warm, latencies at 80 % of the measured throughput with requests sent on
 * schedule, a late one counted from when it was due. Throughput and latencies are medians of several rounds, each of which
 * measures the throughput anew, since neighbours take turns on a shared machine; the best and the worst round stand beside. In
 * each round a {@link PlainServer} that works as long for each request is asked at the same rate: what it adds is the machine's.
 * Arguments: port and process id of the server, port of the plain one.
 *
 * <p>Connections come from several loopback addresses, since the server bounds the rate of each caller.
 */
public final class DialectLoad {
    private static final int CONNECTIONS = 8;
    private static final int REQUESTS = Integer.getInteger("requests", 20_000);
    /** Batches before the figure counts: the compiler works on for some 100,000 requests. */
    private static final int LEAST_BATCHES = 8;

    private static final int MOST_BATCHES = 14;
    private static final int ROUNDS = 7;
    /** Of a plain answer, as many as a brief one has. */
    private static final int ANSWER_BYTES = 1_000;

    private static final double TICKS_PER_SECOND = 100;

    private final int port;
    private final int plainPort;
    private final Path stat;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private DialectLoad(int port, long process, int plainPort) {
        this.port = port;
        this.plainPort = plainPort;
        this.stat = Path.of("/proc/" + process + "/stat");
    }

    public static void main(String[] arguments) throws Exception {
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

    private double measureCpu(String name, byte[] request) throws Exception {
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

    private void measureLatency(String name, byte[] request, double cpu) throws Exception {
        byte[] work = get("/work/" + Math.round(cpu * 1e6) + "/" + ANSWER_BYTES);
        run(plainPort, work, REQUESTS, 0);
        double[] rates = new double[ROUNDS];
        double[] middle = new double[ROUNDS];
        double[] tail = new double[ROUNDS];
        double[] plainTail = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            run(port, request, REQUESTS, 0);
            rates[i] = REQUESTS / ((System.nanoTime() - begun) / 1e9);
            int count = (int) Math.min(REQUESTS, rates[i] * 4);
            double[] latencies = run(port, request, count, 0.8 * rates[i]);
            middle[i] = latencies[count / 2];
            tail[i] = latencies[(int) (count * 0.99)];
            plainTail[i] = run(plainPort, work, count, 0.8 * rates[i])[(int) (count * 0.99)];
        }
        Arrays.sort(rates);
        Arrays.sort(middle);
        Arrays.sort(tail);
        Arrays.sort(plainTail);
        System.out.printf(
                Locale.ROOT,
                "%-28s both cores with the client %6.0f/s; at 80 %% of it, %d rounds: p50 %.2f ms, p99 %.2f ms (%.2f to %.2f);"
                        + " the plain server's p99 %.2f ms (%.2f to %.2f)%n",
                name,
                rates[ROUNDS / 2],
                ROUNDS,
                middle[ROUNDS / 2],
                tail[ROUNDS / 2],
                tail[0],
                tail[ROUNDS - 1],
                plainTail[ROUNDS / 2],
                plainTail[0],
                plainTail[ROUNDS - 1]);
    }

    /** CPU seconds of the server for each of a batch of requests. */
    private double perRequest(byte[] request) throws Exception {
        double cpu = cpuSeconds();
        run(port, request, REQUESTS, 0);
        return (cpuSeconds() - cpu) / REQUESTS;
    }

    private double cpuSeconds() throws IOException {
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Latencies in ms, ascending; a rate of 0 sends each request when the last one is answered. */
    private double[] run(int to, byte[] request, int count, double perSecond) throws Exception {
        double[] latencies = new double[count];
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int caller = i;
            threads.add(Thread.ofPlatform().start(() -> send(to, caller, request, latencies, next, start, perSecond)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A connection failed, so the figures would be wrong.", failure.get());
        }
        Arrays.sort(latencies);
        return latencies;
    }

    private void send(
            int to, int caller, byte[] request, double[] latencies, AtomicInteger next, long start, double perSecond) {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.1." + (caller + 1)), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", to));
            InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
            OutputStream out = socket.getOutputStream();
            for (int i = next.getAndIncrement(); i < latencies.length; i = next.getAndIncrement()) {
                long due = perSecond == 0 ? System.nanoTime() : start + (long) (i / perSecond * 1e9);
                LockSupport.parkNanos(due - System.nanoTime());
                out.write(request);
                out.flush();
                int status = answer(in);
                if (status != 200) {
                    throw new IllegalStateException(
                            "Status " + status + ". Maybe the server was not started with --public-it.");
                }
                latencies[i] = (System.nanoTime() - due) / 1e6;
            }
        } catch (IOException | IllegalStateException broken) {
            failure.compareAndSet(null, broken);
        }
    }

    private static int answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The server closed the connection.");
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = Integer.parseInt(
                lower.substring(at + 15, lower.indexOf("\r\n", at)).strip());
        in.skipNBytes(length);
        return Integer.parseInt(head.substring(9, 12));
    }
}
