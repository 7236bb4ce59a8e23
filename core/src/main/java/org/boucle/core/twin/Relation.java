package org.boucle.core.twin;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.boucle.core.twin.Thing.Kind;

/** That one thing stands to another in some way, read from left to right: the site contains the line. */
public record Relation(Sort sort, String from, String to) {
    public Relation {
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** The ways, each with what may stand on either side. */
    public enum Sort {
        /** Each thing is contained once at most, and nothing contains itself. */
        CONTAINS(
                EnumSet.of(Kind.SITE, Kind.BUILDING, Kind.LINE, Kind.MACHINE),
                EnumSet.of(Kind.BUILDING, Kind.LINE, Kind.MACHINE, Kind.SERVER)),
        /** Energy or matter goes from one to the other. */
        FEEDS(
                EnumSet.of(Kind.SITE, Kind.BUILDING, Kind.LINE, Kind.MACHINE),
                EnumSet.of(Kind.SITE, Kind.BUILDING, Kind.LINE, Kind.MACHINE)),
        MAKES(EnumSet.of(Kind.SITE, Kind.LINE, Kind.MACHINE, Kind.SUPPLIER), EnumSet.of(Kind.PRODUCT)),
        SUPPLIES(EnumSet.of(Kind.SUPPLIER, Kind.SITE), EnumSet.of(Kind.SITE, Kind.LINE, Kind.PRODUCT)),
        OWNS(
                EnumSet.of(Kind.ACTOR),
                EnumSet.of(Kind.SITE, Kind.BUILDING, Kind.MACHINE, Kind.VEHICLE, Kind.SERVER, Kind.PRODUCT)),
        /** A lane leaves a place, or arrives at one. */
        LEADS(
                EnumSet.of(Kind.SITE, Kind.SUPPLIER, Kind.ACTOR, Kind.LANE),
                EnumSet.of(Kind.SITE, Kind.SUPPLIER, Kind.ACTOR, Kind.LANE)),
        /** A vehicle runs on a lane. */
        RUNS(EnumSet.of(Kind.VEHICLE), EnumSet.of(Kind.LANE)),
        /** A product is part of another. */
        PART_OF(EnumSet.of(Kind.PRODUCT), EnumSet.of(Kind.PRODUCT));

        private final Set<Kind> left;
        private final Set<Kind> right;

        Sort(Set<Kind> left, Set<Kind> right) {
            this.left = left;
            this.right = right;
        }

        /** Whether two kinds of things may stand in this relation. */
        public boolean fits(Kind from, Kind to) {
            return left.contains(from) && right.contains(to);
        }
    }
}
