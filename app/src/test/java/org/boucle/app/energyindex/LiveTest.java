package org.boucle.app.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.boucle.app.Boucle;
import org.boucle.app.accounts.Account;
import org.boucle.app.accounts.Role;
import org.boucle.app.energyindex.AgreementStore.SiteVersion;
import org.boucle.app.server.Json;
import org.boucle.app.telemetry.PointBatch;
import org.boucle.app.telemetry.TelemetryStore;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.input.BadInput;
import org.boucle.core.text.Language;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.EnergyUnit;
import org.boucle.features.energyindex.Post;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energytwin.alerts.Alert;
import org.boucle.features.telemetry.Medium;
import org.boucle.features.telemetry.SeriesInfo;
import org.boucle.features.telemetry.SeriesKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The year to date from counters in the telemetry, with a drift put into it. */
class LiveTest {
    private static final int DAYS = 150;
    private static final int DRIFTS_FROM = 100;
    private static final int YEAR = 2022;

    private static Agreement agreement() {
        Site site =
                Site.of("namur", 2014, java.util.List.of(Post.production("oven", "t", 4.5, 2014)), java.util.List.of());
        return new Agreement("live", "live", "", "wallonia-adb", EnergyUnit.GJ_PRIMARY, java.util.List.of(site));
    }

    /** A parts counter in kg and an electricity index in kWh, 0.5 MWh a tonne, 3 % more from the drift on. */
    private static void feed(TelemetryStore telemetry) {
        SeriesInfo counter = telemetry
                .series()
                .register(SeriesInfo.of("plant", "oven/out", "kg", SeriesKind.COUNTER, Medium.PRODUCTION, "test"));
        SeriesInfo meter = telemetry
                .series()
                .register(SeriesInfo.of("plant", "oven/kwh", "kWh", SeriesKind.COUNTER, Medium.ELECTRICITY, "test"));
        telemetry.series().register(SeriesInfo.of("plant", "oven/t", "°C", SeriesKind.GAUGE, Medium.OTHER, "test"));
        SplittableRandom random = new SplittableRandom(7);
        PointBatch batch = PointBatch.ofCapacity(DAYS * 48 + 2);
        double kilograms = 0;
        double kilowattHours = 0;
        long start = LocalDate.of(YEAR, 1, 1)
                .atStartOfDay(java.time.ZoneId.of("Europe/Brussels"))
                .toInstant()
                .toEpochMilli();
        for (int h = 0; h <= DAYS * 24; h++) {
            batch.add(counter.id(), start + h * 3_600_000L, kilograms);
            batch.add(meter.id(), start + h * 3_600_000L, kilowattHours);
            double made = random.nextDouble(400, 600);
            kilograms += made;
            double drift = h / 24 >= DRIFTS_FROM ? 1.03 : 1;
            kilowattHours += made * 0.5 * drift * random.nextDouble(0.98, 1.02);
        }
        telemetry.append(batch);
    }

    @Test
    void metersMakeTheYearToDateAndShowTheDrift() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.EN)) {
            TelemetryStore telemetry = TelemetryStore.open(server.house().database());
            feed(telemetry);
            telemetry.seal();
            AgreementStore store = new AgreementStore(server.house());
            store.save(agreement(), "test");
            server.account("Ada", Role.ENERGY_MANAGER, "");
            browser.signIn("Ada").go("/energy-index/live/namur/live").awaitText("Nothing is linked");
            link(browser, "plant/oven/out", "");
            link(browser, "plant/oven/kwh", "electricity");
            browser.go("/energy-index/live/namur/live?year=" + YEAR)
                    .awaitText("drifts up")
                    .awaitText("30 May 2022");
            browser.screenshot("iee-live").assertAccessible().assertEcoIndexA();
            String path = "/api/iee/agreements/live/sites/namur/live?year=" + YEAR;
            JsonNode live =
                    Json.read(server.get(path, server.token(Role.VIEWER)).body());
            // 0.5 MWh/t of electricity is 4.5 GJp/t; a third of the year runs 3 % above
            assertThat(live.path("table").path("iee").asDouble()).isCloseTo(101, within(0.2));
            assertThat(live.path("drifts").get(0).path("now").asString()).isEqualTo("UP");
            LocalDate since =
                    LocalDate.parse(live.path("drifts").get(0).path("since").asString());
            var plant = new org.boucle.core.twin.Site(
                    "plant", "Plant", "", "", "BE", java.time.ZoneId.of("Europe/Brussels"));
            assertThat(new EnergyIndexRoom(server.house(), telemetry)
                            .drifts(plant, java.time.Instant.parse("2022-05-30T12:00:00Z")))
                    .singleElement()
                    .matches(alert -> alert.kind() == Alert.Kind.INDEX_DRIFT
                            && alert.subject().equals("live › namur › oven")
                            && alert.value() > 1.015 * alert.expected());
            assertThat(since).isBetween(LocalDate.of(YEAR, 1, 1).plusDays(DRIFTS_FROM), LocalDate.of(YEAR, 4, 25));
            server.house().sites().save(plant);
            assertThat(command(
                            "alerts",
                            "plant",
                            "--data",
                            server.house().directory().toString(),
                            "--format",
                            "csv"))
                    .contains("INDEX_DRIFT,live › namur › oven,");
        }
    }

    private static String command(String... words) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            assertThat(Boucle.run(words)).isZero();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void link(Browser browser, String series, String vector) {
        browser.find("#link [name=series]").sendKeys(series);
        browser.find("#link [name=post]").sendKeys("oven");
        if (!vector.isEmpty()) {
            browser.find("#link [name=vector]").sendKeys(vector);
        }
        browser.press("#link button");
        new org.openqa.selenium.support.ui.WebDriverWait(browser.driver(), java.time.Duration.ofSeconds(20))
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .until(_ -> browser.text().contains(series + " ("));
    }

    @Test
    void unitsThatDoNotFitAreRefused() {
        try (TestServer server = TestServer.withAdministrator()) {
            TelemetryStore telemetry = TelemetryStore.open(server.house().database());
            feed(telemetry);
            AgreementStore store = new AgreementStore(server.house());
            store.save(agreement(), "test");
            SiteVersion at = store.findSite("live", "namur").orElseThrow();
            LiveLinks links = new LiveLinks(server.house(), telemetry, Conversions.shipped());
            Account admin = server.house().accounts().findByName("admin").orElseThrow();
            assertThatThrownBy(() -> links.link(at, admin, "oven", "plant/oven/kwh", ""))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("unit-mismatch");
            assertThatThrownBy(() -> links.link(at, admin, "oven", "plant/oven/t", "electricity"))
                    .hasMessageContaining("unit-mismatch");
            assertThatThrownBy(() -> links.link(at, admin, "other", "plant/oven/out", ""))
                    .hasMessageContaining("post-unknown");
            assertThatThrownBy(() -> links.link(at, admin, "oven", "plant/none", ""))
                    .hasMessageContaining("series-unknown");
            Account stranger = server.account("elsewhere", Role.ENERGY_MANAGER, "Other SA");
            assertThat(links.series(stranger)).isEmpty();
            assertThat(LocalDate.ofInstant(server.house().clock().instant(), ZoneOffset.UTC)
                            .getYear())
                    .isGreaterThan(YEAR);
        }
    }
}
