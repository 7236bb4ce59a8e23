package org.boucle.app.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A private PostgreSQL server of Debian's binaries in a temporary directory, started once for all tests of this process. */
public final class PostgresCluster {
    private static Optional<PostgresCluster> shared = Optional.empty();
    private static boolean tried;

    private final Path directory;
    private final int port;
    private final boolean asPostgres;

    private PostgresCluster(Path directory, int port, boolean asPostgres) {
        this.directory = directory;
        this.port = port;
        this.asPostgres = asPostgres;
    }

    /** The server, started on first use; empty where PostgreSQL is not installed or does not start. */
    public static synchronized Optional<PostgresCluster> find() {
        if (!tried) {
            tried = true;
            shared = binaries().flatMap(PostgresCluster::start);
        }
        return shared;
    }

    /** JDBC URL of a fresh, empty database. */
    public synchronized String freshDatabase() {
        String name = "t" + System.nanoTime();
        run(List.of(tool("createdb"), "-h", directory.toString(), "-p", "" + port, "-U", "boucle", name));
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=boucle";
    }

    private static Optional<Path> binaries() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static String tool(String name) {
        return binaries().orElseThrow().resolve(name).toString();
    }

    private static Optional<PostgresCluster> start(Path bin) {
        try {
            Path directory = Files.createTempDirectory("boucle-pg");
            int port;
            try (ServerSocket socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            PostgresCluster cluster =
                    new PostgresCluster(directory, port, "root".equals(System.getProperty("user.name")));
            if (cluster.asPostgres) {
                cluster.plainRun(List.of("chown", "postgres", directory.toString()));
            }
            Path data = directory.resolve("data");
            cluster.run(List.of(
                    tool("initdb"), "-D", data.toString(), "-U", "boucle", "-A", "trust", "-E", "UTF8", "--no-sync"));
            cluster.run(List.of(
                    tool("pg_ctl"),
                    "-D",
                    data.toString(),
                    "-w",
                    "-t",
                    "60",
                    "-l",
                    directory.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -k " + directory + " -c listen_addresses=127.0.0.1",
                    "start"));
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
            return Optional.of(cluster);
        } catch (IOException | IllegalStateException failed) {
            System.err.println("PostgreSQL did not start: " + failed.getMessage());
            return Optional.empty();
        }
    }

    private void stop() {
        run(List.of(tool("pg_ctl"), "-D", directory.resolve("data").toString(), "-m", "immediate", "stop"));
        plainRun(List.of("rm", "-rf", directory.toString()));
    }

    private void run(List<String> command) {
        List<String> all = new ArrayList<>();
        if (asPostgres) {
            all.addAll(Arrays.asList("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        all.addAll(command);
        plainRun(all);
    }

    private void plainRun(List<String> command) {
        try {
            Path output = Files.createTempFile("boucle-pg", ".out");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            String text = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + text);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
