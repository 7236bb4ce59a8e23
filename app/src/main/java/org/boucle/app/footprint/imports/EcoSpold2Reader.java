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
 * EcoSpold 2: activities with intermediate exchanges, linked by the activity of the supplier, and elementary exchanges.
 * Output group 0 is the reference product; a negative reference is the treatment of a waste.
 */
final class EcoSpold2Reader {
    private final ProcessSet set = new ProcessSet("EcoSpold 2");

    private EcoSpold2Reader() {}

    static ProcessSet readFile(String name, byte[] content) {
        EcoSpold2Reader reader = new EcoSpold2Reader();
        reader.add(Place.ofFile(name), content);
        return reader.set;
    }

    static ProcessSet readArchive(String name, byte[] content) {
        EcoSpold2Reader reader = new EcoSpold2Reader();
        Archives.forEach(
                name,
                content,
                entry -> entry.toLowerCase(Locale.ROOT).endsWith(".spold"),
                (entry, bytes) -> reader.add(Place.ofFile(name).withSheet(entry), bytes));
        return reader.set;
    }

    private void add(Place place, byte[] content) {
        XmlNode.stream(
                place,
                content,
                List.of("activityDataset", "childActivityDataset"),
                node -> activity(place.withRow(node.line()), node));
    }

    private void activity(Place place, XmlNode node) {
        Optional<XmlNode> activity = node.find("activityDescription", "activity");
        String id = activity.map(a -> a.attribute("id")).orElse("");
        String name = activity.map(a -> a.text("activityName")).orElse("");
        if (id.isEmpty() || name.isEmpty()) {
            set.issues().add(place.withColumn("activity"), "import.missing", "activity/@id, activityName");
            return;
        }
        List<Exchange> exchanges = new ArrayList<>();
        node.find("flowData").ifPresent(flows -> {
            flows.children("intermediateExchange").forEach(e -> intermediate(place, e, exchanges));
            flows.children("elementaryExchange").forEach(e -> elementary(place, e, exchanges));
        });
        String location = node.text("activityDescription", "geography", "shortname");
        String reference = exchanges.stream()
                .filter(Exchange::reference)
                .map(Exchange::flowId)
                .findFirst()
                .orElse("");
        // one activity may be split by product; each product of it is a process of its own
        set.add(new Process(
                reference.isEmpty() ? id : id + "/" + reference,
                name,
                set.one(location),
                year(node),
                exchanges,
                place,
                node.find("flowData").map(EcoSpold2Reader::sharing).orElse(Sharing.NONE)));
    }

    private void intermediate(Place place, XmlNode node, List<Exchange> exchanges) {
        Place here = place.withRow(node.line());
        String flow = set.one(node.attribute("intermediateExchangeId"));
        boolean input = !node.text("inputGroup").isEmpty();
        boolean reference = node.text("outputGroup").equals("0");
        Unit unit = set.unit(node.text("unitName"), here);
        double amount = set.number(node.attribute("amount"), here, "amount");
        if (flow.isEmpty()) {
            set.issues().add(here.withColumn("intermediateExchangeId"), "import.missing", "intermediateExchangeId");
            return;
        }
        set.add(new Flow(flow, node.text("name"), FlowKind.PRODUCT, unit, ""));
        // a reference of −1 kg waste and an input of −1 kg waste both mean that a waste is handed over; so does an
        // output
        // for treatment (group 3)
        boolean treated = node.text("outputGroup").equals("3");
        exchanges.add(Exchange.of(flow, treated ? -amount : amount, input || treated, reference)
                .from(set.one(node.attribute("activityLinkId")))
                .spread(set.spread(() -> spread(node, amount, here))));
    }

