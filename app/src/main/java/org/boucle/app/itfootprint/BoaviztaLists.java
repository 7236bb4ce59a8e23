package org.boucle.app.itfootprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.ItCatalogue;
import org.boucle.features.itfootprint.ItCatalogue.Default;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.TerminalKind;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lists and look-ups of the dialect. */
final class BoaviztaLists {
    /** The components that have routes, in the order of the peer. */
    static final List<ComponentKind> COMPONENTS = List.of(
            ComponentKind.CPU,
            ComponentKind.GPU,
            ComponentKind.RAM,
            ComponentKind.SSD,
            ComponentKind.HDD,
            ComponentKind.MOTHERBOARD,
            ComponentKind.POWER_SUPPLY,
            ComponentKind.CASE);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CURVE = "CONSUMPTION_PROFILE.params";

    private final Supplier<ItCatalogue> catalogue;

    BoaviztaLists(Supplier<ItCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    Answer ids(List<String> ids) {
        ArrayNode list = JSON.arrayNode();
        ids.forEach(list::add);
        return Answer.ok(list);
    }

    Answer componentIds(ComponentKind kind) {
        return ids(
                kind == ComponentKind.MOTHERBOARD
                        ? List.of("DEFAULT")
                        : catalogue.get().componentArchetypes(kind));
    }

    Answer terminals(boolean peripheral) {
        ObjectNode node = JSON.objectNode();
        String base = peripheral ? "v1/peripheral/" : "v1/terminal/";
        TerminalKind.all(peripheral).forEach(kind -> node.put(kind.key(), base + kind.key()));
        return Answer.ok(node);
    }

    Answer components() {
        ObjectNode node = JSON.objectNode();
        COMPONENTS.forEach(kind -> node.put(kind.key(), "v1/component/" + kind.key()));
        return Answer.ok(node);
    }

    Answer serverConfig(Call call) {
        String id = Queries.required(call, "archetype");
        return config(id, catalogue.get().serverArchetype(id, Rules.COMPATIBLE));
    }

    Answer terminalConfig(Call call) {
        String id = Queries.required(call, "archetype");
        return config(id, catalogue.get().terminalArchetype(id));
    }

    Answer iotConfig(Call call) {
        String id = Queries.required(call, "archetype");
        return config(id, catalogue.get().iotArchetype(id));
    }

    Answer componentConfig(ComponentKind kind, Call call) {
        String id = Queries.required(call, "archetype");
        if (kind == ComponentKind.MOTHERBOARD && id.equals("DEFAULT")) {
            return Answer.ok(JSON.objectNode());
        }
        return config(id, catalogue.get().componentArchetype(kind, id));
    }

    Answer instanceConfig(Call call) {
        String provider = Queries.required(call, "provider");
        String instance = Queries.required(call, "instance_type");
        return config(instance + " at " + provider, catalogue.get().cloudInstance(provider, instance));
    }

    Answer instances(Call call) {
        String provider = Queries.required(call, "provider");
        List<String> ids = catalogue.get().cloudInstances(provider);
        return ids.isEmpty()
                ? Answer.error(404, "No available data for this cloud provider (" + provider + ")")
                : ids(ids);
    }

    private static Answer config(String name, Optional<List<Default>> defaults) {
        return defaults.map(cells -> Answer.ok(config(cells))).orElse(Answer.error(404, name + " not found"));
    }

    /** An archetype as nested JSON: {@code CPU.units} becomes {@code CPU: {units: {default, min, max}}}. */
    private static ObjectNode config(List<Default> cells) {
        ObjectNode node = JSON.objectNode();
        for (Default cell : cells) {
            int dot = cell.column().indexOf('.');
            ObjectNode parent =
                    dot < 0 ? node : node.withObject("/" + cell.column().substring(0, dot));
            ObjectNode value = parent.putObject(cell.column().substring(dot + 1));
            if (cell.column().equals(CURVE)) {
                curve(value, cell.text());
            } else if (cell.value().isPresent()) {
                value.put("default", cell.value().get());
                cell.min().ifPresent(min -> value.put("min", min));
                cell.max().ifPresent(max -> value.put("max", max));
            } else if (!cell.text().isEmpty()) {
                value.put("default", cell.text());
            }
        }
        return node;
    }

    private static void curve(ObjectNode value, String text) {
        String[] numbers = text.split("\\|");
        ObjectNode curve = value.putObject("default");
        for (int i = 0; i < numbers.length; i++) {
            curve.put(List.of("a", "b", "c", "d").get(i), Double.parseDouble(numbers[i]));
        }
    }

    Map<String, Function<Call, Answer>> utils() {
        Map<String, Function<Call, Answer>> utils = new LinkedHashMap<>();
        utils.put("/v1/utils/version", call -> Answer.ok("2.4.1"));
        utils.put("/v1/utils/country_code", call -> countries());
        utils.put("/v1/utils/cloud_regions", this::regions);
        utils.put("/v1/utils/cpu_family", call -> ids(catalogue.get().cpuFamilies()));
        utils.put("/v1/utils/cpu_model_range", call -> ids(catalogue.get().cpuModelRanges()));
        utils.put("/v1/utils/ssd_manufacturer", call -> ids(catalogue.get().ssdManufacturers()));
        utils.put("/v1/utils/ram_manufacturer", call -> ids(catalogue.get().ramManufacturers()));
        utils.put("/v1/utils/case_type", call -> ids(List.of("blade", "rack")));
        utils.put("/v1/utils/cpu_name", call -> ids(catalogue.get().cpuNames()));
        utils.put("/v1/utils/gpu_name", call -> ids(catalogue.get().gpuNames()));
        utils.put("/v1/utils/impact_criteria", call -> criteria());
        utils.put("/v1/utils/name_to_cpu", this::cpu);
        utils.put("/v1/utils/name_to_gpu", this::gpu);
        return utils;
    }

    private Answer countries() {
        ObjectNode node = JSON.objectNode();
        catalogue.get().countries().forEach(country -> node.put(country.peerName(), country.code()));
        return Answer.ok(node);
    }

    private Answer regions(Call call) {
        Optional<String> provider = call.first("provider");
        ArrayNode list = JSON.arrayNode();
        catalogue.get().cloudRegions().stream()
                .filter(region -> provider.isEmpty() || region.provider().equals(provider.get()))
                .forEach(region ->
                        list.addObject().put("provider", region.provider()).put("region", region.region()));
        return Answer.ok(list);
    }

    private static Answer criteria() {
        ObjectNode node = JSON.objectNode();
        for (Criterion criterion : Criterion.values()) {
            ObjectNode one = node.putObject(criterion.peerKey());
            one.put("name", criterion.key());
            one.put("unit", criterion.unit());
            one.put("description", criterion.description());
            if (criterion.method().isEmpty()) {
                one.putNull("method");
            } else {
                one.put("method", criterion.method());
            }
        }
        return Answer.ok(node);
    }

    private Answer cpu(Call call) {
        String name = Queries.required(call, "cpu_name");
        return catalogue
                .get()
                .findCpu(name)
                .map(cpu -> Answer.ok(LookUps.cpu(cpu)))
                .orElse(Answer.ok("CPU name " + name + " is not found in our database"));
    }

    private Answer gpu(Call call) {
        String name = Queries.required(call, "gpu_name");
        return catalogue
                .get()
                .findGpu(name)
                .map(gpu -> Answer.ok(LookUps.gpu(gpu)))
                .orElse(Answer.ok("GPU name " + name + " is not found in our database"));
    }
}
