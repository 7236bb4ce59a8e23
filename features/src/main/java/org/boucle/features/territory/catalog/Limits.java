package org.boucle.features.territory.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boucle.features.territory.inventory.Property;

/** The short writing of properties: {@code moisture<=10 %;temperature>=160 °C;chloride=60 mg/kg;ph=6..9}. */
public final class Limits {
    private static final String NUMBER = "(-?[0-9]+(?:[.,][0-9]+)?)";
    private static final Pattern WRITING = Pattern.compile("\\s*([\\p{L}0-9 _-]{1,40}?)\\s*(<=|>=|=|≤|≥)\\s*" + NUMBER
            + "(?:\\s*\\.\\.\\s*" + NUMBER + ")?\\s*([^0-9<>=;]{0,20})\\s*");

    private Limits() {}

    /** Reads one property; empty where the text is none; an end reversed is an {@link IllegalArgumentException}. */
    public static Optional<Property> find(String text) {
        Matcher matcher = WRITING.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name =
                matcher.group(1).strip().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        String unit = matcher.group(5).strip();
        double value = number(matcher.group(3));
        boolean range = matcher.group(4) != null;
        return switch (matcher.group(2)) {
            case "<=", "≤" -> range ? Optional.empty() : Optional.of(Property.atMost(name, unit, value));
            case ">=", "≥" -> range ? Optional.empty() : Optional.of(Property.atLeast(name, unit, value));
            default -> Optional.of(Property.of(name, unit, value, range ? number(matcher.group(4)) : value));
        };
    }

    /** Reads our own tables, where a fault is a programming error. */
    public static List<Property> all(String text) {
        List<Property> properties = new ArrayList<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                properties.add(find(part).orElseThrow(() -> new IllegalArgumentException("Not a limit: " + part)));
            }
        }
        return properties;
    }

    /** The writing that {@link #find} reads. */
    public static String write(Property property) {
        String unit = property.unit().isEmpty() ? "" : " " + property.unit();
        if (Double.isInfinite(property.min())) {
            return property.name() + "<=" + plain(property.max()) + unit;
        }
        if (Double.isInfinite(property.max())) {
            return property.name() + ">=" + plain(property.min()) + unit;
        }
        String range = property.min() == property.max() ? "" : ".." + plain(property.max());
        return property.name() + "=" + plain(property.min()) + range + unit;
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
