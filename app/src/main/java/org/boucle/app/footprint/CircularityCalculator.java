package org.boucle.app.footprint;

import static org.boucle.app.footprint.MethodField.amount;

import java.util.ArrayList;
import java.util.List;
import org.boucle.core.impact.methods.CircularityIndicators;
import org.boucle.core.impact.methods.CircularityIndicators.Inflow;
import org.boucle.core.impact.methods.CircularityIndicators.Outflow;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** The core indicators of ISO 59020 of one system; only those whose inputs are given. */
final class CircularityCalculator {
    private static final String PERCENT = "%";
    private static final double SMALLEST = 1e-9;

    static final List<MethodField> FIELDS = List.of(
            amount("inflow", "kg").above(SMALLEST),
            amount("in-reused", "kg"),
            amount("in-recycled", "kg"),
            amount("in-renewable", "kg"),
            amount("outflow", "kg").above(SMALLEST),
            amount("lifetime", "").orElse(1),
            amount("out-reused", "kg"),
            amount("out-recycled", "kg"),
            amount("out-biological", "kg"),
            amount("energy", "kWh").above(SMALLEST),
            amount("energy-renewable", "kWh"),
            amount("withdrawn", "m³").above(SMALLEST),
            amount("withdrawn-circular", "m³"),
            amount("discharged", "m³").above(SMALLEST),
            amount("discharged-circular", "m³"),
            amount("recirculated", "m³"),
            amount("revenue", "€"),
            amount("output", "").above(SMALLEST),
            amount("base-inflow", "kg").above(SMALLEST),
            amount("base-output", "").above(SMALLEST));

    private CircularityCalculator() {}

    static List<Method.Result> compute(MethodInputs in) {
        List<Method.Result> results = new ArrayList<>();
        addInflow(in, results);
        addOutflow(in, results);
        addEnergyAndWater(in, results);
        addEconomy(in, results);
        if (results.isEmpty()) {
            throw BadInput.of(Place.WHOLE, "footprint.methods.nothing");
        }
        return results;
    }

    private static void addInflow(MethodInputs in, List<Method.Result> results) {
        if (!in.hasAny("in-reused", "in-recycled", "in-renewable") && !in.has("inflow")) {
            return;
        }
        double mass = in.get("inflow");
        in.requireParts(mass, "in-reused", "in-recycled", "in-renewable");
        List<Inflow> flows = List.of(new Inflow(
                mass,
                in.get("in-reused", 0) / mass,
                in.get("in-recycled", 0) / mass,
                in.get("in-renewable", 0) / mass));
        results.add(new Method.Result("iso59020.a1", CircularityIndicators.reusedContent(flows), PERCENT));
        results.add(new Method.Result("iso59020.a2", CircularityIndicators.recycledContent(flows), PERCENT));
        results.add(new Method.Result("iso59020.a3", CircularityIndicators.renewableContent(flows), PERCENT));
    }

    private static void addOutflow(MethodInputs in, List<Method.Result> results) {
        if (!in.hasAny("out-reused", "out-recycled", "out-biological") && !in.has("outflow")) {
            return;
        }
        double mass = in.get("outflow");
        in.requireParts(mass, "out-reused", "out-recycled", "out-biological");
        List<Outflow> flows = List.of(new Outflow(
                mass,
                in.get("lifetime"),
                in.get("out-reused", 0),
                in.get("out-recycled", 0),
                in.get("out-biological", 0)));
        results.add(new Method.Result("iso59020.a4", CircularityIndicators.lifetimeRatio(flows), ""));
        results.add(new Method.Result("iso59020.a5", CircularityIndicators.reusedOutflow(flows), PERCENT));
        results.add(new Method.Result("iso59020.a6", CircularityIndicators.recycledOutflow(flows), PERCENT));
        results.add(new Method.Result("iso59020.a7", CircularityIndicators.biologicalOutflow(flows), PERCENT));
    }

    private static void addEnergyAndWater(MethodInputs in, List<Method.Result> results) {
        if (in.has("energy-renewable")) {
            in.requireParts(in.get("energy"), "energy-renewable");
            double value = CircularityIndicators.renewableEnergy(in.get("energy-renewable"), in.get("energy"));
            results.add(new Method.Result("iso59020.a8", value, PERCENT));
        }
        if (in.has("withdrawn-circular")) {
            in.requireParts(in.get("withdrawn"), "withdrawn-circular");
            double value = CircularityIndicators.circularWater(in.get("withdrawn-circular"), in.get("withdrawn"));
            results.add(new Method.Result("iso59020.a9", value, PERCENT));
        }
        if (in.has("discharged-circular")) {
            in.requireParts(in.get("discharged"), "discharged-circular");
            double value = CircularityIndicators.circularWater(in.get("discharged-circular"), in.get("discharged"));
            results.add(new Method.Result("iso59020.a10", value, PERCENT));
        }
        if (in.has("recirculated")) {
            double value = CircularityIndicators.waterReuse(in.get("recirculated"), in.get("withdrawn"));
            results.add(new Method.Result("iso59020.a11", value, ""));
        }
    }

    private static void addEconomy(MethodInputs in, List<Method.Result> results) {
        if (in.has("revenue")) {
            double value = CircularityIndicators.materialProductivity(in.get("revenue"), in.get("inflow"));
            results.add(new Method.Result("iso59020.a12", value, "€/kg"));
        }
        if (in.hasAny("output", "base-inflow", "base-output")) {
            double value = CircularityIndicators.resourceIntensity(
                    in.get("inflow"), in.get("output"), in.get("base-inflow"), in.get("base-output"));
            results.add(new Method.Result("iso59020.a13", value, ""));
        }
    }
}
