package org.boucle.app.footprint;

import static org.boucle.app.footprint.MethodField.amount;

import java.util.ArrayList;
import java.util.List;
import org.boucle.core.impact.methods.TransportChain;
import org.boucle.core.impact.methods.TransportChain.Element;
import org.boucle.core.impact.methods.TransportChain.Fuel;
import org.boucle.core.impact.methods.TransportChain.Hub;
import org.boucle.core.impact.methods.TransportChain.Leg;
import org.boucle.core.impact.methods.TransportChain.Operation;
import org.boucle.core.impact.methods.TransportChain.Shipment;

/** A chain of up to three legs and two hubs; a leg without its own intensity takes that of the carrier's year. */
final class TransportCalculator {
    private static final String INTENSITY = "kg CO₂e/t·km";
    private static final int LEGS = 3;
    private static final int HUBS = 2;

    static final List<MethodField> FIELDS = List.of(
            amount("tonnes", "t").above(1e-9).needed(),
            amount("leg1-km", "km").above(1e-9).needed(),
            amount("leg1-intensity", INTENSITY),
            amount("leg2-km", "km"),
            amount("leg2-intensity", INTENSITY),
            amount("leg3-km", "km"),
            amount("leg3-intensity", INTENSITY),
            amount("hub1-intensity", "kg CO₂e/t"),
            amount("hub2-intensity", "kg CO₂e/t"),
            amount("fuel", "L"),
            amount("fuel-operation", "kg CO₂e/L"),
            amount("fuel-provision", "kg CO₂e/L"),
            amount("fuel-work", "t·km").above(1e-9));

    private TransportCalculator() {}

    static List<Method.Result> compute(MethodInputs in) {
        List<Method.Result> results = new ArrayList<>();
        boolean carrier = in.hasAny("fuel", "fuel-operation", "fuel-provision", "fuel-work");
        double own = carrier ? carrier(in) : 0;
        double tonnes = in.get("tonnes");
        List<Element> chain = new ArrayList<>();
        for (int leg = 1; leg <= LEGS; leg++) {
            String field = "leg" + leg + "-intensity";
            if (in.has("leg" + leg + "-km") || in.has(field)) {
                double kilometres = in.get("leg" + leg + "-km");
                chain.add(new Leg(tonnes, kilometres, carrier && !in.has(field) ? own : in.get(field)));
            }
        }
        for (int hub = 1; hub <= HUBS; hub++) {
            if (in.has("hub" + hub + "-intensity")) {
                chain.add(new Hub(tonnes, in.get("hub" + hub + "-intensity")));
            }
        }
        TransportChain whole = new TransportChain(chain);
        results.add(new Method.Result("iso14083.total", whole.kilograms(), "kg CO₂e"));
        results.add(new Method.Result("iso14083.intensity", whole.intensity(tonnes), INTENSITY));
        if (carrier) {
            results.add(new Method.Result("iso14083.carrier", own, INTENSITY));
        }
        return results;
    }

    private static double carrier(MethodInputs in) {
        Fuel fuel = new Fuel(in.get("fuel"), in.get("fuel-operation"), in.get("fuel-provision"));
        return new Operation(List.of(fuel), List.of(new Shipment(1, in.get("fuel-work")))).intensity();
    }
}
