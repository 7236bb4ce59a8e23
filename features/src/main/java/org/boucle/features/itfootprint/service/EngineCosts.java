package org.boucle.features.itfootprint.service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.CloudSpec;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.ItCatalogue;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.ServerSpec;
import org.boucle.features.itfootprint.Stage;
import org.boucle.features.itfootprint.TerminalKind;
import org.boucle.features.itfootprint.TerminalSpec;
import org.boucle.features.itfootprint.UsageSpec;
import org.boucle.features.itfootprint.Workload;

/** Costs from the digital-footprint engine and the shipped tables of networks and stages. */
public final class EngineCosts implements Costs {
    private final ItFootprint engine;
    private final List<NetworkFactor> networks;
    private final Map<String, StageSplit> splits;

    private EngineCosts(ItFootprint engine, List<NetworkFactor> networks, Map<String, StageSplit> splits) {
        this.engine = engine;
        this.networks = List.copyOf(networks);
        this.splits = Map.copyOf(splits);
    }

    public static EngineCosts shipped() {
        List<NetworkFactor> networks = new ArrayList<>();
        for (ReferenceTable.Row row :
                ReferenceTable.of("digitalservice/network.csv").rows()) {
            networks.add(new NetworkFactor(
                    row.text("network").equals("mobile"),
                    Criterion.find(row.text("criterion")).orElseThrow(),
                    new Estimate(row.number("value"), row.number("min"), row.number("max")),
                    row.text("source") + ". " + row.text("note")));
        }
        Map<String, StageSplit> splits = new HashMap<>();
        for (ReferenceTable.Row row :
                ReferenceTable.of("digitalservice/odbl/stage_split.csv").rows()) {
            splits.put(
                    row.text("category"),
                    new StageSplit(
                            row.number("manufacturing"),
                            row.number("distribution"),
                            row.number("end_of_life"),
                            row.text("source")));
        }
        return new EngineCosts(ItFootprint.shipped(), networks, splits);
    }

    @Override
    public EquipmentHour hosting(Hosting.Equipment equipment) {
        UsageSpec usage = UsageSpec.NOTHING.with(Field.TIME_WORKLOAD, Workload.of(equipment.load()));
        Request hour = request().over(1);
        return switch (equipment) {
            case Hosting.Equipment.Server server ->
                of(
                        engine.server(
                                ServerSpec.of(server.archetype())
                                        .withUsage(usage.with(Field.USAGE_LOCATION, server.location())),
                                hour),
                        1,
                        "server",
                        server.archetype(),
                        server.location());
            case Hosting.Equipment.Cloud cloud ->
                of(
                        engine.cloud(
                                CloudSpec.of(cloud.provider(), cloud.instanceType())
                                        .withUsage(usage.with(Field.USAGE_LOCATION, place(cloud))),
                                hour),
                        1,
                        "server",
                        cloud.provider() + " " + cloud.instanceType(),
                        place(cloud));
        };
    }

    /** The country of a region; a region that nobody knows is bad input rather than a silent European mean. */
    private String place(Hosting.Equipment.Cloud cloud) {
        return engine.catalogue().cloudRegions().stream()
                .filter(known -> known.provider().equals(cloud.provider())
                        && known.region().equals(cloud.region()))
                .map(ItCatalogue.CloudRegion::place)
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        Place.ofField("region"), "digitalservice.unknown-region", cloud.region(), cloud.provider()));
    }

    @Override
    public EquipmentHour terminal(Audience audience) {
        TerminalKind kind = TerminalKind.find(audience.device())
                .orElseThrow(
                        () -> BadInput.of(Place.ofField("device"), "digitalservice.unknown-device", audience.device()));
        TerminalSpec spec = TerminalSpec.of(kind);
        UsageSpec there = UsageSpec.NOTHING.with(Field.USAGE_LOCATION, audience.location());
        Assessment life = engine.terminal(spec.withUsage(there), request());
        Assessment inUse = engine.terminal(
                spec.withUsage(there.with(Field.USE_TIME_RATIO, 1)), request().over(1));
        double hoursInUse = life.durationHours() * ratio(kind);
        Map<Criterion, Estimate> embedded = known(life, Stage.EMBEDDED, 1 / hoursInUse);
        return new EquipmentHour(
                embedded,
                known(inUse, Stage.USE, 1),
                audience.device(),
                sources(kind.usualArchetype(), audience.location()));
    }

    /** The share of its life in which a terminal is in use, after its archetype. */
    private double ratio(TerminalKind kind) {
        return engine.catalogue().terminalArchetype(kind.usualArchetype()).orElseThrow().stream()
                .filter(cell -> cell.column().equals("USAGE.use_time_ratio"))
                .flatMap(cell -> cell.value().stream())
                .findFirst()
                .orElse(1.0);
    }

    private static Request request() {
        return new Request(Criterion.all(), OptionalDouble.empty(), Rules.OURS, false);
    }

    private EquipmentHour of(Assessment assessment, double factor, String category, String what, String place) {
        return new EquipmentHour(
                known(assessment, Stage.EMBEDDED, factor),
                known(assessment, Stage.USE, factor),
                category,
                sources(what, place));
    }

    private static Map<Criterion, Estimate> known(Assessment assessment, Stage stage, double factor) {
        Map<Criterion, Estimate> known = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.all()) {
            assessment
                    .find(criterion, stage)
                    .ifPresent(estimate ->
                            known.put(criterion, estimate.times(factor).containing()));
        }
        return known;
    }

    private List<String> sources(String what, String place) {
        List<String> sources = new ArrayList<>();
        sources.add(what + ": UBA Texte 94/2021, ADEME Base Empreinte, BoaviztAPI 2.4.1");
        engine.catalogue()
                .electricitySource(place, Criterion.GWP)
                .ifPresent(source -> sources.add("electricity " + place + ": " + source));
        return sources;
    }

    @Override
    public List<NetworkFactor> networks() {
        return networks;
    }

    @Override
    public StageSplit split(String category) {
        return splits.getOrDefault(category, StageSplit.UNKNOWN);
    }
}
