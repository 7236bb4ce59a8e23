package org.boucle.app.energyindex;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.OptionalDouble;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;
import org.boucle.features.energyindex.IndexOutcome;

/** Texts and numbers in the user's language; numbers are rounded half up, as the note prints them. */
public record Wording(Messages messages, Language language) {
    private static final String NONE = "–";

    public String t(String key, Object... arguments) {
        return messages.get(language, "energyindex." + key, arguments);
    }

    static BigDecimal halfUp(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    public String n(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(halfUp(value, decimals));
    }

    public String n(OptionalDouble value, int decimals) {
        return value.isPresent() ? n(value.getAsDouble(), decimals) : NONE;
    }

    /** As many decimals as the number has, at most six, without grouping: for fields that people edit. */
    public String field(double value) {
        String plain = halfUp(value, 6).stripTrailingZeros().toPlainString();
        return language == Language.FR ? plain.replace('.', ',') : plain;
    }

    public String field(OptionalDouble value) {
        return value.isPresent() ? field(value.getAsDouble()) : "";
    }

    /** With its sign, for changes. */
    public String signed(double value, int decimals) {
        String text = n(Math.abs(value), decimals);
        boolean zero = halfUp(value, decimals).signum() == 0;
        return zero ? text : (value > 0 ? "+" : "\u2212") + text;
    }

    public String index(IndexOutcome outcome) {
        return switch (outcome) {
            case IndexOutcome.Defined d -> n(d.value(), 1) + (language == Language.FR ? "\u00a0%" : "%");
            case IndexOutcome.Undefined _ -> NONE;
        };
    }

    /** Why there is no index, empty where there is one. */
    public String why(IndexOutcome outcome) {
        return switch (outcome) {
            case IndexOutcome.Defined _ -> "";
            case IndexOutcome.Undefined u -> t("absent." + u.reason().name(), u.subject());
        };
    }

    /**
     * What a person typed as a number: in French a comma is the decimal mark; in English a comma parts thousands.
     */
    OptionalDouble parse(String typed) {
        String plain = typed.strip();
        if (language == Language.FR) {
            plain = plain.indexOf(',') == plain.lastIndexOf(',') ? plain.replace(',', '.') : plain;
        } else if (plain.matches("[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?")) {
            plain = plain.replace(",", "");
        }
        return RowReader.number(plain);
    }
}
