package org.boucle.core.impact.product;

import java.util.List;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorMatch;
import org.boucle.core.factors.FactorQuery;
import org.boucle.core.impact.Activity;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.Scope;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;

/** Turns the items of a product into lines. */
record Lines(
        Product product, FactorLibrary library, List<FootprintLine> lines, List<ProductFootprint.Missing> missing) {

    void add(ProductItem item) {
        switch (item) {
            case ProductItem.Material material -> addMaterial(material);
            case ProductItem.Step step -> addFlow(step, "", step.flow(), step.quantity());
            case ProductItem.Transport transport -> addTransport(transport);
            case ProductItem.Use use -> addFlow(use, "", use.flow(), use.quantity());
            case ProductItem.EndOfLife end -> addEndOfLife(end);
            case ProductItem.Release release -> addRelease(release);
        }
    }

    void addLifetime() {
        Activity life = Activity.of("lifetime", Quantity.of(product.lifetimeMonths(), Units.MONTH), Origin.DECLARED);
        lines.add(FootprintLine.of(
                "lifetime",
                product.name(),
                LifeCycleStage.USE,
                Scope.OUTSIDE,
                IndicatorCategory.LIFETIME,
                life,
                FactorMatch.exact(
                        Factor.one("lifetime", IndicatorCategory.LIFETIME.code(), Units.MONTH, Units.MONTH))));
    }

    /** Virgin and recycled routes side by side; scrap is bought too, and treated as the waste it is. */
    private void addMaterial(ProductItem.Material material) {
        double bought = material.boughtKilograms();
        double recycled = bought * material.recycledShare();
        if (material.recycledShare() < 1) {
            addFlow(material, "", material.flow(), kilograms(bought - recycled));
        }
        if (recycled > 0) {
            addFlow(material, "#recycled", recycledFlow(material.flow()), kilograms(recycled));
        }
        addCount(material, "#bought", IndicatorCategory.MATERIAL, kilograms(bought));
        if (recycled > 0) {
            addCount(material, "#recycled-content", IndicatorCategory.RECYCLING, kilograms(recycled));
        }
        if (material.lossShare() > 0) {
            addCount(material, "#scrap", IndicatorCategory.SCRAP, kilograms(material.scrapKilograms()));
        }
    }

    private static String recycledFlow(String flow) {
        return flow.endsWith(".recycled") ? flow : flow + ".recycled";
    }

    /** Tonne-kilometres for the factor; kilometres for the industrial category. */
    private void addTransport(ProductItem.Transport transport) {
        double tonnes = transport.quantity().in(Units.TONNE);
        addFlow(transport, "", transport.flow(), Quantity.of(tonnes * transport.kilometres(), Units.TONNE_KILOMETRE));
        addCount(transport, "#km", IndicatorCategory.TRANSPORT, Quantity.of(transport.kilometres(), Units.KILOMETRE));
    }

    private void addEndOfLife(ProductItem.EndOfLife end) {
        addFlow(end, "", end.flow(), end.quantity());
        addCount(
                end,
                end.recycled() ? "#recycled" : "#waste",
                end.recycled() ? IndicatorCategory.RECYCLING : IndicatorCategory.POLLUTION,
                end.quantity());
    }

    private void addRelease(ProductItem.Release release) {
        if (release.quantity().unit().isCompatible(Units.SQUARE_METRE)) {
            addCount(release, "", IndicatorCategory.LAND, release.quantity());
            return;
        }
        boolean known = addFactors(release, "", release.flow(), release.quantity());
        if (release.quantity().unit().isCompatible(Units.KILOGRAM) && !known) {
            addCount(release, "", IndicatorCategory.POLLUTION, release.quantity());
        }
    }

    private void addFlow(ProductItem item, String suffix, String flow, Quantity quantity) {
        boolean known = addFactors(item, suffix, flow, quantity);
        boolean energy = quantity.unit().isCompatible(Units.KILOWATT_HOUR);
        boolean water = quantity.unit().isCompatible(Units.CUBIC_METRE) && flow.startsWith("water");
        if (energy) {
            addCount(item, suffix + "#energy", IndicatorCategory.ENERGY, quantity);
        }
        if (!known && !water) {
            missing.add(new ProductFootprint.Missing(
                    item.name(), flow, quantity.unit().symbol()));
        }
    }

    /** A line for each category and part of the life cycle for which the library answers; whether it knew the climate. */
    private boolean addFactors(ProductItem item, String suffix, String flow, Quantity quantity) {
        boolean climate = false;
        for (ImpactCategory category : ImpactCategory.all().toList()) {
            FactorQuery query = FactorQuery.of(
                            flow, category.code(), item.knowledge().place(), product.year())
                    .withUnit(quantity.unit());
            List<FactorMatch> parts = library.findParts(query);
            climate |= category == IndicatorCategory.GHG && !parts.isEmpty();
            for (FactorMatch part : parts) {
                String half = parts.size() > 1 && part.factor().boundary() == Boundary.UPSTREAM ? "#upstream" : "";
                lines.add(line(item, suffix + half, category, quantity, part));
            }
        }
        return climate;
    }

    private void addCount(ProductItem item, String suffix, IndicatorCategory category, Quantity quantity) {
        Factor one = Factor.one(item.flow(), category.code(), quantity.unit(), category.unit());
        lines.add(line(item, suffix, category, quantity, FactorMatch.exact(one)));
    }

    private FootprintLine line(
            ProductItem item, String suffix, ImpactCategory category, Quantity quantity, FactorMatch match) {
        Activity activity = new Activity(
                item.name(),
                quantity,
                item.knowledge().origin(),
                item.knowledge().uncertainty(),
                item.knowledge().evidence());
        return FootprintLine.of(
                item.name() + suffix,
                item.name(),
                item.stage(),
                scope(item, match.factor()),
                category,
                activity,
                match);
    }

    /** Seen from the maker: what it burns or lets go is scope 1, the electricity and heat it buys scope 2, the rest scope 3. */
    private static Scope scope(ProductItem item, Factor factor) {
        boolean own = item instanceof ProductItem.Step;
        if (factor.impact().startsWith("carbon.")) {
            return Scope.OUTSIDE;
        }
        if (item instanceof ProductItem.Release && item.stage() == LifeCycleStage.MANUFACTURING) {
            return Scope.SCOPE_1;
        }
        if (own && (factor.code().startsWith("fuel.") || factor.code().startsWith("gas."))) {
            return factor.boundary() == Boundary.UPSTREAM ? Scope.SCOPE_3 : Scope.SCOPE_1;
        }
        boolean bought = factor.code().startsWith("electricity.")
                || factor.code().startsWith("heat.")
                || factor.code().startsWith("cold.");
        return own && bought && factor.boundary() != Boundary.UPSTREAM ? Scope.SCOPE_2 : Scope.SCOPE_3;
    }

    private static Quantity kilograms(double value) {
        return Quantity.of(value, Units.KILOGRAM);
    }
}
