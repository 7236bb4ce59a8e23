package org.boucle.features.itfootprint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.data.ReferenceTable;

/** Power curves of processors by maker and range, and the points of a curve known by thermal design power. */
final class CurveTable {
    private static final double LIKE_ENOUGH = 90;
    private static final int REMEMBERED = 5_000;

    private record Row(String manufacturer, String modelRange, PowerCurve curve) {}

    private record Fit(PowerCurve base, double tdp, boolean boxed) {}

    private final List<Row> rows;
    private final double[] loads;
    private final double[] wattPerTdp;
    private final PowerCurve usual;
    private final Map<Fit, PowerCurve> fits = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Fit, PowerCurve> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final Map<String, Optional<PowerCurve>> bases =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<PowerCurve>> eldest) {
                    return size() > REMEMBERED;
                }
            });

    CurveTable(ReferenceTable curves, ReferenceTable tdpPoints, String usualParameters) {
        rows = curves.rows().stream()
                .map(row -> new Row(
                        row.text("manufacturer"),
                        row.text("model_range"),
                        new PowerCurve(row.number("a"), row.number("b"), row.number("c"), row.number("d"))))
                .toList();
        loads = tdpPoints.rows().stream()
                .mapToDouble(row -> row.number("load_percent"))
                .toArray();
        wattPerTdp = tdpPoints.rows().stream()
                .mapToDouble(row -> row.number("watt_per_tdp_watt"))
                .toArray();
        String[] parameters = usualParameters.split("\\|");
        usual = new PowerCurve(
                Double.parseDouble(parameters[0]),
                Double.parseDouble(parameters[1]),
                Double.parseDouble(parameters[2]),
                Double.parseDouble(parameters[3]));
    }

    /** The curve where nothing is known of the processor. */
    PowerCurve usual() {
        return usual;
    }

    /** The curve of a maker and range, if exactly one is theirs; an empty text says nothing. */
    Optional<PowerCurve> base(String manufacturer, String modelRange) {
        if (manufacturer.length() + modelRange.length() > 200) {
            return Optional.empty();
        }
        return bases.computeIfAbsent(manufacturer + '\n' + modelRange, key -> search(manufacturer, modelRange));
    }

    private Optional<PowerCurve> search(String manufacturer, String modelRange) {
        List<Row> left = like(rows, manufacturer, Row::manufacturer);
        left = like(left, modelRange, Row::modelRange);
        if (left.size() > 1) {
            left = left.stream()
                    .filter(row -> row.modelRange().equalsIgnoreCase(modelRange))
                    .toList();
        }
        return left.size() == 1 ? Optional.of(left.getFirst().curve()) : Optional.empty();
    }

    private static List<Row> like(List<Row> rows, String text, java.util.function.Function<Row, String> column) {
        if (text.isEmpty()) {
            return rows;
        }
        String asked = text.toLowerCase(Locale.ROOT);
        List<Row> like = rows.stream()
                .filter(row -> Likeness.sortedRatio(asked, column.apply(row).toLowerCase(Locale.ROOT)) >= LIKE_ENOUGH)
                .toList();
        return like.isEmpty() ? rows : like;
    }

    /** The curve through the points that a thermal design power in W gives. */
    PowerCurve ofTdp(double tdp, Optional<PowerCurve> base, boolean boxed) {
        return fits.computeIfAbsent(
                new Fit(base.orElse(usual), tdp, boxed), fit -> PowerFit.fit(loads, tdpPowers(tdp), fit.base(), boxed));
    }

    /** The loads of the points of {@link #tdpPowers}, in per cent. */
    double[] loads() {
        return loads.clone();
    }

    double[] tdpPowers(double tdp) {
        double[] powers = wattPerTdp.clone();
        for (int i = 0; i < powers.length; i++) {
            powers[i] *= tdp;
        }
        return powers;
    }
}
