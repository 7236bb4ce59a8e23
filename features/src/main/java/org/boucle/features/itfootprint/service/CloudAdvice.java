package org.boucle.features.itfootprint.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItCatalogue;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.service.CloudImpacts.Assessed;

/**
 * What could be done about the resources of an account, each with the climate impact that it would spare.
 *
 * <p>A smaller size: the smallest of the same family whose processors carry the measured load at no more than 70 %, with
 * at least half of the present memory, since memory in use is not measured. Another region: the provider's own region
 * with the cleanest electricity. A volume that no instance uses: all of it.
 */
public final class CloudAdvice {
    private static final double HIGHEST_LOAD = 70;
    private static final double LEAST_MEMORY = 0.5;
    /** Savings below this share of the present impact are noise. */
    private static final double LEAST_SAVING = 0.02;

    private final ItFootprint engine;
    private final CloudImpacts impacts;

    public CloudAdvice(ItFootprint engine) {
        this.engine = engine;
        this.impacts = new CloudImpacts(engine);
    }

    /** What is advised. */
    public enum Kind {
        SMALLER_SIZE,
        OTHER_REGION,
        UNUSED_VOLUME
    }

    /**
     * One piece of advice.
     *
     * @param from the present size or region
     * @param to the advised one
     * @param saving climate impact spared over the resource's hours in kgCO2eq, between its bounds
     */
    public record Advice(CloudResource resource, Kind kind, String from, String to, double saving) {}

    /** Virtual processors of an instance type, 0 where it is not known. */
    public static double processors(ItFootprint engine, String provider, String type) {
        return new CloudAdvice(engine).size(provider, type).processors();
    }

    /** All advice, the largest saving first. */
    public List<Advice> of(List<Assessed> assessed) {
        List<Advice> advice = new ArrayList<>();
        for (Assessed one : assessed) {
            if (one.isKnown()) {
                switch (one.resource().details()) {
                    case CloudResource.Instance instance -> {
                        smaller(one, instance).ifPresent(advice::add);
                        region(one, instance).ifPresent(advice::add);
                    }
                    case CloudResource.Volume volume -> unused(one, volume).ifPresent(advice::add);
                }
            }
        }
        advice.sort(Comparator.comparingDouble(Advice::saving).reversed());
        return advice;
    }

    private static Optional<Advice> unused(Assessed one, CloudResource.Volume volume) {
        double saving = climate(one);
        return volume.attached().isEmpty() && saving > 0
                ? Optional.of(new Advice(
                        one.resource(), Kind.UNUSED_VOLUME, Math.round(volume.gigabytes()) + " GB", "0 GB", saving))
                : Optional.empty();
    }

    private Optional<Advice> smaller(Assessed one, CloudResource.Instance instance) {
        if (instance.load().isEmpty() || !instance.running()) {
            return Optional.empty();
        }
        String provider = one.resource().provider();
        Size present = size(provider, instance.type());
        double busy = present.processors() * instance.load().getAsDouble() / 100;
        Optional<Size> best = family(provider, instance.type()).stream()
                .filter(size -> size.processors() < present.processors()
                        && size.processors() * HIGHEST_LOAD / 100 >= busy
                        && size.memory() >= present.memory() * LEAST_MEMORY)
                .min(Comparator.comparingDouble(Size::processors).thenComparingDouble(Size::memory));
        return best.flatMap(size -> {
            double load = 100 * busy / size.processors();
            var smaller = new CloudResource.Instance(size.type(), OptionalDouble.of(load), true);
            return advice(one, Kind.SMALLER_SIZE, instance.type(), size.type(), with(one.resource(), smaller));
        });
    }

    private Optional<Advice> region(Assessed one, CloudResource.Instance instance) {
        CloudResource resource = one.resource();
        if (!instance.running()) {
            return Optional.empty();
        }
        Comparator<ItCatalogue.CloudRegion> cleanest = Comparator.comparingDouble(
                        (ItCatalogue.CloudRegion region) -> electricity(region.place()))
                .thenComparing(ItCatalogue.CloudRegion::region);
        return engine.catalogue().cloudRegions().stream()
                .filter(region -> region.provider().equals(resource.provider()))
                .min(cleanest)
                .filter(region -> !region.region().equals(resource.region()))
                .flatMap(region -> {
                    CloudResource moved = new CloudResource(
                            resource.provider(),
                            resource.id(),
                            region.region(),
                            "",
                            instance,
                            resource.tags(),
                            resource.hours());
                    return advice(one, Kind.OTHER_REGION, resource.region(), region.region(), moved);
                });
    }

    private double electricity(String place) {
        Map<Criterion, Double> factors = engine.catalogue().electricity(place);
        return factors.getOrDefault(Criterion.GWP, Double.POSITIVE_INFINITY);
    }

    private Optional<Advice> advice(Assessed one, Kind kind, String from, String to, CloudResource changed) {
        double saving = climate(one) - climate(impacts.of(changed, one.hours()));
        return saving > LEAST_SAVING * climate(one)
                ? Optional.of(new Advice(one.resource(), kind, from, to, saving))
                : Optional.empty();
    }

    private static double climate(Assessed one) {
        return one.total(Criterion.GWP).orElse(Estimate.ZERO).value();
    }

    private static CloudResource with(CloudResource resource, CloudResource.Instance instance) {
        return new CloudResource(
                resource.provider(),
                resource.id(),
                resource.region(),
                resource.place(),
                instance,
                resource.tags(),
                resource.hours());
    }

    private record Size(String type, double processors, double memory) {}

    private List<Size> family(String provider, String type) {
        int dot = type.indexOf('.');
        if (dot < 0) {
            return List.of();
        }
        String prefix = type.substring(0, dot + 1);
        return engine.catalogue().cloudInstances(provider).stream()
                .filter(name -> name.startsWith(prefix) && !name.contains("metal"))
                .map(name -> size(provider, name))
                .toList();
    }

    private Size size(String provider, String type) {
        double processors = 0;
        double memory = 0;
        for (ItCatalogue.Default cell :
                engine.catalogue().cloudInstance(provider, type).orElse(List.of())) {
            switch (cell.column()) {
                case "vcpu" -> processors = cell.value().orElse(0.0);
                case "memory" -> memory = cell.value().orElse(0.0);
                default -> {
                    // the other columns say nothing about size
                }
            }
        }
        return new Size(type, processors, memory);
    }
}