    /** Weights by price and by dry or wet mass, where each product states them. */
    private static Sharing sharing(XmlNode flows) {
        Map<String, Double> prices = new HashMap<>();
        Map<String, Double> masses = new HashMap<>();
        for (XmlNode exchange : flows.children("intermediateExchange")) {
            String group = exchange.text("outputGroup");
            if (group.equals("0") || group.equals("2")) {
                String flow = exchange.attribute("intermediateExchangeId");
                double amount = plain(exchange.attribute("amount"));
                for (XmlNode property : exchange.children("property")) {
                    double weight = Math.abs(amount * plain(property.attribute("amount")));
                    String name = property.text("name").toLowerCase(Locale.ROOT);
                    if (name.equals("price")) {
                        prices.put(flow, weight);
                    } else if (name.equals("dry mass")) {
                        masses.put(flow, weight);
                    } else if (name.equals("wet mass")) {
                        masses.putIfAbsent(flow, weight);
                    }
                }
            }
        }
        return new Sharing(Allocation.STATED, masses, prices, Map.of());
    }

    private static double plain(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** The variance with pedigree where it is stated, else the basic one with what the pedigree adds. */
    private Spread spread(XmlNode exchange, double amount, Place place) {
        Optional<XmlNode> found = exchange.find("uncertainty");
        if (found.isEmpty()) {
            return Spread.Certain.INSTANCE;
        }
        XmlNode node = found.get();
        for (XmlNode shape : node.children()) {
            switch (shape.name()) {
                case "lognormal" -> {
                    return Stated.logVariance(variance(node, shape, place));
                }
                case "normal" -> {
                    return Stated.normal(Math.sqrt(variance(node, shape, place)), amount);
                }
                case "triangular" -> {
                    return Stated.triangular(
                            stated(shape, "minValue", place),
                            stated(shape, "mostLikelyValue", place),
                            stated(shape, "maxValue", place),
                            amount);
                }
                case "uniform" -> {
                    return Stated.uniform(stated(shape, "minValue", place), stated(shape, "maxValue", place), amount);
                }
                default -> {
                    // a comment or a pedigree; the shape is another child
                }
            }
        }
        return Spread.Certain.INSTANCE;
    }

    private double variance(XmlNode uncertainty, XmlNode shape, Place place) {
        if (!shape.attribute("varianceWithPedigreeUncertainty").isEmpty()) {
            return stated(shape, "varianceWithPedigreeUncertainty", place);
        }
        double basic = stated(shape, "variance", place);
        return shape.name().equals("lognormal")
                ? basic
                        + uncertainty
                                .find("pedigreeMatrix")
                                .map(p -> Stated.pedigree(
                                        p.attribute("reliability"),
                                        p.attribute("completeness"),
                                        p.attribute("temporalCorrelation"),
                                        p.attribute("geographicalCorrelation"),
                                        p.attribute("furtherTechnologyCorrelation")))
                                .orElse(0.0)
                : basic;
    }

    private double stated(XmlNode shape, String attribute, Place place) {
        return set.number(shape.attribute(attribute), place, attribute);
    }

    private void elementary(Place place, XmlNode node, List<Exchange> exchanges) {
        Place here = place.withRow(node.line());
        String flow = set.one(node.attribute("elementaryExchangeId"));
        Unit unit = set.unit(node.text("unitName"), here);
        double amount = set.number(node.attribute("amount"), here, "amount");
        if (flow.isEmpty()) {
            set.issues().add(here.withColumn("elementaryExchangeId"), "import.missing", "elementaryExchangeId");
            return;
        }
        set.add(new Flow(flow, node.text("name"), FlowKind.ELEMENTARY, unit, node.text("compartment", "compartment")));
        exchanges.add(Exchange.of(flow, amount, !node.text("inputGroup").isEmpty(), false)
                .spread(set.spread(() -> spread(node, amount, here))));
    }

    private static int year(XmlNode node) {
        String end = node.find("activityDescription", "timePeriod")
                .map(t -> t.attribute("endDate"))
                .orElse("");
        return end.matches("(19|20)\\d\\d.*") ? Integer.parseInt(end.substring(0, 4)) : 2015;
    }
}
