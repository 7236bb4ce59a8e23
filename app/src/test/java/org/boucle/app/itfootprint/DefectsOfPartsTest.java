package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.boucle.app.itfootprint.Peer.DIALECT;
import static org.boucle.app.itfootprint.Peer.OURS;
import static org.boucle.app.itfootprint.Peer.PEER;
import static org.boucle.app.itfootprint.Peer.figure;
import static org.boucle.app.itfootprint.Peer.get;
import static org.boucle.app.itfootprint.Peer.post;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.ComponentSpec;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Defects of BoaviztAPI 2.4.1 in components on their own, by their number in docs/methods/it-footprint.md: what the peer answers, and what we
 * answer, in the dialect (compatible) or by our own rules (ours).
 */
class DefectsOfPartsTest {
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
    @DisplayName("Q15: the power of a memory module is its own")
    void memoryPowerIsItsOwn() {
        String body = "{\"configuration\":{\"ram\":[{\"units\":1,\"capacity\":16},{\"units\":1,\"capacity\":32}]}}";
        assertThat(post("/v1/server/", body, DIALECT)
                        .at("/verbose/RAM-2/avg_power/value")
                        .asDouble())
                .isCloseTo(9.088, within(1e-9));
    }

    @Test
    @DisplayName("Q19: the family does not replace the model range by our rules")
    void familyIsNotTheRange() {
        String body = "{\"cpu\":{\"family\":\"Skylake\",\"model_range\":\"Xeon Platinum\"}}";
        double platinum =
                power(post("/v1/consumption_profile/cpu", "{\"cpu\":{\"model_range\":\"Xeon Platinum\"}}", OURS), 50);
        assertThat(power(post("/v1/consumption_profile/cpu", body, OURS), 50)).isEqualTo(platinum);
    }
}
