package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.impact.methods.CircularFootprint;

/**
 * Recycling of the materials of equipment at its end, by the Circular Footprint Formula: a credit for what replaces virgin
 * material and a burden for what is thrown away, climate only, material by material. Shown beside the footprint and not in
 * its total: the making of some tables already holds an end of life.
 */
public final class MaterialRecovery {
    private static final MaterialRecovery SHIPPED = new MaterialRecovery();

    private final Map<String, Material> materials = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> contents = new LinkedHashMap<>();

    /** A material: kg CO2e per kg, shares from 0 to 1. */
    private record Material(
            String id,
            String nameEn,
            String nameFr,
            double virgin,
            double recycled,
            double disposal,
            double recovered,
            double quality,
            double a,
            String source) {}

    /**
     * What the end of one material weighs.
     *
     * @param kg of the material in one device
     * @param recovered kg that come back as material
     * @param credit kg CO2e, negative where it spares
     * @param disposal kg CO2e of what does not come back
     */
    public record Line(
            String material,
            String nameEn,
            String nameFr,
            double kg,
            double recovered,
            double credit,
            double disposal,
            String source) {
        public double total() {
            return credit + disposal;
        }
    }

    private MaterialRecovery() {
        for (ReferenceTable.Row row :
                ReferenceTable.of("it/material_recovery.csv").rows()) {
            materials.put(
                    row.text("material"),
                    new Material(
                            row.text("material"),
                            row.text("name_en"),
                            row.text("name_fr"),
                            row.number("virgin_kg"),
                            row.number("recycled_kg"),
                            row.number("disposal_kg"),
                            row.number("recovered"),
                            row.number("quality"),
                            row.number("a"),
                            row.text("source")));
        }
        for (ReferenceTable.Row row :
                ReferenceTable.of("it/material_content.csv").rows()) {
            contents.computeIfAbsent(row.text("kind"), kind -> new LinkedHashMap<>())
                    .put(row.text("material"), row.number("kg"));
        }
    }

    public static MaterialRecovery shipped() {
        return SHIPPED;
    }

    /** The kinds of equipment whose materials are known. */
    public Set<String> kinds() {
        return Set.copyOf(contents.keySet());
    }

    /**
     * The end of one device, material by material; empty where its materials are not known.
     *
     * @param collected share of the devices that reach recycling, from 0 to 1
     */
    public List<Line> of(String kind, double collected) {
        if (!(collected >= 0 && collected <= 1)) {
            throw new IllegalArgumentException("Collected: " + collected + ". Maybe it is in per cent.");
        }
        List<Line> lines = new ArrayList<>();
        contents.getOrDefault(kind, Map.of()).forEach((id, kg) -> lines.add(line(materials.get(id), kg, collected)));
        return lines;
    }

    private static Line line(Material material, double kg, double collected) {
        double back = material.recovered() * collected;
        var shares = new CircularFootprint.Shares(material.a(), 0, 0, back, 0, 1, material.quality());
        var formula = new CircularFootprint(0, 0, material.recycled(), material.virgin(), 0, 0, 0, material.disposal());
        return new Line(
                material.id(),
                material.nameEn(),
                material.nameFr(),
                kg,
                kg * back,
                kg * formula.material(shares),
                kg * formula.disposal(shares),
                material.source());
    }

    /** The sum of the lines, in kg CO2e. */
    public static double total(List<Line> lines) {
        return lines.stream().mapToDouble(Line::total).sum();
    }
}
