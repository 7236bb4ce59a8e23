package org.boucle.features.territory.catalog;

import java.util.HashMap;
import java.util.Map;
import org.boucle.core.data.ReferenceTable;
import org.boucle.features.territory.inventory.FlowKind;

/** Default prices and factors of the territory, each row of the table with unit, meaning and source. */
public final class Economics {
    private final Map<String, Double> values = new HashMap<>();

    Economics(ReferenceTable table) {
        table.rows().forEach(row -> values.put(row.text("key"), row.number("value")));
    }

    public double get(String key) {
        Double value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("No '" + key + "' in the economics table, only " + values.keySet());
        }
        return value;
    }

    /** EUR per year and km of pipe or cable, 0 for what travels by road. */
    public double pipeEurPerKmYear(FlowKind kind) {
        return switch (kind) {
            case HEAT -> get("heat_pipe_eur_per_km_year");
            case WATER -> get("water_pipe_eur_per_km_year");
            case GAS -> get("gas_pipe_eur_per_km_year");
            case ELECTRICITY -> get("cable_eur_per_km_year");
            case MATERIAL, SERVICE, SPACE, SKILL, EQUIPMENT -> 0;
        };
    }
}
