package org.boucle.app.intensity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.text.Language;
import org.boucle.core.units.Quantity;

/**
 * The intensity of a generation mix: power by technology weighed with life-cycle medians (IPCC AR5 WGIII, Annex III). Oil,
 * waste, imports and what else has no median stay out of the mean, and are counted.
 */
final class Mix {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("biomass", "electricity.biomass"),
            Map.entry("fossil gas", "electricity.gas"),
            Map.entry("fossil hard coal", "electricity.coal"),
            Map.entry("fossil brown coal/lignite", "electricity.coal"),
            Map.entry("fossil peat", "electricity.coal"),
            Map.entry("geothermal", "electricity.geothermal"),
            Map.entry("hydro pumped storage", "electricity.hydro"),
            Map.entry("hydro run-of-river and poundage", "electricity.hydro"),
            Map.entry("hydro water reservoir", "electricity.hydro"),
            Map.entry("nuclear", "electricity.nuclear"),
            Map.entry("solar", "electricity.solar"),
            Map.entry("wind onshore", "electricity.wind"),
            Map.entry("wind offshore", "electricity.wind.offshore"));

    private final Map<String, Double> factors = new LinkedHashMap<>();
    private double known;
    private double unknown;

    Mix() {
        CODES.forEach((label, code) -> factors.put(
                label, FactorLibrary.shipped().ofCode(code).getFirst().value()));
    }

    private static String label(String header) {
        return header.replaceAll("\\s+-\\s+actual.*$", "")
                .replaceAll("\\s*\\[mw].*$", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    static Optional<String> code(String header) {
        return Optional.ofNullable(CODES.get(label(header)));
    }

    /** kg CO2e per kWh of one row; storage that pumps counts nothing. */
    Optional<Double> intensity(Map<String, String> cells) {
        double power = 0;
        double sum = 0;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            double value = Quantity.findNumber(cell.getValue(), Language.EN).orElse(0.0);
            Double factor = factors.get(label(cell.getKey()));
            if (value > 0 && factor != null) {
                power += value;
                sum += value * factor;
            } else if (value > 0 && label(cell.getKey()).matches("fossil.*|waste|other.*|marine")) {
                unknown += value;
            }
        }
        known += power;
        return power > 0 ? Optional.of(sum / power) : Optional.empty();
    }

    double unknownShare() {
        return known + unknown == 0 ? 0 : unknown / (known + unknown);
    }
}
