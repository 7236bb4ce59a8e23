package org.boucle.app.cloudscan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Stage;
import org.boucle.features.itfootprint.service.CloudImpacts.Assessed;
import org.boucle.features.itfootprint.service.CloudResource;

/** A scan in the forms that users of cloud-scanner know: its JSON and its metric names. */
final class ScanOutput {
    private static final String VERSION = "boucle-0.1";

    private ScanOutput() {}

    static Map<String, Object> json(Scan scan) {
        List<Object> resources = new ArrayList<>();
        for (Assessed one : scan.assessed()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("cloud_resource", InventoryJson.write(one.resource()));
            if (one.isKnown()) {
                json.put("impacts_values", values(one));
            } else {
                json.put("impacts_values", Map.of());
                json.put("not_assessed", one.unknown());
            }
            json.put("impacts_duration_hours", one.hours());
            resources.add(json);
        }
        List<Object> advice = new ArrayList<>();
        scan.advice()
                .forEach(one -> advice.add(Map.of(
                        "id", one.resource().id(),
                        "advice", one.kind().name().toLowerCase(Locale.ROOT),
                        "from", one.from(),
                        "to", one.to(),
                        "saving_gwp_kgco2eq", one.saving())));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("impacting_resources", resources);
        root.put("advice", advice);
        return root;
    }

    private static Map<String, Object> values(Assessed one) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Name name : Name.values()) {
            one.find(name.criterion, name.stage).ifPresent(value -> values.put(name.json, value.value()));
        }
        return values;
    }

    /** The six figures of cloud-scanner and their names in each form. */
    private enum Name {
        ADP_MADE(Criterion.ADP, Stage.EMBEDDED, "adp_manufacture_kgsbeq", "adp_embodied_kgsbeq"),
        ADP_USE(Criterion.ADP, Stage.USE, "adp_use_kgsbeq", "adp_use_kgsbeq"),
        PE_MADE(Criterion.PE, Stage.EMBEDDED, "pe_manufacture_megajoules", "pe_embodied_megajoules"),
        PE_USE(Criterion.PE, Stage.USE, "pe_use_megajoules", "pe_use_megajoules"),
        GWP_MADE(Criterion.GWP, Stage.EMBEDDED, "gwp_manufacture_kgco2eq", "gwp_embodied_kgco2eq"),
        GWP_USE(Criterion.GWP, Stage.USE, "gwp_use_kgco2eq", "gwp_use_kgco2eq");

        private final Criterion criterion;
        private final Stage stage;
        private final String json;
        private final String perResource;

        Name(Criterion criterion, Stage stage, String json, String perResource) {
            this.criterion = criterion;
            this.stage = stage;
            this.json = json;
            this.perResource = perResource;
        }
    }

    /** OpenMetrics text: the summary, then one sample for each resource and figure. */
    static String metrics(Scan scan) {
        StringBuilder out = new StringBuilder(4096);
        Optional<CloudResource> any =
                scan.assessed().stream().map(Assessed::resource).findFirst();
        String labels = labels(Map.of(
                "awsregion",
                any.map(CloudResource::region).orElse(""),
                "country",
                any.map(CloudResource::place).orElse(""),
                "cloud_scanner_version",
                VERSION,
                "boaviztapi_version",
                VERSION));
        gauge(out, "boavizta_number_of_resources_total", labels, scan.assessed().size());
        gauge(out, "boavizta_number_of_resources_assessed", labels, scan.known());
        gauge(out, "boavizta_duration_of_use_hours", labels, scan.hours());
        for (Name name : Name.values()) {
            gauge(
                    out,
                    "boavizta_" + name.json,
                    labels,
                    scan.total(name.criterion, name.stage).value());
        }
        for (Name name : Name.values()) {
            family(out, "boavizta_resource_" + name.perResource);
            scan.assessed()
                    .forEach(one -> one.find(name.criterion, name.stage)
                            .ifPresent(value -> sample(
                                    out, "boavizta_resource_" + name.perResource, resource(one), value.value())));
        }
        family(out, "boavizta_resource_duration_of_use_hours");
        scan.assessed()
                .forEach(one -> sample(out, "boavizta_resource_duration_of_use_hours", resource(one), one.hours()));
        family(out, "boavizta_resource_cpu_load");
        scan.assessed()
                .forEach(one -> Scan.load(one.resource())
                        .ifPresent(load -> sample(out, "boavizta_resource_cpu_load", resource(one), load)));
        family(out, "boavizta_storage_size_gb");
        scan.assessed()
                .forEach(one -> Scan.gigabytes(one.resource())
                        .ifPresent(size -> sample(out, "boavizta_storage_size_gb", resource(one), size)));
        return out.append("# EOF\n").toString();
    }

    private static String resource(Assessed one) {
        CloudResource resource = one.resource();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("awsregion", resource.region());
        labels.put("country", resource.place());
        labels.put("resource_type", resource.details() instanceof CloudResource.Instance ? "Instance" : "BlockStorage");
        labels.put("resource_id", resource.id());
        labels.put("resource_tags", tags(resource.tags()));
        labels.put(
                "resource_state",
                resource.details() instanceof CloudResource.Instance instance
                        ? instance.running() ? "Running" : "Stopped"
                        : "");
        return labels(labels);
    }

    private static String tags(SortedMap<String, String> tags) {
        StringBuilder text = new StringBuilder();
        tags.forEach((key, value) -> text.append(key).append(':').append(value).append(';'));
        return text.toString();
    }

    private static String labels(Map<String, String> labels) {
        StringBuilder text = new StringBuilder("{");
        labels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(label -> text.append(text.length() == 1 ? "" : ",")
                        .append(label.getKey())
                        .append("=\"")
                        .append(label.getValue()
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n"))
                        .append('"'));
        return text.append('}').toString();
    }

    private static void gauge(StringBuilder out, String name, String labels, double value) {
        family(out, name);
        sample(out, name, labels, value);
    }

    private static void family(StringBuilder out, String name) {
        out.append("# TYPE ").append(name).append(" gauge\n");
    }

    private static void sample(StringBuilder out, String name, String labels, double value) {
        out.append(name).append(labels).append(' ').append(value).append('\n');
    }
}
