package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.boucle.app.server.Json;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.ComponentSpec;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.ServerSpec;
import org.boucle.features.itfootprint.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Each defect of BoaviztAPI 2.4.1 by its number in docs/methods/it-footprint.md: what the peer answers, and what we answer,
 * in the dialect (compatible) or by our own rules (ours).
 */
class DefectsTest {
    private static final String PEER = "peer";
    private static final String DIALECT = "compatible";
    private static final String OURS = "ours";

    private static JsonNode post(String path, String body, String rules) {
        Answer answer = Oracle.post(path, body, rules);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Json.read(answer.text());
    }

    private static JsonNode get(String path, Map<String, String> query, String rules) {
        Answer answer = Oracle.get(path, query, rules);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Json.read(answer.text());
    }

    private static double figure(JsonNode answer, String path) {
        JsonNode node = answer.at("/impacts/" + path);
        assertThat(node.isNumber()).as(path + " of " + answer).isTrue();
        return node.asDouble();
    }

    @Test
    @DisplayName("Q1: the motherboard's routes answered 500 without a life")
    void motherboardHasALife() {
        assertThat(figure(get("/v1/component/motherboard", Map.of(), DIALECT), "gwp/embedded/value"))
                .isEqualTo(66.1);
        assertThat(get("/v1/component/motherboard/archetype", Map.of(), DIALECT).size())
                .isEqualTo(1);
        assertThat(get("/v1/component/motherboard/archetype_config", Map.of("archetype", "DEFAULT"), DIALECT)
                        .isObject())
                .isTrue();
    }

    @Test
    @DisplayName("Q2: the manufacturer of a processor is heeded by our rules")
    void manufacturerIsHeeded() {
        String cpu = "{\"manufacturer\":\"AMD\"}";
        assertThat(post("/v1/component/cpu", cpu, PEER)
                        .at("/verbose/manufacturer/status")
                        .asString())
                .isNotEqualTo("INPUT");
        assertThat(post("/v1/component/cpu", cpu, OURS)
                        .at("/verbose/manufacturer/status")
                        .asString())
                .isEqualTo("INPUT");
        String server = "{\"configuration\":{\"cpu\":" + cpu + "}}";
        assertThat(post("/v1/server/", server, PEER)
                        .at("/verbose/CPU-1/manufacturer/status")
                        .asString())
                .isNotEqualTo("INPUT");
        assertThat(post("/v1/server/", server, OURS)
                        .at("/verbose/CPU-1/manufacturer/status")
                        .asString())
                .isEqualTo("INPUT");
    }

    @Test
    @DisplayName(
            "Q2: where two makers have a curve, the manufacturer decides by our rules, and did nothing in the peer")
    void manufacturerDecidesTheCurve() {
        String curves = "manufacturer,model_range,a,b,c,d,source,licence\n"
                + "Intel,Xeon,171.1813,0.0354,36.8953,-10.1336,test,test\n"
                + "AMD,Opteron,35.5688,0.2438,9.6694,-0.6087,test,test\n";
        ItFootprint engine = ItFootprint.replacedBy(file ->
                file.equals("cpu_power_curve.csv") ? java.util.Optional.of(curves) : java.util.Optional.empty());
        ComponentSpec bare = ComponentSpec.of(ComponentKind.CPU).with(Field.MODEL_RANGE, "unheard of");
        ComponentSpec amd = bare.with(Field.MANUFACTURER, "AMD");
        ComponentSpec intel = bare.with(Field.MANUFACTURER, "Intel");
        assertThat(use(engine, amd, Rules.PEER)).isEqualTo(use(engine, intel, Rules.PEER));
        assertThat(use(engine, amd, Rules.OURS)).isLessThan(0.9 * use(engine, intel, Rules.OURS));
    }

    private static double use(ItFootprint engine, ComponentSpec cpu, Rules rules) {
        Request request = new Request(List.of(Criterion.GWP), OptionalDouble.empty(), rules, false);
        return engine.component(cpu, ComponentKind.CPU.usualArchetype(), request)
                .find(Criterion.GWP, Stage.USE)
                .orElseThrow()
                .value();
    }

