package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.data.ReferenceTable;

/** Industrial equipment composed of functional blocks: controllers, industrial computers, gateways, sensors, switches. */
public final class IndustrialKit {
    private static final IndustrialKit SHIPPED = new IndustrialKit(ReferenceTable.of("it/industrial_kit.csv"));

    private final Map<String, Item> items = new LinkedHashMap<>();

    private IndustrialKit(ReferenceTable table) {
        for (ReferenceTable.Row row : table.rows()) {
            List<IotSpec.Block> blocks = new ArrayList<>();
            for (String block : row.text("blocks").split("\\|")) {
                String[] parts = block.split(":");
                blocks.add(new IotSpec.Block(parts[0], parts[1]));
            }
            Given given = Given.NOTHING
                    .with(Field.AVG_POWER, row.number("avg_power_w"))
                    .with(Field.USE_TIME_RATIO, row.number("use_time_ratio"))
                    .with(Field.HOURS_LIFE_TIME, row.number("life_hours"));
            IotSpec spec = new IotSpec(IotSpec.USUAL, blocks, new UsageSpec(given, Map.of()));
            items.put(
                    row.text("id"),
                    new Item(row.text("id"), row.text("name_en"), row.text("name_fr"), spec, row.text("source")));
        }
    }

    /** A piece of equipment and the blocks that it is taken to be made of. */
    public record Item(String id, String nameEn, String nameFr, IotSpec spec, String source) {}

    public static IndustrialKit shipped() {
        return SHIPPED;
    }

    public List<Item> all() {
        return List.copyOf(items.values());
    }

    public Optional<Item> find(String id) {
        return Optional.ofNullable(items.get(id));
    }
}
