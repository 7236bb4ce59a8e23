package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boucle.app.itfootprint.Faults.Trail;
import org.boucle.features.itfootprint.CloudSpec;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.ComponentSpec;
import org.boucle.features.itfootprint.CpuProfile;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.Given;
import org.boucle.features.itfootprint.IotSpec;
import org.boucle.features.itfootprint.PowerPoint;
import org.boucle.features.itfootprint.ServerSpec;
import org.boucle.features.itfootprint.TerminalKind;
import org.boucle.features.itfootprint.TerminalSpec;
import tools.jackson.databind.JsonNode;

/** Turns the bodies of the dialect into questions for the engine; every fault is collected. */
final class Specs {
    private final Faults faults = new Faults();
    private final Reading reading = new Reading(faults);

    private Specs() {}

    static ComponentSpec component(ComponentKind kind, JsonNode body) {
        Specs specs = new Specs();
        ComponentSpec spec = specs.isObject(body) ? specs.component(kind, body, Trail.BODY) : ComponentSpec.of(kind);
        specs.faults.throwIfAny();
        return spec;
    }

    private boolean isObject(JsonNode body) {
        return reading.isObject(body, Trail.BODY);
    }

    private ComponentSpec component(ComponentKind kind, JsonNode node, Trail place) {
        return new ComponentSpec(kind, reading.given(node, kind.fields(), place), reading.usage(node, place));
    }

    static ServerSpec server(String archetype, JsonNode body) {
        Specs specs = new Specs();
        ServerSpec spec = specs.isObject(body) ? specs.server(archetype, body, Trail.BODY) : ServerSpec.of(archetype);
        specs.faults.throwIfAny();
        return spec;
    }

    private ServerSpec server(String archetype, JsonNode body, Trail place) {
        ServerSpec spec = ServerSpec.of(archetype).withUsage(reading.usage(body, place));
        Optional<JsonNode> model = reading.object(body, "model", place);
        Trail atModel = place.then("model");
        Optional<String> type = model.flatMap(node -> reading.text(node, "type", atModel));
        model.ifPresent(node -> {
            reading.text(node, "name", atModel);
            reading.text(node, "archetype", atModel);
        });
        if (type.filter(List.of("rack", "blade")::contains).isPresent()) {
            spec = spec.withCaseType(type.get());
        }
        Optional<JsonNode> configuration = reading.object(body, "configuration", place);
        return configuration.isEmpty() ? spec : configured(spec, configuration.get(), place.then("configuration"));
    }

    private ServerSpec configured(ServerSpec plain, JsonNode node, Trail place) {
        ServerSpec spec =
                plain.withRam(parts(ComponentKind.RAM, "ram", node, place)).withDisks(disks(node, place));
        Optional<ComponentSpec> cpu = part(ComponentKind.CPU, node, place);
        Optional<ComponentSpec> gpu = part(ComponentKind.GPU, node, place);
        Optional<ComponentSpec> supply = part(ComponentKind.POWER_SUPPLY, node, place);
        spec = cpu.map(spec::withCpu).orElse(spec);
        spec = gpu.map(spec::withGpu).orElse(spec);
        return supply.map(spec::withPowerSupply).orElse(spec);
    }

    private Optional<ComponentSpec> part(ComponentKind kind, JsonNode node, Trail place) {
        return reading.object(node, kind.key(), place).map(part -> component(kind, part, place.then(kind.key())));
    }

    private List<ComponentSpec> parts(ComponentKind kind, String key, JsonNode node, Trail place) {
        List<ComponentSpec> parts = new ArrayList<>();
        List<JsonNode> items = reading.objects(node, key, place);
        for (int i = 0; i < items.size(); i++) {
            parts.add(component(kind, items.get(i), place.then(key).then(i)));
        }
        return parts;
    }

