package org.boucle.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.boucle.features.itfootprint.measurement.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent measured reaches the twin, whatever dies in between. */
class NothingLostTest {
    private static final int SAMPLES_OF_AN_HOUR = 720;

    @TempDir
    Path directory;

    @Test
    void anHourWithoutTheTwinArrivesWhole() throws IOException {
        FakeMachine machine = new FakeMachine(directory.resolve("machine"));
        Path waiting = directory.resolve("buffer");
        Set<String> measured = new HashSet<>();
        try (StandInTwin twin = new StandInTwin()) {
            twin.status = 503;
            Agent agent = agent(machine, waiting, twin);
            for (int i = 0; i < SAMPLES_OF_AN_HOUR; i++) {
                machine.fiveSeconds();
                Moment now = new Moment(1_700_000_000_000L + i * 5000L, i * 5_000_000_000L);
                for (Reading reading : agent.step(now)) {
                    measured.add("press-3/" + reading.series() + " " + Moment.iso(reading.epochMillis()));
                }
                if (i % 3 == 0) {
                    assertThat(agent.deliver()).isFalse();
                }
            }
            assertThat(twin.lines).isEmpty();
            twin.status = 202;
            assertThat(agent.deliver()).isTrue();
            assertThat(twin.lines).hasSameSizeAs(measured);
            assertThat(keys(twin.lines)).isEqualTo(measured);
            assertThat(measured.size()).isGreaterThan(SAMPLES_OF_AN_HOUR * 12);
        }
    }

    @Test
    void anAnswerThatNeverCameMeansSendingAgain() throws IOException {
        FakeMachine machine = new FakeMachine(directory.resolve("machine"));
        try (StandInTwin twin = new StandInTwin()) {
            Agent agent = agent(machine, directory.resolve("buffer"), twin);
            agent.step(new Moment(1000, 0));
            twin.takesButDiesBeforeAnswering = true;
            assertThat(agent.deliver()).isFalse();
            twin.takesButDiesBeforeAnswering = false;
            assertThat(agent.deliver()).isTrue();
            assertThat(twin.lines).hasSize(2 * keys(twin.lines).size());
        }
    }

    @Test
    void linesThatTheTwinRefusesAreKeptBeside() throws IOException {
        FakeMachine machine = new FakeMachine(directory.resolve("machine"));
        try (StandInTwin twin = new StandInTwin()) {
            Agent agent = agent(machine, directory.resolve("buffer"), twin);
            int kept = agent.step(new Moment(1000, 0)).size();
            twin.status = 422;
            assertThat(agent.deliver()).isTrue();
            assertThat(Files.readAllLines(directory.resolve("buffer/refused.jsonl")))
                    .hasSize(kept);
        }
    }

    @Test
    void aTornLineIsCutAndAFullBufferGivesUpTheOldest() throws IOException {
        Path buffer = directory.resolve("buffer");
        DiskBuffer first = new DiskBuffer(buffer.toFile(), 2 << 20);
        first.append("one\n".getBytes(StandardCharsets.UTF_8));
        first.close();
        Path file = buffer.resolve("points-000000000001.jsonl");
        Files.writeString(file, "one\ntw");
        DiskBuffer second = new DiskBuffer(buffer.toFile(), 2 << 20);
        assertThat(second.next().lines()).asString(StandardCharsets.UTF_8).isEqualTo("one\n");
        byte[] block = "x".repeat(999).concat("\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5000; i++) {
            second.append(block);
        }
        assertThat(second.waitingBytes()).isLessThanOrEqualTo(3 << 20);
        assertThat(second.droppedBytes() + second.waitingBytes()).isEqualTo(5000 * 1000 + 4);
    }

    @Test
    void aRandomLifeOfTheBufferLosesAndReordersNothing() {
        Random random = new Random(60);
        Path place = directory.resolve("buffer");
        DiskBuffer buffer = new DiskBuffer(place.toFile(), 1 << 30);
        StringBuilder put = new StringBuilder();
        StringBuilder got = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    DiskBuffer.Chunk chunk = buffer.next();
                    if (random.nextBoolean() && chunk.lines().length > 0) {
                        got.append(new String(chunk.lines(), StandardCharsets.UTF_8));
                        buffer.acknowledge(chunk);
                    }
                }
                case 1 -> {
                    if (random.nextInt(10) == 0) {
                        buffer = new DiskBuffer(place.toFile(), 1 << 30);
                    }
                }
                default -> {
                    String line = i + " ".repeat(random.nextInt(3000)) + "\n";
                    put.append(line);
                    buffer.append(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        DiskBuffer.Chunk rest = buffer.next();
        while (rest.lines().length > 0) {
            got.append(new String(rest.lines(), StandardCharsets.UTF_8));
            buffer.acknowledge(rest);
            rest = buffer.next();
        }
        assertThat(got.toString()).isEqualTo(put.toString());
    }

    /** The real program in its own process, killed without warning three times while the twin comes and goes. */
    @Test
    void theAgentMayBeKilledAtAnyMoment() throws Exception {
        FakeMachine machine = new FakeMachine(directory.resolve("machine"));
        Set<String> kept = new HashSet<>();
        Random random = new Random(9);
        try (StandInTwin twin = new StandInTwin()) {
            for (int life = 0; life < 3; life++) {
                twin.status = life == 1 ? 503 : 202;
                // a file and not a pipe: the JDK closes a killed process's pipes unread
                Path told = directory.resolve("told-" + life);
                Process process = start(machine, twin, told);
                for (int wait = 0; wait < 200 && Files.size(told) < 400; wait++) {
                    Thread.sleep(50);
                }
                Thread.sleep(100 + random.nextInt(300));
                process.destroyForcibly();
                process.waitFor(5, TimeUnit.SECONDS);
                // a line that the kill cut short is no whole time and claims nothing
                Files.readAllLines(told).stream()
                        .filter(line -> line.startsWith("kept ") && line.endsWith("Z"))
                        .forEach(line -> kept.add(line.substring(5)));
            }
            twin.status = 202;
            Agent last = agent(machine, directory.resolve("buffer"), twin);
            assertThat(last.deliver()).isTrue();
            Set<String> arrived = new HashSet<>();
            for (String key : keys(twin.lines)) {
                arrived.add(key.substring(key.indexOf(' ') + 1));
            }
            assertThat(kept).hasSizeGreaterThan(20);
            assertThat(arrived).containsAll(kept);
        }
    }

    private Process start(FakeMachine machine, StandInTwin twin, Path told) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.boucle.app.agent.AgentMain"));
        command.addAll(List.of("--proc", machine.proc.toString(), "--sys", machine.sys.toString()));
        command.addAll(List.of("--url", twin.address().toString(), "--every", "10ms", "--send-every", "30ms"));
        command.addAll(List.of("--buffer", directory.resolve("buffer").toString(), "--tell", "--no-ipmi"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
    }

    private static Agent agent(FakeMachine machine, Path buffer, StandInTwin twin) {
        AgentOptions options = AgentOptions.parse(new String[] {"--no-ipmi"});
        return new Agent(
                AgentMain.probes(options, machine.tree()),
                new DiskBuffer(buffer.toFile(), 256 << 20),
                Optional.of(new HttpSender(twin.address(), "")),
                new MetricsPage("press-3"),
                "plant",
                "press-3");
    }

    /** Series and time of each line, once. */
    private static Set<String> keys(List<String> lines) {
        Set<String> keys = new HashSet<>();
        for (String line : lines) {
            String[] parts = line.split("\"", -1);
            keys.add(parts[7] + " " + parts[11]);
        }
        return keys;
    }
}
