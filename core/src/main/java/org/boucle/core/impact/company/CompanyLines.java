package org.boucle.core.impact.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.core.factors.Boundary;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorMatch;
import org.boucle.core.factors.FactorQuery;
import org.boucle.core.impact.Activity;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.methods.BegesPost;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.methods.CorporateInventory.Entry;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;

/** Turns an organisation's activities into lines, each with its scope, category of scope 3, post and view of scope 2. */
final class CompanyLines {
    private final CompanyAccount account;
    private final FactorLibrary library;
    private final MarketFactors market;
    private final List<Entry> entries = new ArrayList<>();
    private final List<CompanyFootprint.Missing> missing = new ArrayList<>();

    CompanyLines(CompanyAccount account, FactorLibrary library) {
        this.account = account;
        this.library = library;
        this.market = new MarketFactors(account, library);
    }

    List<Entry> entries() {
        return entries;
    }

    List<CompanyFootprint.Missing> missing() {
        return missing;
    }

    void add(CompanyActivity activity) {
        if (activity.flow().equals(CompanyActivity.OUTPUT)) {
            return;
        }
        Quantity quantity = activity.counted(account.consolidation());
        if (activity.flow().startsWith(CompanyActivity.INDICATOR)) {
            addIndicator(activity, quantity);
            return;
        }
        boolean climate = addFactors(activity, quantity);
        addCounts(activity);
        if (!climate && !activity.flow().startsWith("water")) {
            missing.add(new CompanyFootprint.Missing(
                    activity.name(), activity.flow(), quantity.unit().symbol()));
        }
    }

    private void addIndicator(CompanyActivity activity, Quantity quantity) {
        Optional<IndicatorCategory> category = ImpactCategory.find(
                        activity.flow().substring(CompanyActivity.INDICATOR.length()))
                .filter(IndicatorCategory.class::isInstance)
                .map(IndicatorCategory.class::cast)
                .filter(c -> quantity.unit().isCompatible(c.unit()));
        if (category.isEmpty()) {
            missing.add(new CompanyFootprint.Missing(
                    activity.name(), activity.flow(), quantity.unit().symbol()));
            return;
        }
        count(activity, "", category.get(), quantity);
    }

    private boolean addFactors(CompanyActivity activity, Quantity quantity) {
        boolean climate = false;
        for (ImpactCategory category : ImpactCategory.all().toList()) {
            FactorQuery query = FactorQuery.of(
                            activity.flow(), category.code(), activity.known().place(), account.year())
                    .withUnit(quantity.unit());
            List<FactorMatch> parts = library.findParts(query);
            climate |= category == IndicatorCategory.GHG && !parts.isEmpty();
            for (FactorMatch part : parts) {
                boolean upstream = part.factor().boundary() == Boundary.UPSTREAM;
                Scope scope = Belonging.scope(activity.post(), part.factor());
                boolean bought = scope == Scope.SCOPE_2 && category == IndicatorCategory.GHG;
                boolean electricity = bought && activity.post() == BegesPost.P2_1;
                FootprintLine line = line(
                        activity, parts.size() > 1 && upstream ? "#upstream" : "", scope, category, quantity, part);
                keep(activity, line, electricity ? Basis.LOCATION : Basis.BOTH);
                if (electricity) {
                    market.of(part)
                            .forEach(m -> keep(
                                    activity,
                                    line(
                                            activity,
                                            "#" + m.name(),
                                            scope,
                                            category,
                                            quantity.times(m.share()),
                                            m.match()),
                                    Basis.MARKET));
                }
            }
        }
        return climate;
    }

    /** Counts that need no factor: energy, material, distance, waste and land of the industrial categories. */
    private void addCounts(CompanyActivity activity) {
        double held = account.consolidation() == Consolidation.EQUITY_SHARE ? activity.share() : 1;
        Quantity own = activity.quantity().times(held);
        boolean mass = own.unit().isCompatible(Units.KILOGRAM);
        boolean energy = own.unit().isCompatible(Units.KILOWATT_HOUR);
        String flow = activity.flow();
        if (energy && activity.post().ordinal() <= BegesPost.P2_2.ordinal()) {
            count(activity, "#energy", IndicatorCategory.ENERGY, own);
        }
        if (mass && flow.startsWith("material.")) {
            count(activity, "#bought", IndicatorCategory.MATERIAL, own);
        }
        if (mass && flow.startsWith("waste.")) {
            boolean back = flow.contains(".recycling") || flow.contains(".composting") || flow.contains(".reuse");
            count(
                    activity,
                    back ? "#recycled" : "#waste",
                    back ? IndicatorCategory.RECYCLING : IndicatorCategory.POLLUTION,
                    own);
        }
        if (own.unit().isCompatible(Units.KILOMETRE)) {
            count(activity, "#km", IndicatorCategory.TRANSPORT, own);
        }
    }

    private void count(CompanyActivity activity, String suffix, IndicatorCategory category, Quantity quantity) {
        FactorMatch one =
                FactorMatch.exact(Factor.one(activity.flow(), category.code(), quantity.unit(), category.unit()));
        keep(activity, line(activity, suffix, Scope.OUTSIDE, category, quantity, one), Basis.BOTH);
    }

    private void keep(CompanyActivity activity, FootprintLine line, Basis basis) {
        int category = line.scope() == Scope.SCOPE_3 ? Belonging.scope3(activity.post(), line.factor()) : 0;
        BegesPost post = Belonging.post(activity.post(), line.factor());
        entries.add(new Entry(line, category, post, basis));
    }

    private FootprintLine line(
            CompanyActivity activity,
            String suffix,
            Scope scope,
            ImpactCategory category,
            Quantity quantity,
            FactorMatch match) {
        Activity known = new Activity(
                activity.name() + " " + account.year(),
                quantity,
                activity.known().origin(),
                activity.known().uncertainty(),
                activity.known().evidence());
        return FootprintLine.of(
                activity.name() + suffix,
                activity.name(),
                Belonging.stage(activity.post()),
                scope,
                category,
                known,
                match);
    }
}
