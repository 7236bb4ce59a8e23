package org.boucle.app.solver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.LinearSolver;
import org.boucle.features.territory.linear.Outcome;

/**
 * Hands models to a worker process, started when needed and again after a crash. One model at a time: others wait in
 * order. A worker that dies or does not answer in time is an {@link Outcome.Failed}.
 */
public final class SolverProcess implements LinearSolver, AutoCloseable {
    private static final String ENDED = "";
    private static final double GRACE_SECONDS = 30;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final List<String> options;
    private Process process;
    private BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    public SolverProcess() {
        this(List.of());
    }

    /** @param options more options of the worker's Java, for tests */
    SolverProcess(List<String> options) {
        this.options = List.copyOf(options);
    }

    @Override
    public Outcome solve(LinearModel model, Limits limits) {
        turn.lock();
        try {
            Path file = Files.createTempFile("boucle", ".model");
            try {
                ModelFile.write(file, model, limits);
                return ask(file, limits);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(SolverWorker.answerOf(file));
            }
        } catch (IOException failure) {
            stop();
            return new Outcome.Failed(String.valueOf(failure));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stop();
            return new Outcome.Failed("interrupted");
        } finally {
            turn.unlock();
        }
    }

    private Outcome ask(Path file, Limits limits) throws IOException, InterruptedException {
        if (process == null || !process.isAlive()) {
            start();
        }
        send(file);
        long deadline = System.nanoTime() + (long) ((limits.seconds() + GRACE_SECONDS) * 1e9);
        while (true) {
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                stop();
                return new Outcome.Failed("The solver did not answer in time and was stopped");
            }
            if (line.equals(ENDED)) {
                int code = process.waitFor();
                stop();
                return new Outcome.Failed("The solver's process ended with code " + code);
            }
            if (line.equals(SolverWorker.DONE + file)) {
                return ModelFile.readOutcome(SolverWorker.answerOf(file));
            }
        }
    }

    private void send(Path file) throws IOException {
        OutputStream out = process.getOutputStream();
        try {
            out.write((file + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException asleep) {
            start();
            process.getOutputStream().write((file + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }
    }

    private void start() throws IOException {
        stop();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new java.util.ArrayList<>(List.of(
                java,
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SolverWorker.class.getName()));
        process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        BlockingQueue<String> mine = new LinkedBlockingQueue<>();
        lines = mine;
        Process started = process;
        Thread.ofVirtual().start(() -> read(started, mine));
    }

    private static void read(Process started, BlockingQueue<String> mine) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty()) {
                    mine.add(line);
                }
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        } finally {
            mine.add(ENDED);
        }
    }

    private void stop() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            stop();
        } finally {
            turn.unlock();
        }
    }
}
