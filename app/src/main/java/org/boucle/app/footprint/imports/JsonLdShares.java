package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boucle.app.footprint.imports.ProcessSet.Sharing;
import org.boucle.core.impact.lca.Spread;
import tools.jackson.databind.JsonNode;

/** What openLCA writes about allocation and uncertainty. */
final class JsonLdShares {
    private JsonLdShares() {}

    /**
     * Allocation factors by method; values of the products where no economic factors are stated.
     *
     * @param values of the products by flow
     */
    static Sharing of(JsonNode node, Map<String, Double> values, Formulas formulas) {
        Map<String, Double> physical = new HashMap<>();
        Map<String, Double> economic = new HashMap<>();
        Map<Integer, Map<String, Double>> causal = new HashMap<>();
        for (JsonNode factor : list(node, "allocationFactors")) {
            String product = text(factor.path("product"), "@id");
            double value = factor.path("value").asDouble(0);
            String formula = text(factor, "formula");
            value = formula.isEmpty() ? value : formulas.value(formula).orElse(value);
            switch (text(factor, "allocationType")) {
                case "PHYSICAL_ALLOCATION" -> physical.put(product, value);
                case "ECONOMIC_ALLOCATION" -> economic.put(product, value);
                case "CAUSAL_ALLOCATION" ->
                    causal.computeIfAbsent(
                                    factor.path("exchange").path("internalId").asInt(0), e -> new HashMap<>())
                            .put(product, value);
                default -> {
                    // a factor of no method divides nothing
                }
            }
        }
        Allocation method = switch (text(node, "defaultAllocationMethod")) {
            case "PHYSICAL_ALLOCATION" -> Allocation.PHYSICAL;
            case "ECONOMIC_ALLOCATION" -> Allocation.ECONOMIC;
            case "CAUSAL_ALLOCATION" -> Allocation.CAUSAL;
            default -> Allocation.STATED;
        };
        return new Sharing(method, physical, economic.isEmpty() ? values : economic, causal);
    }

    /** The spread of an amount in its own unit. */
    static Spread spread(JsonNode node, double amount) {
        return switch (text(node, "distributionType")) {
            case "LOG_NORMAL_DISTRIBUTION" -> Stated.gsd(node.path("geomSd").asDouble(1));
            case "NORMAL_DISTRIBUTION" -> Stated.normal(node.path("sd").asDouble(0), amount);
            case "TRIANGLE_DISTRIBUTION" ->
                Stated.triangular(
                        node.path("minimum").asDouble(amount),
                        node.path("mode").asDouble(amount),
                        node.path("maximum").asDouble(amount),
                        amount);
            case "UNIFORM_DISTRIBUTION" ->
                Stated.uniform(
                        node.path("minimum").asDouble(amount),
                        node.path("maximum").asDouble(amount),
                        amount);
            default -> Spread.Certain.INSTANCE;
        };
    }

    /** The items of a field. */
    static List<JsonNode> list(JsonNode node, String field) {
        List<JsonNode> items = new ArrayList<>();
        node.path(field).forEach(items::add);
        return items;
    }

    /** The text of a field, shortened. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isString() ? value.asString("").replace('\u0000', ' ') : "";
        return text.length() <= 1_000 ? text : text.substring(0, 1_000);
    }
}
