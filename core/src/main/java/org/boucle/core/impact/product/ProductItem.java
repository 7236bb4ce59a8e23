package org.boucle.core.impact.product;

import java.util.Objects;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.Origin;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;

/** One line of the description of a product. */
public sealed interface ProductItem {
    /** Unique inside the product; the key by which two variants are compared line by line. */
    String name();

    /** Code of the flow in the factor library. */
    String flow();

    /** How much, before anything is derived from it. */
    Quantity quantity();

    Knowledge knowledge();

    LifeCycleStage stage();

    /**
     * What is known about the quantity.
     *
     * @param evidence what proves it; may be empty
     */
    record Knowledge(Geography place, Origin origin, Uncertainty uncertainty, String evidence) {
        public Knowledge {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(uncertainty, "uncertainty");
            Objects.requireNonNull(evidence, "evidence");
        }

        /** Declared by the user, with the spread assumed for its origin. */
        public static Knowledge declared(Geography place) {
            return of(place, Origin.DECLARED);
        }

        public static Knowledge of(Geography place, Origin origin) {
            return new Knowledge(place, origin, assumedFor(origin), "");
        }

        /** The spread assumed where the user gives none: better data, narrower. */
        public static Uncertainty assumedFor(Origin origin) {
            return switch (origin) {
                case MEASURED -> Uncertainty.assumed(1.02, "measured");
                case DECLARED -> Uncertainty.assumed(1.05, "declared");
                case COMPUTED -> Uncertainty.assumed(1.1, "computed");
                case ARCHETYPE -> Uncertainty.assumed(1.3, "taken from an archetype");
                case DEFAULT -> Uncertainty.assumed(1.5, "default value");
            };
        }
    }

    /**
     * A material in the finished product.
     *
     * @param quantity mass in the product
     * @param recycledShare recycled part of what is bought, 0 to 1
     * @param lossShare part of what is bought that becomes scrap, 0 to less than 1
     */
    record Material(
            String name, String flow, Quantity quantity, double recycledShare, double lossShare, Knowledge knowledge)
            implements ProductItem {
        public Material {
            requireName(name, flow);
            requireMass(name, quantity);
            requireShare(name, "recycled", recycledShare, 1);
            requireShare(name, "loss", lossShare, 0.99);
        }

        @Override
        public LifeCycleStage stage() {
            return LifeCycleStage.MATERIALS;
        }

        /** Mass bought for one product, kg. */
        public double boughtKilograms() {
            return quantity.in(Units.KILOGRAM) / (1 - lossShare);
        }

        public double scrapKilograms() {
            return boughtKilograms() - quantity.in(Units.KILOGRAM);
        }
    }

    /** Energy, water, gas or anything else that a step of manufacturing takes. */
    record Step(String name, String flow, Quantity quantity, Knowledge knowledge) implements ProductItem {
        public Step {
            requireName(name, flow);
        }

        @Override
        public LifeCycleStage stage() {
            return LifeCycleStage.MANUFACTURING;
        }
    }

    /**
     * A leg of transport.
     *
     * @param quantity mass carried for one product, packaging included
     * @param kilometres shortest feasible distance, not the odometer's (ISO 14083)
     * @param stage inbound transport or distribution
     */
    record Transport(
            String name, String flow, Quantity quantity, double kilometres, LifeCycleStage stage, Knowledge knowledge)
            implements ProductItem {
        public Transport {
            requireName(name, flow);
            requireMass(name, quantity);
            if (!(kilometres >= 0) || kilometres > 1e6) {
                throw new IllegalArgumentException("Transport '" + name + "' has a distance of " + kilometres + " km");
            }
        }
    }

    /** What the product takes over its whole life in use. */
    record Use(String name, String flow, Quantity quantity, Knowledge knowledge) implements ProductItem {
        public Use {
            requireName(name, flow);
        }

        @Override
        public LifeCycleStage stage() {
            return LifeCycleStage.USE;
        }
    }

    /**
     * A part of the product at its end of life.
     *
     * @param quantity mass treated
     * @param recycled whether the treatment gives the matter back
     */
    record EndOfLife(String name, String flow, Quantity quantity, boolean recycled, Knowledge knowledge)
            implements ProductItem {
        public EndOfLife {
            requireName(name, flow);
            requireMass(name, quantity);
        }

        @Override
        public LifeCycleStage stage() {
            return LifeCycleStage.END_OF_LIFE;
        }
    }

    /** Ground taken for the product's making, or a pollutant released, counted as it is. */
    record Release(String name, String flow, Quantity quantity, LifeCycleStage stage, Knowledge knowledge)
            implements ProductItem {
        public Release {
            requireName(name, flow);
        }
    }

    private static void requireName(String name, String flow) {
        if (name.isBlank() || flow.isBlank() || name.contains("#")) {
            throw new IllegalArgumentException(
                    "An item needs a name without # and a flow, got '" + name + "' and '" + flow + "'");
        }
    }

    private static void requireMass(String name, Quantity quantity) {
        if (!quantity.unit().isCompatible(Units.KILOGRAM) || quantity.value() < 0) {
            throw new IllegalArgumentException(
                    "'" + name + "' needs a mass, got " + quantity.value() + " " + quantity.unit());
        }
    }

    private static void requireShare(String name, String what, double share, double most) {
        if (!(share >= 0 && share <= most)) {
            throw new IllegalArgumentException("'" + name + "': " + what + " share " + share + " lies outside 0 to "
                    + most + ". Maybe it is in per cent.");
        }
    }
}
