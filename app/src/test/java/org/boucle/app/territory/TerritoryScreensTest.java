package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.scenario.DataNeed;
import org.boucle.core.text.Language;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.life.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of plans by period, pools, water, sharing, flows and reports, in both languages. */
class TerritoryScreensTest {
    private static TerritoryDesk desk(TestServer server) {
        return new TerritoryDesk(server.house(), Catalog::shipped, (model, limits) -> {
            throw new IllegalStateException("no solver");
        });
    }

    private static String running(TestServer server) {
        desk(server).refreshIdeas("test");
        String token = server.house()
                .database()
                .read(SynergyStore::list)
                .getFirst()
                .synergy()
                .id();
        server.house().database().change(sql -> {
            SynergyStore.stage(sql, token, Stage.RUNNING, 1_780_000_000_000L);
            SynergyStore.promise(sql, token, 240);
            double[] amounts = {22, 19, 12, 21, 23, 9};
            for (int month = 0; month < amounts.length; month++) {
                SynergyStore.measure(sql, token, "2026-0" + (month + 4), amounts[month], "test");
            }
        });
        return token;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void newPagesAreReadable(Language language) {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, language)) {
            Samples.deuxRives(desk(server), "test");
            String synergy = "/territory/synergies/" + running(server);
            browser.signIn("admin");
            for (String path : List.of(
                    "/territory",
                    "/territory/flows",
                    "/territory/flow?id=biscuiterie-des-deux-rives:dough",
                    "/territory/candidates?family=recovery&km=20",
                    "/territory/plan?periods=SEASONS",
                    "/territory/sharing",
                    "/territory/pools",
                    "/territory/pool?seed=brasserie-du-port:brewery-pallets",
                    "/territory/pool?seed=aliments-du-ried:ried-forklift",
                    "/territory/pool?seed=brasserie-du-port:brewery-cardboard",
                    "/territory/water?loss=1",
                    "/territory/heat",
                    "/territory/report",
                    synergy,
                    synergy + "/report")) {
                String name = "t-" + language.code()
                        + path.replaceAll("[^a-z]+", "-").replaceFirst("-synergies-.*?(-report)?$", "-synergy$1");
                browser.go(path).awaitText("Boucle").screenshot(name);
                assertThat(browser.text()).as(path).doesNotContain("[territory.");
                browser.assertAccessible().assertEcoIndexA();
            }
        }
    }

    @Test
    void aCardTakesTwoFieldsAndKeepsTheChoices() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.EN)) {
            Samples.deuxRives(desk(server), "test");
            browser.signIn("admin");
            browser.go("/territory/flows");
            long start = System.nanoTime();
            browser.type("label", "Sawdust").type("amount", "12").press("form[action='/territory/card'] button");
            browser.awaitText("Sawdust");
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(seconds).as("two fields, ten keys and one press").isLessThan(20);
            assertThat(server.house().database().read(TerritoryStore::flows)).anySatisfy(flow -> {
                assertThat(flow.label()).isEqualTo("Sawdust");
                assertThat(flow.perYear()).isEqualTo(12);
            });
            assertThat(browser.driver().getCurrentUrl())
                    .contains("kind=MATERIAL")
                    .endsWith("#card");
        }
    }

    @Test
    void theMapGathersThreeThousandSites() {
        var inventory = org.boucle.features.territory.demo.GeneratedTerritory.of(3_000, 3_000, 1, Catalog.shipped());
        String map = MapChart.of(inventory, List.of(), "Map");
        assertThat(map.length()).isLessThan(60_000);
        assertThat(map.split("<circle").length).isBetween(20, 300);
    }

    @Test
    void theFactorysLeverTellsItsShareInClasses() {
        try (TestServer server = TestServer.withAdministrator();
                org.boucle.app.solver.SolverProcess solver = new org.boucle.app.solver.SolverProcess()) {
            TerritoryDesk desk = new TerritoryDesk(server.house(), Catalog::shipped, solver);
            org.boucle.core.twin.Site factory = new org.boucle.core.twin.Site(
                    "biscuiterie",
                    "Biscuiterie des Deux Rives",
                    "Biscuiterie des Deux Rives",
                    "",
                    "FR",
                    java.time.ZoneOffset.UTC);
            TerritoryLever lever = new TerritoryLever(desk);
            assertThat(lever.standing(factory).missing())
                    .extracting(DataNeed::code)
                    .containsExactly("territory.plan");
            Samples.kalundborg(desk, "test");
            Samples.deuxRives(desk, "test");
            var own = lever.standing(factory);
            for (int looks = 0; own.proposals().isEmpty() && looks < 30; looks++) {
                assertThat(own.missing()).extracting(DataNeed::code).containsExactly("territory.plan.underway");
                own = lever.standing(factory);
            }
            assertThat(own.proposals())
                    .singleElement()
                    .satisfies(p -> assertThat(p.id()).isEqualTo("territory-own"));
            var elsewhere =
                    lever.standing(new org.boucle.core.twin.Site("x", "X", "X", "", "FR", java.time.ZoneOffset.UTC));
            assertThat(elsewhere.proposals())
                    .singleElement()
                    .satisfies(p -> assertThat(p.id()).isEqualTo("territory-plan"));
        }
    }
}
