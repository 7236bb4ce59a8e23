package org.boucle.app.itfootprint;

import java.util.List;
import java.util.Optional;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.ItCatalogue;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Processors and cards as clients of the peer get them by name: every field, null where unknown. */
final class LookUps {
    private LookUps() {}

    static ObjectNode cpu(ItCatalogue.Cpu cpu) {
        ObjectNode node = start();
        whole(node, "core_units", cpu.cores());
        number(node, "die_size", cpu.dieSize());
        node.putNull("die_size_per_core");
        text(node, "manufacturer", cpu.manufacturer());
        text(node, "model_range", cpu.modelRange());
        text(node, "family", cpu.family());
        text(node, "name", cpu.name());
        whole(node, "tdp", cpu.tdp());
        return node;
    }

    static ObjectNode gpu(ItCatalogue.Gpu gpu) {
        ObjectNode node = start();
        text(node, "name", gpu.name());
        text(node, "manufacturer", gpu.manufacturer());
        node.put("weight", gpu.weight());
        node.put("heatsink_weight", gpu.heatsink());
        node.put("pwb_surface", gpu.board());
        node.putNull("pwb_weight");
        node.put("casing_weight", gpu.casing());
        node.put("gpu_surface", gpu.surface());
        node.put("vram", (long) gpu.vram());
        node.put("vram_dies", (long) gpu.vramDies());
        node.putNull("vram_surface");
        node.put("transport_boat", gpu.boat());
        node.put("transport_truck", gpu.truck());
        node.put("transport_plane", gpu.plane());
        return node;
    }

    private static ObjectNode start() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putNull("units");
        ObjectNode usage = node.putObject("usage");
        List.of("use_time_ratio", "hours_life_time", "avg_power", "time_workload", "usage_location")
                .forEach(usage::putNull);
        ObjectNode factors = usage.putObject("elec_factors");
        for (Criterion criterion : Criterion.values()) {
            if (criterion != Criterion.FW && criterion != Criterion.FE) {
                factors.putNull(criterion.key());
            }
        }
        return node;
    }

    private static void text(ObjectNode node, String key, String value) {
        if (value.isEmpty()) {
            node.putNull(key);
        } else {
            node.put(key, value);
        }
    }

    private static void whole(ObjectNode node, String key, Optional<Double> value) {
        if (value.isPresent()) {
            node.put(key, value.get().longValue());
        } else {
            node.putNull(key);
        }
    }

    private static void number(ObjectNode node, String key, Optional<Double> value) {
        if (value.isPresent()) {
            node.put(key, value.get());
        } else {
            node.putNull(key);
        }
    }
}