    @Test
    @DisplayName("Q4: a wide interval rounds the value to one digit; our own answers are unrounded")
    void valuesAreNotRoundedToOneDigit() {
        for (String rules : List.of(PEER, DIALECT)) {
            assertThat(figure(post("/v1/server/", "{}", rules), "gwp/use/value"))
                    .isEqualTo(8_000);
        }
        Request request = new Request(List.of(Criterion.GWP), OptionalDouble.empty(), Rules.OURS, false);
        Assessment ours = ItFootprint.shipped().server(ServerSpec.of(ServerSpec.USUAL), request);
        JsonNode answer = ItJson.assessment(ours, 1, false);
        assertThat(figure(answer, "gwp/use/value"))
                .isCloseTo(7_741, within(1.0))
                .isNotEqualTo(8_000);
        assertThat(figure(answer, "gwp/use/value"))
                .isEqualTo(ours.find(Criterion.GWP, Stage.USE).orElseThrow().value());
    }

    @Test
    @DisplayName("Q3: model.archetype completes the server by our rules")
    void modelArchetypeIsHeeded() {
        String body = "{\"model\":{\"archetype\":\"platform_compute_low\"}}";
        double medium = figure(post("/v1/server/", "{}", OURS), "gwp/embedded/value");
        assertThat(figure(post("/v1/server/", body, PEER), "gwp/embedded/value"))
                .isEqualTo(900);
        assertThat(figure(post("/v1/server/", body, OURS), "gwp/embedded/value"))
                .isLessThan(medium);
    }

