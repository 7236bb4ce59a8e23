package org.boucle.bench.itfootprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Loads a running server: CPU of its process per request at full load, in the first batch and once it no longer falls (the
 * compiler has finished), then, once all requests are warm, latencies while both cores are busy at 80 %, requests sent on
 * schedule, a late one counted from when it was due ({@link Tail}). In turns with it a {@link PlainServer} that works as long
 * for each request is loaded the same way: what it adds is the machine's.
 * Arguments: port and process id of the server, the same of the plain one.
 */
public final class DialectLoad {
    private static final int REQUESTS = Integer.getInteger("requests", 20_000);
    /** How the names of the requests measured begin; all by default. */
    private static final String ONLY = System.getProperty("only", "");

    /** Batches before the figure counts: the compiler works on for some 100,000 requests. */
    private static final int LEAST_BATCHES = 8;

    private static final int MOST_BATCHES = 14;
    /** Of a latency measurement, that count. */
    private static final int SLICES = Integer.getInteger("slices", 40);
    /** Slices after which a request is given up. */
    private static final int MOST_SLICES = 12 * SLICES;

    /** Of a plain answer, as many as a brief one has. */
    private static final int ANSWER_BYTES = 1_000;

    private static final double TICKS_PER_SECOND = 100;

    private final int port;
    private final long process;
    private final int plainPort;
    private final long plainProcess;
    private final Path stat;

    private DialectLoad(int port, long process, int plainPort, long plainProcess) {
        this.port = port;
        this.process = process;
        this.plainPort = plainPort;
        this.plainProcess = plainProcess;
        this.stat = Path.of("/proc/" + process + "/stat");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        compileWhenIdle();
        DialectLoad load = new DialectLoad(
                Integer.parseInt(arguments[0]),
                Long.parseLong(arguments[1]),
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]));
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

    /**
     * Lets this process's compiler, which works half a second on one method, have only what would be idle otherwise (Linux):
     * the lowest priority alone made what shares a core with it wait for milliseconds.
     */
    private static void compileWhenIdle() throws IOException, InterruptedException {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path thread : threads) {
                if (Files.readString(thread.resolve("comm")).contains("Compiler")
                        && new ProcessBuilder(
                                                "chrt",
                                                "--idle",
                                                "--pid",
                                                "0",
                                                thread.getFileName().toString())
                                        .start()
                                        .waitFor()
                                != 0) {
                    System.out.println(
                            "The client's compiler could not be told to wait: its work shows in the latencies.");
                }
            }
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
        try (Tail ours = new Tail(port, process, request, cpu);
                Tail plain = new Tail(plainPort, plainProcess, work, cpu)) {
            while (ours.counted() < SLICES && ours.tried() < MOST_SLICES) {
                ours.slice();
                plain.slice();
            }
            System.out.println(name);
            print("undisturbed slices", ours.undisturbed());
            print("of these at 75-85 %", ours.atTheLoad());
            print("all slices", ours.all());
            print("plain server, undisturbed", plain.undisturbed());
            print("plain server, all", plain.all());
        }
    }

    private static void print(String what, Tail.Figures figures) {
        System.out.printf(
                Locale.ROOT,
                "  %-26s %3d, %6.0f/s, both cores busy %2.0f %%: p50 %.2f ms, p99 %.2f ms (the slices' own: median %.2f,"
                        + " worst %.2f)%n",
                what,
                figures.slices(),
                figures.rate(),
                100 * figures.load(),
                figures.p50(),
                figures.p99(),
                figures.medianP99(),
                figures.worstP99());
    }

    /** CPU seconds of the server for each of a batch of requests. */
    private double perRequest(byte[] request) throws IOException {
        double cpu = cpuSeconds();
        try (Client client = new Client(port, request)) {
            client.flood(REQUESTS);
        }
        return (cpuSeconds() - cpu) / REQUESTS;
    }

    private double cpuSeconds() throws IOException {
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }
}
