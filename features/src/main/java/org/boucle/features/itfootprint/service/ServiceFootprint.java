package org.boucle.features.itfootprint.service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;

/**
 * The footprint of a digital service over a year: lines whose sum is the total.
 *
 * <p>Bounds of lines add up, which is what they would do if all unknowns went the same way; the true interval is narrower.
 */
public record ServiceFootprint(DigitalService service, List<ServiceLine> lines) {
    /** Hosting runs all year. */
    public static final double HOURS_PER_YEAR = 8760;

    public ServiceFootprint {
        lines = List.copyOf(lines);
    }

    /** Computes the footprint; a criterion that a source does not know is absent from its line, never zero. */
    public static ServiceFootprint of(DigitalService service, Costs costs) {
        List<ServiceLine> lines = new ArrayList<>();
        for (Hosting hosting : service.hosting()) {
            double hours = hosting.count() * hosting.key().share() * HOURS_PER_YEAR;
            addEquipment(
                    Tier.DATA_CENTRES,
                    hosting.name(),
                    hosting.isCloud(),
                    hours,
                    costs.hosting(hosting.equipment()),
                    hosting.pue(),
                    costs,
                    lines);
        }
        addNetworks(service, costs.networks(), lines);
        for (Audience audience : service.audiences()) {
            double hours = service.unit().perYear() * audience.share() * audience.minutes() / 60;
            EquipmentHour hour = costs.terminal(audience);
            String name = audience.device() + " " + audience.location();
            addEquipment(Tier.TERMINALS, name, false, hours, hour, Estimate.exact(1), costs, lines);
        }
        return new ServiceFootprint(service, lines);
    }

    private static void addEquipment(
            Tier tier,
            String name,
            boolean cloud,
            double hours,
            EquipmentHour hour,
            Estimate pue,
            Costs costs,
            List<ServiceLine> lines) {
        StageSplit split = costs.split(hour.category());
        Map<LifeStage, Map<Criterion, Estimate>> stages = new EnumMap<>(LifeStage.class);
        for (LifeStage stage : LifeStage.values()) {
            stages.put(stage, new EnumMap<>(Criterion.class));
        }
        hour.embedded().forEach((criterion, estimate) -> {
            Estimate all = estimate.times(hours);
            boolean known = criterion == Criterion.GWP;
            stages.get(LifeStage.MANUFACTURING).put(criterion, all.times(known ? split.manufacturing() : 1));
            if (known && split.distribution() + split.endOfLife() > 0) {
                stages.get(LifeStage.DISTRIBUTION).put(criterion, all.times(split.distribution()));
                stages.get(LifeStage.END_OF_LIFE).put(criterion, all.times(split.endOfLife()));
            }
        });
        hour.use()
                .forEach((criterion, estimate) -> stages.get(LifeStage.USE)
                        .put(criterion, estimate.times(hours).times(pue)));
        stages.forEach((stage, impacts) -> {
            if (!impacts.isEmpty()) {
                lines.add(new ServiceLine(tier, name, cloud, stage, impacts, hours, "h", hour.sources()));
            }
        });
    }

    private static void addNetworks(DigitalService service, List<NetworkFactor> factors, List<ServiceLine> lines) {
        double gigabytes = service.unit().perYear() * service.transfer().megabytes() / 1000;
        for (boolean mobile : new boolean[] {false, true}) {
            double share = mobile
                    ? service.transfer().mobileShare()
                    : 1 - service.transfer().mobileShare();
            double amount = gigabytes * share;
            Map<Criterion, Estimate> impacts = new EnumMap<>(Criterion.class);
            Set<String> sources = new LinkedHashSet<>();
            for (NetworkFactor factor : factors) {
                if (factor.mobile() == mobile && amount > 0) {
                    impacts.put(factor.criterion(), factor.perGigabyte().times(amount));
                    sources.add(factor.source());
                }
            }
            if (!impacts.isEmpty()) {
                String name = mobile ? "mobile" : "fixed";
                lines.add(new ServiceLine(
                        Tier.NETWORKS, name, false, LifeStage.UNDIVIDED, impacts, amount, "GB", List.copyOf(sources)));
            }
        }
    }

    /** The sum of the lines that know the criterion; empty where none does. */
    public Optional<Estimate> total(Criterion criterion) {
        return sum(criterion, line -> true);
    }

    /** The sum of some lines. */
    public Optional<Estimate> sum(Criterion criterion, Predicate<ServiceLine> which) {
        return lines.stream()
                .filter(which)
                .map(line -> line.find(criterion))
                .flatMap(Optional::stream)
                .reduce(Estimate::plus);
    }

    /** The total over a year divided by the functional units of the year. */
    public Optional<Estimate> perUnit(Criterion criterion) {
        return total(criterion).map(total -> total.times(1 / service.unit().perYear()));
    }

    /** Criteria that at least one line knows, in their order. */
    public List<Criterion> criteria() {
        return Criterion.all().stream()
                .filter(criterion ->
                        lines.stream().anyMatch(line -> line.find(criterion).isPresent()))
                .toList();
    }

    /** Tiers that have no figure at all for a criterion although they have lines: the total lacks them. */
    public List<Tier> missing(Criterion criterion) {
        return java.util.Arrays.stream(Tier.values())
                .filter(tier -> lines.stream().anyMatch(line -> line.tier() == tier)
                        && sum(criterion, line -> line.tier() == tier).isEmpty())
                .toList();
    }
}
