package org.boucle.features.territory.pooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.core.units.Units;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Property;

/**
 * Machines, vehicles or people that neighbours need now and then: how many each would keep alone, how many they need
 * together for the same wait (M/M/c queue), and how many by a booking calendar.
 *
 * @param alone machines of all members, each on its own
 * @param together fewest for the strictest wait accepted
 * @param ready machines that the territory offers already (outgoing flows of the same name), 0 where none
 * @param booked fewest where every use is booked ahead and a calendar is filled to 85 %
 */
public record EquipmentPool(
        List<Member> members, int alone, SharedEquipment together, int ready, int booked, double mostWaitHours) {
    /** Hours of a use where nobody says. */
    public static final double USUAL_USE = 2;
    /** Mean wait accepted where nobody says, h. */
    public static final double USUAL_WAIT = 1;

    private static final double CALENDAR_FILLED = 0.85;

    public EquipmentPool {
        members = List.copyOf(members);
    }

    /**
     * One user.
     *
     * @param callsPerHour while open
     * @param machines kept if alone
     */
    public record Member(String flow, double hoursPerYear, double hoursPerUse, double callsPerHour, int machines) {}

    public int saved() {
        return alone - together.machines();
    }

    /**
     * For the needs of a pool.
     *
     * @param offers outgoing flows of the same thing
     * @param openHours hours a year in which it is used
     */
    public static EquipmentPool of(List<Flow> needs, List<Flow> offers, double openHours) {
        if (!(openHours > 0)) {
            throw new IllegalArgumentException("Open " + openHours + " h a year");
        }
        double wait = needs.stream()
                .mapToDouble(flow -> hours(flow, Property.WAIT).orElse(USUAL_WAIT))
                .min()
                .orElse(USUAL_WAIT);
        List<Member> members = new ArrayList<>();
        double calls = 0;
        double load = 0;
        int alone = 0;
        for (Flow flow : needs) {
            double use = hours(flow, Property.USE).filter(h -> h > 0).orElse(USUAL_USE);
            double rate = flow.perYear() / use / openHours;
            int machines = SharedEquipment.fewest(rate, use, wait).machines();
            members.add(new Member(flow.id(), flow.perYear(), use, rate, machines));
            calls += rate;
            load += rate * use;
            alone += machines;
        }
        SharedEquipment together = SharedEquipment.fewest(calls, load / calls, wait);
        int ready = offers.stream().mapToInt(EquipmentPool::machines).sum();
        int booked = Math.max(1, (int) Math.ceil(load / CALENDAR_FILLED - 1e-9));
        return new EquipmentPool(members, alone, together, ready, booked, wait);
    }

    private static int machines(Flow flow) {
        return (int) Math.clamp(
                flow.findProperty(Property.MACHINES).map(Property::typical).orElse(1.0), 1, 10_000);
    }

    private static Optional<Double> hours(Flow flow, String name) {
        return flow.findProperty(name)
                .flatMap(property -> Units.find(property.unit())
                        .filter(unit -> unit.isCompatible(Units.HOUR))
                        .map(unit -> unit.convert(property.typical(), Units.HOUR)));
    }
}
