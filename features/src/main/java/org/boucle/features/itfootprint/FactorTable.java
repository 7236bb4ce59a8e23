package org.boucle.features.itfootprint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.core.data.ReferenceTable;

/** Embedded impact factors by item, variant, stage and kind of factor. */
final class FactorTable {
    /** The factors of one item, by criterion. */
    static final class Set {
        private static final Set NONE = new Set();
        private final double[] values = new double[Criterion.values().length];
        private final boolean[] misfiled = new boolean[values.length];
        private String source = "";

        private Set() {
            Arrays.fill(values, Double.NaN);
        }

        /** The factor; one that the peer filed under a misspelt key counts only where that is mended. */
        OptionalDouble find(Criterion criterion, Rules rules) {
            int i = criterion.ordinal();
            boolean toxicity = criterion == Criterion.CTUH_C || criterion == Criterion.CTUH_NC;
            boolean hidden = (misfiled[i] || toxicity) && rules.keeps(Quirk.MISSPELT_KEYS);
            return Double.isNaN(values[i]) || hidden ? OptionalDouble.empty() : OptionalDouble.of(values[i]);
        }

        double get(Criterion criterion) {
            return values[criterion.ordinal()];
        }

        boolean isEmpty() {
            return this == NONE;
        }

        String source() {
            return source;
        }
    }

    private record Key(String item, String variant, String stage, String factor) {}

    private final Map<Key, Set> sets = new HashMap<>();

    FactorTable(ReferenceTable table) {
        for (ReferenceTable.Row row : table.rows()) {
            Optional<Criterion> criterion = Criterion.find(row.text("criterion"));
            if (criterion.isPresent()) {
                Set set = sets.computeIfAbsent(
                        new Key(row.text("item"), row.text("variant"), row.text("stage"), row.text("factor")),
                        k -> new Set());
                set.values[criterion.get().ordinal()] = row.number("value");
                set.misfiled[criterion.get().ordinal()] =
                        !row.text("peer_criterion").isEmpty();
                set.source = row.text("source");
            }
        }
    }

    /** The factors of an item, none where the table does not know it. */
    Set of(String item, String variant, String stage, String factor) {
        return sets.getOrDefault(new Key(item, variant, stage, factor), Set.NONE);
    }

    Set embedded(String item) {
        return of(item, "", "embedded", "impact");
    }
}
