package org.boucle.app.cloudscan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.itfootprint.service.CloudResource;
import tools.jackson.databind.JsonNode;

/** The inventory in the JSON schema of cloud-scanner 3: {@code {metadata, resources:[…]}}; object storage counts as a volume. */
final class InventoryJson {
    private static final int MOST = 100_000;

    private InventoryJson() {}

    static List<CloudResource> read(JsonNode root) {
        Issues issues = new Issues();
        List<CloudResource> resources = new ArrayList<>();
        JsonNode list = root.path("resources");
        if (!list.isArray() || list.size() > MOST) {
            issues.add(Place.ofField("resources"), "cloudscan.resources", MOST);
        }
        for (int i = 0; list.isArray() && i < Math.min(MOST, list.size()); i++) {
            resource(list.get(i), i, issues, resources);
        }
        issues.throwIfAny();
        return resources;
    }

    private static void resource(JsonNode node, int index, Issues issues, List<CloudResource> resources) {
        Place place = Place.ofField("resources[" + index + "]");
        String id = node.path("id").asString("");
        String provider = node.path("provider").asString("").toLowerCase(Locale.ROOT);
        JsonNode details = node.path("resource_details");
        if (id.isBlank() || provider.isBlank()) {
            issues.add(place, "cloudscan.resource");
            return;
        }
        JsonNode instance = details.path("instance");
        JsonNode storage =
                details.has("block_storage") ? details.path("block_storage") : details.path("object_storage");
        CloudResource.Details what;
        if (instance.path("instance_type").isString()) {
            what = instance(instance);
        } else if (storage.path("storage_type").isString()) {
            what = volume(storage);
        } else {
            issues.add(place, "cloudscan.details");
            return;
        }
        TreeMap<String, String> tags = new TreeMap<>();
        node.path("tags")
                .forEach(tag ->
                        tags.put(tag.path("key").asString(""), tag.path("value").asString("")));
        resources.add(new CloudResource(
                provider.equals("ovh") ? "ovhcloud" : provider,
                id,
                node.path("location").path("aws_region").asString(""),
                node.path("location").path("iso_country_code").asString(""),
                what,
                tags,
                OptionalDouble.empty()));
    }

    private static CloudResource.Instance instance(JsonNode node) {
        JsonNode load = node.path("usage").path("average_cpu_load");
        return new CloudResource.Instance(
                node.path("instance_type").asString(""),
                load.isNumber() ? OptionalDouble.of(load.asDouble()) : OptionalDouble.empty(),
                !node.path("usage").path("state").asString("running").equals("stopped"));
    }

    private static CloudResource.Volume volume(JsonNode node) {
        List<String> attached = new ArrayList<>();
        JsonNode list = node.path("attached_instances");
        list.forEach(one -> attached.add(one.path("instance_id").asString("")));
        if (!list.isArray()) {
            // the file does not say who uses it, so it must not count as unused
            attached.add("?");
        }
        return new CloudResource.Volume(
                node.path("storage_type").asString(""),
                Math.max(0, node.path("usage").path("size_gb").asDouble(0)),
                attached);
    }

    /** A resource as that schema writes it. */
    static Map<String, Object> write(CloudResource resource) {
        Map<String, Object> details = new LinkedHashMap<>();
        switch (resource.details()) {
            case CloudResource.Instance instance -> {
                Map<String, Object> usage = new LinkedHashMap<>();
                instance.load().ifPresent(load -> usage.put("average_cpu_load", load));
                usage.put("state", instance.running() ? "running" : "stopped");
                details.put("instance", Map.of("instance_type", instance.type(), "usage", usage));
            }
            case CloudResource.Volume volume ->
                details.put(
                        "block_storage",
                        Map.of(
                                "storage_type",
                                volume.kind(),
                                "usage",
                                Map.of("size_gb", Math.round(volume.gigabytes())),
                                "attached_instances",
                                volume.attached().stream()
                                        .map(id -> Map.of("instance_id", id))
                                        .toList()));
        }
        List<Object> tags = new ArrayList<>();
        resource.tags().forEach((key, value) -> tags.add(Map.of("key", key, "value", value)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("provider", resource.provider().toUpperCase(Locale.ROOT));
        json.put("id", resource.id());
        json.put("location", Map.of("aws_region", resource.region(), "iso_country_code", resource.place()));
        json.put("resource_details", details);
        json.put("tags", tags);
        return json;
    }
}
