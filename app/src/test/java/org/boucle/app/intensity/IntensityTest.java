package org.boucle.app.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.Shared;
import org.boucle.app.testing.TestServer;
import org.boucle.core.input.BadInput;
import org.boucle.core.text.Language;
import org.boucle.core.twin.Site;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;

class IntensityTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static IntensityFile.Read read(String text) {
        return IntensityFile.read("x.csv", text.getBytes(StandardCharsets.UTF_8), PARIS);
    }

    @Test
    void ownTableTakesZonesAndUnits() {
        IntensityFile.Read read = read("hour_utc,FR_gCO2e_kWh,DE_gCO2e_kWh\n2025-01-01 00:00Z,40,300\n"
                + "2025-01-01 01:00Z,,320\n2025-01-01 02:00Z,44,310\n");
        assertThat(read.columns()).containsOnlyKeys("FR", "DE");
        assertThat(read.columns().get("FR").values()[0]).isCloseTo(0.04, within(1e-12));
        assertThat(read.columns().get("FR").values()[1]).isNaN();
        assertThat(read.columns().get("FR").start()).isEqualTo("2025-01-01T00:00:00Z");
    }

    @Test
    void eco2mixIsLocalTimeWithHalvesOfAnHourAndTheHourThatComesTwice() {
        StringBuilder text = new StringBuilder("Périmètre\tNature\tDate\tHeures\tConsommation\tTaux de Co2\n");
        // the night when clocks go back: 02:00 and 02:30 come twice
        for (String time : "01:00 01:30 02:00 02:30 02:00 02:30 03:00 03:30".split(" ")) {
            text.append("France\tx\t2025-10-26\t").append(time).append("\t50000\t30\n");
        }
        text.append("France\tx\t2025-10-26\t03:45\t50000\t\n");
        IntensityFile.Read read = read(text.toString());
        assertThat(read.layout()).isEqualTo("RTE éCO2mix");
        HourlyTable.Column column = read.columns().get("France");
        assertThat(column.start()).isEqualTo("2025-10-25T23:00:00Z");
        assertThat(column.values()).hasSize(4).containsOnly(0.03);
    }

    @Test
    void generationIsWeighedByTechnologyAndSaysWhatItLeftOut() {
        IntensityFile.Read read = read("MTU (UTC),Nuclear - Actual Aggregated [MW],Fossil Gas - Actual Aggregated [MW],"
                + "Fossil Oil - Actual Aggregated [MW]\n"
                + "01.01.2025 00:00 - 01.01.2025 01:00,900,100,10\n");
        // 0.9 x 12 + 0.1 x 490 g
        assertThat(read.columns().get("mix").values()[0]).isCloseTo(0.0598, within(1e-9));
        assertThat(read.unknown()).isCloseTo(10.0 / 1010, within(1e-9));
    }

    @Test
    void whatIsNoCurveIsRefusedWithItsPlaces() {
        assertThatThrownBy(() -> read("time,FR\nyesterday,5\n")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("time,FR\n2025-01-01T00:00Z,-5\n")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("time,FR\n1950-01-01T00:00Z,5\n2025-01-01T00:00Z,5\n"))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(BadInput.class);
    }

    @Test
    void theYearsOfTheSharedSetsAreRead() throws Exception {
        byte[] content =
                Files.readAllBytes(Shared.file("datasets/electricity/electricity_hourly_ci_2020_FR_DE_GB.csv"));
        IntensityFile.Read read = IntensityFile.read("ci.csv", content, PARIS);
        assertThat(read.columns()).containsOnlyKeys("FR", "DE", "GB");
        assertThat(read.columns().get("FR").values()).hasSizeGreaterThan(8_700);
        IntensityFile.Read mix = IntensityFile.read(
                "mix.csv",
                Files.readAllBytes(Shared.file("datasets/electricity/electricity_production_mix_2020_FR_MW.csv")),
                PARIS);
        assertThat(mix.layout()).isEqualTo("ENTSO-E");
        double mean = java.util.Arrays.stream(mix.columns().get("mix").values())
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(0.03, 0.08);
    }

    /** A site that draws 10 kW by night and 30 kW by day, over thirty days. */
    private static void site(TestServer server, Instant from) {
        server.house().sites().save(new Site("works", "Works", "Works", "", "FR", PARIS));
        TelemetryStore store = TelemetryStore.open(server.house().database());
        long power = store.series()
                .register(new SeriesInfo(
                        0, "works", "site/power", "kW", SeriesKind.GAUGE, Medium.ELECTRICITY, "test", 0, 900_000))
                .id();
        PointBatch batch = PointBatch.ofCapacity(5_000);
        for (int i = 0; i < 30 * 96; i++) {
            batch.add(power, from.toEpochMilli() + i * 900_000L, i % 96 < 32 ? 10 : 30);
        }
        store.append(batch);
    }

    @Test
    void aCurveIsImportedDrawnAndPutAgainstTheLoad(@org.junit.jupiter.api.io.TempDir Path directory) throws Exception {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        StringBuilder text = new StringBuilder("time_utc,FR\n");
        for (int i = 0; i < 30 * 24; i++) {
            text.append(from.plus(Duration.ofHours(i)))
                    .append(',')
                    .append(i % 24 < 8 ? 20 : 60)
                    .append('\n');
        }
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            site(server, from);
            browser.signIn("admin");
            browser.go("/intensity");
            browser.screenshot("intensity-empty-fr").assertAccessible().assertEcoIndexA();
            Path file = Files.writeString(directory.resolve("mars.csv"), text);
            browser.find("input[name=file]").sendKeys(file.toString());
            browser.press("form[action='/intensity'][enctype] button");
            new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
                    .ignoring(StaleElementReferenceException.class)
                    .until(d -> browser.text().contains("La charge de Works"));
            browser.screenshot("intensity-fr").assertAccessible().assertEcoIndexA();

            String token = server.token(Role.ADMINISTRATOR);
            JsonNode answer = Json.read(
                    server.get("/api/footprint/intensity/1?site=works", token).body());
            // 10 kW at 20 g by night, 30 kW at 60 g by day: 46.67 g of a mean of 46.67... weighted 54.3
            assertThat(answer.at("/load/weightedGrams").asDouble())
                    .isCloseTo((8 * 10 * 20 + 16 * 30 * 60) / (8.0 * 10 + 16 * 30), within(0.4));
            assertThat(answer.at("/load/byHourKg").asDouble())
                    .isCloseTo(answer.at("/load/differenceKg").asDouble(), within(3.0)); // summer time begins
            assertThat(server.post("/api/footprint/intensity?name=a.csv", token, "time,FR\nx,1\n")
                            .statusCode())
                    .isEqualTo(400);
        }
    }
}
