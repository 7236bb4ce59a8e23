package org.boucle.core.impact.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorMatch;
import org.boucle.core.factors.FactorQuery;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.units.Units;

/**
 * A transport chain of any length after ISO 14083, with the operation of vehicles (tank to wheel) and the provision of
 * their energy (well to tank) apart where factors tell them apart.
 *
 * @param tonnes mass carried, packaging included
 * @param place of the elements that do not say their own
 */
public record FreightChain(String name, double tonnes, Geography place, int year, List<Element> elements) {
    public FreightChain {
        elements = List.copyOf(elements);
        Objects.requireNonNull(place, "place");
        if (name.isBlank() || !(tonnes > 0) || tonnes > 1e9) {
            throw new IllegalArgumentException("A chain needs a name and a mass, got '" + name + "', " + tonnes + " t");
        }
    }

    /** How a distance is known. */
    public enum Distance {
        /** Shortest feasible or great circle: the one that counts. */
        COUNTED,
        /** The odometer's, divided by 1.05. */
        DRIVEN_ROAD,
        /** The log's, divided by 1.15. */
        SAILED,
        /** Great circle of a flight, to which 95 km are added. */
        FLOWN;

        double counted(double kilometres) {
            return switch (this) {
                case COUNTED -> kilometres;
                case DRIVEN_ROAD -> TransportChain.Mode.ROAD.countedKilometres(kilometres);
                case SAILED -> TransportChain.Mode.SEA.countedKilometres(kilometres);
                case FLOWN -> TransportChain.flownKilometres(kilometres);
            };
        }
    }

    /** One element: a leg or a hub. */
    public sealed interface Element {
        String name();
    }

    /**
     * A leg.
     *
     * @param flow code of the vehicle in the factor library; empty where the carrier's own figures are given
     * @param operation kg CO2e per tonne-kilometre, tank to wheel, of the carrier
     * @param provision kg CO2e per tonne-kilometre, well to tank, of the carrier
     */
    public record Leg(
            String name,
            String flow,
            double kilometres,
            Distance distance,
            OptionalDouble operation,
            OptionalDouble provision)
            implements Element {
        public Leg {
            Objects.requireNonNull(distance, "distance");
            if (!(kilometres >= 0) || kilometres > 1e6) {
                throw new IllegalArgumentException("Leg '" + name + "' has a distance of " + kilometres + " km");
            }
        }
    }

    /**
     * A hub.
     *
     * @param kilowattHours electricity per tonne handled
     * @param kilograms kg CO2e per tonne besides, of its operator
     */
    public record Hub(String name, double kilowattHours, double kilograms) implements Element {
        public Hub {
            if (!(kilowattHours >= 0 && kilograms >= 0)) {
                throw new IllegalArgumentException("Hub '" + name + "' has a negative intensity");
            }
        }
    }

    /**
     * What an element emits, kg CO2e.
     *
     * @param kilometres the distance that counts; 0 for a hub
     * @param operation tank to wheel; empty where the factor does not tell it apart
     * @param provision well to tank; empty likewise
     * @param total well to wheel; empty where no factor is known
     * @param factors what was multiplied, with its fallbacks
     */
    public record Part(
            Element element,
            double kilometres,
            OptionalDouble operation,
            OptionalDouble provision,
            OptionalDouble total,
            List<FactorMatch> factors) {}

    /** Each element in its order. */
    public List<Part> parts(FactorLibrary library) {
        List<Part> parts = new ArrayList<>();
        for (Element element : elements) {
            parts.add(
                    switch (element) {
                        case Leg leg -> leg(leg, library);
                        case Hub hub -> hub(hub, library);
                    });
        }
        return parts;
    }

    private Part leg(Leg leg, FactorLibrary library) {
        double kilometres = leg.distance().counted(leg.kilometres());
        double work = tonnes * kilometres;
        if (leg.operation().isPresent() || leg.provision().isPresent()) {
            double operation = work * leg.operation().orElse(0);
            double provision = work * leg.provision().orElse(0);
            boolean both = leg.operation().isPresent() && leg.provision().isPresent();
            return new Part(
                    leg,
                    kilometres,
                    leg.operation().isPresent() ? OptionalDouble.of(operation) : OptionalDouble.empty(),
                    both ? OptionalDouble.of(provision) : OptionalDouble.empty(),
                    OptionalDouble.of(operation + provision),
                    List.of());
        }
        List<FactorMatch> found =
                library.findParts(FactorQuery.of(leg.flow(), IndicatorCategory.GHG.code(), place, year)
                        .withUnit(Units.TONNE_KILOMETRE));
        return part(leg, kilometres, work, found);
    }

    private Part hub(Hub hub, FactorLibrary library) {
        List<FactorMatch> grid = hub.kilowattHours() == 0
                ? List.of()
                : library.find(FactorQuery.of("electricity.grid.consumption", IndicatorCategory.GHG.code(), place, year)
                                .withUnit(Units.KILOWATT_HOUR))
                        .map(List::of)
                        .orElse(List.of());
        double total = tonnes * hub.kilograms();
        for (FactorMatch match : grid) {
            total += tonnes * hub.kilowattHours() * perUnit(match.factor(), Units.KILOWATT_HOUR);
        }
        return new Part(hub, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(total), grid);
    }

    private static Part part(Leg leg, double kilometres, double work, List<FactorMatch> found) {
        OptionalDouble operation = sum(found, Boundary.DIRECT, work);
        OptionalDouble provision = sum(found, Boundary.UPSTREAM, work);
        double total = work
                * found.stream()
                        .mapToDouble(m -> perUnit(m.factor(), Units.TONNE_KILOMETRE))
                        .sum();
        return new Part(
                leg,
                kilometres,
                operation,
                provision,
                found.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(total),
                found);
    }

    private static OptionalDouble sum(List<FactorMatch> found, Boundary boundary, double work) {
        Optional<Factor> half = found.stream()
                .map(FactorMatch::factor)
                .filter(f -> f.boundary() == boundary)
                .findFirst();
        return half.isPresent()
                ? OptionalDouble.of(work * perUnit(half.get(), Units.TONNE_KILOMETRE))
                : OptionalDouble.empty();
    }

    private static double perUnit(Factor factor, org.boucle.core.units.Unit unit) {
        return factor.value() * unit.factorTo(factor.unit());
    }

    /** All elements that have a factor, kg CO2e. */
    public double kilograms(FactorLibrary library) {
        return parts(library).stream().mapToDouble(p -> p.total().orElse(0)).sum();
    }

    /** kg CO2e per tonne-kilometre over the distance that counts; empty without a leg. */
    public OptionalDouble intensity(FactorLibrary library) {
        double work =
                tonnes * parts(library).stream().mapToDouble(Part::kilometres).sum();
        return work > 0 ? OptionalDouble.of(kilograms(library) / work) : OptionalDouble.empty();
    }
}
