package org.boucle.app.energyindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.SiteYear;
import org.boucle.features.energyindex.SiteYears;
import org.boucle.features.energyindex.VectorUse;
import org.boucle.features.energyindex.YearEntry;

/**
 * Table 5 of a year as the page edits it.
 *
 * @param rows the rows of the present page of the table
 * @param from position of the first of them
 * @param count how many rows there are in all
 * @param uses the energy vectors recorded
 * @param choices what a vector can be, as {@code vector|unit}
 */
public record YearView(
        YearReport report,
        long version,
        List<Table5.Row> rows,
        int from,
        int count,
        List<VectorUse> uses,
        List<String> choices) {
    static final int PAGE = 24;

    static YearView of(SiteVersion at, YearReport report, Optional<String> from, Conversions conversions) {
        List<Table5.Row> rows = Table5.rows(report.year());
        if (rows.isEmpty()) {
            rows = Table5.rows(blank(at, report));
        }
        int start =
                from.filter(f -> f.matches("[0-9]{1,6}")).map(Integer::parseInt).orElse(0);
        int bounded = Math.min(start, Math.max(0, rows.size() - 1));
        List<VectorUse> uses =
                at.site().findYear(report.year().year()).map(YearEntry::energy).orElse(List.of());
        List<String> choices = new ArrayList<>();
        String scheme = at.agreement().scheme();
        for (String vector : conversions.vectors(scheme)) {
            conversions.units(scheme, vector).forEach(unit -> choices.add(vector + "|" + unit));
        }
        return new YearView(
                report,
                at.version(),
                rows.stream().skip(bounded).limit(PAGE).toList(),
                bounded,
                rows.size(),
                uses,
                choices);
    }

    /** A year not entered yet shows the posts that operate in it, to be filled in. */
    private static SiteYear blank(SiteVersion at, YearReport report) {
        int year = report.year().year();
        YearEntry entry = YearEntry.of(year, Map.of(), List.of());
        return SiteYears.of(at.agreement(), at.site().with(entry), year, Conversions.primaryOnly());
    }

    /** Whether the year's sub-meters make the total, no vector being recorded. */
    public boolean metersMakeTotal() {
        return uses.isEmpty() && report.year().energy().isPresent();
    }
}
