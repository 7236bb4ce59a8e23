package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Flow;
import org.boucle.app.footprint.imports.ProcessSet.FlowKind;
import org.boucle.app.footprint.imports.ProcessSet.Process;
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
                reference.isEmpty() ? id : id + "/" + reference, name, location, year(node), exchanges, place));
    }

    private void intermediate(Place place, XmlNode node, List<Exchange> exchanges) {
        Place here = place.withRow(node.line());
        String flow = node.attribute("intermediateExchangeId");
        boolean input = !node.text("inputGroup").isEmpty();
        boolean reference = node.text("outputGroup").equals("0");
        Unit unit = set.unit(node.text("unitName"), here);
        double amount = set.number(node.attribute("amount"), here, "amount");
        if (flow.isEmpty()) {
            set.issues().add(here.withColumn("intermediateExchangeId"), "import.missing", "intermediateExchangeId");
            return;
        }
        set.add(new Flow(flow, node.text("name"), FlowKind.PRODUCT, unit, ""));
        String link = node.attribute("activityLinkId");
        Optional<String> provider = link.isEmpty() ? Optional.empty() : Optional.of(link + "/" + flow);
        // a reference of −1 kg waste and an input of −1 kg waste both mean that a waste is handed over
        exchanges.add(new Exchange(flow, amount, input, reference, provider));
    }

    private void elementary(Place place, XmlNode node, List<Exchange> exchanges) {
        Place here = place.withRow(node.line());
        String flow = node.attribute("elementaryExchangeId");
        Unit unit = set.unit(node.text("unitName"), here);
        double amount = set.number(node.attribute("amount"), here, "amount");
        if (flow.isEmpty()) {
            set.issues().add(here.withColumn("elementaryExchangeId"), "import.missing", "elementaryExchangeId");
            return;
        }
        set.add(new Flow(flow, node.text("name"), FlowKind.ELEMENTARY, unit, node.text("compartment", "compartment")));
        exchanges.add(new Exchange(flow, amount, !node.text("inputGroup").isEmpty(), false, Optional.empty()));
    }

    private static int year(XmlNode node) {
        String end = node.find("activityDescription", "timePeriod")
                .map(t -> t.attribute("endDate"))
                .orElse("");
        return end.matches("(19|20)\\d\\d.*") ? Integer.parseInt(end.substring(0, 4)) : 2015;
    }
}
