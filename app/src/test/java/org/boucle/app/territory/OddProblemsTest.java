package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.boucle.core.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Written-down problems at the edge of sense, and those that make none. */
class OddProblemsTest extends CalculatorFixture {
    @Test
    void oddPinchProblems() {
        JsonNode hotOnly = json(calculator.pinch("{\"streams\":[{\"supply\":100,\"target\":50,\"cp\":2}]}", 10));
        assertThat(at(hotOnly, "hotUtility")).isZero();
        assertThat(at(hotOnly, "coldUtility")).isCloseTo(100, within(1e-9));
        assertThat(hotOnly.path("threshold").asBoolean()).isTrue();
        JsonNode boiling = json(calculator.pinch(
                "{\"streams\":[{\"id\":\"H\",\"supply\":120,\"target\":120,\"duty\":500,\"type\":\"hot\"},"
                        + "{\"id\":\"C\",\"supply\":100,\"target\":100,\"duty\":800,\"type\":\"cold\"}]}",
                10));
        assertThat(at(boiling, "hotUtility")).isCloseTo(300, within(1e-3));
        assertThat(at(boiling, "recovered")).isCloseTo(500, within(1e-3));
        JsonNode two = json(calculator.pinch(
                "{\"dTmin\":0,\"streams\":[{\"supply\":300,\"target\":200,\"cp\":1},{\"supply\":200,\"target\":100,\"cp\":1},"
                        + "{\"supply\":200,\"target\":300,\"cp\":2},{\"supply\":100,\"target\":200,\"cp\":1},"
                        + "{\"supply\":0,\"target\":100,\"cp\":1},{\"supply\":100,\"target\":0,\"cp\":3}]}",
                10));
        assertThat(two.path("pinches").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"streams\":[]}",
                "{\"streams\":[{\"supply\":\"warm\",\"target\":50,\"cp\":2}]}",
                "{\"streams\":[{\"supply\":50,\"target\":50,\"cp\":2}]}",
                "{\"streams\":[{\"supply\":50,\"target\":60,\"cp\":-2}]}",
                "{\"streams\":[{\"supply\":50,\"target\":60,\"cp\":1e300}]}",
                "{\"streams\":[{\"supply\":-400,\"target\":60,\"cp\":1}]}",
                "id,supply,target,cp\nH,x,60,1",
                "[]",
                "{}",
                "x"
            })
    void badPinchProblemsAreToldWithTheirPlace(String text) {
        assertThatThrownBy(() -> calculator.pinch(text, 10)).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"processes\":[{\"inlet\":50,\"outlet\":50,\"load\":10}]}",
                "{\"processes\":[{\"inlet\":50,\"outlet\":10,\"load\":10}]}",
                "{\"processes\":[{\"inlet\":50,\"outlet\":80}]}",
                "{\"sinks\":[{\"flow\":-1,\"ppm\":0}]}",
                "{}"
            })
    void badWaterProblemsAreToldWithTheirPlace(String text) {
        assertThatThrownBy(() -> calculator.water(text)).isInstanceOf(BadInput.class);
    }

    @Test
    void oddWaterProblems() {
        assertThat(at(json(calculator.water("{\"processes\":[{\"inlet\":0,\"outlet\":50,\"load\":0}]}")), "fresh"))
                .isZero();
        JsonNode lost = json(calculator.water(
                "{\"processes\":[{\"id\":\"a\",\"inlet\":0,\"outlet\":100,\"load\":1000,\"lost\":5}]}"));
        assertThat(at(lost, "fresh")).isCloseTo(15, within(1e-6));
        JsonNode noSource = json(calculator.water("{\"sinks\":[{\"flow\":7,\"ppm\":0}],\"sources\":[]}"));
        assertThat(at(noSource, "fresh")).isCloseTo(7, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"donors\":[{\"id\":\"a\",\"available\":-1}],\"receivers\":[{\"id\":\"b\",\"demand\":1}],\"links\":[]}",
                "{\"donors\":[{\"id\":\"a\",\"available\":1},{\"id\":\"a\",\"available\":1}],\"receivers\":[{\"id\":\"b\",\"demand\":1}]}",
                "{\"donors\":[{\"id\":\"a\",\"available\":1}],\"receivers\":[{\"id\":\"b\",\"demand\":1}],\"links\":[{\"from\":\"a\",\"to\":\"z\",\"eur\":1}]}",
                "{\"donors\":[{\"id\":\"a\",\"available\":[1,2]}],\"receivers\":[{\"id\":\"b\",\"demand\":1}]}",
                "{\"donors\":[{\"id\":\"a\",\"available\":1}],\"receivers\":[{\"id\":\"b\",\"demand\":1}],\"hubs\":[{\"id\":\"h\",\"capacity\":1},{\"id\":\"k\",\"capacity\":1}],\"links\":[{\"from\":\"h\",\"to\":\"k\",\"eur\":1}]}",
                "{\"available_t\":[1],\"demand_t\":[1],\"rho\":[[\"much\"]]}"
            })
    void badExchangeProblemsAreToldWithTheirPlace(String text) {
        assertThatThrownBy(() -> calculator.exchange(text)).isInstanceOf(BadInput.class);
    }

    @Test
    void gamesAreShared() {
        JsonNode glove = json(calculator.shapley(
                "{\"players\":[\"gauche\",\"droite\",\"右\"],\"values\":{\"gauche,droite\":1,\"gauche,右\":1,"
                        + "\"gauche,droite,右\":1}}"));
        assertThat(at(glove.path("shares").get(0), "share")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(glove.path("inCore").asBoolean()).isFalse();
    }
}
