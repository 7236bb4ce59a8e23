package org.boucle.bench.telemetry;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.boucle.app.telemetry.PointBatch;

/**
 * The same month of generated plant signals through each store: CPU of the whole process, wall time, bytes on disk,
 * roll-up, last values, one day of one series. Each engine first does two days of ten series on the side, so that compilation
 * is not counted as storing. Arguments: engine, series, days, points a commit, scratch directory, and for a server beside
 * this process its JDBC URL and process number.
 */
public final class StoreComparison {
    private StoreComparison() {}

    public static void main(String[] args) throws Exception {
        String which = args[0];
        int series = Integer.parseInt(args[1]);
        int days = Integer.parseInt(args[2]);
        Workload work = new Workload(series, days, Integer.parseInt(args[3]));
        Path scratch = Path.of(args[4]);
        Files.createDirectories(scratch);
        server = args.length > 6 ? Long.parseLong(args[6]) : 0;
        warmUp(which, args.length > 5 ? args[5] : "", scratch);
        Path directory = Files.createTempDirectory(scratch, "store");
        try (Engine engine = engine(which, args.length > 5 ? args[5] : "")) {
            measure(engine, work, directory);
        } finally {
            delete(directory);
        }
    }

    private static long server;

    private static void warmUp(String which, String url, Path scratch) throws Exception {
        if (which.equals("boucle") && !url.isEmpty()) {
            return; // its tables would be the measured ones
        }
        Path directory = Files.createTempDirectory(scratch, "warm");
        try (Engine engine = engine(which, url)) {
            Workload work = new Workload(500, 3, 5_000);
            engine.open(directory, work.seriesCount());
            for (int day = 0; day < work.days(); day++) {
                for (PointBatch batch : work.day(day)) {
                    engine.append(batch);
                }
                engine.settle();
            }
            engine.rollUp(PlantSignals.START, PlantSignals.START + 3 * 86_400_000L);
        } finally {
            delete(directory);
        }
    }

    private static Engine engine(String which, String url) {
        return switch (which) {
            case "boucle" -> new BoucleEngine(url.isEmpty() ? "Boucle on SQLite" : "Boucle on PostgreSQL", url);
            case "duckdb" -> new DuckEngine();
            case "questdb" -> new QuestEngine();
            case "postgresql" -> new PostgresEngine(url);
            default ->
                throw new IllegalArgumentException(
                        "No engine '" + which + "'. Maybe boucle, duckdb, questdb or postgresql.");
        };
    }

    private static void measure(Engine engine, Workload work, Path directory) throws Exception {
        engine.open(directory, work.seriesCount());
        Clock clock = new Clock();
        long points = 0;
        for (int day = 0; day < work.days(); day++) {
            List<PointBatch> commits = work.day(day);
            clock.start();
            for (PointBatch batch : commits) {
                engine.append(batch);
                points += batch.size();
            }
            clock.stop();
        }
        clock.start();
        engine.settle();
        clock.stop();
        long bytes = engine instanceof PostgresEngine rows ? rows.bytes() : size(directory);
        System.out.printf(
                Locale.ROOT,
                "%s: %d points, ingest %.0f k points/s wall, %.3f us CPU/point (%.3f in the calling thread), %.2f bytes/point%n",
                engine.name(),
                points,
                points / (clock.wall / 1e6),
                clock.cpu / 1e3 / points,
                clock.thread / 1e3 / points,
                bytes / (double) points);
        long to = PlantSignals.START + work.days() * 86_400_000L;
        for (int round = 0; round < 3; round++) {
            Clock query = new Clock();
            query.start();
            long seen = engine.rollUp(PlantSignals.START, to);
            query.stop();
            Clock last = new Clock();
            last.start();
            int values = engine.lastValues();
            last.stop();
            long t = System.nanoTime();
            int day = engine.readDay(work.seriesCount() / 2, PlantSignals.START + 86_400_000L);
            long one = System.nanoTime() - t;
            System.out.printf(
                    Locale.ROOT,
                    "%s: roll-up of %d points %.2f s CPU, %.2f s wall; last values of %d series %.1f ms; series-day of %d points %.2f ms%n",
                    engine.name(),
                    seen,
                    query.cpu / 1e9,
                    query.wall / 1e9,
                    values,
                    last.wall / 1e6,
                    day,
                    one / 1e6);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: peak RSS %d MB (the workload itself holds %d MB)%n",
                engine.name(),
                peakRss(),
                points * 16 / 1_000_000);
    }

    private static final class Clock {
        private final OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private long cpu;
        private long wall;
        private long c0;
        private long w0;
        private long thread;
        private long t0;

        private long s0;

        void start() throws IOException {
            s0 = ServerCpu.nanos(server);
            w0 = System.nanoTime();
            t0 = CodecComparison.cpu();
            c0 = os.getProcessCpuTime();
        }

        void stop() throws IOException {
            thread += CodecComparison.cpu() - t0;
            cpu += os.getProcessCpuTime() - c0 + ServerCpu.nanos(server) - s0;
            wall += System.nanoTime() - w0;
        }
    }

    private static long peakRss() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        }
    }
}
