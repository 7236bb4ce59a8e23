package org.boucle.core.factors;

import java.util.Locale;

/**
 * A place that a factor describes: an ISO 3166 country of two letters, a region of the shipped table, or the world.
 *
 * @param code in capitals, for example {@code FR}, {@code EU27} or {@code WORLD}
 */
public record Geography(String code) {
    /** Everywhere. */
    public static final Geography WORLD = new Geography("WORLD");

    public Geography {
        code = code.strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty() || code.length() > 40) {
            throw new IllegalArgumentException("Not the code of a place: '" + code + "'");
        }
    }

    public static Geography of(String code) {
        return new Geography(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
