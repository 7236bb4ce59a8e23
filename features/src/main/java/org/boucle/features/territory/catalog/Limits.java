package org.boucle.features.territory.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boucle.features.territory.inventory.Property;

/**
 * The short writing of properties: {@code moisture<=10 %;temperature>=160 °C;chloride=60 mg/kg;ph=6..9}. What is wished
 * may be narrower than what is tolerated: {@code moisture<=10 (<=6) %;ph=6..9 (6.5..7.5);temperature>=160 (>=180) °C}.
 */
public final class Limits {
    private static final String NUMBER = "(-?[0-9]+(?:[.,][0-9]+)?(?:[eE][-+]?[0-9]{1,3})?)";
    private static final Pattern WRITING = Pattern.compile("\\s*([\\p{L}0-9 _-]{1,40}?)\\s*(<=|>=|=|≤|≥)\\s*" + NUMBER
            + "(?:\\s*\\.\\.\\s*" + NUMBER + ")?\\s*(?:\\(([^()]{1,80})\\))?\\s*(|[^0-9\\s<>=;()][^<>=;()]{0,19})\\s*");
    private static final Pattern WISH =
            Pattern.compile("\\s*(<=|>=|=|≤|≥)?\\s*" + NUMBER + "(?:\\s*\\.\\.\\s*" + NUMBER + ")?\\s*");

    private Limits() {}

    /** Reads one property; empty where the text is none; an end reversed is an {@link IllegalArgumentException}. */
    public static Optional<Property> find(String text) {
        Matcher matcher = WRITING.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name =
                matcher.group(1).strip().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        String unit = matcher.group(6).strip();
        double value = number(matcher.group(3));
        boolean range = matcher.group(4) != null;
        Optional<Property> limits = switch (matcher.group(2)) {
            case "<=", "≤" -> range ? Optional.empty() : Optional.of(Property.atMost(name, unit, value));
            case ">=", "≥" -> range ? Optional.empty() : Optional.of(Property.atLeast(name, unit, value));
            default -> Optional.of(Property.of(name, unit, value, range ? number(matcher.group(4)) : value));
        };
        return matcher.group(5) == null ? limits : limits.flatMap(found -> wished(found, matcher.group(5)));
    }

    /** The limits with a narrower wish; one outside the limits is an {@link IllegalArgumentException}. */
    private static Optional<Property> wished(Property limits, String text) {
        Matcher wish = WISH.matcher(text);
        if (!wish.matches()) {
            return Optional.empty();
        }
        double value = number(wish.group(2));
        boolean range = wish.group(3) != null;
        String sign = wish.group(1) == null ? "=" : wish.group(1);
        return switch (sign) {
            case "<=", "≤" -> range ? Optional.empty() : Optional.of(limits.wishing(limits.min(), value));
            case ">=", "≥" -> range ? Optional.empty() : Optional.of(limits.wishing(value, limits.max()));
            default -> Optional.of(limits.wishing(value, range ? number(wish.group(3)) : value));
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
        boolean isWish = property.targetMin() != property.min() || property.targetMax() != property.max();
        String wish = isWish ? " (" + span(property.targetMin(), property.targetMax()) + ")" : "";
        String limits = span(property.min(), property.max());
        boolean signed = limits.startsWith("<") || limits.startsWith(">");
        return property.name() + (signed ? "" : "=") + limits + wish + unit;
    }

    private static String span(double min, double max) {
        if (Double.isInfinite(min)) {
            return "<=" + plain(max);
        }
        if (Double.isInfinite(max)) {
            return ">=" + plain(min);
        }
        return plain(min) + (min == max ? "" : ".." + plain(max));
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static double number(String text) {
        double value = Double.parseDouble(text.replace(',', '.'));
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("No number holds " + text);
        }
        return value;
    }
}
