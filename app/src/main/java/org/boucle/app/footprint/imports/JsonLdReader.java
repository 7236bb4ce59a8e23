package org.boucle.app.footprint.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
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
 * openLCA JSON-LD, schema 1 and 2: unit groups, flow properties, locations, parameters, flows, processes and impact
 * categories as one file each. Amounts are brought to the reference unit of the flow's unit group. The archive is read in
 * passes, what is referred to first, and each file is forgotten when it has been read.
 */
final class JsonLdReader {
    private static final List<Set<String>> PASSES = List.of(
            Set.of("unit_groups", "flow_properties", "locations", "parameters"),
            Set.of("flows"),
            Set.of("processes", "lcia_categories", "impact_categories"));

    private final String file;
    private final ImportOptions options;
    private final ProcessSet set = new ProcessSet("openLCA JSON-LD");
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Double> unitFactors = new HashMap<>();
    private final Map<String, String> referenceUnits = new HashMap<>();
    private final Map<String, String> groupOfProperty = new HashMap<>();
    private final Map<String, String> codeOfLocation = new HashMap<>();
    private final Formulas global = new Formulas();

    private JsonLdReader(String file, ImportOptions options) {
        this.file = file;
        this.options = options;
    }

    static ProcessSet read(String file, byte[] content, ImportOptions options) {
        JsonLdReader reader = new JsonLdReader(file, options);
        List<Predicate<String>> passes = new ArrayList<>();
        for (Set<String> folders : PASSES) {
            passes.add(entry -> entry.endsWith(".json") && folders.contains(folderOf(entry)));
        }
        Archives.inPasses(file, content, passes, reader::accept);
        return reader.set;
    }

    private static String folderOf(String entry) {
        String[] parts = entry.replace('\\', '/').split("/");
        return parts.length < 2 ? "" : parts[parts.length - 2].toLowerCase(Locale.ROOT);
    }

