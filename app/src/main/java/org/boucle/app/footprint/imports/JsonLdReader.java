package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.app.footprint.imports.ProcessSet.Category;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Flow;
import org.boucle.app.footprint.imports.ProcessSet.FlowKind;
import org.boucle.app.footprint.imports.ProcessSet.Process;
import org.boucle.app.server.Json;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import tools.jackson.databind.JsonNode;

/**
 * openLCA JSON-LD, schema 1 and 2: unit groups, flow properties, flows, processes and impact categories as one file each.
 * Amounts are brought to the reference unit of the flow's unit group.
 */
final class JsonLdReader {
    private static final Set<String> FOLDERS =
            Set.of("unit_groups", "flow_properties", "flows", "processes", "lcia_categories", "impact_categories");

    private final String file;
    private final ProcessSet set = new ProcessSet("openLCA JSON-LD");
    private final Map<String, Map<String, JsonNode>> byFolder = new HashMap<>();
    private final Map<String, Double> unitFactors = new HashMap<>();
    private final Map<String, String> referenceUnits = new HashMap<>();

    private JsonLdReader(String file) {
        this.file = file;
    }

    static ProcessSet read(String file, byte[] content) {
        JsonLdReader reader = new JsonLdReader(file);
        Archives.forEach(file, content, JsonLdReader::isWanted, reader::keep);
        reader.folder("unit_groups").forEach(reader::unitGroup);
        reader.folder("flows").forEach(reader::flow);
        reader.folder("processes").forEach(reader::process);
        reader.folder("lcia_categories").forEach(reader::category);
        reader.folder("impact_categories").forEach(reader::category);
        return reader.set;
    }

    private static boolean isWanted(String entry) {
        return entry.endsWith(".json") && FOLDERS.contains(folderOf(entry));
    }

    private static String folderOf(String entry) {
        String[] parts = entry.replace('\\', '/').split("/");
        return parts.length < 2 ? "" : parts[parts.length - 2].toLowerCase(Locale.ROOT);
    }

    private Map<String, JsonNode> folder(String name) {
        return byFolder.getOrDefault(name, Map.of());
    }

