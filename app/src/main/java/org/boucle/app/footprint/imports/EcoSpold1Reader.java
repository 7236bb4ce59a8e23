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
        exchanges.add(new Exchange(id, produced, false, true, Optional.empty()));
        dataset.find("flowData")
                .ifPresent(flows -> flows.children("exchange").forEach(e -> exchange(place, e, exchanges)));
        set.add(new Process(id, name, location, year(dataset), exchanges, place));
    }

    private void exchange(Place place, XmlNode node, List<Exchange> exchanges) {
        Place here = place.withRow(node.line());
        String in = node.text("inputGroup");
        String out = node.text("outputGroup");
        if (out.equals("0")) {
            return;
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
        Optional<String> provider = nature ? Optional.empty() : Optional.of(id);
        exchanges.add(new Exchange(id, amount, !in.isEmpty(), false, provider));
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
