package org.boucle.app.self;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.boucle.app.agent.HostMeter;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.service.MachineRates;
import org.boucle.features.itfootprint.service.OwnFootprint;
import org.boucle.features.itfootprint.service.OwnFootprint.Cost;
import org.boucle.features.itfootprint.service.OwnFootprint.Part;

/** Takes the slices of the server's life and adds up what they cost until they are handed over to be kept. */
final class SelfMeter {
    private static final double BYTES_PER_GIGABYTE = 1e9;
    private final HostMeter host;
    private final HostMeter.Machine machine;
    private final Path data;
    private final String place;
    private Optional<OwnFootprint.Rates> rates = Optional.empty();
    private long lastNanos = System.nanoTime();
    private boolean measured;
    private Cost waiting = new Cost(Estimate.ZERO, Map.of());

    /** @param place country of the electricity, three letters */
    SelfMeter(Path data, String place) {
        this.host = new HostMeter(new File("/proc"), new File("/sys"));
        this.machine = host.machine();
        this.data = data;
        this.place = place;
        host.sample();
    }

    HostMeter.Machine machine() {
        return machine;
    }

    String place() {
        return place;
    }

    /** Whether the last slice's power came from a meter and not from the model. */
    synchronized boolean isMeasured() {
        return measured;
    }

    /** The rates; the first call reads the engine's tables. */
    synchronized OwnFootprint.Rates rates() {
        if (rates.isEmpty()) {
            MachineRates rated = machine.virtual()
                    ? MachineRates.virtual(machine.processors(), place)
                    : MachineRates.own(
                            machine.processor(),
                            machine.sockets(),
                            machine.coresPerSocket(),
                            machine.memoryGigabytes(),
                            machine.solidStateGigabytes(),
                            machine.spinningGigabytes(),
                            place);
            rates = Optional.of(rated.rates(ItFootprint.passing()));
        }
        return rates.get();
    }

    /** Ends the present slice, adds its cost to what waits and returns what waits. */
    synchronized Cost slice() {
        Optional<HostMeter.Sample> sample = host.sample();
        long now = System.nanoTime();
        double seconds = (now - lastNanos) / 1e9;
        if (sample.isPresent() && seconds > 0) {
            lastNanos = now;
            measured = sample.get().watts().isPresent();
            OwnFootprint.Slice slice = new OwnFootprint.Slice(
                    seconds,
                    sample.get().watts(),
                    sample.get().machineLoad(),
                    sample.get().ownLoad(),
                    sample.get().memoryShare(),
                    storedGigabytes(),
                    sample.get().writtenBytes() / BYTES_PER_GIGABYTE);
            waiting = plus(waiting, OwnFootprint.of(slice, rates()));
        }
        return waiting;
    }

    /** Hands over what waits; it counts as kept from here on. */
    synchronized Cost take() {
        Cost taken = waiting;
        waiting = new Cost(Estimate.ZERO, Map.of());
        return taken;
    }

    /** Puts back what could not be kept. */
    synchronized void putBack(Cost cost) {
        waiting = plus(waiting, cost);
    }

    private double storedGigabytes() {
        try (Stream<Path> files = Files.walk(data, 3)) {
            return files.mapToLong(file ->
                                    file.toFile().isFile() ? file.toFile().length() : 0)
                            .sum()
                    / BYTES_PER_GIGABYTE;
        } catch (IOException | java.io.UncheckedIOException changing) {
            // a file went away while the directory was walked: the next slice sees the rest
            return 0;
        }
    }

    static Cost plus(Cost a, Cost b) {
        Map<Part, Map<Criterion, Estimate>> sum = new EnumMap<>(Part.class);
        for (Cost cost : new Cost[] {a, b}) {
            cost.impacts()
                    .forEach((part, impacts) -> impacts.forEach(
                            (criterion, amount) -> sum.computeIfAbsent(part, p -> new EnumMap<>(Criterion.class))
                                    .merge(criterion, amount, Estimate::plus)));
        }
        return new Cost(a.kilowattHours().plus(b.kilowattHours()), sum);
    }
}
