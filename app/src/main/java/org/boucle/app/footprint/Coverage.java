package org.boucle.app.footprint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boucle.core.impact.EfCategory;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.text.Language;

/**
 * How far the sixteen EF categories of a footprint reach: for each, which part of the greenhouse gas total comes from
 * activities that also have a factor in it. A category without any factor is missing, never zero.
 */
public record Coverage(List<Row> rows) {
    public Coverage {
        rows = List.copyOf(rows);
    }

    /**
     * One category.
     *
     * @param activities activities with a factor in it
     * @param of activities with a greenhouse gas factor
     * @param share part of the absolute greenhouse gas total that those activities make, 0 to 1
     */
    public record Row(EfCategory category, int activities, int of, double share) {
        public boolean isKnown() {
            return activities > 0;
        }
    }

    public static Coverage of(Footprint footprint) {
        Map<String, Double> climate = new LinkedHashMap<>();
        footprint
                .lines(IndicatorCategory.GHG)
                .forEach(l -> climate.merge(l.activity().key(), Math.abs(l.value()), Double::sum));
        double total =
                climate.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Row> rows = new ArrayList<>();
        for (EfCategory category : EfCategory.values()) {
            Set<String> keys = new LinkedHashSet<>();
            boolean standsIn =
                    category == EfCategory.CLIMATE && footprint.lines(category).isEmpty();
            footprint.lines(standsIn ? IndicatorCategory.GHG : category).stream()
                    .map(FootprintLine::activity)
                    .forEach(a -> keys.add(a.key()));
            double reached =
                    keys.stream().mapToDouble(k -> climate.getOrDefault(k, 0.0)).sum();
            rows.add(new Row(category, keys.size(), climate.size(), total == 0 ? 0 : reached / total));
        }
        return new Coverage(rows);
    }

    public int known() {
        return (int) rows.stream().filter(Row::isKnown).count();
    }

    /** The categories without any factor, in words. */
    public String missing(Language language) {
        return String.join(
                ", ",
                rows.stream()
                        .filter(r -> !r.isKnown())
                        .map(r -> r.category().label(language))
                        .toList());
    }

    /** The least and the greatest share of the greenhouse gas total that a known category reaches. */
    public double least() {
        return rows.stream().filter(Row::isKnown).mapToDouble(Row::share).min().orElse(0);
    }

    public double most() {
        return rows.stream().filter(Row::isKnown).mapToDouble(Row::share).max().orElse(0);
    }

    public List<Map<String, Object>> json(Language language) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("category", row.category().code());
                    json.put("label", row.category().label(language));
                    json.put("known", row.isKnown());
                    json.put("activities", row.activities());
                    json.put("ofActivities", row.of());
                    json.put("shareOfGhg", row.share());
                    return json;
                })
                .toList();
    }
}