    @Test
    @DisplayName("Q5: all criteria, both toxicities and a typing error answered 500")
    void everyCriterionIsReachable() {
        assertThat(get("/v1/server/", Map.of("criteria", "all"), DIALECT)
                        .get("impacts")
                        .size())
                .isEqualTo(24);
        assertThat(figure(get("/v1/server/", Map.of("criteria", "ctuh_c"), DIALECT), "ctuh_c/embedded/value"))
                .isEqualTo(1.94e-7);
        assertThat(Oracle.get("/v1/server/", Map.of("criteria", "gpw"), DIALECT).status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("Q6: factors under misspelt keys are found by our rules")
    void misspeltKeysAreFound() {
        Map<String, String> query = Map.of("criteria", "gwppf");
        assertThat(get("/v1/terminal/laptop", query, PEER)
                        .at("/impacts/gwppf/embedded")
                        .asString())
                .isEqualTo("not implemented");
        assertThat(figure(get("/v1/terminal/laptop", query, OURS), "gwppf/embedded/value"))
                .isPositive();
        assertThat(figure(get("/v1/terminal/laptop", query, OURS), "gwppf/use/value"))
                .isPositive();
    }

    @Test
    @DisplayName("Q7: a bound of zero hides no use stage by our rules")
    void zeroBoundsHideNothing() {
        Map<String, String> query = Map.of("criteria", "odp");
        assertThat(get("/v1/server/", query, PEER).at("/impacts/odp/use").asString())
                .isEqualTo("not implemented");
        assertThat(figure(get("/v1/server/", query, OURS), "odp/use/value")).isPositive();
    }

    @Test
    @DisplayName("Q8: the box of the fit caps a Xeon Gold of 300 W")
    void noBoxCapsTheCurve() {
        String body = "{\"cpu\":{\"manufacturer\":\"Intel\",\"model_range\":\"Xeon Gold\",\"tdp\":300}}";
        assertThat(power(post("/v1/consumption_profile/cpu", body, PEER), 100)).isLessThan(0.98 * 1.02 * 300);
        assertThat(power(post("/v1/consumption_profile/cpu", body, OURS), 100)).isCloseTo(1.02 * 300, within(2.0));
    }

    private static double power(JsonNode curve, double load) {
        return new org.boucle.features.itfootprint.PowerCurve(
                        curve.get("a").asDouble(),
                        curve.get("b").asDouble(),
                        curve.get("c").asDouble(),
                        curve.get("d").asDouble())
                .watts(load);
    }

    @Test
    @DisplayName("Q9: a value is never outside its bounds")
    void valuesStayInside() {
        String body = "{\"units\":2}";
        Map<String, String> blade = Map.of("archetype", "blade");
        JsonNode query = Json.read("{\"archetype\":\"blade\",\"verbose\":\"false\"}");
        JsonNode peer =
                Json.read(Oracle.call("POST", "/v1/component/case", query, java.util.Optional.of(Json.read(body)), PEER)
                        .text());
        JsonNode ours = Json.read(
                Oracle.call("POST", "/v1/component/case", query, java.util.Optional.of(Json.read(body)), DIALECT)
                        .text());
        assertThat(blade).isNotEmpty();
        assertThat(figure(peer, "gwp/embedded/value")).isLessThan(figure(peer, "gwp/embedded/min"));
        assertThat(figure(ours, "gwp/embedded/value"))
                .isBetween(figure(ours, "gwp/embedded/min"), figure(ours, "gwp/embedded/max"));
    }

    @Test
    @DisplayName("Q10: a process that no maker has answered 500")
    void unknownDensityFallsBack() {
        JsonNode answer = post("/v1/component/ram", "{\"manufacturer\":\"SK hynix\",\"process\":25}", DIALECT);
        assertThat(answer.at("/impacts/gwp/embedded/warnings").toString()).contains("No density is known");
    }

    @Test
    @DisplayName("Q11: the units of a case count once")
    void caseUnitsCountOnce() {
        String body = "{\"units\":2,\"case_type\":\"blade\"}";
        assertThat(figure(post("/v1/component/case", body, PEER), "gwp/embedded/value"))
                .isEqualTo(343.6);
        assertThat(figure(post("/v1/component/case", body, DIALECT), "gwp/embedded/value"))
                .isEqualTo(171.8);
    }

    @Test
    @DisplayName("Q12: eight criteria of the GPU answered 500")
    void gpuAnswersEveryCriterion() {
        assertThat(get("/v1/component/gpu", Map.of("criteria", "all"), DIALECT)
                        .get("impacts")
                        .size())
                .isEqualTo(24);
        assertThat(figure(get("/v1/component/gpu", Map.of("criteria", "epm"), DIALECT), "epm/embedded/value"))
                .isPositive();
    }

    @Test
    @DisplayName("Q13: the name of a GPU counts by our rules")
    void gpuNameCounts() {
        String body = "{\"name\":\"NVIDIA L4\"}";
        double peer = figure(post("/v1/component/gpu", body, PEER), "gwp/embedded/value");
        assertThat(peer).isEqualTo(figure(post("/v1/component/gpu", "{}", PEER), "gwp/embedded/value"));
        assertThat(figure(post("/v1/component/gpu", body, OURS), "gwp/embedded/value"))
                .isLessThan(peer);
    }

    @Test
    @DisplayName("Q14: with a measured server power the parts keep the given place")
    void partsKeepThePlace() {
        String body = "{\"usage\":{\"avg_power\":200,\"usage_location\":\"FRA\"}}";
        assertThat(post("/v1/server/", body, PEER)
                        .at("/verbose/CPU-1/usage_location/value")
                        .asString())
                .isEqualTo("EEE");
        assertThat(post("/v1/server/", body, OURS)
                        .at("/verbose/CPU-1/usage_location/value")
                        .asString())
                .isEqualTo("FRA");
    }

    @Test
    @DisplayName("Q15: the power of a memory module is its own")
    void memoryPowerIsItsOwn() {
        String body = "{\"configuration\":{\"ram\":[{\"units\":1,\"capacity\":16},{\"units\":1,\"capacity\":32}]}}";
        assertThat(post("/v1/server/", body, DIALECT)
                        .at("/verbose/RAM-2/avg_power/value")
                        .asDouble())
                .isCloseTo(9.088, within(1e-9));
    }

    @Test
    @DisplayName("Q16: the GPUs of an instance draw power and count by number by our rules")
    void cloudGpusCount() {
        Map<String, String> query = Map.of("provider", "aws", "instance_type", "p4d.24xlarge", "verbose", "false");
        double peer = figure(get("/v1/cloud/instance", query, PEER), "gwp/use/value");
        assertThat(figure(get("/v1/cloud/instance", query, OURS), "gwp/use/value"))
                .isGreaterThan(peer);
    }

    @Test
    @DisplayName("Q17: a measured instance keeps its place, and own factors and instances per server count")
    void measuredInstanceKeepsItsPlace() {
        String france =
                "{\"provider\":\"aws\",\"instance_type\":\"a1.4xlarge\",\"usage\":{\"avg_power\":100,\"usage_location\":\"FRA\"}}";
        assertThat(figure(post("/v1/cloud/instance", france, PEER), "gwp/use/value"))
                .isEqualTo(2000);
        assertThat(figure(post("/v1/cloud/instance", france, DIALECT), "gwp/use/value"))
                .isCloseTo(0.098 * 0.1 * 52560, within(0.5));
        String own =
                "{\"provider\":\"aws\",\"instance_type\":\"a1.4xlarge\",\"usage\":{\"avg_power\":100,\"elec_factors\":{\"gwp\":1}}}";
        assertThat(figure(post("/v1/cloud/instance", own, DIALECT), "gwp/use/value"))
                .isEqualTo(5256);
        String shared = "{\"provider\":\"aws\",\"instance_type\":\"a1.medium\",\"usage\":{\"instance_per_server\":4}}";
        assertThat(figure(post("/v1/cloud/instance", shared, DIALECT), "gwp/embedded/max"))
                .isGreaterThan(figure(post("/v1/cloud/instance", shared, PEER), "gwp/embedded/max"));
    }

    @Test
    @DisplayName("Q18: terminals have minerals and primary energy by our rules")
    void terminalsHaveMineralsAndEnergy() {
        assertThat(get("/v1/terminal/laptop", Map.of(), PEER)
                        .at("/impacts/adp/embedded")
                        .asString())
                .isEqualTo("not implemented");
        assertThat(figure(get("/v1/terminal/laptop", Map.of(), OURS), "adp/embedded/value"))
                .isPositive();
        assertThat(figure(get("/v1/terminal/laptop", Map.of(), OURS), "pe/embedded/value"))
                .isPositive();
    }

    @Test
    @DisplayName("Q19: the family does not replace the model range by our rules")
    void familyIsNotTheRange() {
        String body = "{\"cpu\":{\"family\":\"Skylake\",\"model_range\":\"Xeon Platinum\"}}";
        double platinum =
                power(post("/v1/consumption_profile/cpu", "{\"cpu\":{\"model_range\":\"Xeon Platinum\"}}", OURS), 50);
        assertThat(power(post("/v1/consumption_profile/cpu", body, OURS), 50)).isEqualTo(platinum);
    }

    @Test
    @DisplayName("Q20: the explanation of a component has the criteria asked by our rules")
    void explanationHasTheCriteriaAsked() {
        Map<String, String> query = Map.of("criteria", "pocp");
        assertThat(get("/v1/component/ram", query, PEER).at("/verbose/impacts").size())
                .isEqualTo(3);
        assertThat(get("/v1/component/ram", query, OURS).at("/verbose/impacts").has("pocp"))
                .isTrue();
    }

    @Test
    @DisplayName("Q21: no other size is taken for an unknown instance by our rules, and the dialect says so")
    void noSilentNeighbour() {
        Map<String, String> query = Map.of("provider", "aws", "instance_type", "c5.9xlarg");
        assertThat(get("/v1/cloud/instance", query, DIALECT).get("warnings").toString())
                .contains("not found");
        assertThat(Oracle.get("/v1/cloud/instance", query, OURS).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("Q22: final energy is in MJ as its unit says")
    void finalEnergyIsInMegajoules() {
        String body = "{\"usage\":{\"avg_power\":1000,\"usage_location\":\"FRA\"}}";
        JsonNode query = Json.read("{\"criteria\":\"fe\",\"duration\":1}");
        var sent = java.util.Optional.of(Json.read(body));
        assertThat(figure(
                        Json.read(Oracle.call("POST", "/v1/server/", query, sent, PEER)
                                .text()),
                        "fe/use/value"))
                .isEqualTo(1);
        assertThat(figure(
                        Json.read(Oracle.call("POST", "/v1/server/", query, sent, DIALECT)
                                .text()),
                        "fe/use/value"))
                .isEqualTo(3.6);
    }

    @Test
    @DisplayName("Q23: Czech acidification a thousand times too high, and Europe's with it")
    void acidificationIsPlausible() {
        Map<String, String> query = Map.of("criteria", "ap", "verbose", "true");
        assertThat(get("/v1/terminal/laptop", query, PEER)
                        .at("/verbose/ap_factor/value")
                        .asDouble())
                .isEqualTo(0.223813);
        assertThat(get("/v1/terminal/laptop", query, DIALECT)
                        .at("/verbose/ap_factor/value")
                        .asDouble())
                .isBetween(0.001, 0.005);
    }

    @Test
    @DisplayName("Q24: the primary energy of a kWh stays plausible by our rules")
    void primaryEnergyIsPlausible() {
        JsonNode peer = get("/v1/terminal/laptop", Map.of(), PEER).at("/verbose/pe_factor");
        JsonNode ours = get("/v1/terminal/laptop", Map.of(), OURS).at("/verbose/pe_factor");
        assertThat(peer.get("max").asDouble()).isEqualTo(468.15);
        assertThat(ours.get("min").asDouble()).isGreaterThanOrEqualTo(3.6);
        assertThat(ours.get("max").asDouble()).isLessThanOrEqualTo(25);
    }

    @Test
    @DisplayName("Q25: criteria that are zero for every country are not available by our rules")
    void emptyCriteriaAreNotZero() {
        String body = "{\"usage\":{\"usage_location\":\"FRA\"}}";
        JsonNode query = Json.read("{\"criteria\":\"lu\"}");
        var sent = java.util.Optional.of(Json.read(body));
        assertThat(figure(
                        Json.read(Oracle.call("POST", "/v1/server/", query, sent, PEER)
                                .text()),
                        "lu/use/value"))
                .isZero();
        assertThat(Json.read(Oracle.call("POST", "/v1/server/", query, sent, OURS)
                                .text())
                        .at("/impacts/lu/use")
                        .asString())
                .isEqualTo("not implemented");
    }

    @Test
    @DisplayName("Q27 and Q31: no squared memory, no GPU memory counted for each card by our rules")
    void platformsAreCorrected() {
        Map<String, String> metal = Map.of("archetype", "x4-megamem-1920-metal", "verbose", "false");
        assertThat(figure(get("/v1/server/", metal, PEER), "gwp/embedded/value"))
                .isGreaterThan(1e8);
        assertThat(figure(get("/v1/server/", metal, OURS), "gwp/embedded/value"))
                .isLessThan(100_000);
        Map<String, String> gpu = Map.of("provider", "gcp", "instance_type", "a3-highgpu-8g", "verbose", "false");
        assertThat(figure(get("/v1/cloud/instance", gpu, PEER), "gwp/embedded/value"))
                .isGreaterThan(50_000);
        assertThat(figure(get("/v1/cloud/instance", gpu, OURS), "gwp/embedded/value"))
                .isLessThan(20_000);
    }

    @Test
    @DisplayName("Q29: a negative duration answered 500")
    void negativeDurationIsRefused() {
        assertThat(Oracle.get("/v1/server/", Map.of("duration", "-1"), DIALECT).status())
                .isEqualTo(422);
        assertThat(figure(get("/v1/server/", Map.of("duration", "0"), DIALECT), "gwp/use/value"))
                .isZero();
    }

    @Test
    @DisplayName("Q30: an unknown place or region is told")
    void unknownPlacesAreTold() {
        String place = "{\"usage\":{\"usage_location\":\"XXX\"}}";
        assertThat(post("/v1/server/", place, DIALECT).get("warnings").toString())
                .contains("XXX");
        String region = "{\"provider\":\"aws\",\"instance_type\":\"a1.large\",\"usage\":{\"region\":\"moon-1\"}}";
        assertThat(post("/v1/cloud/instance", region, DIALECT).get("warnings").toString())
                .contains("moon-1");
    }
}
