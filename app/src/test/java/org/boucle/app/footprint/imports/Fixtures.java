package org.boucle.app.footprint.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One small database in every format: a kilowatt hour releases 0.4 kg CO2 and takes 1 g of steel; a kilogram of steel
 * releases 1.5 kg CO2 and 10 g of methane and takes 2 kWh. By hand, with methane at 29.8:
 * {@code e = (0.4 + 0.001 * 1.798) / (1 - 0.002)}, {@code s = 1.798 + 2 e}.
 */
public final class Fixtures {
    public static final double POWER = (0.4 + 0.001 * 1.798) / (1 - 0.002);
    public static final double STEEL = 1.798 + 2 * POWER;

    private Fixtures() {}

    public static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    public static Map<String, String> jsonLd() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("openlca.json", "{\"schemaVersion\":2}");
        files.put(
                "unit_groups/mass.json",
                "{\"@type\":\"UnitGroup\",\"@id\":\"mass\",\"units\":[{\"@id\":\"kg\",\"name\":\"kg\",\"conversionFactor\":1.0,"
                        + "\"isRefUnit\":true},{\"@id\":\"g\",\"name\":\"g\",\"conversionFactor\":0.001}]}");
        files.put(
                "unit_groups/energy.json",
                "{\"@type\":\"UnitGroup\",\"@id\":\"energy\",\"units\":[{\"@id\":\"kWh\",\"name\":\"kWh\","
                        + "\"conversionFactor\":1.0,\"isRefUnit\":true}]}");
        files.put("flow_properties/m.json", "{\"@id\":\"m\",\"unitGroup\":{\"@id\":\"mass\"}}");
        files.put("flow_properties/e.json", "{\"@id\":\"e\",\"unitGroup\":{\"@id\":\"energy\"}}");
        files.put("flows/steel.json", flow("steel", "Steel", "PRODUCT_FLOW", "m"));
        files.put("flows/power.json", flow("power", "Electricity", "PRODUCT_FLOW", "e"));
        files.put("flows/co2.json", flow("co2", "Carbon dioxide, fossil", "ELEMENTARY_FLOW", "m"));
        files.put("flows/ch4.json", flow("ch4", "Methane, fossil", "ELEMENTARY_FLOW", "m"));
        files.put("flows/dust.json", flow("dust", "Particulates, > 10 um", "ELEMENTARY_FLOW", "m"));
        files.put(
                "processes/p1.json",
                "{\"@id\":\"p1\",\"name\":\"Electricity production\",\"location\":{\"code\":\"FR\"},\"exchanges\":["
                        + exchange("power", "kWh", 1, false, true, "") + ","
                        + exchange("co2", "kg", 0.4, false, false, "")
                        + "," + exchange("steel", "g", 1, true, false, "p2") + ","
                        + exchange("dust", "g", 5, false, false, "") + "]}");
        files.put(
                "processes/p2.json",
                "{\"@id\":\"p2\",\"name\":\"Steel production\",\"exchanges\":["
                        + exchange("steel", "kg", 1, false, true, "") + ","
                        + exchange("co2", "kg", 1.5, false, false, "")
                        + "," + exchange("ch4", "g", 10, false, false, "") + ","
                        + exchange("power", "kWh", 2, true, false, "p1") + "]}");
        return files;
    }

    private static String flow(String id, String name, String type, String property) {
        return "{\"@id\":\"" + id + "\",\"name\":\"" + name + "\",\"flowType\":\"" + type
                + "\",\"flowProperties\":[{\"isRefFlowProperty\":true,\"conversionFactor\":1.0,\"flowProperty\":{\"@id\":\""
                + property + "\"}}]}";
    }

    private static String exchange(
            String flow, String unit, double amount, boolean input, boolean reference, String provider) {
        return "{\"flow\":{\"@id\":\"" + flow + "\"},\"unit\":{\"@id\":\"" + unit + "\"},\"amount\":" + amount
                + ",\"isInput\":" + input + ",\"isQuantitativeReference\":" + reference
                + (provider.isEmpty() ? "" : ",\"defaultProvider\":{\"@id\":\"" + provider + "\"}") + "}";
    }

    static String ecoSpold1() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ecoSpold xmlns=\"http://www.EcoInvent.org/EcoSpold01\">\n"
                + dataset1(
                        "1",
                        "Electricity",
                        "kWh",
                        "FR",
                        nature("Carbon dioxide, fossil", 0.4)
                                + techno("Steel", "kg", "RER", 0.001)
                                + nature("Particulates, > 10 um", 0.005))
                + dataset1(
                        "2",
                        "Steel",
                        "kg",
                        "RER",
                        nature("Carbon dioxide, fossil", 1.5)
                                + nature("Methane, fossil", 0.01)
                                + techno("Electricity", "kWh", "FR", 2))
                + "</ecoSpold>\n";
    }

    private static String dataset1(String number, String name, String unit, String location, String exchanges) {
        return "<dataset number=\"" + number + "\">\n<metaInformation><processInformation><referenceFunction name=\""
                + name
                + "\" unit=\"" + unit + "\" amount=\"1\"/><geography location=\"" + location
                + "\"/><timePeriod><endYear>2019</endYear></timePeriod></processInformation></metaInformation>\n<flowData>\n"
                + "<exchange number=\"9\" name=\"" + name + "\" unit=\"" + unit
                + "\" meanValue=\"1\"><outputGroup>0</outputGroup></exchange>\n" + exchanges
                + "</flowData>\n</dataset>\n";
    }

    private static String nature(String name, double value) {
        return "<exchange number=\"3\" name=\"" + name.replace(">", "&gt;")
                + "\" category=\"air\" subCategory=\"unspecified\"" + " unit=\"kg\" meanValue=\"" + value
                + "\"><outputGroup>4</outputGroup></exchange>\n";
    }

    private static String techno(String name, String unit, String location, double value) {
        return "<exchange number=\"4\" name=\"" + name + "\" location=\"" + location + "\" unit=\"" + unit
                + "\" meanValue=\"" + value + "\"><inputGroup>5</inputGroup></exchange>\n";
    }

    static Map<String, String> ecoSpold2() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "datasets/a1.spold",
                activity(
                        "a1",
                        "Electricity production",
                        "FR",
                        "power",
                        "kWh",
                        intermediate("steel", "kg", "a2", 0.001)
                                + elementary("co2", "Carbon dioxide, fossil", 0.4)
                                + elementary("dust", "Particulates", 0.005)));
        files.put(
                "datasets/a2.spold",
                activity(
                        "a2",
                        "Steel production",
                        "RER",
                        "steel",
                        "kg",
                        intermediate("power", "kWh", "a1", 2)
                                + elementary("co2", "Carbon dioxide, fossil", 1.5)
                                + elementary("ch4", "Methane, fossil", 0.01)));
        return files;
    }

    private static String activity(
            String id, String name, String place, String product, String unit, String exchanges) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<ecoSpold xmlns=\"http://www.EcoInvent.org/EcoSpold02\">\n"
                + "<activityDataset><activityDescription><activity id=\"" + id + "\"><activityName xml:lang=\"en\">"
                + name
                + "</activityName></activity><geography><shortname>" + place + "</shortname></geography>"
                + "<timePeriod startDate=\"2015-01-01\" endDate=\"2019-12-31\"/></activityDescription>\n<flowData>\n"
                + "<intermediateExchange intermediateExchangeId=\"" + product + "\" amount=\"1\"><name>" + product
                + "</name><unitName>" + unit + "</unitName><outputGroup>0</outputGroup></intermediateExchange>\n"
                + exchanges
                + "</flowData></activityDataset>\n</ecoSpold>\n";
    }

    private static String intermediate(String id, String unit, String link, double amount) {
        return "<intermediateExchange intermediateExchangeId=\"" + id + "\" activityLinkId=\"" + link + "\" amount=\""
                + amount + "\"><name>" + id + "</name><unitName>" + unit
                + "</unitName><inputGroup>5</inputGroup></intermediateExchange>\n";
    }

    private static String elementary(String id, String name, double amount) {
        return "<elementaryExchange elementaryExchangeId=\"" + id + "\" amount=\"" + amount + "\"><name>" + name
                + "</name><unitName>kg</unitName><compartment><compartment>air</compartment></compartment>"
                + "<outputGroup>4</outputGroup></elementaryExchange>\n";
    }

    static Map<String, String> ilcd() {
        Map<String, String> files = new LinkedHashMap<>();
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        files.put(
                "ILCD/unitgroups/ug.xml",
                head
                        + "<unitGroupDataSet xmlns=\"http://lca.jrc.it/ILCD/UnitGroup\" xmlns:common=\"http://lca.jrc.it/ILCD/Common\">"
                        + "<unitGroupInformation><dataSetInformation><common:UUID>ug</common:UUID></dataSetInformation>"
                        + "<quantitativeReference><referenceToReferenceUnit>0</referenceToReferenceUnit></quantitativeReference>"
                        + "</unitGroupInformation><units><unit dataSetInternalID=\"0\"><name>kWh</name></unit></units></unitGroupDataSet>");
        files.put(
                "ILCD/flowproperties/fp.xml",
                head + "<flowPropertyDataSet xmlns:common=\"c\"><flowPropertiesInformation><dataSetInformation>"
                        + "<common:UUID>fp</common:UUID></dataSetInformation><quantitativeReference>"
                        + "<referenceToReferenceUnitGroup refObjectId=\"ug\"/></quantitativeReference>"
                        + "</flowPropertiesInformation></flowPropertyDataSet>");
        files.put(
                "ILCD/flows/power.xml",
                head + ilcdFlow("power", "Electricity", "Product flow", "fp", "Electric energy"));
        files.put("ILCD/flows/steel.xml", head + ilcdFlow("steel", "Steel", "Product flow", "x", "Mass"));
        files.put(
                "ILCD/flows/co2.xml",
                head + ilcdFlow("co2", "carbon dioxide (fossil)", "Elementary flow", "x", "Mass"));
        files.put("ILCD/flows/ch4.xml", head + ilcdFlow("ch4", "methane (fossil)", "Elementary flow", "x", "Mass"));
        files.put("ILCD/flows/dust.xml", head + ilcdFlow("dust", "dust", "Elementary flow", "x", "Mass"));
        files.put(
                "ILCD/processes/p1.xml",
                head
                        + ilcdProcess(
                                "p1",
                                "Electricity production",
                                "FR",
                                ilcdExchange(0, "power", "Output", 1)
                                        + ilcdExchange(1, "co2", "Output", 0.4)
                                        + ilcdExchange(2, "steel", "Input", 0.001)
                                        + ilcdExchange(3, "dust", "Output", 0.005)));
        files.put(
                "ILCD/processes/p2.xml",
                head
                        + ilcdProcess(
                                "p2",
                                "Steel production",
                                "RER",
                                ilcdExchange(0, "steel", "Output", 1)
                                        + ilcdExchange(1, "co2", "Output", 1.5)
                                        + ilcdExchange(2, "ch4", "Output", 0.01)
                                        + ilcdExchange(3, "power", "Input", 2)));
        return files;
    }

    private static String ilcdFlow(String id, String name, String type, String property, String description) {
        return "<flowDataSet xmlns=\"http://lca.jrc.it/ILCD/Flow\" xmlns:common=\"http://lca.jrc.it/ILCD/Common\"><flowInformation>"
                + "<dataSetInformation><common:UUID>" + id + "</common:UUID><name><baseName>" + name
                + "</baseName></name></dataSetInformation><quantitativeReference><referenceToReferenceFlowProperty>0"
                + "</referenceToReferenceFlowProperty></quantitativeReference></flowInformation><modellingAndValidation><LCIMethod>"
                + "<typeOfDataSet>" + type + "</typeOfDataSet></LCIMethod></modellingAndValidation><flowProperties>"
                + "<flowProperty dataSetInternalID=\"0\"><referenceToFlowPropertyDataSet refObjectId=\"" + property
                + "\"><common:shortDescription>" + description
                + "</common:shortDescription></referenceToFlowPropertyDataSet>"
                + "<meanValue>1</meanValue></flowProperty></flowProperties></flowDataSet>";
    }

    private static String ilcdProcess(String id, String name, String place, String exchanges) {
        return "<processDataSet xmlns=\"http://lca.jrc.it/ILCD/Process\" xmlns:common=\"http://lca.jrc.it/ILCD/Common\">"
                + "<processInformation><dataSetInformation><common:UUID>" + id + "</common:UUID><name><baseName>" + name
                + "</baseName></name></dataSetInformation><quantitativeReference><referenceToReferenceFlow>0"
                + "</referenceToReferenceFlow></quantitativeReference><time><common:referenceYear>2019</common:referenceYear></time>"
                + "<geography><locationOfOperationSupplyOrProduction location=\"" + place
                + "\"/></geography></processInformation>"
                + "<exchanges>" + exchanges + "</exchanges></processDataSet>";
    }

    private static String ilcdExchange(int number, String flow, String direction, double amount) {
        return "<exchange dataSetInternalID=\"" + number + "\"><referenceToFlowDataSet refObjectId=\"" + flow
                + "\"/><exchangeDirection>" + direction + "</exchangeDirection><meanAmount>" + amount
                + "</meanAmount><resultingAmount>" + amount + "</resultingAmount></exchange>";
    }

    static String own() {
        return "id,code,name_fr,name_en,impact,value,unit,geography,year,uncertainty,source,licence\n"
                + "x1,material.alloy,Alliage,Alloy,ghg,3.2,kg,FR,2024,pm:20,Supplier A,declared\n"
                + "x2,material.alloy,Alliage,Alloy,water,0.05,kg,FR,2024,,Supplier A,declared\n"
                + "x3,electricity.green,Offre verte,Green offer,ghg,0.011,kg CO2e/kWh,France,2024,gsd:1.2,Supplier B,declared\n";
    }

    /** The layout of the Base Carbone, values of our own. */
    static String baseCarbone() {
        return "Type Ligne;Identifiant de l'élément;Structure;Nom base français;Nom base anglais;Nom attribut français;"
                + "Code de la catégorie;Unité français;Statut de l'élément;Localisation géographique;Incertitude;"
                + "Date de modification;Total poste non décomposé;CO2b\n"
                + "Elément;90001;élément non décomposé;Acier d'essai;Test steel;tôle;Achats de biens > Métaux;kgCO2e/tonne;"
                + "Valide générique;France continentale;10;2023-05-01;2150,5;\n"
                + "Elément;90002;élément décomposé;Gaz d'essai;Test gas;;Combustibles > Fossiles;kgCO2e/kWh PCI;Valide générique;"
                + "France continentale;5;2024-01-01;0,241;0,01\n"
                + "Poste;90002;poste;Gaz d'essai;Test gas;;Combustibles > Fossiles;kgCO2e/kWh PCI;Valide générique;"
                + "France continentale;5;2024-01-01;0,201;\n"
                + "Elément;90003;élément non décomposé;Vieux;Old;;Archives;kgCO2e/tonne;Archivé;Monde;50;2010-01-01;9;\n"
                + "Elément;90004;élément non décomposé;Repas;Meal;;Achats;kgCO2e/repas moyen;Valide;Monde;50;2020-01-01;2;\n";
    }
}
