package org.boucle.app.footprint.imports;

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
import org.boucle.core.input.Place;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;

/**
 * ILCD 1.1 archives: unit groups, flow properties, flows, processes and LCIA methods as XML, read in this order and
 * forgotten one by one. A process links to the only producer of a flow, since the format names no provider.
 */
final class IlcdReader {
    private static final List<String> ROOTS =
            List.of("unitGroupDataSet", "flowPropertyDataSet", "flowDataSet", "processDataSet", "LCIAMethodDataSet");
    private static final List<String> FOLDERS =
            List.of("unitgroups", "flowproperties", "flows", "processes", "lciamethods");

    private final String file;
    private final ImportOptions options;
    private final ProcessSet set = new ProcessSet("ILCD");
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> unitOfGroup = new HashMap<>();
    private final Map<String, String> groupOfProperty = new HashMap<>();
    private int pass;

    private IlcdReader(String file, ImportOptions options) {
        this.file = file;
        this.options = options;
    }

    /** A data set with its place. */
    private record Entry(XmlNode node, Place place) {}

    static ProcessSet read(String file, byte[] content, ImportOptions options) {
        IlcdReader reader = new IlcdReader(file, options);
        List<Predicate<String>> passes = new ArrayList<>();
        for (int pass = 0; pass < ROOTS.size(); pass++) {
            int now = pass;
            passes.add(entry -> reader.isWanted(entry, now));
        }
        Archives.inPasses(file, content, passes, reader::accept);
        return reader.set;
    }

    /** The folder says what a file holds; a file in a folder of another name is looked at in each pass. */
    private boolean isWanted(String entry, int now) {
        pass = now;
        String path = entry.replace('\\', '/').toLowerCase(Locale.ROOT);
        if (!path.endsWith(".xml")) {
            return false;
        }
        String[] parts = path.split("/");
        int folder = parts.length < 2 ? -1 : FOLDERS.indexOf(parts[parts.length - 2]);
        return folder < 0 || folder == now;
    }

    private void accept(String name, byte[] bytes) {
        Place place = Place.ofFile(file).withSheet(name);
        XmlNode.stream(place, bytes, List.of(ROOTS.get(pass)), node -> {
            String id = information(node)
                    .flatMap(i -> i.find("dataSetInformation", "UUID"))
                    .map(XmlNode::text)
                    .map(set::one)
                    .orElse("");
            if (id.isEmpty()) {
                set.issues().add(place.withRow(node.line()).withColumn("UUID"), "import.missing", "UUID");
            } else if (seen.add(node.name() + " " + id)) {
                take(id, new Entry(node, place));
            } else {
                set.duplicates().add(id);
            }
        });
    }

    private void take(String id, Entry entry) {
        switch (entry.node().name()) {
            case "unitGroupDataSet" -> unitGroup(id, entry);
            case "flowPropertyDataSet" -> flowProperty(id, entry);
            case "flowDataSet" -> flow(id, entry);
            case "processDataSet" -> process(id, entry);
            default -> method(id, entry);
        }
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
        List<XmlNode> all =
                node.find("exchanges").map(e -> e.children("exchange")).orElse(List.of());
        Formulas formulas = variables(information);
        all.forEach(e -> exchange(e, reference, entry.place(), formulas).ifPresent(exchanges::add));
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
                entry.place(),
                IlcdShares.of(node, all, exchanges)));
    }

    /** The variables of a process: a formula of others, or a mean value. */
    private Formulas variables(XmlNode information) {
        Formulas formulas = new Formulas();
        List<XmlNode> variables = information
                .find("mathematicalRelations")
                .map(m -> m.children("variableParameter"))
                .orElse(List.of());
        for (XmlNode variable : variables) {
            String name = variable.attribute("name");
            String formula = variable.text("formula");
            Double chosen = options.parameters().get(name.strip().toLowerCase(Locale.ROOT));
            if (chosen != null) {
                formulas.add(name, chosen);
            } else if (!name.isEmpty() && (formula.isEmpty() || !formulas.add(name, formula))) {
                formulas.add(name, IlcdShares.plain(variable.text("meanValue"), 0));
            }
        }
        return formulas;
    }

    private Optional<Exchange> exchange(XmlNode node, String reference, Place place, Formulas formulas) {
        Place here = place.withRow(node.line());
        String flow = set.one(node.find("referenceToFlowDataSet")
                .map(f -> f.attribute("refObjectId"))
                .orElse(""));
        if (!set.flows().containsKey(flow)) {
            set.issues()
                    .add(here.withColumn("referenceToFlowDataSet"), "import.unknown", flow.isEmpty() ? "flow" : flow);
            return Optional.empty();
        }
        double amount = amount(node, here, formulas);
        boolean input = node.text("exchangeDirection").equalsIgnoreCase("input");
        String number = node.attribute("dataSetInternalID");
        return Optional.of(Exchange.of(flow, amount, input, number.equals(reference))
                .numbered(number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0)
                .at(set.one(node.text("location")))
                .spread(set.spread(() -> IlcdShares.spread(node, amount))));
    }

    /** The mean amount times its variable where it has one, else the resulting amount. */
    private double amount(XmlNode node, Place here, Formulas formulas) {
        String resulting = node.text("resultingAmount");
        double stated = set.number(resulting.isEmpty() ? node.text("meanAmount") : resulting, here, "resultingAmount");
        String variable = node.text("referenceToVariable");
        if (variable.isEmpty()) {
            return stated;
        }
        OptionalDouble value = formulas.value(variable);
        set.formula(value.isPresent());
        return value.isPresent() ? value.getAsDouble() * IlcdShares.plain(node.text("meanAmount"), 1) : stated;
    }

    private void method(String id, Entry entry) {
        Map<String, Double> factors = new HashMap<>();
        Map<String, Map<String, Double>> regional = new HashMap<>();
        entry.node()
                .find("characterisationFactors")
                .ifPresent(all -> all.children("factor").forEach(f -> {
                    String flow = f.find("referenceToFlowDataSet")
                            .map(r -> r.attribute("refObjectId"))
                            .orElse("");
                    double value = set.number(f.text("meanValue"), entry.place().withRow(f.line()), "meanValue");
                    String where = f.text("location");
                    if (where.isEmpty()) {
                        factors.putIfAbsent(flow, value);
                    } else {
                        regional.computeIfAbsent(flow, r -> new HashMap<>()).putIfAbsent(where, value);
                    }
                }));
        String name = information(entry.node())
                .map(i -> i.text("dataSetInformation", "name"))
                .orElse(id);
        set.add(new Category(id, name, "", factors, regional));
    }
}
