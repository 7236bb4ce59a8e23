package org.boucle.app.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.boucle.app.company.MeterYear.Measured;
import org.boucle.app.sites.Sites;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.Uncertainty;
import org.boucle.core.impact.Origin;
import org.boucle.core.impact.company.CompanyActivity;
import org.boucle.core.impact.company.CompanyFootprint;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.text.Language;
import org.boucle.core.text.Messages;
import org.boucle.core.twin.Site;
import org.boucle.core.units.Quantity;

/** Accounts with what their meters say now: the measured part, and apart from it the estimate for hours without reading. */
final class LiveAccounts {
    /** Below this part of the year, the rest is not estimated: a season would stand for all. */
    static final double LEAST_COVERAGE = 0.5;
    /** Ends the name of an estimate, in every language, so that years compare. */
    static final String ESTIMATE = " · est.";
    /** From here on, what is missing is not worth an estimate. */
    private static final double WHOLE = 0.999;

    private final MeterYear meters;
    private final Sites sites;
    private final Function<String, FactorLibrary> libraries;
    private final Messages messages;

    LiveAccounts(MeterYear meters, Sites sites, Function<String, FactorLibrary> libraries, Messages messages) {
        this.meters = meters;
        this.sites = sites;
        this.libraries = libraries;
        this.messages = messages;
    }

    /** The factors that a company may use. */
    FactorLibrary library(String company) {
        return libraries.apply(company);
    }

    CompanyFootprint footprint(StoredAccount account, Language language) {
        return CompanyFootprint.of(account.with(activities(account, language)), library(account.company()));
    }

    /** The activities, those with a meter read now. A meter without any reading gives none. */
    List<CompanyActivity> activities(StoredAccount account, Language language) {
        Optional<Site> site = sites.find(account.site());
        List<CompanyActivity> activities = new ArrayList<>();
        for (StoredAccount.Row row : account.rows()) {
            if (row.meter().isEmpty()) {
                activities.add(row.activity());
            } else {
                site.flatMap(s -> meters.read(s, account.year(), row.meter().get()))
                        .ifPresent(measured -> addMeasured(row.activity(), measured, language, activities));
            }
        }
        return activities;
    }

    /** The kinds of meters that the account's site has. */
    List<MeterKind> known(StoredAccount account) {
        return sites.find(account.site()).map(meters::known).orElse(List.of());
    }

    /** Meters of the account that have said nothing in its year. */
    List<MeterKind> silent(StoredAccount account) {
        Optional<Site> site = sites.find(account.site());
        return account.rows().stream()
                .flatMap(row -> row.meter().stream())
                .filter(kind ->
                        site.flatMap(s -> meters.read(s, account.year(), kind)).isEmpty())
                .toList();
    }

    private void addMeasured(
            CompanyActivity activity, Measured measured, Language language, List<CompanyActivity> into) {
        String evidence = messages.get(
                language,
                measured.assumed() ? "company.evidence.volume" : "company.evidence.meter",
                measured.names(),
                Math.round(measured.hours() / 24.0),
                Math.round(measured.of() / 24.0),
                MeterYear.KWH_PER_CUBIC_METRE);
        Origin origin = measured.assumed() ? Origin.COMPUTED : Origin.MEASURED;
        into.add(activity.withQuantity(measured.quantity(), known(activity, origin, evidence)));
        boolean rest = measured.coverage() >= LEAST_COVERAGE && measured.coverage() < WHOLE;
        if (rest) {
            double missing = (measured.of() - measured.hours()) / (double) measured.hours();
            Quantity estimate = measured.quantity().times(missing);
            String why = messages.get(
                    language,
                    "company.evidence.estimate",
                    Math.round((measured.of() - measured.hours()) / 24.0),
                    Math.round(measured.hours() / 24.0));
            Knowledge known = new Knowledge(
                    activity.known().place(), Origin.COMPUTED, Uncertainty.assumed(1.2, "mean of the days read"), why);
            into.add(new CompanyActivity(
                    activity.name() + ESTIMATE,
                    activity.post(),
                    activity.flow(),
                    estimate,
                    0,
                    activity.share(),
                    known));
        }
    }

    private static Knowledge known(CompanyActivity activity, Origin origin, String evidence) {
        return new Knowledge(activity.known().place(), origin, Knowledge.assumedFor(origin), evidence);
    }
}
