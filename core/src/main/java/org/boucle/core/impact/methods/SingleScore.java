package org.boucle.core.impact.methods;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.impact.EfCategory;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;

/**
 * The single score of the EU Environmental Footprint 3.1: the sum over categories of impact over its normalisation per
 * person and year, times its weight. For use inside a company; ISO 14044 forbids weighting in public comparisons.
 *
 * @param points Pt, of the categories that are known
 * @param byCategory each known category's part
 * @param missing categories without a line: the score is a lower part of the whole while this is not empty
 */
public record SingleScore(double points, Map<EfCategory, Double> byCategory, List<EfCategory> missing) {
    private static final Map<EfCategory, Double> WEIGHTS = new EnumMap<>(EfCategory.class);
    private static final Map<EfCategory, Double> PER_UNIT = read();

    public SingleScore {
        byCategory = Map.copyOf(byCategory);
        missing = List.copyOf(missing);
    }

    /**
     * The score of a footprint. Where no line counts the climate as EF does, the greenhouse gas total stands for it: the same
     * unit and mostly the same potentials (EF 3.1 takes those of the IPCC's sixth report).
     */
    public static SingleScore of(Footprint footprint) {
        Map<EfCategory, Double> impacts = new EnumMap<>(EfCategory.class);
        for (EfCategory category : EfCategory.values()) {
            if (!footprint.lines(category).isEmpty()) {
                impacts.put(category, footprint.total(category));
            }
        }
        boolean others = !impacts.isEmpty();
        if (others
                && !impacts.containsKey(EfCategory.CLIMATE)
                && !footprint.lines(IndicatorCategory.GHG).isEmpty()) {
            impacts.put(EfCategory.CLIMATE, footprint.total(IndicatorCategory.GHG));
        }
        return of(impacts);
    }

    public static SingleScore of(Map<EfCategory, Double> impacts) {
        Map<EfCategory, Double> parts = new EnumMap<>(EfCategory.class);
        List<EfCategory> missing = new ArrayList<>();
        double sum = 0;
        for (EfCategory category : EfCategory.values()) {
            Double impact = impacts.get(category);
            if (impact == null) {
                missing.add(category);
            } else {
                double part = impact * PER_UNIT.get(category);
                parts.put(category, part);
                sum += part;
            }
        }
        return new SingleScore(sum, parts, missing);
    }

    /** Points per unit of a category: weight over normalisation. */
    public static double pointsPerUnit(EfCategory category) {
        return PER_UNIT.get(category);
    }

    /** The part of the official weights that the missing categories carry, 0 to 1: how blind the score is. */
    public double missingWeight() {
        return missing.stream().mapToDouble(WEIGHTS::get).sum();
    }

    private static Map<EfCategory, Double> read() {
        Map<EfCategory, Double> perUnit = new EnumMap<>(EfCategory.class);
        for (ReferenceTable.Row row :
                ReferenceTable.of("factors/ef31_weights.csv").rows()) {
            if (ImpactCategory.get(row.text("category")) instanceof EfCategory category) {
                WEIGHTS.put(category, row.number("weight"));
                perUnit.put(category, row.number("weight") / row.number("normalisation_per_person_year"));
            }
        }
        return perUnit;
    }
}
