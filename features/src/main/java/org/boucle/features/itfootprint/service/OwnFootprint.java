package org.boucle.features.itfootprint.service;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;

/**
 * What one program costs on the machine it runs on: its share of the machine's power and of its making, what it stores and
 * what it sends.
 *
 * <p>Power above idle goes by processor time, power at idle by memory, as the agent divides it. Making goes by the larger
 * of the two shares, since a machine is full when either is. Decision 0626.
 */
public final class OwnFootprint {
    private OwnFootprint() {}

    /** A part of the footprint. */
    public enum Part {
        ENERGY,
        MACHINE,
        STORAGE,
        NETWORK
    }

    /**
     * What happened within some time.
     *
     * @param seconds its length
     * @param measuredWatts power of the machine, empty where no meter speaks
     * @param machineLoad load of the machine's processors, 0 to 1
     * @param ownLoad the program's part of the processors' capacity, 0 to 1, at most the machine's load
     * @param memoryShare the program's part of the memory, 0 to 1
     * @param storedGigabytes what lies on its disk
     * @param sentGigabytes what it sent
     */
    public record Slice(
            double seconds,
            OptionalDouble measuredWatts,
            double machineLoad,
            double ownLoad,
            double memoryShare,
            double storedGigabytes,
            double sentGigabytes) {
        public Slice {
            if (!(seconds > 0) || !isShare(machineLoad) || !isShare(ownLoad) || !isShare(memoryShare)) {
                throw new IllegalArgumentException("A slice needs seconds > 0 and shares of 0 to 1, was " + seconds
                        + ", " + machineLoad + ", " + ownLoad + ", " + memoryShare);
            }
        }

        private static boolean isShare(double value) {
            return value >= 0 && value <= 1;
        }
    }

    /**
     * What the machine costs.
     *
     * @param idleWatts modelled power with nothing to do
     * @param fullWatts modelled power with all processors busy
     * @param perKilowattHour electricity, by criterion
     * @param machineHour an hour's share of making the machine
     * @param gigabyteHour an hour's share of making a gigabyte of disk
     * @param gigabyteSent carrying a gigabyte
     */
    public record Rates(
            Estimate idleWatts,
            Estimate fullWatts,
            Map<Criterion, Estimate> perKilowattHour,
            Map<Criterion, Estimate> machineHour,
            Map<Criterion, Estimate> gigabyteHour,
            Map<Criterion, Estimate> gigabyteSent) {
        public Rates {
            perKilowattHour = Map.copyOf(perKilowattHour);
            machineHour = Map.copyOf(machineHour);
            gigabyteHour = Map.copyOf(gigabyteHour);
            gigabyteSent = Map.copyOf(gigabyteSent);
        }
    }

    /** The program's energy and its impacts part by part. */
    public record Cost(Estimate kilowattHours, Map<Part, Map<Criterion, Estimate>> impacts) {
        public Cost {
            Map<Part, Map<Criterion, Estimate>> copy = new EnumMap<>(Part.class);
            impacts.forEach((part, map) -> copy.put(part, Map.copyOf(map)));
            impacts = Collections.unmodifiableMap(copy);
        }

        /** The sum of the parts that know the criterion. */
        public Optional<Estimate> total(Criterion criterion) {
            return impacts.values().stream()
                    .flatMap(part -> Optional.ofNullable(part.get(criterion)).stream())
                    .reduce(Estimate::plus);
        }
    }

    /** What the slice cost. */
    public static Cost of(Slice slice, Rates rates) {
        Estimate kilowattHours = watts(slice, rates).times(slice.seconds() / 3.6e6);
        double hours = slice.seconds() / 3600;
        double share = Math.max(slice.ownLoad(), slice.memoryShare());
        Map<Part, Map<Criterion, Estimate>> impacts = new EnumMap<>(Part.class);
        Map<Criterion, Estimate> energy = new EnumMap<>(Criterion.class);
        rates.perKilowattHour().forEach((criterion, factor) -> energy.put(criterion, factor.times(kilowattHours)));
        impacts.put(Part.ENERGY, energy);
        impacts.put(Part.MACHINE, times(rates.machineHour(), hours * share));
        impacts.put(Part.STORAGE, times(rates.gigabyteHour(), hours * slice.storedGigabytes()));
        impacts.put(Part.NETWORK, times(rates.gigabyteSent(), slice.sentGigabytes()));
        return new Cost(kilowattHours, impacts);
    }

    /** The program's part of the machine's power in W. */
    static Estimate watts(Slice slice, Rates rates) {
        if (slice.measuredWatts().isEmpty()) {
            Estimate active = new Estimate(
                            rates.fullWatts().value() - rates.idleWatts().value(),
                            rates.fullWatts().min() - rates.idleWatts().min(),
                            rates.fullWatts().max() - rates.idleWatts().max())
                    .containing()
                    .times(slice.ownLoad());
            return rates.idleWatts().times(slice.memoryShare()).plus(active);
        }
        double measured = slice.measuredWatts().getAsDouble();
        double idle = Math.min(measured, rates.idleWatts().value());
        double part = slice.machineLoad() > 0 ? Math.min(1, slice.ownLoad() / slice.machineLoad()) : 0;
        return Estimate.exact(idle * slice.memoryShare() + (measured - idle) * part);
    }

    private static Map<Criterion, Estimate> times(Map<Criterion, Estimate> rates, double amount) {
        Map<Criterion, Estimate> impacts = new EnumMap<>(Criterion.class);
        rates.forEach((criterion, rate) -> impacts.put(criterion, rate.times(amount)));
        return impacts;
    }
}
