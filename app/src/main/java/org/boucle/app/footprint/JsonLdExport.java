package org.boucle.app.footprint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.boucle.app.server.Json;
import org.boucle.core.factors.Factor;
import org.boucle.core.impact.FootprintLine;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.product.ProductFootprint;

/**
 * A footprint as an openLCA JSON-LD package (schema 2) that computes to the same totals there: the product is a process
 * that takes each activity from a process of its factor, which releases one reference flow per impact category.
 */
final class JsonLdExport {
    private final ProductFootprint result;
    private final Map<String, Object> files = new TreeMap<>();
    private final Map<String, Map<String, Object>> properties = new LinkedHashMap<>();

    private JsonLdExport(ProductFootprint result) {
        this.result = result;
    }

    static byte[] write(ProductFootprint result) {
        return new JsonLdExport(result).zip();
    }

    private byte[] zip() {
        files.put("openlca.json", Map.of("schemaVersion", 2));
        addCategories();
        addProduct();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Object> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(Json.write(file.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** A method of one category per column, each with the reference flow that counts one. */
    private void addCategories() {
        List<Object> references = new ArrayList<>();
        for (ImpactCategory category : result.footprint().categories()) {
            Map<String, Object> flow =
                    flow(category.code(), "ELEMENTARY_FLOW", category.unit().symbol());
            Map<String, Object> factor =
                    new LinkedHashMap<>(property(category.unit().symbol()));
            factor.put("@type", "ImpactFactor");
            factor.put("value", 1.0);
            factor.put("flow", flow);
            references.add(put(
                    "lcia_categories",
                    "ImpactCategory",
                    category.code(),
                    Map.of("refUnit", category.unit().symbol(), "impactFactors", List.of(factor))));
        }
        put("lcia_methods", "ImpactMethod", "Boucle categories", Map.of("impactCategories", references));
    }

    private void addProduct() {
        List<Object> exchanges = new ArrayList<>();
        exchanges.add(
                exchange(1, false, true, flow(result.product().name(), "PRODUCT_FLOW", "item"), "item", Map.of()));
        for (FootprintLine line : result.footprint().lines()) {
            Factor factor = line.factor();
            String unit = factor.unit().symbol();
            Map<String, Object> flow = flow(factor.id(), "PRODUCT_FLOW", unit);
            Map<String, Object> provider = provider(factor, flow, unit);
            double amount = line.activity().quantity().in(factor.unit());
            exchanges.add(exchange(amount, true, false, flow, unit, provider));
        }
        put(
                "processes",
                "Process",
                result.product().name(),
                Map.of(
                        "processType",
                        "UNIT_PROCESS",
                        "description",
                        result.product().functionalUnit(),
                        "exchanges",
                        exchanges));
    }

    /** The process of a factor: one unit of its flow releases its value. */
    private Map<String, Object> provider(Factor factor, Map<String, Object> flow, String unit) {
        ImpactCategory category = ImpactCategory.get(factor.impact());
        String categoryUnit = category.unit().symbol();
        Map<String, Object> released = flow(category.code(), "ELEMENTARY_FLOW", categoryUnit);
        String documentation = factor.source().title() + " " + factor.source().reference() + " ("
                + factor.source().licence() + "), " + factor.geography() + ", " + factor.period();
        return put(
                "processes",
                "Process",
                "factor " + factor.id(),
                Map.of(
                        "processType",
                        "LCI_RESULT",
                        "description",
                        documentation,
                        "exchanges",
                        List.of(
                                exchange(1, false, true, flow, unit, Map.of()),
                                exchange(factor.value(), false, false, released, categoryUnit, Map.of()))));
    }

    private Map<String, Object> exchange(
            double amount,
            boolean input,
            boolean reference,
            Map<String, Object> flow,
            String unit,
            Map<String, Object> provider) {
        Map<String, Object> exchange = new LinkedHashMap<>(property(unit));
        exchange.put("@type", "Exchange");
        exchange.put("amount", amount);
        exchange.put("isInput", input);
        exchange.put("isQuantitativeReference", reference);
        exchange.put("flow", flow);
        if (!provider.isEmpty()) {
            exchange.put("defaultProvider", provider);
        }
        return exchange;
    }

    private Map<String, Object> flow(String name, String type, String unit) {
        Map<String, Object> factor = new LinkedHashMap<>();
        factor.put("@type", "FlowPropertyFactor");
        factor.put("conversionFactor", 1.0);
        factor.put("isRefFlowProperty", true);
        factor.put("flowProperty", property(unit).get("flowProperty"));
        return put("flows", "Flow", name, Map.of("flowType", type, "flowProperties", List.of(factor)));
    }

    /** The unit and the flow property of a unit symbol, each written once. */
    private Map<String, Object> property(String symbol) {
        return properties.computeIfAbsent(symbol, s -> {
            Map<String, Object> unit = Map.of("@type", "Unit", "@id", id("unit " + s), "name", s);
            Map<String, Object> reference = new LinkedHashMap<>(unit);
            reference.put("conversionFactor", 1.0);
            reference.put("isRefUnit", true);
            Map<String, Object> group =
                    put("unit_groups", "UnitGroup", "Units of " + s, Map.of("units", List.of(reference)));
            Map<String, Object> property =
                    put("flow_properties", "FlowProperty", "Quantity in " + s, Map.of("unitGroup", group));
            return Map.of("unit", unit, "flowProperty", property);
        });
    }

    /** Writes a data set and returns the reference to it. */
    private Map<String, Object> put(String folder, String type, String name, Map<String, Object> content) {
        String id = id(type + " " + name);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("@type", type);
        file.put("@id", id);
        file.put("name", name);
        file.putAll(content);
        files.put(folder + "/" + id + ".json", file);
        return Map.of("@type", type, "@id", id, "name", name);
    }

    private static String id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