    /** Disks by their type; one of an unknown type is left out, as the peer does. */
    private List<ComponentSpec> disks(JsonNode node, Trail place) {
        List<ComponentSpec> disks = new ArrayList<>();
        for (ComponentSpec disk : parts(ComponentKind.SSD, "disk", node, place)) {
            String type = disk.given().text(Field.TYPE).orElse("ssd").toLowerCase(Locale.ROOT);
            if (type.equals("ssd")) {
                disks.add(disk);
            } else if (type.equals("hdd")) {
                disks.add(new ComponentSpec(ComponentKind.HDD, disk.given(), disk.usage()));
            }
        }
        return disks;
    }

    static CloudSpec cloud(JsonNode body) {
        Specs specs = new Specs();
        CloudSpec spec = CloudSpec.of("", "");
        if (specs.isObject(body)) {
            specs.server(ServerSpec.USUAL, body, Trail.BODY);
            spec = new CloudSpec(
                    specs.required(body, "provider"),
                    specs.required(body, "instance_type"),
                    specs.reading.usage(body, Trail.BODY));
        }
        specs.faults.throwIfAny();
        return spec;
    }

    private String required(JsonNode body, String key) {
        Optional<String> text = reading.text(body, key, Trail.BODY);
        if (text.isEmpty()) {
            faults.add("missing", Trail.BODY.then(key), "Field required", body);
        }
        return text.orElse("");
    }

    static TerminalSpec terminal(TerminalKind kind, String archetype, JsonNode body) {
        Specs specs = new Specs();
        TerminalSpec spec = TerminalSpec.of(kind).withArchetype(archetype);
        if (specs.isObject(body)) {
            Optional<String> type = kind.isTyped() ? specs.reading.text(body, "type", Trail.BODY) : Optional.empty();
            spec = new TerminalSpec(kind, archetype, type, specs.reading.usage(body, Trail.BODY));
        }
        specs.faults.throwIfAny();
        return spec;
    }

    static IotSpec iot(String archetype, JsonNode body) {
        Specs specs = new Specs();
        List<IotSpec.Block> blocks = new ArrayList<>();
        IotSpec spec = new IotSpec(archetype, List.of(), org.boucle.features.itfootprint.UsageSpec.NOTHING);
        if (specs.isObject(body)) {
            List<JsonNode> items = specs.reading.objects(body, "functional_blocks", Trail.BODY);
            for (int i = 0; i < items.size(); i++) {
                Trail at = Trail.BODY.then("functional_blocks").then(i);
                String type = specs.reading.text(items.get(i), "type", at).orElse("");
                String level = specs.reading.text(items.get(i), "hsl_level", at).orElse("");
                specs.checkBlock(type, at, items.get(i));
                blocks.add(new IotSpec.Block(type, level));
            }
            spec = new IotSpec(archetype, blocks, specs.reading.usage(body, Trail.BODY));
        }
        specs.faults.throwIfAny();
        return spec;
    }

    private void checkBlock(String type, Trail place, JsonNode input) {
        if (!IotSpec.TYPES.contains(type.strip().toUpperCase(Locale.ROOT))) {
            faults.add("enum", place.then("type"), "Input should be one of " + IotSpec.TYPES, input);
        }
    }

    static CpuProfile profile(JsonNode body) {
        Specs specs = new Specs();
        Given cpu = Given.NOTHING;
        List<PowerPoint> points = new ArrayList<>();
        if (specs.isObject(body)) {
            cpu = specs.reading
                    .object(body, "cpu", Trail.BODY)
                    .map(node -> specs.reading.given(node, ComponentKind.CPU.fields(), Trail.BODY.then("cpu")))
                    .orElse(Given.NOTHING);
            List<JsonNode> items = specs.reading.objects(body, "workload", Trail.BODY);
            for (int i = 0; i < items.size(); i++) {
                Trail at = Trail.BODY.then("workload").then(i);
                Optional<Double> load = specs.reading.number(items.get(i), "load_percentage", false, at);
                Optional<Double> watts = specs.reading.number(items.get(i), "power_watt", false, at);
                if (load.isPresent() && watts.isPresent()) {
                    points.add(new PowerPoint(Math.max(0, load.get()), watts.get()));
                }
            }
        }
        specs.faults.throwIfAny();
        return new CpuProfile(cpu, points);
    }
}
