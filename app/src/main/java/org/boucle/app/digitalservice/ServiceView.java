package org.boucle.app.digitalservice;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.boucle.app.pages.Page;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.service.LifeStage;
import org.boucle.features.itfootprint.service.Scopes;
import org.boucle.features.itfootprint.service.ServiceFootprint;
import org.boucle.features.itfootprint.service.ServiceLine;
import org.boucle.features.itfootprint.service.Tier;

/** A footprint as its pages show it: texts and numbers in the user's language, ready for the templates. */
public final class ServiceView {
    private final ServiceFootprint footprint;
    private final Page page;

    ServiceView(ServiceFootprint footprint, Page page) {
        this.footprint = footprint;
        this.page = page;
    }

    public ServiceFootprint footprint() {
        return footprint;
    }

    public String name() {
        return footprint.service().name();
    }

    public String unit() {
        return footprint.service().unit().name();
    }

    public double unitsPerYear() {
        return footprint.service().unit().perYear();
    }

    /** Grams of CO2e for one functional unit. */
    public Estimate gramsPerUnit() {
        return footprint.perUnit(Criterion.GWP).orElse(Estimate.ZERO).times(1000);
    }

    public Estimate kilogramsPerYear() {
        return footprint.total(Criterion.GWP).orElse(Estimate.ZERO);
    }

    /** A figure as people read it: three significant digits. */
    public String figure(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return page.n(0);
        }
        double unit = Math.pow(10, 2 - Math.floor(Math.log10(Math.abs(value))));
        return page.n(Math.rint(value * unit) / unit);
    }

    /** The interval of a figure in brackets. */
    public String interval(Estimate estimate) {
        return "[" + figure(estimate.min()) + " – " + figure(estimate.max()) + "]";
    }

    public List<Tier> tiers() {
        return List.of(Tier.values());
    }

    public List<LifeStage> stages() {
        return java.util.Arrays.stream(LifeStage.values())
                .filter(stage -> climate(line -> line.stage() == stage).isPresent())
                .toList();
    }

    public Optional<Estimate> cell(Tier tier, LifeStage stage) {
        return climate(line -> line.tier() == tier && line.stage() == stage);
    }

    public Optional<Estimate> tier(Tier tier) {
        return climate(line -> line.tier() == tier);
    }

    public Optional<Estimate> stage(LifeStage stage) {
        return climate(line -> line.stage() == stage);
    }

    /** Share of a tier in the total, 0 to 1. */
    public double share(Tier tier) {
        double total = kilogramsPerYear().value();
        return total == 0 ? 0 : tier(tier).orElse(Estimate.ZERO).value() / total;
    }

    public List<Scopes.Scope> scopes(Scopes.Actor actor) {
        return java.util.Arrays.stream(Scopes.Scope.values())
                .filter(scope -> scope(actor, scope).isPresent())
                .toList();
    }

    public Optional<Estimate> scope(Scopes.Actor actor, Scopes.Scope scope) {
        return climate(line -> Scopes.of(actor, line) == scope);
    }

    private Optional<Estimate> climate(Predicate<ServiceLine> which) {
        return footprint.sum(Criterion.GWP, which);
    }

    public List<Criterion> criteria() {
        return footprint.criteria();
    }

    /** Tiers that the total of a criterion lacks, in words; empty where it is whole. */
    public String missing(Criterion criterion) {
        return footprint.missing(criterion).stream()
                .map(tier -> page.t("digitalservice.tier." + tier.name()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** Every source behind a line, once. */
    public List<String> sources() {
        return footprint.lines().stream()
                .flatMap(line -> line.sources().stream())
                .distinct()
                .toList();
    }

    public String chart() {
        return ServiceChart.svg(this, page);
    }
}
