package org.boucle.core.units;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boucle.core.text.Language;

/**
 * A number with its unit, for the edges of the system; inside loops a {@code double[]} with one unit stands for many.
 *
 * @param value finite
 */
public record Quantity(double value, Unit unit) {
    private static final Pattern WRITING =
            Pattern.compile("([-+]?[0-9][0-9 \u00a0\u202f.,']*(?:[eE][-+]?[0-9]+)?)\\s*(.*)");

    public Quantity {
        Objects.requireNonNull(unit);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "A quantity of " + value + " " + unit + " is not finite. Maybe a division by zero came before.");
        }
    }

    public static Quantity of(double value, Unit unit) {
        return new Quantity(value, unit);
    }

    /** The value in another unit of the same dimension. */
    public double in(Unit other) {
        return unit.convert(value, other);
    }

    public Quantity to(Unit other) {
        return new Quantity(in(other), other);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value + other.in(unit), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value - other.in(unit), unit);
    }

    public Quantity times(double factor) {
        return new Quantity(value * factor, unit);
    }

    public Quantity times(Quantity other) {
        return new Quantity(value * other.value, unit.times(other.unit));
    }

    /**
     * Reads "1 234,5 kWh" in French, "1,234.5 kWh" in English; empty where the text is no quantity. A single comma or
     * point that cannot be a grouping mark is taken as the decimal mark in either language.
     */
    public static Optional<Quantity> find(String text, Language language) {
        Matcher matcher = WRITING.matcher(text.strip());
        if (text.length() > 100 || !matcher.matches()) {
            return Optional.empty();
        }
        return findNumber(matcher.group(1).strip(), language)
                .flatMap(number -> Units.find(matcher.group(2)).map(unit -> new Quantity(number, unit)));
    }

    /**
     * Reads a number as people write it in the language, grouping marks allowed. In French a single point before three
     * digits is the decimal mark ("1.234" is a bit more than one: French groups by spaces), unless a decimal comma or
     * another group shows that it groups.
     */
    public static Optional<Double> findNumber(String text, Language language) {
        String compact = text.strip().replaceAll("[ \u00a0\u202f']", "");
        char decimal = language == Language.FR ? ',' : '.';
        char grouping = language == Language.FR ? '.' : ',';
        String group = "\\" + grouping + "\\d{3}";
        String rest = "\\" + decimal + "\\d*";
        boolean grouped = compact.matches("[-+]?[1-9]\\d{0,2}(" + group + ")+(" + rest + ")?")
                && (language == Language.EN || !compact.matches("[-+]?\\d+" + group));
        String plain = grouped ? compact.replace(String.valueOf(grouping), "") : compact;
        String pointed = plain.replace(',', '.');
        try {
            double value = Double.parseDouble(pointed);
            return pointed.matches("[-+.0-9eE]+") && Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** For reading by people: at most four significant decimals, in the language's marks, the unit after a narrow space. */
    public String text(Language language) {
        return number(value, language) + "\u00a0" + unit.text(language);
    }

    /** A number for reading by people, with as many decimals as its size deserves. */
    public static String number(double value, Language language) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e12)) {
            return new DecimalFormat("0.###E0", DecimalFormatSymbols.getInstance(language.locale())).format(value);
        }
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 4 : 6);
        return format.format(value);
    }
}
