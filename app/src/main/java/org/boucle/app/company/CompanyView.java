package org.boucle.app.company;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.boucle.app.footprint.Coverage;
import org.boucle.app.footprint.FootprintView.Opened;
import org.boucle.app.footprint.LineWords;
import org.boucle.app.pages.Page;
import org.boucle.core.factors.Interval;
import org.boucle.core.impact.CarbonApart;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.Scope;
import org.boucle.core.impact.company.CompanyFootprint;
import org.boucle.core.impact.methods.CorporateInventory.Basis;
import org.boucle.core.impact.methods.SingleScore;
import org.boucle.core.units.Unit;

/** What the pages of an account show, in the reader's words; greenhouse gases in tonnes. */
public record CompanyView(Page page, StoredAccount stored, CompanyFootprint result, List<MeterKind> silent) {
    public CompanyView {
        silent = List.copyOf(silent);
    }

    /** A BEGES post or a category of scope 3 with its value, t CO2e. */
    public record Row(String code, String label, double tonnes) {}

    /** One of the ten industrial categories, or of the sixteen of EF, that has a line. */
    public record Total(ImpactCategory category, String label, String unit, double value, Interval interval) {}

    /** Tonnes of CO2e of a scope. */
    public double scope(int number, String view) {
        return result.inventory().scope(Scope.valueOf("SCOPE_" + number), basis(view)) / 1000;
    }

    public double total(String view) {
        return result.inventory().total(basis(view)) / 1000;
    }

    public String interval(String view) {
        Interval interval = result.view(basis(view)).interval(IndicatorCategory.GHG);
        return page.n(interval.low() / 1000) + " – " + page.n(interval.high() / 1000);
    }

    private static Basis basis(String view) {
        return view.equals("market") ? Basis.MARKET : Basis.LOCATION;
    }

    /** The 22 posts, those without a line included. */
    public List<Row> posts() {
        List<Row> rows = new ArrayList<>();
        result.inventory()
                .posts()
                .forEach((post, value) -> rows.add(new Row(post.number(), post.label(page.language()), value / 1000)));
        return rows;
    }

    /** The fifteen categories of scope 3. */
    public List<Row> scope3() {
        List<Row> rows = new ArrayList<>();
        for (int category = 1; category <= 15; category++) {
            rows.add(new Row(
                    String.valueOf(category),
                    page.t("company.scope3." + category),
                    result.inventory().scope3(category) / 1000));
        }
        return rows;
    }

    public List<Total> indicators() {
        return totals(List.of(IndicatorCategory.values()));
    }

    public List<Total> environmental() {
        return totals(List.of(org.boucle.core.impact.EfCategory.values()));
    }

    private List<Total> totals(List<? extends ImpactCategory> categories) {
        Footprint footprint = result.footprint();
        return categories.stream()
                .filter(c -> !footprint.lines(c).isEmpty())
                .map(c -> new Total(
                        c,
                        c.label(page.language()),
                        c.unit().text(page.language()),
                        footprint.total(c),
                        footprint.interval(c)))
                .toList();
    }

    public Coverage coverage() {
        return Coverage.of(result.footprint());
    }

    public SingleScore score() {
        return SingleScore.of(result.footprint());
    }

    /** Carbon beside the scopes, t CO2. */
    public List<Row> apart() {
        List<Row> rows = new ArrayList<>();
        for (CarbonApart kind : CarbonApart.values()) {
            if (!result.footprint().lines(kind).isEmpty()) {
                rows.add(new Row(
                        kind.code(),
                        kind.label(page.language()),
                        result.footprint().total(kind) / 1000));
            }
        }
        return rows;
    }

    /** Kilograms of CO2e per unit produced, where the account says what was produced. */
    public String intensity() {
        return result.output()
                .map(q -> page.n(result.inventory().total(Basis.LOCATION) / q.value()) + " "
                        + page.t("company.intensity.unit", q.unit().text(page.language())))
                .orElse("");
    }

    public String output() {
        return result.output().map(q -> page.q(q.value(), q.unit())).orElse("");
    }

    /** The lines that a number sums, heaviest first. */
    public List<Opened> opened(Selection selection, int atMost) {
        List<FootprintLine> lines = selection.lines(result);
        double total = lines.stream().mapToDouble(l -> Math.abs(l.value())).sum();
        double variance = lines.stream().mapToDouble(FootprintLine::variance).sum();
        return lines.stream()
                .sorted(Comparator.comparingDouble((FootprintLine l) -> -Math.abs(l.value())))
                .limit(atMost)
                .map(l -> new Opened(
                        l,
                        total == 0 ? 0 : Math.abs(l.value()) / total,
                        variance == 0 ? 0 : l.variance() / variance,
                        suffix(l.id()),
                        words().notes(l)))
                .toList();
    }

    public LineWords words() {
        return new LineWords(page);
    }

    /** What part of its activity a line is; contracts by their name. */
    public String suffix(String id) {
        int hash = id.indexOf("#market ");
        if (hash < 0) {
            return words().suffix(id);
        }
        String contract = id.substring(hash + 8);
        return page.t("company.part.market", contract.equals("rest") ? page.t("company.part.rest") : contract);
    }

    public String unit(ImpactCategory category) {
        Unit unit = category.unit();
        return unit.text(page.language());
    }

    public String chart() {
        return PostChart.of(this);
    }

    /** Whether anything at all counts. */
    public boolean isEmpty() {
        return result.footprint().lines().isEmpty();
    }

    /** Posts above 80 % of the total together, which the regulation calls significant. */
    public List<Row> significant() {
        List<Row> sorted = posts().stream()
                .filter(r -> r.tonnes() > 0)
                .sorted(Comparator.comparingDouble((Row r) -> -r.tonnes()))
                .toList();
        List<Row> taken = new ArrayList<>();
        double sum = 0;
        for (Row row : sorted) {
            if (sum >= 0.8 * total("location")) {
                break;
            }
            taken.add(row);
            sum += row.tonnes();
        }
        return taken;
    }
}
