package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.core.data.ReferenceTable;

/** Impact of one kWh by place and criterion: our values, and where we corrected them those of the peer. */
final class ElectricityTable {
    /** The place taken where none is given. */
    static final String DEFAULT_PLACE = "EEE";

    private static final String WORLD = "WOR";

    /** A factor per kWh; {@code Double.NaN} where not available. */
    record Factor(double value, double peerValue, boolean misfiled, String source, String year) {}

    /** A place that has factors. */
    record Place(String code, String name, String area) {}

    private final Map<String, Factor[]> factors = new HashMap<>();
    private final Map<Criterion, Estimate> peerBounds = new EnumMap<>(Criterion.class);
    private final Map<Criterion, Estimate> worldBounds = new EnumMap<>(Criterion.class);
    private final Map<Criterion, Estimate> unionBounds = new EnumMap<>(Criterion.class);
    private final List<Place> places;

    ElectricityTable(ReferenceTable electricity, ReferenceTable bounds, ReferenceTable locations) {
        for (ReferenceTable.Row row : electricity.rows()) {
            Criterion criterion = Criterion.find(row.text("criterion")).orElseThrow();
            double value = row.findNumber("value").orElse(Double.NaN);
            double peer = row.findNumber("peer_value").orElse(value);
            boolean misfiled = !row.text("peer_criterion").isEmpty();
            factors.computeIfAbsent(row.text("location"), code -> new Factor[Criterion.values().length])[
                            criterion.ordinal()] =
                    new Factor(value, peer, misfiled, row.text("source"), row.text("year"));
        }
        for (ReferenceTable.Row row : bounds.rows()) {
            if (row.text("peer_criterion").isEmpty()) {
                Criterion criterion = Criterion.find(row.text("criterion")).orElseThrow();
                peerBounds.put(criterion, new Estimate(0, row.number("min"), row.number("max")));
            }
        }
        places = locations.rows().stream()
                .map(row -> new Place(row.text("code"), row.text("name_en"), row.text("area")))
                .toList();
        for (Criterion criterion : Criterion.values()) {
            extremes(criterion, false).ifPresent(found -> worldBounds.put(criterion, found));
            extremes(criterion, true).ifPresent(found -> unionBounds.put(criterion, found));
        }
    }

    private Optional<Estimate> extremes(Criterion criterion, boolean unionOnly) {
        double[] values = places.stream()
                .filter(place ->
                        unionOnly ? place.area().equals("EU27") : !place.area().equals("mean"))
                .map(place -> factors.get(place.code())[criterion.ordinal()])
                .filter(factor -> factor != null && !Double.isNaN(factor.value()))
                .mapToDouble(Factor::value)
                .toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        double min = java.util.Arrays.stream(values).min().orElseThrow();
        double max = java.util.Arrays.stream(values).max().orElseThrow();
        return Optional.of(new Estimate(0, min, max));
    }

    List<Place> places() {
        return new ArrayList<>(places);
    }

    boolean knows(String place) {
        return factors.containsKey(place);
    }

    /** The factor of a place under the rules; {@code adp} takes the mineral part. */
    Optional<Factor> find(String place, Criterion criterion, Rules rules) {
        Factor[] row = factors.get(place);
        Criterion filed = criterion == Criterion.ADP ? Criterion.ADPE : criterion;
        Factor factor = row == null ? null : row[filed.ordinal()];
        if (factor == null || factor.misfiled() && rules.keeps(Quirk.MISSPELT_KEYS)) {
            return Optional.empty();
        }
        double value = keepsPeer(criterion, rules) ? factor.peerValue() : factor.value();
        return Double.isNaN(value)
                ? Optional.empty()
                : Optional.of(new Factor(value, factor.peerValue(), factor.misfiled(), factor.source(), factor.year()));
    }

    /** The bounds of the default place: the world's in the dialect, as the peer has them, else those of its own area. */
    Optional<Estimate> bounds(Criterion criterion, Rules rules) {
        Criterion filed = criterion == Criterion.ADP ? Criterion.ADPE : criterion;
        if (keepsPeer(criterion, rules)) {
            return Optional.ofNullable(peerBounds.get(filed));
        }
        boolean dialect = rules.keeps(Quirk.ZERO_BOUND_HIDES);
        return Optional.ofNullable((dialect ? worldBounds : unionBounds).get(filed));
    }

    private static boolean keepsPeer(Criterion criterion, Rules rules) {
        return switch (criterion) {
            case AP -> rules.keeps(Quirk.ACIDIFICATION_OUTLIER);
            case FE -> rules.keeps(Quirk.FINAL_ENERGY_IN_KWH);
            case PE -> rules.keeps(Quirk.PRIMARY_ENERGY_OUTLIER);
            case GWPPB, GWPPLU, LU -> rules.keeps(Quirk.EMPTY_CRITERIA_AS_ZERO);
            default -> rules.keeps(Quirk.ZERO_BOUND_HIDES);
        };
    }

    static String world() {
        return WORLD;
    }
}
