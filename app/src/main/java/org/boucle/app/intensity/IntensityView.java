package org.boucle.app.intensity;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.boucle.app.pages.Page;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorMatch;
import org.boucle.core.factors.FactorProfile;
import org.boucle.core.factors.FactorQuery;
import org.boucle.core.factors.Geography;
import org.boucle.core.factors.HourlyMatch;
import org.boucle.core.twin.Site;

/**
 * An hourly intensity, and a site's load against it.
 *
 * @param match the site's load hour by hour; empty without a load in the same hours
 * @param yearly the grid's yearly factor, as an account by location takes it
 * @param contracts what contracts change in the view by market
 */
public record IntensityView(
        Page page,
        IntensitySeries series,
        FactorProfile profile,
        Optional<Site> site,
        Optional<HourlyMatch> match,
        Optional<FactorMatch> yearly,
        Contracts contracts) {

    /** Part of the load under contracts, 0 to 1, and their g per kWh. */
    public record Contracts(double share, double grams) {}

    static IntensityView of(
            Page page,
            IntensitySeries series,
            Optional<Site> site,
            Optional<double[]> load,
            FactorLibrary library,
            Contracts contracts) {
        Optional<HourlyMatch> match = load.map(
                        kWh -> HourlyMatch.of(series.factor(), series.factor().start(), kWh, page.zone()))
                .filter(m -> m.hours() > 0 && m.load() > 0);
        String country = site.map(Site::country)
                .orElse(series.factor().base().geography().code());
        int year = series.end().minusSeconds(1).atZone(page.zone()).getYear();
        Optional<FactorMatch> yearly =
                library.find(FactorQuery.of("electricity.grid.consumption", "ghg", new Geography(country), year));
        return new IntensityView(
                page, series, FactorProfile.of(series.factor(), page.zone()), site, match, yearly, contracts);
    }

    public String days() {
        return IntensityChart.days(page, series.name(), profile);
    }

    public String months() {
        return IntensityChart.months(page, series.name(), profile);
    }

    public double meanGrams() {
        return series.factor().base().value() * 1000;
    }

    public double lowest() {
        return extreme(true);
    }

    public double highest() {
        return extreme(false);
    }

    private double extreme(boolean least) {
        var known = java.util.Arrays.stream(series.factor().values()).filter(v -> !Double.isNaN(v));
        return 1000 * (least ? known.min() : known.max()).orElse(0);
    }

    /** The cleanest hour of the mean day. */
    public int cleanest() {
        return hour(-1);
    }

    public int dirtiest() {
        return hour(1);
    }

    private int hour(int sign) {
        int best = 0;
        for (int h = 1; h < 24; h++) {
            if (sign * profile.byHour()[h] > sign * profile.byHour()[best]) {
                best = h;
            }
        }
        return best;
    }

    public String span() {
        DateTimeFormatter days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(page.language().locale())
                .withZone(page.zone());
        Instant last = series.end().minusSeconds(1);
        return days.format(series.factor().start()) + " – " + days.format(last);
    }

    public double coverage() {
        return profile.known() / (double) series.factor().values().length;
    }

    /** Tonnes of CO2e of the matched hours at the grid's yearly factor; empty where no factor is known. */
    public Optional<Double> atYearly() {
        return yearly.flatMap(f -> match.map(m -> m.load() * f.factor().value() / 1000));
    }

    /** Tonnes by market: contracts have no hour, the rest keeps its hours. */
    public double market() {
        double rest = match.map(HourlyMatch::matched).orElse(0.0) * (1 - contracts.share());
        return (rest + match.map(HourlyMatch::load).orElse(0.0) * contracts.share() * contracts.grams() / 1000) / 1000;
    }

    /** Whether the load prefers clean hours. */
    public boolean prefersClean() {
        return match.map(m -> m.difference() < 0).orElse(false);
    }
}
