package org.boucle.core.units;

import java.util.Objects;
import org.boucle.core.text.Language;

/**
 * A unit of measure: a value in it times {@code scale} plus {@code offset} is the value in the coherent unit of its
 * dimension.
 *
 * @param symbol as printed, for instance {@code kWh} or {@code kg CO2e/kWh}
 * @param dimension what it measures; only units of one dimension convert into each other
 * @param scale size of one unit in coherent units, finite and positive
 * @param offset of the zero point in coherent units, 0 but for degrees Celsius
 */
public record Unit(String symbol, Dimension dimension, double scale, double offset) {
    public Unit {
        Objects.requireNonNull(dimension);
        if (!(scale > 0) || Double.isInfinite(scale) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException(
                    "Unit '" + symbol + "' has scale " + scale + " and offset " + offset + ". Maybe they are swapped.");
        }
    }

    public static Unit of(String symbol, Dimension dimension, double scale) {
        return new Unit(symbol, dimension, scale, 0);
    }

    /** The unit that a text names, in any usual French or English writing; see {@link Units#find(String)}. */
    public static Unit parse(String text) {
        return Units.find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown unit '" + text + "'. Maybe write it as " + Units.EXAMPLES + "."));
    }

    /** The symbol as people of a language write it, for instance {@code mois} or {@code kg éq. CO₂}. */
    public String text(Language language) {
        return Units.symbol(symbol, language);
    }

    public boolean isCompatible(Unit other) {
        return dimension.equals(other.dimension);
    }

    /** The ratio of two units without offset of one dimension: a value in this one times it is a value in the other. */
    public double factorTo(Unit other) {
        requireCompatible(other);
        if (offset != 0 || other.offset != 0) {
            throw new IllegalArgumentException(
                    "'" + symbol + "' and '" + other.symbol + "' have no common zero: use convert().");
        }
        return scale / other.scale;
    }

    /** Converts a value in this unit into the other. */
    public double convert(double value, Unit other) {
        requireCompatible(other);
        return equals(other) ? value : (value * scale + offset - other.offset) / other.scale;
    }

    private void requireCompatible(Unit other) {
        if (!isCompatible(other)) {
            throw new IllegalArgumentException("'" + symbol + "' does not convert to '" + other.symbol
                    + "'. Maybe a factor per unit of flow is missing.");
        }
    }

    public Unit times(Unit other) {
        return of(symbol + "·" + other.symbol, dimension.times(other.dimension), scale * other.scale);
    }

    public Unit per(Unit other) {
        String below =
                other.symbol.contains("·") || other.symbol.contains("/") ? "(" + other.symbol + ")" : other.symbol;
        return of(symbol + "/" + below, dimension.dividedBy(other.dimension), scale / other.scale);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