    private void accept(String entry, byte[] bytes) {
        Place place = Place.ofFile(file).withSheet(entry);
        JsonNode node;
        try {
            node = Json.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (BadInput malformed) {
            Place at = malformed.issues().getFirst().place();
            set.issues().add(place.withRow(at.row()), "import.json", at.column());
            return;
        }
        String id = set.one(JsonLdShares.text(node, "@id"));
        if (id.isEmpty()) {
            set.issues().add(place.withColumn("@id"), "import.missing", "@id");
        } else if (seen.add(folderOf(entry) + "/" + id)) {
            take(folderOf(entry), id, node);
        } else {
            set.duplicates().add(entry);
        }
    }

    private void take(String folder, String id, JsonNode node) {
        switch (folder) {
            case "unit_groups" -> unitGroup(id, node);
            case "flow_properties" -> groupOfProperty.put(id, JsonLdShares.text(node.path("unitGroup"), "@id"));
            case "locations" -> codeOfLocation.put(id, JsonLdShares.text(node, "code"));
            case "parameters" -> parameter(global, node);
            case "flows" -> flow(id, node);
            case "processes" -> process(id, node);
            default -> category(id, node);
        }
    }

    private Place place(String folder, String id) {
        return Place.ofFile(file).withSheet(folder + "/" + id + ".json");
    }

    /** A parameter is a number or a formula of others; the user's value replaces a global one. */
    private void parameter(Formulas formulas, JsonNode node) {
        String name = JsonLdShares.text(node, "name");
        String formula = JsonLdShares.text(node, "formula");
        boolean input = node.path("isInputParameter")
                .asBoolean(node.path("inputParameter").asBoolean(formula.isEmpty()));
        if (name.isEmpty()) {
            return;
        }
        Double chosen = options.parameters().get(name.strip().toLowerCase(Locale.ROOT));
        if (chosen != null) {
            formulas.add(name, chosen);
        } else if (input || !formulas.add(name, formula)) {
            formulas.add(name, node.path("value").asDouble(0));
        }
    }

    private void unitGroup(String id, JsonNode group) {
        for (JsonNode unit : JsonLdShares.list(group, "units")) {
            double factor = unit.path("conversionFactor").isMissingNode()
                    ? 1
                    : number(unit.path("conversionFactor"), place("unit_groups", id), "conversionFactor");
            if (!(factor > 0)) {
                set.issues().add(place("unit_groups", id).withColumn("conversionFactor"), "import.number", factor);
            }
            unitFactors.put(JsonLdShares.text(unit, "@id"), factor);
            if (unit.path("isRefUnit").asBoolean(false)
                    || unit.path("referenceUnit").asBoolean(false)) {
                referenceUnits.put(id, JsonLdShares.text(unit, "name"));
            }
        }
    }

    private void flow(String id, JsonNode node) {
        Place place = place("flows", id);
        String type = JsonLdShares.text(node, "flowType");
        FlowKind kind = type.startsWith("PRODUCT")
                ? FlowKind.PRODUCT
                : type.startsWith("WASTE") ? FlowKind.WASTE : FlowKind.ELEMENTARY;
        String property = "";
        for (JsonNode factor : JsonLdShares.list(node, "flowProperties")) {
            boolean reference = factor.path("isRefFlowProperty").asBoolean(false)
                    || factor.path("referenceFlowProperty").asBoolean(false);
            if (property.isEmpty() || reference) {
                property = JsonLdShares.text(factor.path("flowProperty"), "@id");
            }
        }
        JsonNode category = node.path("category");
        String compartment = category.isString() ? category.asString("") : JsonLdShares.text(category, "name");
        set.add(new Flow(id, JsonLdShares.text(node, "name"), kind, unit(property, place), compartment));
    }

    /** The reference unit behind a flow property; a chain that ends nowhere or bites its tail is an issue. */
    private Unit unit(String property, Place place) {
        String name = referenceUnits.getOrDefault(groupOfProperty.getOrDefault(property, ""), "");
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
        Formulas formulas = global;
        if (node.path("parameters").size() > 0) {
            formulas = global.inner();
            for (JsonNode parameter : JsonLdShares.list(node, "parameters")) {
                parameter(formulas, parameter);
            }
        }
        List<Exchange> exchanges = new ArrayList<>();
        Map<String, Double> values = new HashMap<>();
        Set<Integer> internal = new HashSet<>();
        for (JsonNode exchange : JsonLdShares.list(node, "exchanges")) {
            exchange(exchange, place, formulas).ifPresent(exchanges::add);
            int key = exchange.path("internalId").asInt(0);
            if (key != 0 && !internal.add(key)) {
                set.duplicates().add(JsonLdShares.text(node, "name") + " exchange " + key);
            }
            if (exchange.path("costValue").isNumber()) {
                values.put(
                        JsonLdShares.text(exchange.path("flow"), "@id"),
                        Math.abs(exchange.path("costValue").asDouble(0)));
            }
        }
        String until = JsonLdShares.text(node.path("processDocumentation"), "validUntil");
        int year = until.matches("(19|20)\\d\\d.*") ? Integer.parseInt(until.substring(0, 4)) : 2020;
        set.add(new Process(
                id, name(node, id), location(node), year, exchanges, place, JsonLdShares.of(node, values, formulas)));
    }

    private String location(JsonNode node) {
        JsonNode location = node.path("location");
        if (location.isString()) {
            return location.asString("");
        }
        String code = JsonLdShares.text(location, "code");
        String known = codeOfLocation.getOrDefault(JsonLdShares.text(location, "@id"), "");
        return set.one(!code.isEmpty() ? code : known.isEmpty() ? JsonLdShares.text(location, "name") : known);
    }

    private static String name(JsonNode node, String id) {
        String name = JsonLdShares.text(node, "name");
        return name.isEmpty() ? id : name;
    }

    private Optional<Exchange> exchange(JsonNode node, Place place, Formulas formulas) {
        String flow = set.one(JsonLdShares.text(node.path("flow"), "@id"));
        if (!set.flows().containsKey(flow)) {
            set.issues().add(place.withColumn("exchanges"), "import.unknown", flow.isEmpty() ? "flow" : flow);
            return Optional.empty();
        }
        String unit = JsonLdShares.text(node.path("unit"), "@id");
        double factor = unitFactors.getOrDefault(unit, Double.NaN);
        if (Double.isNaN(factor)) {
            set.issues().add(place.withColumn("unit"), "import.unit", JsonLdShares.text(node.path("unit"), "name"));
            return Optional.empty();
        }
        double stated = number(node.path("amount"), place, "amount");
        double amount = evaluated(JsonLdShares.text(node, "amountFormula"), stated, formulas);
        boolean reference = node.path("isQuantitativeReference").asBoolean(false)
                || node.path("quantitativeReference").asBoolean(false);
        boolean input = node.path("isInput").asBoolean(node.path("input").asBoolean(false));
        Exchange exchange = Exchange.of(flow, amount * factor, input, reference)
                .numbered(node.path("internalId").asInt(0))
                .from(set.one(JsonLdShares.text(node.path("defaultProvider"), "@id")))
                .at(location(node))
                .spread(set.spread(() -> JsonLdShares.spread(node.path("uncertainty"), stated)));
        boolean avoided = node.path("isAvoidedProduct")
                .asBoolean(node.path("avoidedProduct").asBoolean(false));
        return Optional.of(avoided ? exchange.replacing() : exchange);
    }

    private double evaluated(String formula, double stated, Formulas formulas) {
        if (formula.isEmpty()) {
            return stated;
        }
        OptionalDouble value = formulas.value(formula);
        set.formula(value.isPresent());
        return value.orElse(stated);
    }

    private void category(String id, JsonNode node) {
        Map<String, Double> factors = new HashMap<>();
        Map<String, Map<String, Double>> regional = new HashMap<>();
        Place place = place("lcia_categories", id);
        for (JsonNode factor : JsonLdShares.list(node, "impactFactors")) {
            double unit = unitFactors.getOrDefault(JsonLdShares.text(factor.path("unit"), "@id"), 1.0);
            double stated = number(factor.path("value"), place, "value");
            double value = evaluated(JsonLdShares.text(factor, "formula"), stated, global) / unit;
            String flow = set.one(JsonLdShares.text(factor.path("flow"), "@id"));
            String where = location(factor);
            // a second row of a flow and place does not replace the first
            if (where.isEmpty()) {
                factors.putIfAbsent(flow, value);
            } else {
                regional.computeIfAbsent(flow, f -> new HashMap<>()).putIfAbsent(where, value);
            }
        }
        String unit = JsonLdShares.text(node, "refUnit") + JsonLdShares.text(node, "referenceUnitName");
        set.add(new Category(id, JsonLdShares.text(node, "name"), unit, factors, regional));
    }

    private double number(JsonNode node, Place place, String field) {
        return node.isNumber() || node.isString()
                ? set.number(node.asString(""), place, field)
                : set.number("", place, field);
    }
}
