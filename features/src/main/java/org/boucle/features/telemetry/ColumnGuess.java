package org.boucle.features.telemetry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boucle.core.units.Dimension;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;

/** Finds what a column is from its name, the remarks above the table, and its values. */
final class ColumnGuess {
    private static final Pattern BRACKET = Pattern.compile("[(\\[]\\s*([^)\\]]{1,20}?)\\s*[)\\]]");
    private static final Pattern REMARK_UNIT =
            Pattern.compile("\\b(?:in|en|unit|unité|unite)[ :=]+([\\p{L}0-9°%³²/·]{1,12})");

    private ColumnGuess() {}

    /** The unit that a header names: in brackets, or as its last word. */
    static Optional<Unit> unitOf(String header) {
        Matcher bracket = BRACKET.matcher(header);
        while (bracket.find()) {
            Optional<Unit> unit = unit(bracket.group(1));
            if (unit.isPresent()) {
                return unit;
            }
        }
        String[] words = header.split("[\\s_;]+|(?<=\\p{Ll})\\.(?=\\p{L})");
        return words.length < 2 ? Optional.empty() : unit(words[words.length - 1]);
    }

    private static Optional<Unit> unit(String text) {
        String clean = text.strip();
        if (clean.length() == 1 && !"WVAJKLg%h".contains(clean)) {
            return Optional.empty(); // a lone letter is more often a name than a unit
        }
        Optional<Unit> found =
                clean.isEmpty() || clean.chars().allMatch(Character::isDigit) ? Optional.empty() : Units.find(clean);
        if (found.isPresent()) {
            return found;
        }
        Matcher gas = Pattern.compile("(g|kg|t)\\s*CO[2₂]").matcher(clean);
        return gas.matches() ? Units.find(gas.group(1) + " CO2e") : Units.find(clean.replace("kVarh", "kvarh"));
    }

    /** Power factors and humidity name no unit: a share, in percent where its values exceed 1. */
    static Optional<Unit> unitOfShare(String header, double[] values) {
        boolean share = header.toLowerCase(Locale.ROOT).matches(".*(power[ _]?factor|cos[ _]?phi|humidit).*");
        boolean percent = java.util.Arrays.stream(values).anyMatch(v -> v > 1);
        return share ? Optional.of(percent ? Units.PERCENT : Units.ONE) : Optional.empty();
    }

    /** The unit that the remarks above the table give for all columns. */
    static Optional<Unit> unitOfRemarks(RawTable table) {
        for (String remark : table.remarks()) {
            Matcher matcher = REMARK_UNIT.matcher(remark);
            while (matcher.find()) {
                Optional<Unit> unit = Units.find(matcher.group(1));
                if (unit.isPresent()) {
                    return unit;
                }
            }
        }
        return Optional.empty();
    }

    static SeriesKind kind(String header, RawTable table, Optional<Unit> unit, double[] values) {
        String words = header.toLowerCase(Locale.ROOT);
        boolean quantity = unit.filter(ColumnGuess::isQuantity).isPresent();
        if (unit.isPresent() && !quantity) {
            return SeriesKind.GAUGE;
        }
        String remarks = String.join(" ", table.remarks()).toLowerCase(Locale.ROOT);
        boolean named = words.matches(".*(index|cumul|counter|compteur|totali|total_?reading).*")
                || remarks.matches("(?s).*cumul.*");
        return neverFalls(values) && (named || rises(values))
                ? SeriesKind.COUNTER
                : quantity ? SeriesKind.INTERVAL : SeriesKind.GAUGE;
    }

    private static boolean isQuantity(Unit unit) {
        Dimension d = unit.dimension();
        return d.equals(Dimension.ENERGY)
                || d.equals(Dimension.ENERGY.marked("reactive"))
                || d.equals(Dimension.PRIMARY_ENERGY)
                || d.equals(Dimension.MASS)
                || d.equals(Dimension.VOLUME)
                || d.equals(Dimension.ITEM)
                || d.equals(Dimension.GHG);
    }

    /** One fall in a thousand is a reset or a wrap-around of a counter. */
    private static boolean neverFalls(double[] values) {
        int falls = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[i - 1]) {
                falls++;
            }
        }
        return values.length >= 8 && falls <= values.length / 1000;
    }

    private static boolean rises(double[] values) {
        return values[values.length - 1] > values[0];
    }

    static Medium medium(String header, Optional<Unit> unit) {
        String w = header.toLowerCase(Locale.ROOT);
        if (w.matches(".*(outdoor|ext[ée]rieur|meteo|météo|weather|irradi|wind|vent_).*")) {
            return Medium.WEATHER;
        }
        if (unit.map(Unit::dimension)
                        .filter(d -> d.equals(Dimension.TEMPERATURE))
                        .isPresent()
                || w.matches(".*temp[ée]?.*")) {
            return Medium.TEMPERATURE;
        }
        if (w.matches(".*\\b?(natural_?gas|gaz|gas)\\b.*")) {
            return Medium.GAS;
        }
        if (w.matches(".*(steam|vapeur).*")) {
            return Medium.STEAM;
        }
        if (w.matches(".*(heat_|chaleur|chauff|heat\\b).*")) {
            return Medium.HEAT;
        }
        if (w.matches(".*(compressed_?air|air_?comp).*")) {
            return Medium.COMPRESSED_AIR;
        }
        if (w.matches(".*(water|eau).*")) {
            return Medium.WATER;
        }
        if (w.matches(".*(produc|pieces|pièces|parts|tonnage|units_made|fabriqu).*")) {
            return Medium.PRODUCTION;
        }
        return unit.filter(ColumnGuess::isElectric).isPresent() ? Medium.ELECTRICITY : Medium.OTHER;
    }

    private static boolean isElectric(Unit unit) {
        String symbol = unit.symbol();
        return symbol.endsWith("Wh") || symbol.matches("k?W|MW|k?VA|kvar|kvarh|V|A");
    }

    /** A name for the series: the header without its unit, words joined by hyphens. */
    static String series(String header) {
        String plain = BRACKET.matcher(header).replaceAll(" ").strip();
        String name = plain.replaceAll("[^\\p{L}\\p{N}./]+", "-")
                .replaceAll("^-+|-+$", "")
                .toLowerCase(Locale.ROOT);
        return name.isEmpty() ? "value" : name.substring(0, Math.min(120, name.length()));
    }
}
