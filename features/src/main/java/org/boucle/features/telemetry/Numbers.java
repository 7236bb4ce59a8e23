package org.boucle.features.telemetry;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads numbers as French and English tables write them. */
final class Numbers {
    private static final Pattern POINT =
            Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)?(\\.\\d*)?([eE][+-]?\\d{1,3})?");
    private static final Pattern COMMA =
            Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+)?(,\\d*)?([eE][+-]?\\d{1,3})?");
    private static final Set<String> NOTHING =
            Set.of("", "-", "--", "na", "n/a", "#n/a", "nan", "null", "none", "nd", "n.d.", "#value!", "#ref!", "?");

    private Numbers() {}

    /** Whether a cell says that there is no value. */
    static boolean isMissing(String text) {
        return NOTHING.contains(text.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** The number that a text writes with this decimal mark; blanks and apostrophes may group its digits. */
    static OptionalDouble parse(String text, char decimal) {
        String clean = text.strip().replaceAll("(?<=\\d)[\\s\\u00a0\\u202f'’](?=\\d{3})", "");
        boolean comma = decimal == ',';
        if (clean.isEmpty() || !(comma ? COMMA : POINT).matcher(clean).matches()) {
            return OptionalDouble.empty();
        }
        String plain = comma ? clean.replace(".", "").replace(',', '.') : clean.replace(",", "");
        try {
            double value = Double.parseDouble(plain);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException sign) {
            return OptionalDouble.empty();
        }
    }
}
