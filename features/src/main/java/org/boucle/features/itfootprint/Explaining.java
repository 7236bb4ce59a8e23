package org.boucle.features.itfootprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Builds explanations from models that have answered. */
final class Explaining {
    private Explaining() {}

    static Explanation server(ServerModel server, Request request, Map<Criterion, StageImpacts> impacts, double hours) {
        List<Explanation> parts = parts(server, part -> impactsOf(part, request, hours, server.usage.life), hours);
        List<AttributeView> own = new ArrayList<>();
        if (server.units.isSet() || impacts.values().stream().anyMatch(i -> i.embedded() instanceof Impact.Known)) {
            server.units.get();
            own.add(server.units.view());
        }
        return new Explanation("", OptionalDouble.of(hours), own, server.usage.views(), impacts, parts);
    }

    private static List<Explanation> parts(
            ServerModel server, Function<Part, Map<Criterion, StageImpacts>> impacts, double hours) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Explanation> parts = new ArrayList<>();
        Attribute<Double> life = server.usage.life;
        double value = life.get();
        life.complete(value, life.min(), life.max(), "from device");
        for (Part part : server.parts) {
            part.usage.life = life;
            int number = numbers.merge(part.label, 1, Integer::sum);
            Map<Criterion, StageImpacts> own = impacts.apply(part);
            List<AttributeView> usage = part.usage.avgPower.isSet() ? part.usage.views() : List.of();
            parts.add(new Explanation(
                    part.label + "-" + number, OptionalDouble.of(hours), part.views(), usage, own, List.of()));
        }
        return parts;
    }

    private static Map<Criterion, StageImpacts> impactsOf(
            Part part, Request request, double hours, Attribute<Double> life) {
        Map<Criterion, StageImpacts> impacts = new LinkedHashMap<>();
        for (Criterion criterion : request.criteria()) {
            Impact embedded = part.embedded(criterion, hours, life);
            impacts.put(criterion, new StageImpacts(embedded, part.use(criterion, hours)));
        }
        return impacts;
    }

    static Explanation cloud(CloudModel cloud, Request request, Map<Criterion, StageImpacts> impacts, double hours) {
        Usage usage = cloud.platform.usage;
        Estimate power = cloud.power();
        List<Explanation> parts = parts(
                cloud.platform,
                part -> {
                    Map<Criterion, StageImpacts> own = new LinkedHashMap<>();
                    share(part, cloud);
                    for (Criterion criterion : request.criteria()) {
                        own.put(
                                criterion,
                                new StageImpacts(cloud.embedded(part, criterion, hours), part.use(criterion, hours)));
                    }
                    return own;
                },
                hours);
        List<AttributeView> views = new ArrayList<>(usage.views());
        if (!usage.avgPower.isSet()) {
            views.addFirst(new AttributeView(
                    "avg_power",
                    Optional.of(power.value()),
                    Status.COMPLETED,
                    "W",
                    "",
                    Optional.of(power.min()),
                    Optional.of(power.max()),
                    ""));
        }
        return new Explanation("", OptionalDouble.of(hours), cloud.attributes(), views, impacts, parts);
    }

    /** Gives a part the instance's share of its power. */
    private static void share(Part part, CloudModel cloud) {
        if (!part.usage.avgPower.hasValue()) {
            double share = cloud.powerShare(part);
            part.modelledPower()
                    .map(watts -> watts.times(share))
                    .ifPresent(watts -> part.usage.avgPower.complete(watts.value(), watts.min(), watts.max(), ""));
        }
    }

    static Explanation component(Part part, Request request, double hours) {
        List<Criterion> shown = request.rules().keeps(Quirk.COARSE_ROUNDING) ? Criterion.USUAL : request.criteria();
        Request usual = request.on(shown);
        Map<Criterion, StageImpacts> impacts = impactsOf(part, usual, hours, part.usage.life);
        List<AttributeView> usage = part.usage.avgPower.isSet() ? part.usage.views() : List.of();
        return new Explanation("", OptionalDouble.of(hours), part.views(), usage, impacts, List.of());
    }

    static Explanation terminal(TerminalModel terminal, Map<Criterion, StageImpacts> impacts, double hours) {
        return new Explanation(
                "", OptionalDouble.of(hours), terminal.attributes(), terminal.usage.views(), impacts, List.of());
    }

    static Explanation iot(IotModel device, Request request, Map<Criterion, StageImpacts> impacts, double hours) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Explanation> parts = new ArrayList<>();
        for (IotModel.Block block : device.blocks) {
            Map<Criterion, StageImpacts> own = new LinkedHashMap<>();
            for (Criterion criterion : request.criteria()) {
                own.put(
                        criterion,
                        new StageImpacts(
                                block.embedded(criterion, hours, request.rules()),
                                Impact.unknown(Impact.Reason.NO_USE_STAGE)));
            }
            List<AttributeView> views = new ArrayList<>();
            if (block.units.isSet()) {
                views.add(block.units.view());
            }
            views.add(block.level.view());
            int number = numbers.merge(block.type, 1, Integer::sum);
            parts.add(new Explanation(
                    block.type + "-" + number, OptionalDouble.of(hours), views, List.of(), own, List.of()));
        }
        List<AttributeView> own = device.units.isSet() ? List.of(device.units.view()) : List.of();
        return new Explanation("", OptionalDouble.of(hours), own, device.usage.views(), impacts, parts);
    }
}
