package org.boucle.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Function;
import org.boucle.app.accounts.Role;
import org.boucle.app.decisions.Chains;
import org.boucle.app.decisions.Evidence;
import org.boucle.app.server.Json;
import org.boucle.app.telemetry.PostgresCluster;
import org.boucle.app.testing.TestServer;
import org.boucle.core.decision.HashChain;
import org.boucle.core.twin.Site;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The same schema, rooms and pages on SQLite and on a real PostgreSQL. */
class BothStoresTest {
    private static void onBoth(Function<TestServer, Boolean> check) {
        try (TestServer sqlite = TestServer.withAdministrator()) {
            assertThat(check.apply(sqlite)).isTrue();
        }
        Optional<PostgresCluster> cluster = PostgresCluster.find();
        Assumptions.assumeTrue(cluster.isPresent(), "PostgreSQL is not installed: only SQLite was tested");
        try (TestServer postgres = TestServer.onPostgres(cluster.orElseThrow().freshDatabase())) {
            assertThat(postgres.house().database().dialect()).isEqualTo(Dialect.POSTGRESQL);
            assertThat(check.apply(postgres)).isTrue();
        }
    }

    @Test
    void everyRoomStartsAndItsPagesAnswer() {
        onBoth(server -> {
            server.house().sites().save(Site.named("Usine d'Été"));
            String token = server.token(Role.ADMINISTRATOR);
            for (String path : Json.read(server.get("/api/openapi.json", "").body())
                    .path("paths")
                    .propertyNames()) {
                if (!path.contains("{") && !path.contains("live")) {
                    assertThat(server.get(path, token).statusCode()).as(path).isLessThan(500);
                }
            }
            assertThat(server.get("/", token).body()).contains("Usine d'Été");
            return true;
        });
    }

    @Test
    void accountsIntensitiesAndTransportChainsAreKept() {
        onBoth(server -> {
            String token = server.token(Role.ENERGY_MANAGER);
            String account = "{\"organisation\":\"É\",\"year\":2025,\"base\":true,\"activities\":[{\"name\":\"Gaz\","
                    + "\"flow\":\"fuel.natural-gas\",\"quantity\":\"5 MWh\",\"uncertainty\":\"10 %\"}],\"contracts\":"
                    + "[{\"name\":\"A\",\"instrument\":\"SUPPLIER_MIX\",\"share\":\"40 %\",\"flow\":\"electricity.hydro\"}]}";
            long id = id(server, "/api/footprint/accounts", account);
            assertThat(Json.read(server.get("/api/footprint/accounts/" + id, token)
                                    .body())
                            .at("/locationBased/scope1")
                            .asDouble())
                    .isBetween(1_000.0, 1_020.0);
            String chain = "{\"name\":\"É\",\"mass\":\"1 t\",\"elements\":[{\"kind\":\"leg\",\"distance\":\"10 km\","
                    + "\"operation\":\"0.1\"},{\"kind\":\"hub\",\"kilograms\":2}]}";
            long kept = id(server, "/api/footprint/chains", chain);
            assertThat(Json.read(server.get("/api/footprint/chains/" + kept, token)
                                    .body())
                            .at("/total")
                            .asDouble())
                    .isEqualTo(3);
            assertThat(server.send(
                                    "POST",
                                    "/api/footprint/intensity?name=a.csv",
                                    token,
                                    "text/csv",
                                    "time,FR\n2025-01-01T00:00Z,40\n2025-01-01T01:00Z,60\n")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(Json.read(server.get("/api/footprint/intensity/1", token).body())
                            .at("/mean")
                            .asDouble())
                    .isCloseTo(50, org.assertj.core.data.Offset.offset(1e-4));
            return true;
        });
    }

    private static long id(TestServer server, String path, String body) {
        return Json.read(server.post(path, server.token(Role.ENERGY_MANAGER), body)
                        .body())
                .at("/id")
                .asLong();
    }

    @Test
    void chainsAndEvidenceAreKept() {
        onBoth(server -> {
            Database database = server.house().database();
            for (int i = 0; i < 3; i++) {
                String payload = "é" + i;
                database.change(
                        sql -> Chains.append(sql, server.house().clock(), "test", "ada", "subject", "noted", payload));
            }
            String hash = database.write(sql -> Evidence.keep(sql, "a.pdf", new byte[] {1, 2, 3}));
            database.change(sql -> Evidence.keep(sql, "again.pdf", new byte[] {1, 2, 3}));
            assertThat(database.read(sql -> Evidence.find(sql, hash))
                            .orElseThrow()
                            .name())
                    .isEqualTo("a.pdf");
            assertThat(HashChain.verify(database.read(sql -> Chains.list(sql, "test"))))
                    .isEmpty();
            database.change(
                    sql -> sql.run("UPDATE chain_entry SET payload = 'x' WHERE chain = 'test' AND sequence = 2"));
            assertThat(HashChain.verify(database.read(sql -> Chains.list(sql, "test"))))
                    .contains(new HashChain.Break(2, HashChain.Break.Reason.CHANGED));
            return true;
        });
    }

    @Test
    void aFailedWriteLeavesNothing() {
        onBoth(server -> {
            Database database = server.house().database();
            assertThatThrownBy(() -> database.change(sql -> {
                        server.house().accounts().audit(sql, "ada", "half", "done", "");
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(server.house().accounts().trail(10))
                    .noneMatch(line -> line.action().equals("half"));
            assertThatThrownBy(() -> server.account("admin", Role.VIEWER, "")).hasMessageContaining("taken");
            return true;
        });
    }
}
