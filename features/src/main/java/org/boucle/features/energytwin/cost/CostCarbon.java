package org.boucle.features.energytwin.cost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boucle.features.energytwin.LoadCurve;

/**
 * What a load curve costs and emits: one line for each period of the tariff; the totals are the sums of the lines.
 *
 * @param lines energy, cost and greenhouse gases of each period
 * @param currency currency of the costs
 */
public record CostCarbon(List<Line> lines, String currency) {
    /** One period: energy in kWh, cost, greenhouse gases in kg CO2e. */
    public record Line(String period, double energy, double cost, double carbon) {
        private Line plus(double moreEnergy, double moreCost, double moreCarbon) {
            return new Line(period, energy + moreEnergy, cost + moreCost, carbon + moreCarbon);
        }
    }

    public CostCarbon {
        lines = List.copyOf(lines);
    }

    public static CostCarbon of(LoadCurve curve, Tariff tariff, GridIntensity grid) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Tariff.Period period : tariff.periods()) {
            lines.put(period.name(), new Line(period.name(), 0, 0, 0));
        }
        for (int i = 0; i < curve.size(); i++) {
            double energy = curve.kWh(i);
            if (!Double.isNaN(energy)) {
                var start = curve.startOf(i);
                Tariff.Period period = tariff.at(start.atZone(curve.zone()).toLocalDateTime());
                double carbon = energy * grid.at(start);
                lines.computeIfPresent(
                        period.name(), (name, line) -> line.plus(energy, energy * period.price(), carbon));
            }
        }
        return new CostCarbon(List.copyOf(lines.values()), tariff.currency());
    }

    public double energy() {
        return lines.stream().mapToDouble(Line::energy).sum();
    }

    public double cost() {
        return lines.stream().mapToDouble(Line::cost).sum();
    }

    public double carbon() {
        return lines.stream().mapToDouble(Line::carbon).sum();
    }
}
