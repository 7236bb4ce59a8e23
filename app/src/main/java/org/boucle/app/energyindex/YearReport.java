package org.boucle.app.energyindex;

import java.util.List;
import java.util.Optional;
import org.boucle.core.decision.ChainEntry;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.ChainedSeries;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.IndexUncertainty;
import org.boucle.features.energyindex.RecalibrationAdvice;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.SiteYears;
import org.boucle.features.energyindex.Waterfall;

/** Everything that the steering committee reads of a site and a year; the page and the PDF print the same. */
public record YearReport(
        Agreement agreement,
        Site site,
        SiteYear year,
        List<SiteYear> years,
        ChainedSeries series,
        Optional<Waterfall> waterfall,
        Optional<IndexUncertainty> uncertainty,
        RecalibrationAdvice advice,
        List<ChainEntry> decisions) {

    static YearReport of(
            Agreement agreement, Site site, int year, Conversions conversions, List<ChainEntry> decisions) {
        List<SiteYear> years = SiteYears.of(agreement, site, conversions);
        SiteYear shown = SiteYears.of(agreement, site, year, conversions);
        Optional<Waterfall> fall = years.stream()
                .filter(y -> y.year() == year - 1)
                .findFirst()
                .flatMap(before -> Waterfall.of(before, shown));
        return new YearReport(
                agreement,
                site,
                shown,
                years,
                ChainedSeries.of(site, years),
                fall,
                IndexUncertainty.of(shown, 0),
                RecalibrationAdvice.of(site, shown, 0, RecalibrationAdvice.Thresholds.DEFAULT),
                decisions);
    }

    /** Points above the target path, if there are an index and a target. */
    public Optional<Double> gap() {
        return year.index().percent().isEmpty()
                ? Optional.empty()
                : site.target()
                        .map(t -> t.gap(year.year(), year.index().percent().getAsDouble()));
    }
}
