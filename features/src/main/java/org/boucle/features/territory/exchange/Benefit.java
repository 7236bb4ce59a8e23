package org.boucle.features.territory.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Economics;
import org.boucle.features.territory.catalog.Resource;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;
import org.boucle.features.territory.inventory.LegalStatus;

/**
 * What an exchange is worth to both sides together, line by line (specification §5). The whole saving of CO2 is
 * counted once, at the exchange; how the parties share it is a matter of their agreement.
 *
 * @param lines per unit given
 * @param fixedEur per year if it runs: follow-up, and the pipe where there is one
 */
public record Benefit(List<Line> lines, double fixedEur) {
    public Benefit {
        lines = List.copyOf(lines);
    }

    /**
     * One reason to gain or lose.
     *
     * @param key of its message: {@code territory.benefit.<key>}
     */
    public record Line(String key, double eurPerUnit, double kgCo2ePerUnit) {}

    public double eurPerUnit() {
        return lines.stream().mapToDouble(Line::eurPerUnit).sum();
    }

    public double kgCo2ePerUnit() {
        return lines.stream().mapToDouble(Line::kgCo2ePerUnit).sum();
    }

    /** The gain per year for an amount given. */
    public double eurPerYear(double amount) {
        return amount * eurPerUnit() - fixedEur;
    }

    /** @param ratio units of the need that one unit given replaces */
    public static Benefit of(Flow out, Flow in, double ratio, double km, Catalog catalog) {
        Economics economics = catalog.economics();
        Optional<Resource> resource = catalog.findResource(in.resource());
        List<Line> lines = new ArrayList<>();
        if (out.kind() == FlowKind.MATERIAL && out.status() == LegalStatus.WASTE) {
            double disposal =
                    out.terms().eurPerUnit() > 0 ? out.terms().eurPerUnit() : economics.get("disposal_eur_per_t");
            lines.add(new Line("disposal", disposal, economics.get("disposal_kg_co2e_per_t")));
            lines.add(new Line("treatment", -economics.get("waste_treatment_eur_per_t"), 0));
        } else if (out.terms().eurPerUnit() > 0) {
            lines.add(new Line("disposal", out.terms().eurPerUnit(), 0));
        }
        double price = in.terms().eurPerUnit() > 0
                ? in.terms().eurPerUnit()
                : resource.map(Resource::eurPerUnit).orElse(0.0);
        double virgin = resource.map(Resource::kgCo2ePerUnit).orElse(0.0);
        lines.add(new Line("virgin", ratio * price, ratio * virgin));
        double roadKm = km * economics.get("detour");
        if (out.kind() == FlowKind.MATERIAL) {
            lines.add(new Line(
                    "transport",
                    -roadKm * economics.get("lorry_eur_per_tkm"),
                    -roadKm * economics.get("lorry_kg_co2e_per_tkm")));
        }
        double fixed = economics.get("fixed_eur_per_link") + roadKm * economics.pipeEurPerKmYear(out.kind());
        return new Benefit(lines, fixed);
    }
}
