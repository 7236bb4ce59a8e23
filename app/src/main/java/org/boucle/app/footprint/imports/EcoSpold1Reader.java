package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Flow;
import org.boucle.app.footprint.imports.ProcessSet.FlowKind;
import org.boucle.app.footprint.imports.ProcessSet.Process;
import org.boucle.app.footprint.imports.ProcessSet.Sharing;
import org.boucle.core.impact.lca.Spread;
import org.boucle.core.input.Place;
import org.boucle.core.units.Unit;

/**
 * EcoSpold 1: data sets of a reference function and exchanges grouped 1-5 as inputs and 0-4 as outputs, where input 4 and
 * output 4 are of nature and output 0 is the reference. Products are known by name, place and unit.
 */
final class EcoSpold1Reader {
    private final ProcessSet set = new ProcessSet("EcoSpold 1");

    private EcoSpold1Reader() {}

    static ProcessSet readFile(String name, byte[] content) {
        EcoSpold1Reader reader = new EcoSpold1Reader();
        reader.add(Place.ofFile(name), content);
        return reader.set;
    }

    static ProcessSet readArchive(String name, byte[] content) {
        EcoSpold1Reader reader = new EcoSpold1Reader();
        Archives.forEach(
                name,
                content,
                entry -> entry.toLowerCase(Locale.ROOT).endsWith(".xml"),
                (entry, bytes) -> reader.add(Place.ofFile(name).withSheet(entry), bytes));
        return reader.set;
    }

    private void add(Place place, byte[] content) {
        XmlNode.stream(place, content, List.of("dataset"), node -> dataset(place.withRow(node.line()), node));
    }

    private void dataset(Place place, XmlNode dataset) {
        Optional<XmlNode> function = dataset.find("metaInformation", "processInformation", "referenceFunction");
        if (function.isEmpty() || function.get().attribute("name").isEmpty()) {
            set.issues().add(place.withColumn("referenceFunction"), "import.missing", "referenceFunction/@name");
            return;
        }
        String name = function.get().attribute("name");
        String location = dataset.find("metaInformation", "processInformation", "geography")
                .map(g -> g.attribute("location"))
                .orElse("");
        Unit unit = set.unit(function.get().attribute("unit"), place);
        String id = key(name, location, function.get().attribute("unit"));
        String amount = function.get().attribute("amount");
        double produced = amount.isEmpty() ? 1 : set.number(amount, place, "referenceFunction/@amount");
        set.add(new Flow(id, name, FlowKind.PRODUCT, unit, ""));
        List<Exchange> exchanges = new ArrayList<>();
        exchanges.add(Exchange.of(id, produced, false, true));
        dataset.find("flowData")
                .ifPresent(flows -> flows.children("exchange").forEach(e -> exchange(place, e, exchanges)));
        set.add(new Process(id, name, location, year(dataset), exchanges, place, sharing(dataset, id, exchanges)));
    }

    /** Fractions in per cent, of the exchanges named or of all; what is not given away stays with the reference. */
    private Sharing sharing(XmlNode dataset, String reference, List<Exchange> exchanges) {
        Map<Integer, Map<String, Double>> causal = new HashMap<>();
        Map<String, Double> whole = new HashMap<>();
        Allocation method = Allocation.STATED;
        List<XmlNode> allocations =
                dataset.find("flowData").map(f -> f.children("allocation")).orElse(List.of());
        for (XmlNode allocation : allocations) {
            double fraction = set.number(
                    allocation.attribute("fraction"),
                    Place.ofField("allocation").withRow(allocation.line()),
                    "fraction");
            String product = flowOf(allocation.attribute("referenceToCoProduct"), reference, exchanges);
            method = switch (allocation.attribute("allocationMethod")) {
                case "0" -> Allocation.PHYSICAL;
                case "1" -> Allocation.ECONOMIC;
                default -> method;
            };
            List<XmlNode> named = allocation.children("referenceToInputOutput");
            if (named.isEmpty()) {
                whole.put(product, fraction);
            }
            for (XmlNode list : named) {
                for (String number : list.text().split("[\\s,]+")) {
                    if (number.matches("\\d{1,9}")) {
                        causal.computeIfAbsent(Integer.parseInt(number), e -> new HashMap<>())
                                .put(product, fraction);
                    }
                }
            }
        }
        causal.values().forEach(weights -> remainder(weights, reference));
        remainder(whole, reference);
        return causal.isEmpty()
                ? new Sharing(method, whole, whole, Map.of())
                : new Sharing(Allocation.CAUSAL, whole, whole, causal);
    }

