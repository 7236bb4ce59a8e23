package org.boucle.features.itfootprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** Network, storage and serverless functions by quantity: electricity of the service times that of the place; use only. */
public final class DataServices {
    private static final DataServices SHIPPED = new DataServices(ReferenceTable.of("it/service_intensity.csv"));

    private final Map<String, Service> services = new LinkedHashMap<>();

    private DataServices(ReferenceTable table) {
        table.rows()
                .forEach(row -> services.put(
                        row.text("service"),
                        new Service(
                                row.text("service"),
                                row.text("unit"),
                                new Estimate(row.number("kwh_per_unit"), row.number("min"), row.number("max")),
                                row.text("source"))));
    }

    /** A service: kWh per unit, its unit such as {@code GB}, its source. */
    public record Service(String id, String unit, Estimate kilowattHours, String source) {}

    /** A quantity of a service; {@code copies} for replication, 1 for none. */
    public record Amount(String service, double quantity, double copies) {
        public Amount {
            if (!(quantity >= 0) || !(copies >= 1) || quantity > 1e15 || copies > 1e3) {
                throw BadInput.of(Place.ofField("quantity"), "it.quantity", quantity, copies);
            }
        }
    }

    public static DataServices shipped() {
        return SHIPPED;
    }

    public List<Service> all() {
        return List.copyOf(services.values());
    }

    /** Electricity at the equipment, in kWh. */
    public Estimate kilowattHours(Amount amount) {
        Service service = Optional.ofNullable(services.get(amount.service()))
                .orElseThrow(() -> BadInput.of(
                        Place.ofField("service"), "it.unknown-service", amount.service(), services.keySet()));
        return service.kilowattHours().times(amount.quantity() * amount.copies());
    }

    /** The impacts of amounts at a place. */
    public Assessment assess(List<Amount> amounts, String place, ItFootprint engine, Request request) {
        Estimate energy = amounts.stream().map(this::kilowattHours).reduce(Estimate.ZERO, Estimate::plus);
        Map<Criterion, Double> factors = engine.catalogue().electricity(place);
        if (factors.isEmpty()) {
            throw BadInput.of(Place.ofField("usage_location"), "it.unknown-place", place);
        }
        Map<Criterion, StageImpacts> impacts = new LinkedHashMap<>();
        for (Criterion criterion : request.criteria()) {
            Double factor = factors.get(criterion);
            Impact use = factor == null
                    ? Impact.unknown(Impact.Reason.NO_ELECTRICITY_FACTOR)
                    : new Impact.Known(energy.times(factor), Set.of());
            impacts.put(criterion, new StageImpacts(Impact.unknown(Impact.Reason.NO_EMBEDDED_FACTOR), use));
        }
        return new Assessment(impacts, 0, List.of(), Optional.empty());
    }
}
