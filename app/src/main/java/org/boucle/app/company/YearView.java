package org.boucle.app.company;

import java.util.List;
import org.boucle.app.pages.Page;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Interval;
import org.boucle.core.impact.company.YearComparison;
import org.boucle.core.impact.methods.CorporateInventory.Basis;

/** Two years side by side, in tonnes and in the reader's words. */
public record YearView(
        Page page, StoredAccount before, StoredAccount after, YearComparison comparison, FactorLibrary library) {
    private static final int MOST = 30;

    public String view() {
        return comparison.view() == Basis.MARKET ? "market" : "location";
    }

    public double total(boolean later) {
        return (later ? comparison.after() : comparison.before()).inventory().total(comparison.view()) / 1000;
    }

    public double difference() {
        return comparison.difference() / 1000;
    }

    /** The change as a part of the earlier total; nothing where that is zero. */
    public String relative() {
        return total(false) == 0 ? "" : page.percent(difference() / total(false));
    }

    public String interval() {
        Interval interval = comparison.interval();
        return page.n(interval.low() / 1000) + " – " + page.n(interval.high() / 1000);
    }

    public double probability() {
        return comparison.probabilityFell(CompanyResults.RUNS, CompanyResults.SEED);
    }

    public List<YearComparison.Row> rows() {
        return comparison.rows().stream().limit(MOST).toList();
    }

    public String label(YearComparison.Row row) {
        int hash = row.id().indexOf("#market ");
        if (hash >= 0) {
            String contract = row.id().substring(hash + 8);
            return page.t("company.part.market", contract.equals("rest") ? page.t("company.part.rest") : contract);
        }
        return new org.boucle.app.footprint.LineWords(page).suffix(row.id());
    }

    public double byActivity() {
        return comparison.rows().stream()
                        .mapToDouble(YearComparison.Row::byActivity)
                        .sum()
                / 1000;
    }

    public double byFactor() {
        return comparison.rows().stream()
                        .mapToDouble(YearComparison.Row::byFactor)
                        .sum()
                / 1000;
    }

    /** Whether the boundary changed so much that the earlier year must be computed again. */
    public boolean recalculates() {
        return comparison.recalculates(library);
    }

    /** The earlier year by the later year's boundary, t CO2e. */
    public double rebased() {
        return comparison.rebased(library).inventory().total(comparison.view()) / 1000;
    }
}
