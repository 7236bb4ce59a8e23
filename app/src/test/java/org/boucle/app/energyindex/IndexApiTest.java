package org.boucle.app.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Conflict;
import org.boucle.app.server.Json;
import org.boucle.app.testing.TestServer;
import org.boucle.core.decision.HashChain;
import org.boucle.core.text.Language;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.NoteExamples;
import org.boucle.features.energyindex.ReferenceProcedure;
import org.boucle.features.energyindex.Site;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IndexApiTest {
    private static String yaml(Agreement agreement) {
        return AgreementFiles.yaml(SheetRows.of(agreement, Language.EN));
    }

    private static String path(Agreement agreement) {
        return "/api/iee/agreements/" + agreement.id();
    }

    @Test
    void anAgreementGoesInAndItsIndicesComeOut() {
        try (TestServer server = TestServer.withAdministrator()) {
            String manager = server.token(Role.ENERGY_MANAGER);
            Agreement example = NoteExamples.example2();
            assertThat(server.send("PUT", path(example), manager, "application/yaml", yaml(example))
                            .statusCode())
                    .isEqualTo(200);
            JsonNode site = Json.read(
                    server.get(path(example) + "/sites/example-2", manager).body());
            JsonNode last = site.path("years").get(10);
            assertThat(last.path("iee").asDouble()).isCloseTo(79.6196, within(5e-5));
            assertThat(last.path("unadjusted").asDouble()).isCloseTo(81.3889, within(5e-5));
            assertThat(last.path("target").asDouble()).isEqualTo(75);
            JsonNode table = Json.read(server.get(path(example) + "/sites/example-2/years/2012", manager)
                    .body());
            assertThat(table.path("lines").size()).isEqualTo(2);
            assertThat(table.path("lines").get(1).path("theoretical").asDouble())
                    .isEqualTo(34_000);
            JsonNode sector = Json.read(server.get(path(example), manager).body());
            assertThat(sector.path("years").get(10).path("iee").asDouble()).isCloseTo(79.6196, within(5e-5));
            JsonNode company = Json.read(
                    server.get(path(example) + "/companies/example-2", manager).body());
            assertThat(company.path("years").get(10).path("iee").asDouble()).isCloseTo(79.6196, within(5e-5));
            assertThat(server.get("/api/openapi.json", "").body()).contains("/api/iee/compute");
        }
    }

    @Test
    void badInputIsLocatedAndChangesNothing() {
        try (TestServer server = TestServer.withAdministrator()) {
            String manager = server.token(Role.ENERGY_MANAGER);
            Agreement example = NoteExamples.example1();
            server.send("PUT", path(example), manager, "application/yaml", yaml(example));
            Agreement before =
                    new AgreementStore(server.house()).find(example.id()).orElseThrow();
            assertThat(before).isEqualTo(example);
            for (String bad : List.of(
                    yaml(example).replaceFirst("2003: 100000", "2003: -1"),
                    yaml(example).replaceFirst("unit: \"t\"", "unit: \"kg\""),
                    yaml(example).replace("Posts:", "Post:"),
                    "{\"Agreement\": 7}",
                    "%",
                    "x".repeat(21_000_000))) {
                HttpResponse<String> answer = server.send("PUT", path(example), manager, "application/yaml", bad);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(Json.read(answer.body()).path("issues").size()).isPositive();
            }
            assertThat(new AgreementStore(server.house()).find(example.id())).contains(before);
        }
    }

    @Test
    void aCompanySeesItsOwnSitesOnly() {
        try (TestServer server = TestServer.withAdministrator()) {
            String all = server.token(Role.ENERGY_MANAGER);
            Agreement example = NoteExamples.example1();
            server.send("PUT", path(example), all, "application/yaml", yaml(example));
            var stranger = server.account("elsewhere", Role.ENERGY_MANAGER, "Other SA");
            String token = server.house().accounts().createToken(stranger, "test");
            assertThat(server.get(path(example) + "/sites/example-1", token).statusCode())
                    .isEqualTo(404);
            assertThat(server.send("PUT", path(example), token, "application/yaml", yaml(example))
                            .statusCode())
                    .isEqualTo(409);
            assertThat(server.get(path(example), "").statusCode()).isEqualTo(401);
            assertThat(server.send("PUT", path(example), server.token(Role.VIEWER), "application/yaml", yaml(example))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aTamperedDecisionShows() {
        try (TestServer server = TestServer.withAdministrator()) {
            AgreementStore store = new AgreementStore(server.house());
            store.save(NoteExamples.example2(), "test");
            for (int i = 0; i < 3; i++) {
                var at = store.findSite("example-2", "example-2").orElseThrow();
                var step = new ReferenceProcedure.SetAside(
                        org.boucle.features.energyindex.Approach.COMPARISON, "reason " + i);
                store.decide(
                        at,
                        at.site(),
                        Decision.of("Ada", "example-2", "B", step, Optional.empty(), Optional.empty()),
                        Optional.empty());
            }
            assertThat(HashChain.verify(store.trail("example-2"))).isEmpty();
            server.house()
                    .database()
                    .change(sql -> sql.run(
                            "UPDATE energyindex_decision SET payload = REPLACE(payload, 'reason 1', 'reason 9')"));
            assertThat(HashChain.verify(store.trail("example-2")).orElseThrow().sequence())
                    .isEqualTo(2);
            JsonNode told = Json.read(server.get("/api/iee/agreements/example-2/decisions", server.token(Role.AUDITOR))
                    .body());
            assertThat(told.path("intact").asBoolean()).isFalse();
        }
    }

    @Test
    void twoPeopleDoNotOverwriteEachOther() {
        try (TestServer server = TestServer.withAdministrator()) {
            AgreementStore store = new AgreementStore(server.house());
            store.save(NoteExamples.example1(), "test");
            var seen = store.findSite("example-1", "example-1").orElseThrow();
            Site edited =
                    seen.site().withTarget(seen.site().target().orElseThrow().withEnergyIndex(80));
            store.change(seen, edited, "Ada", "target");
            assertThatThrownBy(() -> store.change(seen, seen.site(), "Bob", "target"))
                    .isInstanceOf(Conflict.class);
            assertThat(store.findSite("example-1", "example-1").orElseThrow().site())
                    .isEqualTo(edited);
        }
    }
}
