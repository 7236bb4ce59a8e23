package org.boucle.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.House;
import org.boucle.app.server.Json;
import org.boucle.app.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's lines against the real server's routes. */
class AgentMeetsTheTwinTest {
    @TempDir
    Path directory;

    @Test
    void theTwinTakesThePointsAndGivesTheImpacts() {
        FakeMachine machine = new FakeMachine(directory);
        try (TestServer server = TestServer.start(House::withPublicIt)) {
            URI twin = URI.create(server.address("/"));
            String token = server.token(Role.OPERATOR);
            DiskBuffer buffer = new DiskBuffer(directory.resolve("buffer").toFile(), 1 << 20);
            Agent agent = new Agent(
                    AgentMain.probes(AgentOptions.parse(new String[] {"--no-ipmi"}), machine.tree()),
                    buffer,
                    Optional.of(new HttpSender(twin, token)),
                    new MetricsPage("press-3"),
                    "plant",
                    "press-3");
            long now = System.currentTimeMillis() - 60_000;
            int kept = 0;
            for (int i = 0; i < 5; i++) {
                kept += agent.step(new Moment(now + 5000L * i, 5_000_000_000L * i))
                        .size();
                machine.fiveSeconds();
            }
            assertThat(agent.deliver()).isTrue();
            assertThat(buffer.waitingBytes()).isZero();
            assertThat(directory.resolve("buffer/refused.jsonl")).doesNotExist();
            assertThat(kept).isGreaterThan(60);
            // series that the twin does not know yet wait in its quarantine until somebody accepts them
            long seen = server.house()
                    .database()
                    .read(sql -> sql.one("SELECT SUM(seen) FROM ingest_quarantine", row -> row.getLong(1)));
            assertThat(seen).isEqualTo(kept);
            List<String> series = server.house()
                    .database()
                    .read(sql ->
                            sql.list("SELECT site || ' ' || series FROM ingest_quarantine", row -> row.getString(1)));
            assertThat(series).contains("plant press-3/power.package-0", "plant press-3/load.cpu");
            ImpactRates rates =
                    ImpactRates.ask(twin, Hardware.of(machine.tree()), "FRA").orElseThrow();
            assertThat(rates.perKilowattHour()[0]).isEqualTo(0.098);
            assertThat(rates.embeddedPerHour()[0]).isBetween(0.001, 0.5);
            assertThat(Json.read(server.get("/api/self", "").body()).has("total"))
                    .isTrue();
        }
    }
}
