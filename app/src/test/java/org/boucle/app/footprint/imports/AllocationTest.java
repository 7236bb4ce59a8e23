package org.boucle.app.footprint.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.boucle.core.factors.Factor;
import org.boucle.core.impact.lca.Spread;
import org.boucle.core.impact.lca.Spreads;
import org.junit.jupiter.api.Test;

/**
 * One process makes 1 kg of oil and 3 kg of meal and releases 8 kg of CO2; another one makes meal alone for 1 kg of CO2.
 * Worth 30 and 10. By hand: by mass 2 and 2 kg/kg, by value 6 and 2/3, by cause (half of the CO2 each) 4 and 4/3,
 * substituted 8 - 3 = 5, cut off 8.
 */
class AllocationTest {
    private static Map<String, String> jsonLd(String sharing) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "unit_groups/mass.json",
                "{\"@id\":\"mass\",\"units\":[{\"@id\":\"kg\",\"name\":\"kg\",\"isRefUnit\":true}]}");
        files.put("flow_properties/m.json", "{\"@id\":\"m\",\"unitGroup\":{\"@id\":\"mass\"}}");
        for (String flow : new String[] {"oil", "meal"}) {
            files.put("flows/" + flow + ".json", flow(flow, flow, "PRODUCT_FLOW"));
        }
        files.put("flows/co2.json", flow("co2", "Carbon dioxide, fossil", "ELEMENTARY_FLOW"));
        files.put(
                "processes/press.json",
                "{\"@id\":\"press\",\"name\":\"Oil press\"," + sharing + "\"exchanges\":["
                        + exchange(1, "oil", "1", false, ",\"isQuantitativeReference\":true,\"costValue\":30") + ","
                        + exchange(2, "meal", "3", false, ",\"costValue\":10") + ","
                        + exchange(3, "co2", "8", false, "") + "]}");
        return files;
    }

    private static void withMealAlone(Map<String, String> files) {
        files.put(
                "processes/alone.json",
                "{\"@id\":\"alone\",\"name\":\"Meal alone\",\"exchanges\":["
                        + exchange(1, "meal", "1", false, ",\"isQuantitativeReference\":true") + ","
                        + exchange(2, "co2", "1", false, "") + "]}");
    }

    private static String flow(String id, String name, String type) {
        return "{\"@id\":\"" + id + "\",\"name\":\"" + name + "\",\"flowType\":\"" + type
                + "\",\"flowProperties\":[{\"isRefFlowProperty\":true,\"flowProperty\":{\"@id\":\"m\"}}]}";
    }

    private static String exchange(int number, String flow, String amount, boolean input, String more) {
        return "{\"internalId\":" + number + ",\"flow\":{\"@id\":\"" + flow
                + "\"},\"unit\":{\"@id\":\"kg\"},\"amount\":" + amount + ",\"isInput\":" + input + more + "}";
    }

    private static ImportedFile read(Map<String, String> files, Allocation allocation) {
        return Importers.read("db.zip", Fixtures.zip(files), Set.of(), ImportOptions.STATED.with(allocation));
    }

    private static void gives(ImportedFile file, double oil, double meal) {
        assertThat(ghg(file, "lca.oil-press")).isCloseTo(oil, within(1e-12));
        assertThat(ghg(file, "lca.oil-press-meal")).isCloseTo(meal, within(1e-12));
    }

    private static double ghg(ImportedFile file, String code) {
        return file.factors().stream()
                .filter(f -> f.impact().equals("ghg") && f.code().equals(code))
                .mapToDouble(Factor::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void asTheUserChooses() {
        gives(read(jsonLd(""), Allocation.PHYSICAL), 2, 2);
        gives(read(jsonLd(""), Allocation.ECONOMIC), 6, 2.0 / 3);
        assertThat(ghg(read(jsonLd(""), Allocation.CUT_OFF), "lca.oil-press")).isCloseTo(8, within(1e-12));
        Map<String, String> files = jsonLd("");
        withMealAlone(files);
        ImportedFile substituted = read(files, Allocation.SUBSTITUTION);
        assertThat(ghg(substituted, "lca.oil-press")).isCloseTo(5, within(1e-12));
        assertThat(substituted.report().linked()).isEqualTo(1);
    }

    @Test
    void asTheDataSetStates() {
        String factors =
                "\"allocationFactors\":[{\"allocationType\":\"CAUSAL_ALLOCATION\",\"product\":{\"@id\":\"oil\"},"
                        + "\"value\":0.5,\"exchange\":{\"internalId\":3}},{\"allocationType\":\"CAUSAL_ALLOCATION\","
                        + "\"product\":{\"@id\":\"meal\"},\"value\":0.5,\"exchange\":{\"internalId\":3}},"
                        + "{\"allocationType\":\"PHYSICAL_ALLOCATION\",\"product\":{\"@id\":\"oil\"},\"value\":0.4},"
                        + "{\"allocationType\":\"PHYSICAL_ALLOCATION\",\"product\":{\"@id\":\"meal\"},\"value\":0.6}],";
        gives(
                read(jsonLd("\"defaultAllocationMethod\":\"CAUSAL_ALLOCATION\"," + factors), Allocation.STATED),
                4,
                4.0 / 3);
        ImportedFile physical =
                read(jsonLd("\"defaultAllocationMethod\":\"PHYSICAL_ALLOCATION\"," + factors), Allocation.STATED);
        gives(physical, 3.2, 1.6);
        Allocated said = physical.report().allocated().getFirst();
        assertThat(said.method()).isEqualTo(Allocation.PHYSICAL);
        assertThat(said.stated()).isTrue();
        assertThat(said.shares()).containsExactly(new Allocated.Share("oil", 0.4), new Allocated.Share("meal", 0.6));
    }

    @Test
    void whatNobodyStatesIsChosenAndSaid() {
        ImportedFile file = read(jsonLd(""), Allocation.STATED);
        gives(file, 6, 2.0 / 3);
        assertThat(file.report().divided()).isEqualTo(1);
        assertThat(file.report().allocated().getFirst().method()).isEqualTo(Allocation.ECONOMIC);
        assertThat(file.report().allocated().getFirst().stated()).isFalse();
    }

    @Test
    void anAvoidedProductIsACredit() {
        Map<String, String> files = jsonLd("");
        withMealAlone(files);
        files.put(
                "processes/press.json",
                "{\"@id\":\"press\",\"name\":\"Oil press\",\"exchanges\":["
                        + exchange(1, "oil", "1", false, ",\"isQuantitativeReference\":true") + ","
                        + exchange(2, "meal", "3", true, ",\"isAvoidedProduct\":true") + ","
                        + exchange(3, "co2", "8", false, "") + "]}");
        assertThat(ghg(read(files, Allocation.STATED), "lca.oil-press")).isCloseTo(5, within(1e-12));
    }

    @Test
    void parametersFormulasAndTheUsersOwnValues() {
        Map<String, String> files = jsonLd("");
        files.put("parameters/g.json", "{\"@id\":\"g\",\"name\":\"Fuel\",\"isInputParameter\":true,\"value\":3}");
        files.put(
                "processes/press.json",
                "{\"@id\":\"press\",\"name\":\"Oil press\",\"parameters\":[{\"name\":\"loss\",\"isInputParameter\":true,"
                        + "\"value\":0.5},{\"name\":\"total\",\"isInputParameter\":false,\"formula\":\"fuel/(1-loss)\"}],"
                        + "\"exchanges\":[" + exchange(1, "oil", "1", false, ",\"isQuantitativeReference\":true") + ","
                        + exchange(3, "co2", "99", false, ",\"amountFormula\":\"if(total > 1; 2*TOTAL; 0)\"") + ","
                        + exchange(4, "co2", "0.25", false, ",\"amountFormula\":\"unknown_name * 2\"") + "]}");
        ImportedFile file = read(files, Allocation.STATED);
        assertThat(file.report().counts()).containsEntry("formulas", 1).containsEntry("formulasRefused", 1);
        assertThat(ghg(file, "lca.oil-press")).isCloseTo(12.25, within(1e-12));
        ImportedFile other = Importers.read(
                "db.zip", Fixtures.zip(files), Set.of(), new ImportOptions(Allocation.STATED, Map.of("fuel", 6.0)));
        assertThat(ghg(other, "lca.oil-press")).isCloseTo(24.25, within(1e-12));
    }

    @Test
    void aFactorOfThePlaceComesBeforeTheOneWithoutPlace() {
        Map<String, String> files = jsonLd("\"location\":{\"@id\":\"l\"},");
        files.put("locations/l.json", "{\"@id\":\"l\",\"code\":\"FR\"}");
        files.put(
                "lcia_categories/c.json",
                "{\"@id\":\"c\",\"name\":\"Climate change\",\"impactFactors\":[{\"flow\":{\"@id\":\"co2\"},\"value\":1},"
                        + "{\"flow\":{\"@id\":\"co2\"},\"value\":5,\"location\":{\"code\":\"FR\"}},"
                        + "{\"flow\":{\"@id\":\"co2\"},\"value\":7,\"location\":{\"code\":\"DE\"}}]}");
        assertThat(ghg(read(files, Allocation.CUT_OFF), "lca.oil-press")).isCloseTo(40, within(1e-12));
        files.put("locations/l.json", "{\"@id\":\"l\",\"code\":\"XQ\"}");
        assertThat(ghg(read(files, Allocation.CUT_OFF), "lca.oil-press")).isCloseTo(8, within(1e-12));
    }

    @Test
    void openLcaUncertaintiesOfFourShapes() {
        Map<String, String> files = jsonLd("");
        files.put(
                "processes/press.json",
                "{\"@id\":\"press\",\"name\":\"Oil press\",\"exchanges\":["
                        + exchange(1, "oil", "1", false, ",\"isQuantitativeReference\":true") + "]}");
        String[] stated = {
            "{\"distributionType\":\"LOG_NORMAL_DISTRIBUTION\",\"geomMean\":8,\"geomSd\":1.5}",
            "{\"distributionType\":\"NORMAL_DISTRIBUTION\",\"mean\":8,\"sd\":0.8}",
            "{\"distributionType\":\"TRIANGLE_DISTRIBUTION\",\"minimum\":4,\"mode\":8,\"maximum\":16}",
            "{\"distributionType\":\"UNIFORM_DISTRIBUTION\",\"minimum\":6,\"maximum\":10}"
        };
        Spread[] expected = {
            new Spread.Lognormal(Math.log(1.5)),
            new Spread.Normal(0.1),
            new Spread.Triangular(0.5, 1, 2),
            new Spread.Uniform(0.75, 1.25)
        };
        for (int k = 0; k < stated.length; k++) {
            files.put(
                    "processes/press.json",
                    "{\"@id\":\"press\",\"name\":\"Oil press\",\"exchanges\":["
                            + exchange(1, "oil", "1", false, ",\"isQuantitativeReference\":true") + ","
                            + exchange(3, "co2", "8", false, ",\"uncertainty\":" + stated[k]) + "]}");
            ImportedFile file = read(files, Allocation.STATED);
            assertThat(spread(file)).isEqualTo(expected[k]);
            assertThat(file.report().counts()).containsEntry("spreads", 1);
        }
    }

    private static Spread spread(ImportedFile file) {
        Spreads spreads = file.database().orElseThrow().biosphere();
        return spreads.get(spreads.size() - 1);
    }

    private static String spold2(String exchanges) {
        return "<ecoSpold xmlns=\"http://www.EcoInvent.org/EcoSpold02\"><activityDataset><activityDescription>"
                + "<activity id=\"a1\"><activityName>Oil press</activityName></activity></activityDescription><flowData>"
                + exchanges + "</flowData></activityDataset></ecoSpold>";
    }

    private static String product2(String id, int group, double amount, double price) {
        return "<intermediateExchange intermediateExchangeId=\"" + id + "\" amount=\"" + amount + "\"><name>" + id
                + "</name><unitName>kg</unitName><property amount=\"" + price
                + "\"><name>price</name></property><outputGroup>" + group + "</outputGroup></intermediateExchange>";
    }

    @Test
    void ecoSpold2SharesByPriceAndAddsThePedigree() {
        String co2 = "<elementaryExchange elementaryExchangeId=\"co2\" amount=\"8\"><name>Carbon dioxide, fossil</name>"
                + "<unitName>kg</unitName><uncertainty><lognormal meanValue=\"8\" mu=\"2\" variance=\"0.0006\"/>"
                + "<pedigreeMatrix reliability=\"2\" completeness=\"3\" temporalCorrelation=\"1\""
                + " geographicalCorrelation=\"4\" furtherTechnologyCorrelation=\"5\"/></uncertainty>"
                + "<outputGroup>4</outputGroup></elementaryExchange>";
        ImportedFile file = Importers.read(
                "a.spold",
                spold2(product2("oil", 0, 1, 30) + product2("meal", 2, 3, 10.0 / 3) + co2)
                        .getBytes(StandardCharsets.UTF_8),
                Set.of());
        gives(file, 6, 2.0 / 3);
        // 0.0006 + 0.0006 + 0.0006 + 0 + 0.0006 + 0.12
        assertThat(((Spread.Lognormal) spread(file)).sigma()).isCloseTo(Math.sqrt(0.1224), within(1e-12));
    }

    @Test
    void ecoSpold1SharesByItsFractions() {
        String text = "<ecoSpold xmlns=\"http://www.EcoInvent.org/EcoSpold01\"><dataset number=\"1\"><metaInformation>"
                + "<processInformation><referenceFunction name=\"Oil press\" unit=\"kg\" amount=\"1\"/>"
                + "</processInformation></metaInformation><flowData>"
                + "<exchange number=\"2\" name=\"meal\" unit=\"kg\" meanValue=\"3\"><outputGroup>2</outputGroup></exchange>"
                + "<exchange number=\"3\" name=\"Carbon dioxide, fossil\" category=\"air\" unit=\"kg\" meanValue=\"8\""
                + " uncertaintyType=\"1\" standardDeviation95=\"1.44\"><outputGroup>4</outputGroup></exchange>"
                + "<allocation referenceToCoProduct=\"2\" allocationMethod=\"1\" fraction=\"25\">"
                + "<referenceToInputOutput>3</referenceToInputOutput></allocation></flowData></dataset></ecoSpold>";
        ImportedFile file = Importers.read("a.xml", text.getBytes(StandardCharsets.UTF_8), Set.of());
        gives(file, 6, 2.0 / 3);
        assertThat(((Spread.Lognormal) spread(file)).sigma()).isCloseTo(Math.log(1.2), within(1e-12));
    }

    @Test
    void ilcdSharesByItsFractionsAndEvaluatesItsVariables() {
        Map<String, String> files = Fixtures.ilcd();
        String process = files.get("ILCD/processes/p2.xml");
        files.put(
                "ILCD/flows/slag.xml",
                files.get("ILCD/flows/steel.xml").replace("steel", "slag").replace("Steel", "Slag"));
        // the CO2 of steel becomes 2 x 0.75 by a variable; the methane goes to the slag by 40 %
        process = process.replace(
                "<time>",
                "<mathematicalRelations><variableParameter name=\"half\"><formula>1.5/2</formula></variableParameter>"
                        + "</mathematicalRelations><time>");
        process = process.replace(
                "<meanAmount>1.5</meanAmount>",
                "<referenceToVariable>half</referenceToVariable><meanAmount>2</meanAmount>"
                        + "<uncertaintyDistributionType>normal</uncertaintyDistributionType>"
                        + "<relativeStandardDeviation95In>0.3</relativeStandardDeviation95In>");
        process = process.replace(
                "<meanAmount>0.01</meanAmount>",
                "<meanAmount>0.01</meanAmount><allocations><allocation internalReferenceToCoProduct=\"9\""
                        + " allocatedFraction=\"40\"/></allocations>");
        process = process.replace(
                "</exchanges>",
                "<exchange dataSetInternalID=\"9\"><referenceToFlowDataSet refObjectId=\"slag\"/><exchangeDirection>Output"
                        + "</exchangeDirection><resultingAmount>1</resultingAmount></exchange></exchanges>");
        files.put("ILCD/processes/p2.xml", process);
        ImportedFile file = read(files, Allocation.STATED);
        Allocated said = file.report().allocated().getFirst();
        assertThat(said.method()).isEqualTo(Allocation.CAUSAL);
        assertThat(file.report().counts()).containsEntry("formulas", 1);
        // steel and slag weigh the same, so halves, but 60 and 40 % of the methane: e = 0.4 + 0.001 s, s = 0.75 +
        // 0.6*0.298 + e
        double steel = (0.75 + 0.6 * 0.298 + 0.4) / (1 - 0.001);
        assertThat(ghg(file, "lca.steel-production")).isCloseTo(steel, within(1e-12));
        Spreads spreads = file.database().orElseThrow().biosphere();
        boolean found = false;
        for (int p = 0; p < spreads.size(); p++) {
            found |= spreads.get(p) instanceof Spread.Normal normal && Math.abs(normal.deviation() - 0.1) < 1e-12;
        }
        assertThat(found).isTrue();
    }
}
