package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.boucle.app.itfootprint.Peer.DIALECT;
import static org.boucle.app.itfootprint.Peer.PEER;
import static org.boucle.app.itfootprint.Peer.figure;
import static org.boucle.app.itfootprint.Peer.get;
import static org.boucle.app.itfootprint.Peer.post;

import java.util.Map;
import java.util.Optional;
import org.boucle.app.server.Json;
import org.boucle.features.itfootprint.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The rules of the dialect one by one, each against arithmetic done by hand, where recorded answers are few. */
class DialectRulesTest {
    private static JsonNode ask(String path, String query, String body) {
        Answer answer = Oracle.call("POST", path, Json.read(query), Optional.of(Json.read(body)), DIALECT);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Json.read(answer.text());
    }

    /** Components with every attribute given: making over the whole life, four digits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu          | {'die_size':100}                               | 11.110000000000001",
                "cpu          | {'units':2,'die_size':100}                     | 22.220000000000002",
                "cpu          | {'die_size_per_core':5,'core_units':12}        | 10.32",
                "ram          | {'units':4,'capacity':32,'density':1.6}        | 196.9",
                "ssd          | {'capacity':1000,'density':50}                 | 50.34",
                "hdd          | {'units':3,'capacity':8000}                    | 93.33",
                "power_supply | {'units':2,'unit_weight':2.5}                  | 121.5",
                "motherboard  | {'units':2}                                    | 132.2",
                "case         | {'case_type':'rack'}                           | 150.0",
                "case         | {'case_type':'tower'}                          | 150.0",
                "case         | {'case_type':'blade'}                          | 85.9"
            })
    void componentsFollowTheirFormulas(String component, String body, double expected) {
        JsonNode answer =
                post("/v1/component/" + component.strip(), body.strip().replace('\'', '"'), DIALECT);
        // the value goes out as computed where its fourteen digits need no more than four, the bounds rounded to four
        assertThat(figure(answer, "gwp/embedded/value")).isEqualTo(expected);
        assertThat(figure(answer, "gwp/embedded/min")).isEqualTo(Rounding.significant(expected, 4));
        assertThat(figure(answer, "gwp/embedded/max")).isEqualTo(Rounding.significant(expected, 4));
    }

    @Test
    void aCaseOfUnknownKindLiesBetweenBothKinds() {
        JsonNode blade = ask("/v1/component/case", "{\"archetype\":\"blade\"}", "{}");
        assertThat(figure(blade, "gwp/embedded/value")).isEqualTo(86);
        assertThat(figure(blade, "gwp/embedded/min")).isEqualTo(85.9);
        assertThat(figure(blade, "gwp/embedded/max")).isEqualTo(150);
    }

    @Test
    void boundsOfMemoryCrossCapacityWithDensity() {
        JsonNode ram = post("/v1/component/ram", "{\"capacity\":16}", DIALECT);
        assertThat(figure(ram, "gwp/embedded/min")).isCloseTo(16 / 2.375 * 2.2 + 5.22, within(0.005));
        assertThat(figure(ram, "gwp/embedded/max")).isCloseTo(16 / 0.625 * 2.2 + 5.22, within(0.005));
    }

    @Test
    void aCardIsTheSumOfItsAreasAndMasses() {
        double small = figure(post("/v1/component/gpu", "{\"gpu_surface\":1000}", DIALECT), "gwp/embedded/value");
        double large = figure(post("/v1/component/gpu", "{\"gpu_surface\":2000}", DIALECT), "gwp/embedded/value");
        assertThat(large - small).isCloseTo(1000 * 0.042592, within(0.2));
        double near = figure(post("/v1/component/gpu", "{\"transport_plane\":0}", DIALECT), "gwp/embedded/value");
        double far = figure(
                post("/v1/component/gpu", "{\"transport_plane\":10000,\"weight\":1.69}", DIALECT),
                "gwp/embedded/value");
        assertThat(far - near).isCloseTo(10_000 * 1.69 * 2.11e-3, within(0.2));
    }

    @Test
    void makingIsSharedByTheDurationUpToTheLife() {
        String supply = "{\"unit_weight\":3}";
        assertThat(figure(ask("/v1/component/power_supply", "{\"duration\":13140}", supply), "gwp/embedded/value"))
                .isEqualTo(36.45);
        assertThat(figure(ask("/v1/component/power_supply", "{\"duration\":99999}", supply), "gwp/embedded/value"))
                .isEqualTo(72.9);
    }

    @Test
    void useIsFactorTimesPowerTimesTimeAndOwnFactorsWin() {
        String body = "{\"usage\":{\"avg_power\":100,\"use_time_ratio\":0.5,\"elec_factors\":{\"gwp\":0.05}}}";
        JsonNode hour = ask("/v1/component/ssd", "{\"duration\":1000}", body);
        assertThat(figure(hour, "gwp/use/value")).isCloseTo(2.5, within(1e-12));
        assertThat(figure(hour, "gwp/use/min")).isEqualTo(2.5);
        assertThat(figure(hour, "gwp/use/max")).isEqualTo(2.5);
    }

    @Test
    void aLoadProfileCountsItsSharesOfTimeOnly() {
        String shares = "{\"capacity\":32,\"usage\":{\"usage_location\":\"FRA\",\"time_workload\":["
                + "{\"time_percentage\":50,\"load_percentage\":0},{\"time_percentage\":25,\"load_percentage\":100}]}}";
        JsonNode ram = ask("/v1/component/ram", "{\"duration\":1000}", shares);
        assertThat(figure(ram, "gwp/use/value")).isCloseTo(0.098 * 0.284 * 32 * 0.75, within(5e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EEE", "eee", " Eee "})
    void theDefaultPlaceWrittenOutIsNoPlace(String place) {
        String named = "{\"usage\":{\"usage_location\":\"" + place + "\"}}";
        assertThat(post("/v1/server/", named, DIALECT).get("impacts"))
                .isEqualTo(post("/v1/server/", "{}", DIALECT).get("impacts"));
    }

    @Test
    void aLifeGivenToAnObjectIsItsDurationAndDoesNotStretchItsBlocks() {
        String body = "{\"usage\":{\"hours_life_time\":17520}}";
        JsonNode whole = ask("/v1/iot/iot_device", "{\"archetype\":\"drone_mini\"}", "{}");
        JsonNode half = ask("/v1/iot/iot_device", "{\"archetype\":\"drone_mini\"}", body);
        assertThat(figure(half, "gwp/embedded/value"))
                .isCloseTo(figure(whole, "gwp/embedded/value") / 2, within(0.001));
    }

    @Test
    void blocksAreNamedInAnyCaseAndReplaceTheArchetypes() {
        String upper = "{\"functional_blocks\":[{\"type\":\"CASING\",\"hsl_level\":\"HSL-1\"}]}";
        String lower = "{\"functional_blocks\":[{\"type\":\" casing \",\"hsl_level\":\"HSL-1\"}]}";
        String drone = "{\"archetype\":\"drone_mini\"}";
        assertThat(ask("/v1/iot/iot_device", drone, upper).get("impacts"))
                .isEqualTo(ask("/v1/iot/iot_device", "{}", lower).get("impacts"));
    }

    @Test
    void aDeviceTypeOverridesTheArchetypesAndNullDoesNot() {
        String perso = "{\"archetype\":\"laptop-pro\"}";
        assertThat(figure(ask("/v1/terminal/laptop", perso, "{\"type\":\"perso\"}"), "gwp/embedded/value"))
                .isEqualTo(175);
        assertThat(figure(ask("/v1/terminal/laptop", perso, "{\"type\":null}"), "gwp/embedded/value"))
                .isEqualTo(181);
        Answer unknown = Oracle.post("/v1/terminal/laptop", "{\"type\":\"boat\"}", DIALECT);
        assertThat(unknown.status()).isBetween(400, 499);
    }

    @Test
    void givenListsReplaceTheArchetypesAndAnEmptyDiskListDoesNot() {
        String none = "{\"configuration\":{\"disk\":[],\"ram\":[]}}";
        assertThat(post("/v1/server/", none, DIALECT).get("impacts"))
                .isEqualTo(post("/v1/server/", "{}", DIALECT).get("impacts"));
        String big = "{\"configuration\":{\"disk\":[{\"type\":\"HDD\",\"units\":100}]}}";
        assertThat(figure(post("/v1/server/", big, DIALECT), "gwp/embedded/value"))
                .isGreaterThan(3111);
    }

    @Test
    void theModelsTypeIsTheCaseOnlyIfItIsRackOrBlade() {
        String query = "{\"criteria\":[\"adp\"]}";
        String rack =
                ask("/v1/server/", query, "{\"model\":{\"type\":\"rack\"}}").toString();
        String tower =
                ask("/v1/server/", query, "{\"model\":{\"type\":\"tower\"}}").toString();
        String none = ask("/v1/server/", query, "{}").toString();
        assertThat(tower).isEqualTo(none);
        assertThat(rack).isNotEqualTo(none);
    }

    @Test
    void instanceNamesAreTrimmedAndTheirWritingIsForgiven() {
        assertThat(get("/v1/cloud/instance", Map.of("instance_type", " a1.medium "), DIALECT))
                .isEqualTo(get("/v1/cloud/instance", Map.of("instance_type", "a1.medium"), DIALECT));
        JsonNode azure =
                get("/v1/cloud/instance", Map.of("provider", "azure", "instance_type", "Standard_D2s_v3"), DIALECT);
        assertThat(azure.get("warnings").toString()).contains("'d2s_v3'");
    }

    @Test
    void criteriaAreAnsweredInTheOrderAskedOnceEach() {
        JsonNode query = Json.read("{\"criteria\":[\"pe\",\"gwp\",\"pe\"]}");
        JsonNode answer = Json.read(Oracle.call("GET", "/v1/component/hdd", query, Optional.empty(), DIALECT)
                .text());
        assertThat(answer.get("impacts").propertyNames()).containsExactly("pe", "gwp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "OFF", "no", "False"})
    void explanationsCanBeLeftOut(String no) {
        assertThat(get("/v1/server/", Map.of("verbose", no), DIALECT).has("verbose"))
                .isFalse();
    }

    @Test
    void whereTheRecordRestsOnWrongCellsTheAnswerSaysSo() {
        Map<String, String> gcp = Map.of("archetype", "c2d-highmem", "verbose", "false");
        JsonNode answer = get("/v1/server/", gcp, DIALECT);
        assertThat(figure(answer, "gwp/embedded/value")).isEqualTo(360_000);
        assertThat(answer.get("warnings").toString()).contains("rules=ours");
        assertThat(get("/v1/server/", gcp, "ours").has("warnings")).isFalse();
        assertThat(get("/v1/server/", Map.of("archetype", "c5.metal"), PEER).has("warnings"))
                .isFalse();
    }
}
