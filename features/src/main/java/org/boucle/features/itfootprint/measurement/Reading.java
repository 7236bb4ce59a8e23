package org.boucle.features.itfootprint.measurement;

/**
 * One measured value.
 *
 * @param series what was measured, dotted words of letters, digits, {@code -} and {@code _}, such as
 *     {@code power.package-0}
 * @param epochMillis when, in ms since 1970 UTC
 * @param value the value, finite
 * @param unit its unit, such as {@code W}
 */
public record Reading(String series, long epochMillis, double value, String unit) {

    public Reading {
        if (series.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException(
                    "A reading needs a series and a unit, had '" + series + "', '" + unit + "'");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A reading must be finite, " + series + " was " + value);
        }
    }

    /** A word that may stand in a series name: everything else than letters, digits, {@code -}, {@code _} becomes {@code -}. */
    public static String word(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            out.append(fit ? c : '-');
        }
        return out.isEmpty() ? "-" : out.toString();
    }
}
