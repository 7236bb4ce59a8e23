package org.boucle.features.itfootprint.service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.CloudSpec;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.ComponentSpec;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.ItCatalogue;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.Stage;
import org.boucle.features.itfootprint.UsageSpec;
import org.boucle.features.itfootprint.Workload;

/**
 * What the resources of a cloud account cost over some hours. An instance that the tables do not know is told as not
 * assessed; it never counts as zero.
 */
public final class CloudImpacts {
    /** The load that counts where nobody measured it. */
    public static final double USUAL_LOAD = 30;

    private static final Set<String> MAGNETIC = Set.of("st1", "sc1", "standard", "hdd", "magnetic");
    private static final double DISK_GIGABYTES = 1000;

    private final ItFootprint engine;
    private final List<Criterion> criteria;

    public CloudImpacts(ItFootprint engine) {
        this.engine = engine;
        this.criteria = Criterion.USUAL;
    }

    /**
     * A resource and what it costs.
     *
     * @param impacts by criterion and stage; a stage without a figure is absent
     * @param unknown why it could not be assessed, empty where it was
     */
    public record Assessed(
            CloudResource resource, double hours, Map<Criterion, Map<Stage, Estimate>> impacts, String unknown) {
        public Assessed {
            impacts = Map.copyOf(impacts);
        }

        public boolean isKnown() {
            return unknown.isEmpty();
        }

        public Optional<Estimate> find(Criterion criterion, Stage stage) {
            return Optional.ofNullable(impacts.getOrDefault(criterion, Map.of()).get(stage));
        }

        /** Both stages together. */
        public Optional<Estimate> total(Criterion criterion) {
            return impacts.getOrDefault(criterion, Map.of()).values().stream().reduce(Estimate::plus);
        }
    }

    /** Every resource over the hours, or over its own where it brings them. */
    public List<Assessed> of(List<CloudResource> resources, double hours) {
        List<Assessed> assessed = new ArrayList<>();
        for (CloudResource resource : resources) {
            assessed.add(of(resource, resource.hours().orElse(hours)));
        }
        return assessed;
    }

    /** How the figures of a resource came about; empty where it is not known or draws nothing. */
    public Optional<Assessment> explained(CloudResource resource, double hours) {
        Request request = request(hours).explained();
        return switch (resource.details()) {
            case CloudResource.Instance instance ->
                place(resource)
                        .filter(place -> instance.running() && isKnown(resource.provider(), instance.type()))
                        .map(place -> engine.cloud(spec(resource, instance, place), request));
            case CloudResource.Volume volume -> Optional.of(engine.component(disk(volume), "DEFAULT", request));
        };
    }

    /** One resource over some hours. */
    public Assessed of(CloudResource resource, double hours) {
        Optional<String> place = place(resource);
        if (place.isEmpty()) {
            return new Assessed(resource, hours, Map.of(), "region");
        }
        return switch (resource.details()) {
            case CloudResource.Instance instance -> instance(resource, instance, place.get(), hours);
            case CloudResource.Volume volume -> volume(resource, volume, hours);
        };
    }

    private Optional<String> place(CloudResource resource) {
        if (!resource.place().isEmpty()) {
            return Optional.of(resource.place());
        }
        return engine.catalogue().cloudRegions().stream()
                .filter(region -> region.provider().equals(resource.provider())
                        && region.region().equals(resource.region()))
                .map(ItCatalogue.CloudRegion::place)
                .findFirst();
    }

    private Assessed instance(CloudResource resource, CloudResource.Instance instance, String place, double hours) {
        if (!isKnown(resource.provider(), instance.type())) {
            return new Assessed(resource, hours, Map.of(), "instance");
        }
        if (!instance.running()) {
            return new Assessed(resource, hours, nothing(), "");
        }
        CloudSpec spec = spec(resource, instance, place);
        return new Assessed(resource, hours, impacts(engine.cloud(spec, request(hours)), 1), "");
    }

    private static CloudSpec spec(CloudResource resource, CloudResource.Instance instance, String place) {
        double load = instance.load().orElse(USUAL_LOAD);
        UsageSpec usage = UsageSpec.NOTHING
                .with(Field.USAGE_LOCATION, place)
                .with(Field.TIME_WORKLOAD, Workload.of(Math.clamp(load, 0, 100)));
        return CloudSpec.of(resource.provider(), instance.type()).withUsage(usage);
    }

    boolean isKnown(String provider, String type) {
        return engine.catalogue().cloudProviders().contains(provider)
                && engine.catalogue().cloudInstances(provider).contains(type);
    }

    private Assessed volume(CloudResource resource, CloudResource.Volume volume, double hours) {
        Assessment assessment = engine.component(disk(volume), "DEFAULT", request(hours));
        return new Assessed(resource, hours, impacts(assessment, volume.gigabytes() / DISK_GIGABYTES), "");
    }

    private static ComponentSpec disk(CloudResource.Volume volume) {
        ComponentKind kind = MAGNETIC.contains(volume.kind()) ? ComponentKind.HDD : ComponentKind.SSD;
        return ComponentSpec.of(kind).with(Field.CAPACITY, DISK_GIGABYTES);
    }

    private Request request(double hours) {
        return new Request(criteria, OptionalDouble.of(hours), Rules.OURS, false);
    }

    private Map<Criterion, Map<Stage, Estimate>> impacts(Assessment assessment, double factor) {
        Map<Criterion, Map<Stage, Estimate>> impacts = new EnumMap<>(Criterion.class);
        for (Criterion criterion : criteria) {
            Map<Stage, Estimate> stages = new EnumMap<>(Stage.class);
            for (Stage stage : Stage.values()) {
                assessment
                        .find(criterion, stage)
                        .ifPresent(
                                value -> stages.put(stage, value.times(factor).containing()));
            }
            impacts.put(criterion, stages);
        }
        return impacts;
    }

    private Map<Criterion, Map<Stage, Estimate>> nothing() {
        Map<Criterion, Map<Stage, Estimate>> impacts = new EnumMap<>(Criterion.class);
        for (Criterion criterion : criteria) {
            impacts.put(criterion, Map.of(Stage.EMBEDDED, Estimate.ZERO, Stage.USE, Estimate.ZERO));
        }
        return impacts;
    }
}
