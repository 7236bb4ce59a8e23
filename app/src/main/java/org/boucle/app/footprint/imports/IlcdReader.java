package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.footprint.imports.ProcessSet.Category;
import org.boucle.app.footprint.imports.ProcessSet.Exchange;
import org.boucle.app.footprint.imports.ProcessSet.Flow;
import org.boucle.app.footprint.imports.ProcessSet.FlowKind;
import org.boucle.app.footprint.imports.ProcessSet.Process;
import org.boucle.core.input.Place;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;

/**
 * ILCD 1.1 archives: unit groups, flow properties, flows, processes and LCIA methods as XML. A process links to the only
 * producer of a flow, since the format names no provider.
 */
final class IlcdReader {
    private static final List<String> ROOTS =
            List.of("unitGroupDataSet", "flowPropertyDataSet", "flowDataSet", "processDataSet", "LCIAMethodDataSet");

    /** A data set with its place. */
    private record Entry(XmlNode node, Place place) {}

    private final ProcessSet set = new ProcessSet("ILCD");
    private final Map<String, Map<String, Entry>> byRoot = new HashMap<>();
    private final Map<String, String> unitOfGroup = new HashMap<>();
    private final Map<String, String> groupOfProperty = new HashMap<>();

    private IlcdReader() {}

    static ProcessSet read(String file, byte[] content) {
        IlcdReader reader = new IlcdReader();
        Archives.forEach(
                file,
                content,
                entry -> entry.toLowerCase(Locale.ROOT).endsWith(".xml"),
                (entry, bytes) -> reader.keep(Place.ofFile(file).withSheet(entry), bytes));
        reader.sets("unitGroupDataSet").forEach(reader::unitGroup);
        reader.sets("flowPropertyDataSet").forEach(reader::flowProperty);
        reader.sets("flowDataSet").forEach(reader::flow);
        reader.sets("processDataSet").forEach(reader::process);
        reader.sets("LCIAMethodDataSet").forEach(reader::method);
        return reader.set;
    }

    private Map<String, Entry> sets(String root) {
        return byRoot.getOrDefault(root, Map.of());
    }

    private void keep(Place place, byte[] bytes) {
        XmlNode.stream(place, bytes, ROOTS, node -> {
            String id = information(node)
                    .flatMap(i -> i.find("dataSetInformation", "UUID"))
                    .map(XmlNode::text)
                    .orElse("");
            if (id.isEmpty()) {
                set.issues().add(place.withRow(node.line()).withColumn("UUID"), "import.missing", "UUID");
            } else if (byRoot.computeIfAbsent(node.name(), r -> new LinkedHashMap<>())
                            .putIfAbsent(id, new Entry(node, place))
                    != null) {
                set.duplicates().add(id);
            }
        });
    }

    /** The first block of every data set, named after its kind. */
    private static Optional<XmlNode> information(XmlNode node) {
        return switch (node.name()) {
            case "unitGroupDataSet" -> node.find("unitGroupInformation");
            case "flowPropertyDataSet" -> node.find("flowPropertiesInformation");
            case "flowDataSet" -> node.find("flowInformation");
            case "processDataSet" -> node.find("processInformation");
            default -> node.find("LCIAMethodInformation");
        };
    }

    private void unitGroup(String id, Entry entry) {
        String reference = information(entry.node())
                .map(i -> i.text("quantitativeReference", "referenceToReferenceUnit"))
                .orElse("");
        entry.node()
                .find("units")
                .ifPresent(units -> units.children("unit").forEach(unit -> {
                    if (unit.attribute("dataSetInternalID").equals(reference)) {
                        unitOfGroup.put(id, unit.text("name"));
                    }
                }));
    }

    private void flowProperty(String id, Entry entry) {
        information(entry.node())
                .flatMap(i -> i.find("quantitativeReference", "referenceToReferenceUnitGroup"))
                .ifPresent(reference -> groupOfProperty.put(id, reference.attribute("refObjectId")));
    }

