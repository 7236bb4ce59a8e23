package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.itfootprint.Faults.Trail;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.DataServices;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.Given;
import org.boucle.features.itfootprint.IndustrialKit;
import org.boucle.features.itfootprint.IotSpec;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.MaterialRecovery;
import org.boucle.features.itfootprint.OfficeKit;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.UsageSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What our API knows beyond the dialect: industrial and office kit, data services, the end of materials. */
final class KitSpecs {
    private KitSpecs() {}

    private static BadInput unknown(String id) {
        return BadInput.of(Place.ofField("archetype"), "it.unknown-archetype", id);
    }

    static Assessment industrial(String id, JsonNode spec, Request request) {
        IndustrialKit.Item item = IndustrialKit.shipped().find(id).orElseThrow(() -> unknown(id));
        UsageSpec given = Specs.iot(IotSpec.USUAL, spec).usage();
        Map<Field, Object> values = new EnumMap<>(Field.class);
        values.putAll(item.spec().usage().given().values());
        values.putAll(given.given().values());
        UsageSpec usage = new UsageSpec(new Given(values), given.electricity());
        return ItFootprint.shipped().iot(new IotSpec(IotSpec.USUAL, item.spec().blocks(), usage), request);
    }

    static Assessment office(String id, JsonNode spec, Request request) {
        OfficeKit.Item item = OfficeKit.shipped().find(id).orElseThrow(() -> unknown(id));
        UsageSpec usage = Specs.iot(IotSpec.USUAL, spec).usage();
        return OfficeKit.shipped().assess(item, usage, ItFootprint.shipped(), request);
    }

    static Assessment service(JsonNode spec, Request request) {
        Faults faults = new Faults();
        Reading reading = new Reading(faults);
        List<DataServices.Amount> amounts = new ArrayList<>();
        for (JsonNode amount : reading.objects(spec, "amounts", Trail.BODY)) {
            double quantity =
                    reading.number(amount, "quantity", false, Trail.BODY).orElse(0.0);
            double copies = reading.number(amount, "copies", false, Trail.BODY).orElse(1.0);
            amounts.add(new DataServices.Amount(amount.path("service").asString(""), quantity, copies));
        }
        faults.throwIfAny();
        String place = spec.path("usage_location").asString("EEE");
        return DataServices.shipped().assess(amounts, place, ItFootprint.shipped(), request);
    }

    /** Adds the end of the materials beside the totals, where the item asks for it. */
    static void endOfLife(JsonNode body, Trail place, double units, ObjectNode answer) {
        JsonNode asked = body.path("end_of_life");
        if (!asked.isObject()) {
            return;
        }
        String kind = asked.path("kind").asString(body.path("kind").asString("server"));
        double collected = asked.path("collected").asDouble(1);
        MaterialRecovery recovery = MaterialRecovery.shipped();
        if (!recovery.kinds().contains(kind) || !(collected >= 0 && collected <= 1)) {
            throw Faults.of(
                    "range",
                    place.then("end_of_life"),
                    "A kind of " + recovery.kinds().stream().sorted().toList() + ", collected from 0 to 1",
                    asked);
        }
        List<MaterialRecovery.Line> lines = recovery.of(kind, collected);
        ObjectNode node = answer.putObject("end_of_life");
        node.put("criterion", "gwp").put("unit", "kgCO2eq").put("in_total", false);
        node.put("value", MaterialRecovery.total(lines) * units);
        ArrayNode list = node.putArray("lines");
        for (MaterialRecovery.Line line : lines) {
            ObjectNode one = JsonNodeFactory.instance.objectNode();
            one.put("material", line.material()).put("kg", line.kg() * units);
            one.put("recovered_kg", line.recovered() * units).put("credit", line.credit() * units);
            one.put("disposal", line.disposal() * units).put("source", line.source());
            list.add(one);
        }
    }
}
