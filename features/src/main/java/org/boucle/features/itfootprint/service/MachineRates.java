package org.boucle.features.itfootprint.service;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.boucle.core.data.ReferenceTable;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.ComponentSpec;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.ServerSpec;
import org.boucle.features.itfootprint.Stage;
import org.boucle.features.itfootprint.UsageSpec;
import org.boucle.features.itfootprint.Workload;

/**
 * What the machine under a program costs, asked from the engine.
 *
 * <p>A virtual machine shows its processors but not the server they are cut from: it counts as that share of a server of
 * the usual kind, by virtual processors.
 *
 * @param server what stands in for the machine
 * @param share of that server which is the machine, 0 to 1
 * @param place country of the electricity, three letters
 */
public record MachineRates(ServerSpec server, double share, String place) {
    /** Two processors of 24 cores with two threads each: the usual archetype. */
    private static final double USUAL_THREADS = 96;

    private static final List<Criterion> CRITERIA = Criterion.USUAL;
    private static final double DISK_GIGABYTES = 1000;

    public MachineRates {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies in (0, 1], was " + share);
        }
    }

    /** A virtual machine with so many processors. */
    public static MachineRates virtual(int processors, String place) {
        return new MachineRates(
                ServerSpec.of(ServerSpec.USUAL), Math.min(1, Math.max(1, processors) / USUAL_THREADS), place);
    }

    /** A machine of one's own. */
    public static MachineRates own(
            String processor, int sockets, int cores, double memory, double ssd, double hdd, String place) {
        ComponentSpec cpu =
                ComponentSpec.of(ComponentKind.CPU).with(Field.UNITS, sockets).with(Field.CORE_UNITS, cores);
        ServerSpec server = ServerSpec.of(ServerSpec.USUAL)
                .withCpu(processor.isBlank() ? cpu : cpu.with(Field.NAME, processor))
                .withRam(List.of(ComponentSpec.of(ComponentKind.RAM)
                        .with(Field.UNITS, 1)
                        .with(Field.CAPACITY, Math.max(1, memory))));
        List<ComponentSpec> disks = new java.util.ArrayList<>();
        if (ssd > 0) {
            disks.add(ComponentSpec.of(ComponentKind.SSD).with(Field.UNITS, 1).with(Field.CAPACITY, ssd));
        }
        if (hdd > 0) {
            disks.add(ComponentSpec.of(ComponentKind.HDD).with(Field.UNITS, 1).with(Field.CAPACITY, hdd));
        }
        return new MachineRates(disks.isEmpty() ? server : server.withDisks(disks), 1, place);
    }

    /** Asks the engine. */
    public OwnFootprint.Rates rates(ItFootprint engine) {
        Map<Criterion, Double> electricity = engine.catalogue().electricity(place);
        Map<Criterion, Estimate> perKilowattHour = new EnumMap<>(Criterion.class);
        for (Criterion criterion : CRITERIA) {
            Criterion source = criterion == Criterion.ADP ? Criterion.ADPE : criterion;
            if (electricity.containsKey(source)) {
                perKilowattHour.put(criterion, Estimate.exact(electricity.get(source)));
            }
        }
        Assessment idle = engine.server(server.withUsage(loaded(0)), hour());
        Assessment full = engine.server(server.withUsage(loaded(100)), hour());
        return new OwnFootprint.Rates(
                watts(idle, perKilowattHour),
                watts(full, perKilowattHour),
                perKilowattHour,
                embedded(idle, share),
                embedded(disk(engine), 1 / DISK_GIGABYTES),
                network());
    }

    private UsageSpec loaded(double percent) {
        return UsageSpec.NOTHING
                .with(Field.USAGE_LOCATION, place)
                .with(Field.USE_TIME_RATIO, 1)
                .with(Field.TIME_WORKLOAD, Workload.of(percent));
    }

    private static Request hour() {
        return new Request(CRITERIA, OptionalDouble.of(1), Rules.OURS, false);
    }

    /** The engine tells impacts of use; divided by the impact of a kWh they are energy. */
    private Estimate watts(Assessment assessment, Map<Criterion, Estimate> perKilowattHour) {
        double factor = perKilowattHour.get(Criterion.GWP).value();
        return assessment
                .find(Criterion.GWP, Stage.USE)
                .map(use -> use.times(1000 * share / factor).containing())
                .orElse(Estimate.ZERO);
    }

    private static Assessment disk(ItFootprint engine) {
        ComponentSpec disk = ComponentSpec.of(ComponentKind.SSD).with(Field.CAPACITY, DISK_GIGABYTES);
        return engine.component(disk, "DEFAULT", hour());
    }

    private static Map<Criterion, Estimate> embedded(Assessment assessment, double factor) {
        Map<Criterion, Estimate> embedded = new EnumMap<>(Criterion.class);
        for (Criterion criterion : CRITERIA) {
            assessment
                    .find(criterion, Stage.EMBEDDED)
                    .ifPresent(
                            hour -> embedded.put(criterion, hour.times(factor).containing()));
        }
        return embedded;
    }

    private static Map<Criterion, Estimate> network() {
        Map<Criterion, Estimate> rates = new EnumMap<>(Criterion.class);
        for (ReferenceTable.Row row :
                ReferenceTable.of("digitalservice/network.csv").rows()) {
            if (row.text("network").equals("fixed")) {
                Estimate rate = new Estimate(row.number("value"), row.number("min"), row.number("max"));
                Criterion.find(row.text("criterion")).ifPresent(criterion -> rates.put(criterion, rate));
            }
        }
        return rates;
    }
}
