package org.boucle.features.itfootprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/**
 * Efficiency of a power supply over its load, by the levels of 80 PLUS: linear between the points of the label, the loss of
 * the lowest point below it (a supply loses about as much at rest), that of full load above.
 */
public final class SupplyEfficiency {
    /** What the ratios of our platforms are taken to hold already: a Platinum supply at half load. */
    private static final String REFERENCE = "platinum";

    private static final double REFERENCE_LOAD = 0.5;
    private static final SupplyEfficiency SHIPPED = new SupplyEfficiency(ReferenceTable.of("it/psu_efficiency.csv"));

    private final Map<String, TreeMap<Double, Double>> levels = new LinkedHashMap<>();
    private final String source;

    private SupplyEfficiency(ReferenceTable table) {
        for (ReferenceTable.Row row : table.rows()) {
            levels.computeIfAbsent(row.text("level"), level -> new TreeMap<>())
                    .put(row.number("load_percent") / 100, row.number("efficiency"));
        }
        source = table.rows().getFirst().text("source");
    }

    public static SupplyEfficiency shipped() {
        return SHIPPED;
    }

    /** The levels, from the least. */
    public List<String> levels() {
        return List.copyOf(levels.keySet());
    }

    public String source() {
        return source;
    }

    /**
     * Power out over power in.
     *
     * @param level such as {@code gold}; an unknown one is bad input
     * @param load power out over rated power, above 0
     */
    public double at(String level, double load) {
        TreeMap<Double, Double> curve = Optional.ofNullable(levels.get(level))
                .orElseThrow(() -> BadInput.of(Place.ofField("psu_level"), "it.unknown-level", level, levels()));
        if (!(load > 0)) {
            throw new IllegalArgumentException("A load of " + load + ". Maybe the power is missing.");
        }
        Map.Entry<Double, Double> lowest = curve.firstEntry();
        if (load < lowest.getKey()) {
            double loss = lowest.getKey() * (1 / lowest.getValue() - 1);
            return load / (load + loss);
        }
        Map.Entry<Double, Double> below = curve.floorEntry(load);
        Map.Entry<Double, Double> above = curve.ceilingEntry(load);
        if (above == null || above.getKey().equals(below.getKey())) {
            return below.getValue();
        }
        double share = (load - below.getKey()) / (above.getKey() - below.getKey());
        return below.getValue() + share * (above.getValue() - below.getValue());
    }

    /**
     * What the power of a server is to be multiplied by, where its model takes a Platinum supply at half load for granted.
     *
     * @param watts mean power at the plug by the model
     * @param ratedWatts of one supply
     * @param supplies that share the load
     */
    public double correction(String level, double watts, double ratedWatts, double supplies) {
        if (!(watts > 0)) {
            return 1;
        }
        double reference = at(REFERENCE, REFERENCE_LOAD);
        return reference / at(level, watts * reference / (ratedWatts * supplies));
    }
}
