package org.boucle.app.cloudscan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Stage;
import org.boucle.features.itfootprint.service.CloudAdvice;
import org.boucle.features.itfootprint.service.CloudImpacts;
import org.boucle.features.itfootprint.service.CloudImpacts.Assessed;
import org.boucle.features.itfootprint.service.CloudResource;

/**
 * One scan with its results.
 *
 * @param hours over which resources without their own hours were assessed
 */
public record Scan(List<Assessed> assessed, List<CloudAdvice.Advice> advice, double hours) {
    public Scan {
        assessed = List.copyOf(assessed);
        advice = List.copyOf(advice);
    }

    static Scan of(List<CloudResource> resources, double hours) {
        ItFootprint engine = ItFootprint.shipped();
        List<Assessed> assessed = new CloudImpacts(engine).of(resources, hours);
        return new Scan(assessed, new CloudAdvice(engine).of(assessed), hours);
    }

    /** The assessed resource that a piece of advice is about. */
    public Assessed find(CloudAdvice.Advice advice) {
        return assessed.stream()
                .filter(one -> one.resource().equals(advice.resource()))
                .findFirst()
                .orElseThrow();
    }

    public long known() {
        return assessed.stream().filter(Assessed::isKnown).count();
    }

    /** Those that could not be assessed. */
    public List<Assessed> unknown() {
        return assessed.stream().filter(one -> !one.isKnown()).toList();
    }

    /** The sum over all resources that have a figure for it. */
    public Estimate total(Criterion criterion, Stage stage) {
        return assessed.stream()
                .flatMap(one -> one.find(criterion, stage).stream())
                .reduce(Estimate.ZERO, Estimate::plus);
    }

    public Estimate total(Criterion criterion) {
        return Stream.of(Stage.values()).map(stage -> total(criterion, stage)).reduce(Estimate.ZERO, Estimate::plus);
    }

    /** The measured load of a resource in %, if it has one. */
    public static OptionalDouble load(CloudResource resource) {
        return resource.details() instanceof CloudResource.Instance instance ? instance.load() : OptionalDouble.empty();
    }

    /** Its size in GB, if it is a volume. */
    public static Optional<Double> gigabytes(CloudResource resource) {
        return resource.details() instanceof CloudResource.Volume volume
                ? Optional.of(volume.gigabytes())
                : Optional.empty();
    }

    /** Its type at the provider. */
    public static String type(CloudResource resource) {
        return switch (resource.details()) {
            case CloudResource.Instance instance -> instance.type();
            case CloudResource.Volume volume -> volume.kind();
        };
    }
}