    private static void remainder(Map<String, Double> weights, String reference) {
        double given = weights.values().stream().mapToDouble(w -> w).sum();
        if (!weights.isEmpty() && given < 100) {
            weights.merge(reference, 100 - given, Double::sum);
        }
    }

    private static String flowOf(String number, String reference, List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(e -> number.equals(String.valueOf(e.number())))
                .map(Exchange::flowId)
                .findFirst()
                .orElse(reference);
    }

    private void exchange(Place place, XmlNode node, List<Exchange> exchanges) {
        Place here = place.withRow(node.line());
        String in = node.text("inputGroup");
        String out = node.text("outputGroup");
        if (out.equals("0")) {
            return; // the reference function says it
        }
        if (in.isEmpty() == out.isEmpty() || node.attribute("name").isEmpty()) {
            set.issues().add(here.withColumn("inputGroup"), "import.missing", "inputGroup, outputGroup, name");
            return;
        }
        boolean nature = in.equals("4") || out.equals("4");
        Unit unit = set.unit(node.attribute("unit"), here);
        double amount = set.number(node.attribute("meanValue"), here, "meanValue");
        String location = nature ? node.attribute("subCategory") : node.attribute("location");
        String id = key(
                node.attribute("name"),
                nature ? node.attribute("category") + "/" + location : location,
                node.attribute("unit"));
        FlowKind kind = nature ? FlowKind.ELEMENTARY : FlowKind.PRODUCT;
        set.add(new Flow(id, node.attribute("name"), kind, unit, node.attribute("category")));
        // a waste handed over is the service of treating it
        boolean input = !in.isEmpty() || out.equals("3");
        String number = node.attribute("number");
        Exchange exchange = Exchange.of(set.one(id), amount, input, false)
                .numbered(number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0)
                .from(nature ? "" : set.one(id))
                .spread(set.spread(() -> spread(node, amount, here)));
        exchanges.add(out.equals("1") ? exchange.replacing() : exchange);
    }

    private Spread spread(XmlNode node, double amount, Place place) {
        return switch (node.attribute("uncertaintyType")) {
            case "1" -> Stated.gsd(Math.sqrt(stated(node, "standardDeviation95", 1, place)));
            case "2" -> Stated.normal(stated(node, "standardDeviation95", 0, place) / 2, amount);
            case "3" -> {
                double low = stated(node, "minValue", amount, place);
                double high = stated(node, "maxValue", amount, place);
                // without a most likely value, the one that makes the amount the mean
                double mode = stated(node, "mostLikelyValue", 3 * amount - low - high, place);
                yield Stated.triangular(low, mode, high, amount);
            }
            case "4" ->
                Stated.uniform(
                        stated(node, "minValue", amount, place), stated(node, "maxValue", amount, place), amount);
            default -> Spread.Certain.INSTANCE;
        };
    }

    private double stated(XmlNode node, String attribute, double otherwise, Place place) {
        String text = node.attribute(attribute);
        return text.isEmpty() ? otherwise : set.number(text, place, attribute);
    }

    private static int year(XmlNode dataset) {
        String text = dataset.find("metaInformation", "processInformation", "timePeriod")
                .map(t -> t.text("endYear") + t.text("endDate") + t.text("endYearMonth"))
                .orElse("");
        return text.matches("(19|20)\\d\\d.*") ? Integer.parseInt(text.substring(0, 4)) : 2010;
    }

    private static String key(String name, String location, String unit) {
        return name + " | " + location + " | " + unit;
    }
}