    private void keep(String entry, byte[] bytes) {
        Place place = Place.ofFile(file).withSheet(entry);
        JsonNode node;
        try {
            node = Json.read(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        } catch (BadInput malformed) {
            Place at = malformed.issues().getFirst().place();
            set.issues().add(place.withRow(at.row()), "import.json", at.column());
            return;
        }
        String id = text(node, "@id");
        if (id.isEmpty()) {
            set.issues().add(place.withColumn("@id"), "import.missing", "@id");
            return;
        }
        Map<String, JsonNode> folder = byFolder.computeIfAbsent(folderOf(entry), f -> new HashMap<>());
        if (folder.putIfAbsent(id, node) != null) {
            set.duplicates().add(entry);
        }
    }

    private Place place(String folder, String id) {
        return Place.ofFile(file).withSheet(folder + "/" + id + ".json");
    }

    private void unitGroup(String id, JsonNode group) {
        for (JsonNode unit : list(group, "units")) {
            double factor = unit.path("conversionFactor").isMissingNode()
                    ? 1
                    : number(unit.path("conversionFactor"), place("unit_groups", id), "conversionFactor");
            if (!(factor > 0)) {
                set.issues().add(place("unit_groups", id).withColumn("conversionFactor"), "import.number", factor);
            }
            unitFactors.put(text(unit, "@id"), factor);
            if (unit.path("isRefUnit").asBoolean(false)
                    || unit.path("referenceUnit").asBoolean(false)) {
                referenceUnits.put(id, text(unit, "name"));
            }
        }
    }

    private void flow(String id, JsonNode node) {
        Place place = place("flows", id);
        String type = text(node, "flowType");
        FlowKind kind = type.startsWith("PRODUCT")
                ? FlowKind.PRODUCT
                : type.startsWith("WASTE") ? FlowKind.WASTE : FlowKind.ELEMENTARY;
        String property = "";
        for (JsonNode factor : list(node, "flowProperties")) {
            boolean reference = factor.path("isRefFlowProperty").asBoolean(false)
                    || factor.path("referenceFlowProperty").asBoolean(false);
            if (property.isEmpty() || reference) {
                property = text(factor.path("flowProperty"), "@id");
            }
        }
        JsonNode category = node.path("category");
        String compartment = category.isString() ? category.asString("") : text(category, "name");
        set.add(new Flow(id, text(node, "name"), kind, unit(property, place), compartment));
    }

    /** The reference unit behind a flow property; a chain that ends nowhere or bites its tail is an issue. */
    private Unit unit(String property, Place place) {
        JsonNode node = folder("flow_properties").get(property);
        String group = node == null ? "" : text(node.path("unitGroup"), "@id");
        String name = referenceUnits.getOrDefault(group, "");
        if (name.isEmpty()) {
            set.issues()
                    .add(
                            place.withColumn("flowProperties"),
                            "import.unknown",
                            property.isEmpty() ? "flowProperty" : property);
            return Units.KILOGRAM;
        }
        return set.unit(name, place);
    }

    private void process(String id, JsonNode node) {
        Place place = place("processes", id);
        List<Exchange> exchanges = new ArrayList<>();
        Set<Integer> internal = new HashSet<>();
        for (JsonNode exchange : list(node, "exchanges")) {
            exchange(exchange, place).ifPresent(exchanges::add);
            int key = exchange.path("internalId").asInt(0);
            if (key != 0 && !internal.add(key)) {
                set.duplicates().add(text(node, "name") + " exchange " + key);
            }
        }
        JsonNode location = node.path("location");
        String where = location.isString() ? location.asString("") : text(location, "code") + text(location, "name");
        String until = text(node.path("processDocumentation"), "validUntil");
        int year = until.matches("(19|20)\\d\\d.*") ? Integer.parseInt(until.substring(0, 4)) : 2020;
        set.add(new Process(id, name(node, id), where, year, exchanges, place));
    }

    private static String name(JsonNode node, String id) {
        String name = text(node, "name");
        return name.isEmpty() ? id : name;
    }

    private Optional<Exchange> exchange(JsonNode node, Place place) {
        String flow = text(node.path("flow"), "@id");
        if (!set.flows().containsKey(flow)) {
            set.issues().add(place.withColumn("exchanges"), "import.unknown", flow.isEmpty() ? "flow" : flow);
            return Optional.empty();
        }
        String unit = text(node.path("unit"), "@id");
        double factor = unitFactors.getOrDefault(unit, Double.NaN);
        if (Double.isNaN(factor)) {
            set.issues().add(place.withColumn("unit"), "import.unit", text(node.path("unit"), "name"));
            return Optional.empty();
        }
        double amount = number(node.path("amount"), place, "amount") * factor;
        boolean reference = node.path("isQuantitativeReference").asBoolean(false)
                || node.path("quantitativeReference").asBoolean(false);
        boolean input = node.path("isInput").asBoolean(node.path("input").asBoolean(false));
        String provider = text(node.path("defaultProvider"), "@id");
        return Optional.of(new Exchange(
                flow, amount, input, reference, provider.isEmpty() ? Optional.empty() : Optional.of(provider)));
    }

    private void category(String id, JsonNode node) {
        Map<String, Double> factors = new HashMap<>();
        Place place = place("lcia_categories", id);
        for (JsonNode factor : list(node, "impactFactors")) {
            double unit = unitFactors.getOrDefault(text(factor.path("unit"), "@id"), 1.0);
            double value = number(factor.path("value"), place, "value") / unit;
            // a second global row of a flow does not replace the first; regional rows are not used
            if (factor.path("location").isMissingNode()
                    || factor.path("location").isNull()) {
                factors.putIfAbsent(text(factor.path("flow"), "@id"), value);
            }
        }
        String unit = text(node, "refUnit") + text(node, "referenceUnitName");
        set.add(new Category(id, text(node, "name"), unit, factors));
    }

    private double number(JsonNode node, Place place, String field) {
        return node.isNumber() || node.isString()
                ? set.number(node.asString(""), place, field)
                : set.number("", place, field);
    }

    private static List<JsonNode> list(JsonNode node, String field) {
        List<JsonNode> items = new ArrayList<>();
        node.path(field).forEach(items::add);
        return items;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isString() ? value.asString("").replace('\u0000', ' ') : "";
        return text.length() <= 1_000 ? text : text.substring(0, 1_000);
    }
}
