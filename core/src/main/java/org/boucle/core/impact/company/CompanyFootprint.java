package org.boucle.core.impact.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.methods.CorporateInventory;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.methods.CorporateInventory.Entry;
import org.boucle.core.units.Quantity;

/**
 * An organisation's year as lines.
 *
 * @param footprint every category, electricity by location; the sum of its lines is the total
 * @param inventory the greenhouse gas lines of both views of scope 2, and the carbon that stays apart
 * @param missing activities without a greenhouse gas factor, so that a gap never looks like a zero
 */
public record CompanyFootprint(
        CompanyAccount account, Footprint footprint, CorporateInventory inventory, List<Missing> missing) {
    /** An activity without a factor. */
    public record Missing(String activity, String flow, String unit) {}

    public CompanyFootprint {
        missing = List.copyOf(missing);
    }

    public static CompanyFootprint of(CompanyAccount account, FactorLibrary library) {
        CompanyLines lines = new CompanyLines(account, library);
        account.activities().forEach(lines::add);
        List<FootprintLine> located = new ArrayList<>();
        for (Entry entry : lines.entries()) {
            if (entry.basis() != Basis.MARKET) {
                located.add(entry.line());
            }
        }
        List<Entry> carbon = lines.entries().stream()
                .filter(e -> e.line().category() == IndicatorCategory.GHG
                        || e.line().category().code().startsWith("carbon."))
                .toList();
        String subject = account.organisation() + " " + account.year();
        return new CompanyFootprint(
                account, new Footprint(subject, located), new CorporateInventory(carbon), lines.missing());
    }

    /** The greenhouse gas lines of one view of scope 2, which sum to that view's total. */
    public Footprint view(Basis view) {
        return new Footprint(
                footprint.subject(),
                inventory.entries().stream()
                        .filter(e -> e.basis() == Basis.BOTH || e.basis() == view)
                        .filter(e -> e.line().scope() != Scope.OUTSIDE)
                        .map(Entry::line)
                        .toList());
    }

    /** What the year produced, summed over its products where they have one kind of unit. */
    public Optional<Quantity> output() {
        List<Quantity> made = account.activities().stream()
                .filter(a -> a.flow().equals(CompanyActivity.OUTPUT))
                .map(CompanyActivity::quantity)
                .toList();
        boolean comparable = !made.isEmpty()
                && made.stream()
                        .allMatch(q -> q.unit().isCompatible(made.getFirst().unit()));
        return comparable ? made.stream().reduce(Quantity::plus).filter(q -> q.value() > 0) : Optional.empty();
    }

    /** Part of the absolute greenhouse gas total, by location, whose activity was measured, 0 to 1. */
    public double measuredShare() {
        double all = 0;
        double measured = 0;
        for (FootprintLine line : footprint.lines(IndicatorCategory.GHG)) {
            all += Math.abs(line.value());
            measured += line.activity().origin() == org.boucle.core.impact.Origin.MEASURED ? Math.abs(line.value()) : 0;
        }
        return all == 0 ? 0 : measured / all;
    }
}
