package org.boucle.app.footprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.pages.Page;
import org.boucle.core.factors.Interval;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.EfCategory;
import org.boucle.core.impact.Footprint;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.LifeCycleStage;
import org.boucle.core.impact.product.ProductFootprint;
import org.boucle.core.text.Language;

/** What the footprint pages show, in words and numbers of the reader's language. */
public record FootprintView(Page page, ProductFootprint result) {

    /** One row of the heat map. */
    public record Row(
            ImpactCategory category, String label, String unit, List<Cell> cells, double total, Interval interval) {}

    /** One cell: a value and its shade from 0 to 5, by its share of the row's largest. */
    public record Cell(LifeCycleStage stage, double value, int shade) {}

    /** One line opened: activity times factor and all that is known of both. */
    public record Opened(FootprintLine line, double share, double shareOfVariance, String suffix, List<String> notes) {}

    public Footprint footprint() {
        return result.footprint();
    }

    public Language language() {
        return page.language();
    }

    /** The ten industrial categories and the carbon apart, or the sixteen of EF; those that have a line. */
    public List<Row> heatMap(boolean environmental) {
        return footprint().categories().stream()
                .filter(c -> c instanceof EfCategory == environmental)
                .map(this::row)
                .toList();
    }

    private Row row(ImpactCategory category) {
        Map<LifeCycleStage, Double> byStage = footprint().byStage(category);
        double largest = byStage.values().stream().mapToDouble(Math::abs).max().orElse(0);
        List<Cell> cells = new ArrayList<>();
        for (LifeCycleStage stage : LifeCycleStage.values()) {
            double value = byStage.getOrDefault(stage, Double.NaN);
            int shade = Double.isNaN(value) || largest == 0 ? 0 : (int) Math.round(5 * Math.abs(value) / largest);
            cells.add(new Cell(stage, value, shade));
        }
        return new Row(
                category,
                category.label(language()),
                unit(category),
                cells,
                footprint().total(category),
                footprint().interval(category));
    }

    /** The lines of a category, of one stage where given, heaviest first. */
    public List<Opened> opened(ImpactCategory category, Optional<LifeCycleStage> stage, int atMost) {
        double total = footprint().lines(category).stream()
                .mapToDouble(l -> Math.abs(l.value()))
                .sum();
        double variance = footprint().lines(category).stream()
                .mapToDouble(FootprintLine::variance)
                .sum();
        return footprint().hotSpots(category, Integer.MAX_VALUE).stream()
                .filter(l -> stage.map(s -> s == l.stage()).orElse(true))
                .limit(atMost)
                .map(l -> new Opened(
                        l,
                        total == 0 ? 0 : Math.abs(l.value()) / total,
                        variance == 0 ? 0 : l.variance() / variance,
                        suffix(l),
                        notes(l)))
                .toList();
    }

    /** What part of its item a line is, in words: bought, recycled, upstream. */
    public String suffix(FootprintLine line) {
        return words().suffix(line.id());
    }

    /** In which ways the factor is not the one asked for. */
    public List<String> notes(FootprintLine line) {
        return words().notes(line);
    }

    /** A spread in words. */
    public String spread(Uncertainty uncertainty) {
        return words().spread(uncertainty);
    }

    public String factorName(FootprintLine line) {
        return words().factorName(line);
    }

    private LineWords words() {
        return new LineWords(page);
    }

    /** The interval of a row, or nothing where nothing is uncertain. */
    public String interval(Interval interval) {
        return interval.width() == 0 ? "" : page.n(interval.low()) + " – " + page.n(interval.high());
    }

    /** The unit of a category in the reader's language. */
    public String unit(ImpactCategory category) {
        return category.unit().text(language());
    }
}
