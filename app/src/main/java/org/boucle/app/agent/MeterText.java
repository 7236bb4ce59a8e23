package org.boucle.app.agent;

import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.features.itfootprint.measurement.Json;

/** Finds the power in what a plug or meter says: a bare number, or JSON of Shelly, Tasmota, Zigbee and our own form. */
final class MeterText {
    private static final String[] NAMES = {"apower", "power", "Power", "value", "act_power", "total_act_power", "watts"
    };
    private static final String[] WRAPPERS = {"ENERGY", "StatusSNS", "switch:0", "em:0", "pm1:0", "params"};

    private MeterText() {}

    /** Power in W, empty where the text tells none. */
    static OptionalDouble watts(String text) {
        Optional<Json> json = Json.parse(text);
        return json.isEmpty() ? OptionalDouble.empty() : watts(json.get(), 0);
    }

    private static OptionalDouble watts(Json json, int depth) {
        if (json instanceof Json.Num number) {
            return OptionalDouble.of(number.value());
        }
        for (String name : NAMES) {
            OptionalDouble found = json.findNumber(name);
            if (found.isPresent()) {
                return found;
            }
        }
        for (String wrapper : WRAPPERS) {
            Optional<Json> inner = json.find(wrapper);
            if (inner.isPresent() && depth < 4) {
                return watts(inner.get(), depth + 1);
            }
        }
        Optional<Json> meters = json.find("meters");
        double total = 0;
        boolean any = false;
        for (Json meter : meters.isPresent() ? meters.get().elements() : java.util.List.<Json>of()) {
            OptionalDouble part = meter.findNumber("power");
            total += part.orElse(0);
            any |= part.isPresent();
        }
        return any ? OptionalDouble.of(total) : OptionalDouble.empty();
    }
}
