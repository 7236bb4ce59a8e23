package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.boucle.app.itfootprint.Peer.DIALECT;
import static org.boucle.app.itfootprint.Peer.OURS;
import static org.boucle.app.itfootprint.Peer.PEER;
import static org.boucle.app.itfootprint.Peer.figure;
import static org.boucle.app.itfootprint.Peer.get;
import static org.boucle.app.itfootprint.Peer.post;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Defects of BoaviztAPI 2.4.1 in servers and cloud instances, by their number in docs/methods/it-footprint.md: what the peer answers, and what we
 * answer, in the dialect (compatible) or by our own rules (ours).
 */
class DefectsOfMachinesTest {
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
    @DisplayName("Q21: no other size is taken for an unknown instance by our rules, and the dialect says so")
    void noSilentNeighbour() {
        Map<String, String> query = Map.of("provider", "aws", "instance_type", "c5.9xlarg");
        assertThat(get("/v1/cloud/instance", query, DIALECT).get("warnings").toString())
                .contains("not found");
        assertThat(Oracle.get("/v1/cloud/instance", query, OURS).status()).isEqualTo(404);
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
