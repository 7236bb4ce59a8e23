package org.boucle.features.territory.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boucle.core.input.Issues;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.catalog.Resource;
import org.boucle.features.territory.pooling.PriceTier;

/** Reads suppliers' prices: supplier, what, from which yearly amount on, EUR per unit. */
public final class OfferReader {
    private final Catalog catalog;
    private final Issues issues;

    public OfferReader(Catalog catalog, Issues issues) {
        this.catalog = catalog;
        this.issues = issues;
    }

    /** All rows that are right; whatever is wrong is added to the issues. */
    public List<PriceTier> read(List<Cells> rows) {
        List<PriceTier> tiers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Cells row : rows) {
            read(row).ifPresent(tier -> {
                if (seen.add(tier.supplier() + "\n" + tier.what() + "\n" + tier.from())) {
                    tiers.add(tier);
                } else {
                    issues.add(row.at("from"), "territory.duplicate", tier.supplier() + ", " + tier.what());
                }
            });
        }
        return tiers;
    }

    /** The price in base units of the resource, or empty where something is wrong. */
    public Optional<PriceTier> read(Cells row) {
        long before = issues.count();
        for (String column : List.of("supplier", "what", "eur")) {
            if (!row.has(column)) {
                issues.add(row.at(column), "territory.missing", column);
            }
        }
        double from = number(row, "from");
        double eur = number(row, "eur");
        double factor = factor(row);
        return issues.count() > before
                ? Optional.empty()
                : Optional.of(new PriceTier(row.text("supplier"), row.text("what"), from * factor, eur / factor));
    }

    private double number(Cells row, String column) {
        Optional<Double> value = row.findNumber(column);
        if (value.isEmpty() && row.has(column)) {
            issues.add(row.at(column), "territory.number", row.text(column));
        } else if (value.isPresent() && !(value.get() >= 0)) {
            issues.add(row.at(column), "territory.negative", row.text(column));
        }
        return value.orElse(0.0);
    }

    private double factor(Cells row) {
        if (!row.has("unit")) {
            return 1;
        }
        Optional<Unit> unit = Units.find(row.text("unit"));
        Optional<Unit> base =
                catalog.findResource(row.text("what")).map(Resource::kind).map(kind -> kind.unit());
        if (unit.isEmpty()) {
            issues.add(row.at("unit"), "territory.unit.unknown", row.text("unit"), "t");
            return 1;
        }
        if (base.isPresent() && !unit.get().isCompatible(base.get())) {
            issues.add(
                    row.at("unit"),
                    "territory.unit.dimension",
                    row.text("unit"),
                    base.get().symbol());
            return 1;
        }
        return base.map(b -> unit.get().factorTo(b)).orElse(1.0);
    }
}
