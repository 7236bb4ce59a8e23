package org.boucle.features.energyindex;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Programmer's mistakes caught at the door of the records, with the names, the values and the cure. */
final class Checks {
    private Checks() {}

    static String named(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is empty. Maybe the row was not checked before?");
        }
        return value;
    }

    static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    what + " is " + value + ". Maybe a missing value should be left out of the map?");
        }
        return value;
    }

    static double nonNegative(double value, String what) {
        if (!(finite(value, what) >= 0)) {
            throw new IllegalArgumentException(what + " is negative (" + value + "). Maybe the sign is of a return?");
        }
        return value;
    }

    static double positive(double value, String what) {
        if (!(finite(value, what) > 0)) {
            throw new IllegalArgumentException(what + " must be above zero, it is " + value + ".");
        }
        return value;
    }

    /** A copy that keeps the order of insertion, so that sums and pages do not depend on hashing. */
    static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
