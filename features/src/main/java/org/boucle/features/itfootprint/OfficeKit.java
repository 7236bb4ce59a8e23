package org.boucle.features.itfootprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/**
 * Screens by size, printers, thin clients and uninterruptible supplies: making on climate only (declarations of
 * manufacturers, or masses), use on every criterion that the electricity has.
 */
public final class OfficeKit {
    private static final double WATTS_PER_KILOWATT = 1_000;
    private static final OfficeKit SHIPPED =
            new OfficeKit(List.of(ReferenceTable.of("it/odbl/equipment.csv"), ReferenceTable.of("it/equipment.csv")));

    private final Map<String, Item> items = new LinkedHashMap<>();

    /**
     * A kind of equipment.
     *
     * @param making kg CO2e of one
     * @param watts mean power of one over the year
     */
    public record Item(
            String id,
            String category,
            String nameEn,
            String nameFr,
            Estimate making,
            Estimate watts,
            double lifeHours,
            String source) {}

    private OfficeKit(List<ReferenceTable> tables) {
        for (ReferenceTable.Row row :
                tables.stream().flatMap(table -> table.rows().stream()).toList()) {
            Item item = new Item(
                    row.text("id"),
                    row.text("category"),
                    row.text("name_en"),
                    row.text("name_fr"),
                    new Estimate(row.number("making_kg"), row.number("making_min"), row.number("making_max")),
                    new Estimate(row.number("power_w"), row.number("power_min"), row.number("power_max")),
                    row.number("life_hours"),
                    row.text("source") + " (" + row.text("licence") + ")");
            items.put(item.id(), item);
        }
    }

    public static OfficeKit shipped() {
        return SHIPPED;
    }

    public List<Item> all() {
        return List.copyOf(items.values());
    }

    public Optional<Item> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    /** One of them; what the usage says of power, share of the time, life and place replaces the table. */
    public Assessment assess(Item item, UsageSpec usage, ItFootprint engine, Request request) {
        Given given = usage.given();
        double life = given.number(Field.HOURS_LIFE_TIME).orElse(item.lifeHours());
        double hours = request.durationHours().orElse(life);
        double ratio = given.number(Field.USE_TIME_RATIO).orElse(1);
        Estimate watts = given.number(Field.AVG_POWER).isPresent()
                ? Estimate.exact(given.number(Field.AVG_POWER).getAsDouble())
                : item.watts();
        String place = given.text(Field.USAGE_LOCATION).orElse(ElectricityTable.DEFAULT_PLACE);
        Map<Criterion, Double> factors = engine.catalogue().electricity(place);
        if (factors.isEmpty()) {
            throw BadInput.of(Place.ofField("usage_location"), "it.unknown-place", place);
        }
        Estimate energy = watts.times(ratio * hours / WATTS_PER_KILOWATT);
        Estimate making = item.making().times(Math.min(1, hours / life));
        Map<Criterion, StageImpacts> impacts = new LinkedHashMap<>();
        for (Criterion criterion : request.criteria()) {
            Double factor = usage.electricity().getOrDefault(criterion, factors.get(criterion));
            impacts.put(
                    criterion,
                    new StageImpacts(
                            criterion == Criterion.GWP
                                    ? new Impact.Known(making, Set.of(Notice.GENERIC_DATA))
                                    : Impact.unknown(Impact.Reason.NO_EMBEDDED_FACTOR),
                            factor == null
                                    ? Impact.unknown(Impact.Reason.NO_ELECTRICITY_FACTOR)
                                    : new Impact.Known(energy.times(factor), Set.of())));
        }
        Optional<Explanation> explanation =
                request.explains() ? Optional.of(explanation(item, watts, hours, impacts)) : Optional.empty();
        return new Assessment(impacts, hours, List.of(), explanation);
    }

    private static Explanation explanation(
            Item item, Estimate watts, double hours, Map<Criterion, StageImpacts> impacts) {
        List<AttributeView> views = Stream.of(
                        view("making", item.making(), "kg CO2e", item.source()),
                        view("avg_power", watts, "W", item.source()))
                .toList();
        return new Explanation("", java.util.OptionalDouble.of(hours), List.of(), views, impacts, List.of());
    }

    private static AttributeView view(String name, Estimate estimate, String unit, String source) {
        return new AttributeView(
                name,
                Optional.of(estimate.value()),
                Status.ARCHETYPE,
                unit,
                source,
                Optional.of(estimate.min()),
                Optional.of(estimate.max()),
                "");
    }
}
