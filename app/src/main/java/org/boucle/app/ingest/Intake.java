package org.boucle.app.ingest;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.boucle.app.store.StoreFailure;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.features.telemetry.PointCheck;
import org.boucle.features.telemetry.PointCheck.Fault;
import org.boucle.features.telemetry.SeriesInfo;

/**
 * The one checked path into the store. Deliveries from all roads wait in a bounded queue; one thread takes what is there,
 * checks it, and stores it with one durable commit, which answers every delivery in it. While the store refuses (disk
 * full), deliveries that can wait are kept and tried again, the others fail, and the full queue holds the senders back.
 */
public final class Intake implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Intake.class.getName());
    private static final int QUEUE = 4_096;
    private static final int GROUP_READINGS = 10_000;
    private static final long LINGER_MILLIS = 20;
    private static final long RETRY_MILLIS = 1_000;

    private final TelemetryStore store;
    private final Quarantine quarantine;
    private final Clock clock;
    private final PointCheck check = PointCheck.STANDARD;
    private final BlockingQueue<Delivery> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread worker;
    private volatile boolean closing;
    private volatile Optional<String> trouble = Optional.empty();

    private sealed interface Delivery {
        CompletableFuture<Receipt> done();
    }

    private record Points(String source, List<Reading> readings, boolean patient, CompletableFuture<Receipt> done)
            implements Delivery {}

    private record Malformed(String source, String where, String detail, CompletableFuture<Receipt> done)
            implements Delivery {}

    public Intake(TelemetryStore store, Quarantine quarantine, Clock clock) {
        this.store = store;
        this.quarantine = quarantine;
        this.clock = clock;
        this.worker = Thread.ofPlatform().name("intake").daemon(true).unstarted(this::work);
    }

    public Intake start() {
        worker.start();
        return this;
    }

    /** Points whose sender is told when the store refuses them. */
    public CompletableFuture<Receipt> submit(String source, List<Reading> readings) {
        return put(new Points(source, List.copyOf(readings), false, new CompletableFuture<>()));
    }

    /** Points that wait until the store takes them, for senders that repeat what is not acknowledged. */
    public CompletableFuture<Receipt> submitPatiently(String source, List<Reading> readings) {
        return put(new Points(source, List.copyOf(readings), true, new CompletableFuture<>()));
    }

    /** A message that could not be read at all: counted and shown, not kept. */
    public CompletableFuture<Receipt> malformed(String source, String where, String detail) {
        return put(new Malformed(source, where, detail, new CompletableFuture<>()));
    }

    private CompletableFuture<Receipt> put(Delivery delivery) {
        try {
            while (!queue.offer(delivery, 100, TimeUnit.MILLISECONDS)) {
                if (closing) {
                    delivery.done().completeExceptionally(new IllegalStateException("The intake is closed."));
                    return delivery.done();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            delivery.done().completeExceptionally(stop);
        }
        return delivery.done();
    }

    /** Why the store refuses at present, empty while all is well. */
    public Optional<String> trouble() {
        return trouble;
    }

    private void work() {
        List<Delivery> group = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                gather(group);
                if (!group.isEmpty()) {
                    group = commit(group);
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        group.forEach(d -> d.done().completeExceptionally(new IllegalStateException("The intake is closed.")));
    }

    private void gather(List<Delivery> group) throws InterruptedException {
        long readings = group.stream().mapToLong(Intake::size).sum();
        Delivery first = group.isEmpty() ? queue.poll(200, TimeUnit.MILLISECONDS) : null;
        if (first == null && group.isEmpty()) {
            return;
        }
        if (first != null) {
            group.add(first);
            readings += size(first);
        }
        long end = System.nanoTime() + LINGER_MILLIS * 1_000_000;
        while (readings < GROUP_READINGS) {
            Delivery next = queue.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            group.add(next);
            readings += size(next);
        }
    }

    private static long size(Delivery delivery) {
        return switch (delivery) {
            case Points points -> points.readings.size();
            case Malformed malformed -> 1;
        };
    }

    /** Stores a group; what must be tried again. */
    private List<Delivery> commit(List<Delivery> group) throws InterruptedException {
        PointBatch batch = PointBatch.ofCapacity(256);
        Quarantine.Pending pending = quarantine.pending();
        List<Receipt> receipts = new ArrayList<>(group.size());
        long now = clock.millis();
        try {
            for (Delivery delivery : group) {
                receipts.add(sort(delivery, batch, pending, now));
            }
            if (!batch.isEmpty() || !pending.isEmpty()) {
                store.append(batch, sql -> pending.write(sql, now));
            }
        } catch (StoreFailure failure) {
            return refused(group, failure);
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "A group of " + group.size() + " deliveries failed", fault);
            group.forEach(d -> d.done().completeExceptionally(fault));
            return new ArrayList<>();
        }
        pending.written();
        trouble = Optional.empty();
        for (int i = 0; i < group.size(); i++) {
            group.get(i).done().complete(receipts.get(i));
        }
        return new ArrayList<>();
    }

    private List<Delivery> refused(List<Delivery> group, StoreFailure failure) throws InterruptedException {
        if (trouble.isEmpty()) {
            LOG.log(Level.WARNING, "The store refuses points: " + failure.getMessage());
        }
        trouble = Optional.of(String.valueOf(failure.getMessage()));
        List<Delivery> again = new ArrayList<>();
        for (Delivery delivery : group) {
            if (delivery instanceof Points(String s, List<Reading> r, boolean patient, var d) && patient && !closing) {
                again.add(delivery);
            } else {
                delivery.done().completeExceptionally(failure);
            }
        }
        if (!again.isEmpty()) {
            Thread.sleep(RETRY_MILLIS);
        }
        return again;
    }

    private Receipt sort(Delivery delivery, PointBatch batch, Quarantine.Pending pending, long now) {
        return switch (delivery) {
            case Malformed(String source, String where, String detail, var done) -> {
                pending.addMalformed(source, where, detail);
                yield new Receipt(0, 0, 1, List.of());
            }
            case Points(String source, List<Reading> readings, boolean patient, var done) ->
                sort(source, readings, batch, pending, now);
        };
    }

    private Receipt sort(
            String source, List<Reading> readings, PointBatch batch, Quarantine.Pending pending, long now) {
        long accepted = 0;
        long quarantined = 0;
        List<Receipt.Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading r = readings.get(i);
            Optional<SeriesInfo> series = store.series().find(r.site(), r.series());
            PointCheck.Verdict verdict = series.map(s -> check.check(s, r.time(), r.value(), r.unit(), now))
                    .orElseGet(() -> check.checkUnknown(r.time(), r.value(), now));
            switch (verdict) {
                case PointCheck.Accepted() -> {
                    batch.add(series.orElseThrow().id(), r.time(), r.value());
                    accepted++;
                }
                case PointCheck.Refused(Fault fault, String detail) -> {
                    pending.add(source, r, fault, detail);
                    if (fault == Fault.UNKNOWN_SERIES) {
                        quarantined++;
                    } else {
                        refusals.add(new Receipt.Refusal(i, fault, r.series(), detail));
                    }
                }
            }
        }
        List<Receipt.Refusal> shown = refusals.subList(0, Math.min(Receipt.MOST_REFUSALS, refusals.size()));
        return new Receipt(accepted, quarantined, refusals.size(), shown);
    }

    /** Stores what waits and ends; what the store still refuses fails. */
    @Override
    public void close() {
        closing = true;
        try {
            if (worker.isAlive()) {
                worker.join(5_000);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
