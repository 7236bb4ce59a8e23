package org.boucle.app.cloudscan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.boucle.app.itfootprint.ExplainedPart;
import org.boucle.app.pages.Page;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.service.CloudAdvice;
import org.boucle.features.itfootprint.service.CloudImpacts;
import org.boucle.features.itfootprint.service.CloudImpacts.Assessed;
import org.boucle.features.itfootprint.service.CloudResource;

/**
 * One resource of a scan opened down to its parts; nothing of a scan is kept, so the address says all that the figure
 * rests on.
 *
 * @param after the same resource as a piece of advice would have it
 */
public record OpenedResource(CloudResource resource, double hours, Assessed before, Optional<Assessed> after) {
    private static final double LONGEST = 1e6;
    private static final int LONGEST_TEXT = 200;

    /** The address that opens a resource. */
    public static String address(Assessed one) {
        CloudResource resource = one.resource();
        StringBuilder address = new StringBuilder("/cloud/explain?");
        put(address, "provider", resource.provider());
        put(address, "id", resource.id());
        put(address, "region", resource.region());
        put(address, "place", resource.place());
        put(address, "hours", Double.toString(one.hours()));
        switch (resource.details()) {
            case CloudResource.Instance instance -> {
                put(address, "type", instance.type());
                put(address, "running", Boolean.toString(instance.running()));
                instance.load().ifPresent(load -> put(address, "load", Double.toString(load)));
            }
            case CloudResource.Volume volume -> {
                put(address, "volume", volume.kind());
                put(address, "gigabytes", Double.toString(volume.gigabytes()));
            }
        }
        return address.substring(0, address.length() - 1);
    }

    /** The address that opens a piece of advice on a resource: before, after, and the difference. */
    public static String address(Assessed one, CloudAdvice.Advice advice) {
        String changed = switch (advice.kind()) {
            case SMALLER_SIZE -> "&toType=";
            case OTHER_REGION -> "&toRegion=";
            case UNUSED_VOLUME -> "&gone=";
        };
        return address(one) + changed + URLEncoder.encode(advice.to(), StandardCharsets.UTF_8);
    }

    private static void put(StringBuilder address, String name, String text) {
        address.append(name)
                .append('=')
                .append(URLEncoder.encode(text, StandardCharsets.UTF_8))
                .append('&');
    }

    static OpenedResource read(Function<String, Optional<String>> query) {
        double hours = number(query, "hours", 0, LONGEST).orElse(1);
        CloudResource.Details details = query.apply("volume").isPresent()
                ? new CloudResource.Volume(
                        text(query, "volume"),
                        number(query, "gigabytes", 0, 1e9).orElse(0),
                        List.of())
                : new CloudResource.Instance(
                        text(query, "type"),
                        number(query, "load", 0, 100),
                        !query.apply("running").equals(Optional.of("false")));
        String provider = text(query, "provider");
        CloudResource resource = resource(provider, query, text(query, "region"), text(query, "place"), details);
        CloudImpacts impacts = new CloudImpacts(ItFootprint.shipped());
        return new OpenedResource(
                resource,
                hours,
                impacts.of(resource, hours),
                changed(resource, query).map(other -> impacts.of(other, hours)));
    }

    private static CloudResource resource(
            String provider,
            Function<String, Optional<String>> query,
            String region,
            String place,
            CloudResource.Details details) {
        if (provider.isBlank()) {
            throw BadInput.of(Place.ofField("provider"), "cloudscan.resource");
        }
        String id = query.apply("id").map(OpenedResource::shortened).orElse(provider);
        return new CloudResource(provider, id, region, place, details, new TreeMap<>(), OptionalDouble.empty());
    }

    private static Optional<CloudResource> changed(CloudResource one, Function<String, Optional<String>> query) {
        Optional<String> region = query.apply("toRegion").map(OpenedResource::shortened);
        Optional<String> type = query.apply("toType").map(OpenedResource::shortened);
        if (region.isPresent()) {
            return Optional.of(resource(one.provider(), query, region.get(), "", one.details()));
        }
        if (type.isPresent() && one.details() instanceof CloudResource.Instance instance) {
            ItFootprint engine = ItFootprint.shipped();
            double ratio = CloudAdvice.processors(engine, one.provider(), instance.type())
                    / Math.max(1, CloudAdvice.processors(engine, one.provider(), type.get()));
            OptionalDouble load = instance.load().isPresent()
                    ? OptionalDouble.of(Math.min(100, instance.load().getAsDouble() * ratio))
                    : instance.load();
            var smaller = new CloudResource.Instance(type.get(), load, true);
            return Optional.of(resource(one.provider(), query, one.region(), one.place(), smaller));
        }
        return query.apply("gone").isPresent() && one.details() instanceof CloudResource.Volume volume
                ? Optional.of(resource(
                        one.provider(),
                        query,
                        one.region(),
                        one.place(),
                        new CloudResource.Volume(volume.kind(), 0, List.of())))
                : Optional.empty();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    private static String text(Function<String, Optional<String>> query, String name) {
        return query.apply(name).map(OpenedResource::shortened).orElse("");
    }

    private static OptionalDouble number(
            Function<String, Optional<String>> query, String name, double least, double most) {
        Optional<String> text = query.apply(name);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(text.get());
            if (number >= least && number <= most) {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException words) {
            // told below, like a number out of bounds
        }
        throw BadInput.of(Place.ofField(name), "cloudscan.hours", text.get());
    }

    /** The parts of the resource as it is now, in words; none where it is not known. */
    public List<ExplainedPart> parts(Page page) {
        return new CloudImpacts(ItFootprint.shipped())
                .explained(resource, hours)
                .flatMap(org.boucle.features.itfootprint.Assessment::explanation)
                .map(whole -> whole.parts().isEmpty()
                        ? List.of(ExplainedPart.of(whole, Criterion.GWP, page))
                        : whole.parts().stream()
                                .map(part -> ExplainedPart.of(part, Criterion.GWP, page))
                                .toList())
                .orElse(List.of());
    }

    /** How the whole is used: power, load, place, factor. */
    public List<ExplainedPart.Line> usage(Page page) {
        return new CloudImpacts(ItFootprint.shipped())
                .explained(resource, hours)
                .flatMap(org.boucle.features.itfootprint.Assessment::explanation)
                .map(whole -> ExplainedPart.of(whole, Criterion.GWP, page).lines())
                .orElse(List.of());
    }

    /** GB of a volume, for the parts of a volume are told for 1,000 GB. */
    public Optional<Double> gigabytes() {
        return Scan.gigabytes(resource);
    }
}
