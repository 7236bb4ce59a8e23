package org.boucle.core.twin;

/** Something that the twin knows. Ids are unique within a twin and never change; names are for people. */
public sealed interface Thing
        permits Site,
                Thing.Building,
                Thing.Line,
                Thing.Machine,
                Thing.Product,
                Thing.Supplier,
                Thing.Lane,
                Thing.Vehicle,
                Thing.Server,
                Thing.Actor {
    String id();

    String name();

    /** What kind of thing it is, for messages and programs. */
    default Kind kind() {
        return switch (this) {
            case Site site -> Kind.SITE;
            case Building building -> Kind.BUILDING;
            case Line line -> Kind.LINE;
            case Machine machine -> Kind.MACHINE;
            case Product product -> Kind.PRODUCT;
            case Supplier supplier -> Kind.SUPPLIER;
            case Lane lane -> Kind.LANE;
            case Vehicle vehicle -> Kind.VEHICLE;
            case Server server -> Kind.SERVER;
            case Actor actor -> Kind.ACTOR;
        };
    }

    /** The kinds of things. */
    enum Kind {
        SITE,
        BUILDING,
        LINE,
        MACHINE,
        PRODUCT,
        SUPPLIER,
        LANE,
        VEHICLE,
        SERVER,
        ACTOR
    }

    /** A building of a site. */
    record Building(String id, String name) implements Thing {}

    /**
     * A production line.
     *
     * @param number as it is numbered on the site, from 1
     */
    record Line(String id, String name, int number) implements Thing {
        public Line {
            if (number < 1) {
                throw new IllegalArgumentException("Line " + name + " has number " + number
                        + ". Maybe 0 was meant for none: then there is no line.");
            }
        }
    }

    /** A machine, or a use of energy that is metered by itself. */
    record Machine(String id, String name) implements Thing {}

    /**
     * A product in one of its lives.
     *
     * @param family products that are counted together; the product's own name where there is none
     */
    record Product(String id, String name, String family, Life life) implements Thing {
        /** As designed, as built, or as maintained. */
        public enum Life {
            DESIGNED,
            BUILT,
            MAINTAINED
        }
    }

    /** Who sells to a site. */
    record Supplier(String id, String name) implements Thing {}

    /**
     * A way that goods take.
     *
     * @param kilometres length, 0 where unknown
     */
    record Lane(String id, String name, double kilometres) implements Thing {
        public Lane {
            if (!(kilometres >= 0) || Double.isInfinite(kilometres)) {
                throw new IllegalArgumentException(
                        "Lane " + name + " is " + kilometres + " km long. Maybe the ends have no coordinates.");
            }
        }
    }

    /** What carries goods or people. */
    record Vehicle(String id, String name) implements Thing {}

    /** A computer that serves others. */
    record Server(String id, String name) implements Thing {}

    /** A company, a public body, a person in a role. */
    record Actor(String id, String name) implements Thing {}
}