    private void flow(String id, Entry entry) {
        XmlNode node = entry.node();
        String name = node.text("flowInformation", "dataSetInformation", "name", "baseName");
        String type = node.text("modellingAndValidation", "LCIMethod", "typeOfDataSet");
        FlowKind kind = type.startsWith("Elementary")
                ? FlowKind.ELEMENTARY
                : type.startsWith("Waste") ? FlowKind.WASTE : FlowKind.PRODUCT;
        String reference = node.text("flowInformation", "quantitativeReference", "referenceToReferenceFlowProperty");
        Unit unit = node.find("flowProperties").stream()
                .flatMap(p -> p.children("flowProperty").stream())
                .filter(p ->
                        reference.isEmpty() || p.attribute("dataSetInternalID").equals(reference))
                .findFirst()
                .flatMap(p -> p.find("referenceToFlowPropertyDataSet"))
                .map(property -> unit(property, entry.place()))
                .orElseGet(() -> set.unit("", entry.place()));
        set.add(new Flow(id, name, kind, unit, ""));
    }

    /** The unit of a flow property, through its data set or, where that is not in the archive, by its usual name. */
    private Unit unit(XmlNode property, Place place) {
        String group = groupOfProperty.getOrDefault(property.attribute("refObjectId"), "");
        String name = unitOfGroup.getOrDefault(group, "");
        if (!name.isEmpty()) {
            return set.unit(name, place);
        }
        return switch (property.text("shortDescription").toLowerCase(Locale.ROOT)) {
            case "mass" -> Units.KILOGRAM;
            case "net calorific value", "energy" -> Units.MEGAJOULE;
            case "volume" -> Units.CUBIC_METRE;
            case "number", "number of items" -> Units.ITEM;
            case "area" -> Units.SQUARE_METRE;
            case "goods transport (mass*distance)" -> Units.TONNE_KILOMETRE;
            default -> set.unit("", place);
        };
    }

    private void process(String id, Entry entry) {
        XmlNode node = entry.node();
        XmlNode information = information(node).orElse(node);
        String reference = information.text("quantitativeReference", "referenceToReferenceFlow");
        List<Exchange> exchanges = new ArrayList<>();
        node.find("exchanges")
                .ifPresent(all -> all.children("exchange")
                        .forEach(e -> exchange(e, reference, entry.place()).ifPresent(exchanges::add)));
        String location = information
                .find("geography", "locationOfOperationSupplyOrProduction")
                .map(g -> g.attribute("location"))
                .orElse("");
        String year = information.text("time", "referenceYear");
        String name = information.text("dataSetInformation", "name", "baseName");
        set.add(new Process(
                id,
                name.isEmpty() ? id : name,
                location,
                year.matches("(19|20)\\d\\d") ? Integer.parseInt(year) : 2015,
                exchanges,
                entry.place()));
    }

    private Optional<Exchange> exchange(XmlNode node, String reference, Place place) {
        Place here = place.withRow(node.line());
        String flow = node.find("referenceToFlowDataSet")
                .map(f -> f.attribute("refObjectId"))
                .orElse("");
        if (!set.flows().containsKey(flow)) {
            set.issues()
                    .add(here.withColumn("referenceToFlowDataSet"), "import.unknown", flow.isEmpty() ? "flow" : flow);
            return Optional.empty();
        }
        String resulting = node.text("resultingAmount");
        double amount = set.number(resulting.isEmpty() ? node.text("meanAmount") : resulting, here, "resultingAmount");
        boolean input = node.text("exchangeDirection").equalsIgnoreCase("input");
        boolean isReference = node.attribute("dataSetInternalID").equals(reference);
        return Optional.of(new Exchange(flow, amount, input, isReference, Optional.empty()));
    }

    private void method(String id, Entry entry) {
        Map<String, Double> factors = new HashMap<>();
        entry.node()
                .find("characterisationFactors")
                .ifPresent(all -> all.children("factor").forEach(f -> {
                    String flow = f.find("referenceToFlowDataSet")
                            .map(r -> r.attribute("refObjectId"))
                            .orElse("");
                    double value = set.number(f.text("meanValue"), entry.place().withRow(f.line()), "meanValue");
                    if (f.text("location").isEmpty()) {
                        factors.putIfAbsent(flow, value);
                    }
                }));
        String name = information(entry.node())
                .map(i -> i.text("dataSetInformation", "name"))
                .orElse(id);
        set.add(new Category(id, name, "", factors));
    }
}
