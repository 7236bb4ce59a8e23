package org.boucle.core.impact.methods;

import java.util.List;

/**
 * The emissions of a transport chain after ISO 14083:2023: each element is a transport or a hub, its intensity per
 * tonne-kilometre or tonne includes empty trips and the provision of the energy, and distances are the shortest feasible
 * or great-circle ones, never the odometer's.
 */
public record TransportChain(List<Element> elements) {
    public TransportChain {
        elements = List.copyOf(elements);
    }

    /** One element of the chain. */
    public sealed interface Element {
        double kilograms();
    }

    /**
     * A leg.
     *
     * @param tonnes mass carried, packaging included
     * @param kilometres shortest feasible or great-circle distance
     * @param intensity kg CO2e per tonne-kilometre, well to wheel
     */
    public record Leg(double tonnes, double kilometres, double intensity) implements Element {
        /** G = g m s, kg CO2e. */
        @Override
        public double kilograms() {
            return intensity * tonnes * kilometres;
        }
    }

    /** A hub: mass handled in tonnes, and kg CO2e per tonne. */
    public record Hub(double tonnes, double intensity) implements Element {
        @Override
        public double kilograms() {
            return intensity * tonnes;
        }
    }

    /** A carrier's year on one kind of operation, from which its intensity follows. */
    public record Operation(List<Fuel> fuels, List<Shipment> shipments) {
        public Operation {
            fuels = List.copyOf(fuels);
            shipments = List.copyOf(shipments);
        }

        /** g = G / T, kg CO2e per tonne-kilometre: all fuel, empty trips included, over the work done. */
        public double intensity() {
            double work = shipments.stream()
                    .mapToDouble(s -> s.tonnes() * s.kilometres())
                    .sum();
            if (!(work > 0)) {
                throw new IllegalArgumentException("No transport work was done, so there is no intensity");
            }
            return fuels.stream()
                            .mapToDouble(f -> f.quantity() * (f.operation() + f.provision()))
                            .sum()
                    / work;
        }
    }

    /** A fuel burnt: quantity, and kg CO2e per unit in operation and in provision. */
    public record Fuel(double quantity, double operation, double provision) {}

    /** A mass moved over the distance that counts. */
    public record Shipment(double tonnes, double kilometres) {}

    /** Modes with the factor by which driven distance exceeds the one that counts. */
    public enum Mode {
        ROAD(1.05),
        SEA(1.15);

        private final double distanceAdjustment;

        Mode(double distanceAdjustment) {
            this.distanceAdjustment = distanceAdjustment;
        }

        /** The distance that counts when only the driven one is known. */
        public double countedKilometres(double driven) {
            return driven / distanceAdjustment;
        }
    }

    /** The flown distance of an aircraft: great circle and 95 km. */
    public static double flownKilometres(double greatCircle) {
        return greatCircle + 95;
    }

    /** Great-circle distance in kilometres between two places in degrees, on a sphere of 6,371 km. */
    public static double greatCircle(double latitude1, double longitude1, double latitude2, double longitude2) {
        double a = Math.pow(Math.sin(Math.toRadians(latitude2 - latitude1) / 2), 2)
                + Math.cos(Math.toRadians(latitude1))
                        * Math.cos(Math.toRadians(latitude2))
                        * Math.pow(Math.sin(Math.toRadians(longitude2 - longitude1) / 2), 2);
        return 2 * 6_371 * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    /** All elements together, kg CO2e. */
    public double kilograms() {
        return elements.stream().mapToDouble(Element::kilograms).sum();
    }

    /** The chain's own intensity: all emissions over the mass and the distance of the legs. */
    public double intensity(double tonnes) {
        double kilometres = elements.stream()
                .mapToDouble(e -> e instanceof Leg leg ? leg.kilometres() : 0)
                .sum();
        return kilograms() / (tonnes * kilometres);
    }
}
