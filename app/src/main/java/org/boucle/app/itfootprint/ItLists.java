package org.boucle.app.itfootprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boucle.app.server.Exchange;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.DeclaredFootprints;
import org.boucle.features.itfootprint.ItFootprint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Inventories that come as files, and the search of declared footprints. */
final class ItLists {
    private static final int LARGEST_FILE = 16 << 20;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ItLists() {}

    static void inventory(Exchange exchange) {
        byte[] content;
        try (java.io.InputStream body = exchange.body()) {
            content = body.readNBytes(LARGEST_FILE);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException("Reading the inventory", failure);
        }
        Inventory.Result result =
                Inventory.read("inventory", content, exchange.language()).weigh("inventory", ItFootprint.shipped());
        ObjectNode answer = JSON.objectNode();
        answer.put("lines", result.lines().size());
        ObjectNode sums = answer.putObject("totals");
        result.totals().forEach((criterion, sum) -> sums.set(criterion.key(), ItJson.estimate(criterion, sum)));
        ArrayNode lines = answer.putArray("results");
        for (Inventory.Weighed weighed : result.lines()) {
            ObjectNode line = lines.addObject();
            line.put("row", weighed.line().row()).put("quantity", weighed.line().quantity());
            line.put("item", weighed.line().setup().title());
            Optional.ofNullable(weighed.totals().get(Criterion.GWP))
                    .ifPresent(gwp -> line.set("gwp", ItJson.estimate(Criterion.GWP, gwp)));
        }
        exchange.json(answer);
    }

    static List<ObjectNode> declared(Exchange exchange) {
        String text = exchange.query("search").orElse("");
        List<ObjectNode> found = new ArrayList<>();
        DeclaredFootprints.shipped()
                .search(text, exchange.query("category"), 200)
                .forEach(product -> {
                    ObjectNode node = JSON.objectNode();
                    node.put("manufacturer", product.manufacturer()).put("name", product.name());
                    node.put("category", product.subcategory()).put("gwp_total_kg", product.totalKg());
                    product.useShare().ifPresent(share -> node.put("use_share", share));
                    node.put("reported", product.reported()).put("source", product.source());
                    found.add(node);
                });
        return found;
    }
}
