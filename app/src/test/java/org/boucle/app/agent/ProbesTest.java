package org.boucle.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.boucle.features.itfootprint.measurement.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbesTest {
    @TempDir
    Path directory;

    @Test
    void aMachineIsReadFromItsFiles() {
        FakeMachine machine = new FakeMachine(directory);
        Map<String, Double> values = secondSample(machine);
        // the package counter wraps around between the two samples
        assertThat(values)
                .contains(
                        entry("power.package-0", 40.0),
                        entry("power.dram-0", 4.0),
                        entry("temperature.coretemp-0", 54.0),
                        entry("load.cpu", 30.0),
                        entry("load.average-1min", 0.52),
                        entry("memory.used", 2048.0),
                        entry("disk.sda.read", 0.0),
                        entry("network.eth0.sent", 0.0));
        assertThat(values).doesNotContainKeys("disk.sda1.read", "network.lo.sent");
    }

    @Test
    void powerIsDividedAmongCommandsAndControlGroups() {
        FakeMachine machine = new FakeMachine(directory);
        Map<String, Double> values = secondSample(machine);
        // lowest power seen so far is the present one, so all of it goes by memory: 100 and 200 MiB of 8 GiB
        assertThat(values.get("process.java.power")).isCloseTo(44 * 200 / 8192.0, within(1e-9));
        assertThat(values.get("process.postgres--writer--x-.cpu")).isCloseTo(15, within(1e-9));
        assertThat(values.get("cgroup.system-slice-postgresql-service.cpu")).isCloseTo(15, within(1e-9));
        double sum = values.entrySet().stream()
                .filter(e -> e.getKey().startsWith("process.") && e.getKey().endsWith(".power"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        assertThat(sum).isCloseTo(44, within(1e-9));
    }

    @Test
    void givenIdlePowerGoesByMemoryAndTheRestByTime() {
        FakeMachine machine = new FakeMachine(directory);
        AgentOptions options =
                AgentOptions.parse(new String[] {"--idle-watts", "20", "--no-ipmi", "--consumers-every", "1s"});
        Map<String, Double> values = sampleTwice(machine, AgentMain.probes(options, machine.tree()));
        double active = 24;
        assertThat(values.get("process.postgres--writer--x-.power"))
                .isCloseTo(active * 300 / 600 + 20 * 100 / 8192.0, within(1e-9));
    }

    @Test
    void aMachineWithoutAnyOfTheFilesIsNoError() {
        SystemTree tree = new SystemTree(directory.resolve("none").toFile(), directory.toFile());
        List<Reading> readings = new ArrayList<>();
        for (Probe probe : AgentMain.probes(AgentOptions.parse(new String[0]), tree)) {
            probe.sample(Moment.now(), readings);
        }
        assertThat(readings).isEmpty();
    }

    @Test
    void acpiMetersAndBatteriesSpeak() {
        FakeMachine.write(directory, "class/hwmon/hwmon3/name", "power_meter");
        FakeMachine.write(directory, "class/hwmon/hwmon3/power1_average", "212000000");
        FakeMachine.write(directory, "class/hwmon/hwmon4/name", "amdgpu");
        FakeMachine.write(directory, "class/hwmon/hwmon4/power1_input", "9000000");
        FakeMachine.write(directory, "class/power_supply/BAT0/type", "Battery");
        FakeMachine.write(directory, "class/power_supply/BAT0/status", "Discharging");
        FakeMachine.write(directory, "class/power_supply/BAT0/current_now", "1500000");
        FakeMachine.write(directory, "class/power_supply/BAT0/voltage_now", "12000000");
        List<Reading> readings = new ArrayList<>();
        new SensorProbe(new SystemTree(directory.toFile(), directory.toFile())).sample(new Moment(7, 0), readings);
        assertThat(readings)
                .containsExactly(
                        new Reading("power.acpi-1", 7, 212, "W"),
                        new Reading("power.hwmon-amdgpu-1", 7, 9, "W"),
                        new Reading("power.battery-BAT0", 7, 18, "W"));
    }

    @Test
    void theManagementControllerIsAskedByItsTool() throws Exception {
        Path tool = directory.resolve("ipmitool");
        Files.writeString(tool, """
                #!/bin/sh
                echo
                echo "    Instantaneous power reading:                   212 Watts"
                echo "    Minimum during sampling period:                 90 Watts"
                """);
        tool.toFile().setExecutable(true);
        IpmiProbe probe = new IpmiProbe(new String[] {tool.toString()}, 30);
        List<Reading> readings = new ArrayList<>();
        probe.sample(new Moment(1, 0), readings);
        probe.sample(new Moment(2, 5_000_000_000L), readings);
        probe.sample(new Moment(3, 31_000_000_000L), readings);
        assertThat(readings)
                .containsExactly(new Reading("power.dcmi", 1, 212, "W"), new Reading("power.dcmi", 3, 212, "W"));
        new IpmiProbe(new String[] {"/no/such/tool"}, 1).sample(Moment.now(), readings);
        assertThat(readings).hasSize(2);
    }

    @Test
    void plugsOfAllKindsAreUnderstood() {
        assertThat(MeterText.watts("17.5")).hasValue(17.5);
        assertThat(MeterText.watts("{\"id\":0,\"apower\":21.5,\"voltage\":230.1}"))
                .hasValue(21.5);
        assertThat(MeterText.watts("{\"meters\":[{\"power\":3.5},{\"power\":4}]}"))
                .hasValue(7.5);
        assertThat(MeterText.watts("{\"StatusSNS\":{\"ENERGY\":{\"Power\":42}}}"))
                .hasValue(42);
        assertThat(MeterText.watts("{\"switch:0\":{\"apower\":1}}")).hasValue(1);
        assertThat(MeterText.watts("{\"value\":9,\"unit\":\"W\"}")).hasValue(9);
        assertThat(MeterText.watts("off")).isEmpty();
        assertThat(MeterText.watts("{\"state\":\"on\"}")).isEmpty();
    }

    @Test
    void linesOfOtherToolsAreFollowed() throws Exception {
        Path file = directory.resolve("energizta.jsonl");
        Files.writeString(file, "{\"timestamp\":1,\"powers\":{\"dcmi_cur_watt\":1}}\n");
        FollowProbe probe = new FollowProbe(file.toFile());
        List<Reading> readings = new ArrayList<>();
        probe.sample(Moment.now(), readings);
        assertThat(readings).isEmpty();
        String half = "{\"timestamp\":2,\"powers\":{\"dcmi_cur_watt\":140}}\n{\"timestamp\":3,\"pow";
        Files.writeString(file, half, StandardOpenOption.APPEND);
        probe.sample(Moment.now(), readings);
        Files.writeString(file, "ers\":{\"dcmi_cur_watt\":141}}\n", StandardOpenOption.APPEND);
        probe.sample(Moment.now(), readings);
        assertThat(readings)
                .containsExactly(
                        new Reading("power.dcmi_cur", 2000, 140, "W"), new Reading("power.dcmi_cur", 3000, 141, "W"));
    }

    @Test
    void timesAreWrittenAsTheJdkWritesThem() {
        Random random = new Random(6);
        for (int i = 0; i < 2000; i++) {
            long millis = random.nextLong(0, 4_102_444_800_000L) / 1000 * 1000 + 1 + random.nextInt(999);
            String jdk = Instant.ofEpochMilli(millis).toString();
            assertThat(Moment.iso(millis)).isEqualTo(jdk);
        }
        assertThat(Moment.iso(0)).isEqualTo("1970-01-01T00:00:00.000Z");
    }

    @Test
    void hardwareIsReadAndAskedForAsAServer() {
        Hardware hardware = Hardware.of(new FakeMachine(directory).tree());
        assertThat(hardware).isEqualTo(new Hardware("Intel(R) Xeon(R) Gold 6134", 2, 8, 8, 1000, 0));
        assertThat(hardware.asServer())
                .isEqualTo("\"configuration\":{\"cpu\":{\"units\":2,\"core_units\":8,\"name\":\"Intel(R) Xeon(R) Gold"
                        + " 6134\"},\"ram\":[{\"units\":1,\"capacity\":8}],\"disk\":[{\"type\":\"ssd\",\"units\":1,"
                        + "\"capacity\":1000}]}");
    }

    @Test
    void optionsAreReadAndMisuseIsNamed() {
        AgentOptions options = AgentOptions.parse(
                new String[] {"run", "--every=200ms", "--mqtt", "me:secret@broker:1884", "--url", "http://twin"});
        assertThat(options.everyMillis).isEqualTo(200);
        assertThat(options.broker).contains(new AgentOptions.Broker("broker", 1884, "me", "secret"));
        for (String[] bad :
                new String[][] {{"--every"}, {"--every", "soon"}, {"--url", "twin"}, {"dance"}, {"--x", "1"}}) {
            assertThatThrownBy(() -> AgentOptions.parse(bad)).isInstanceOf(AgentOptions.Misused.class);
        }
    }

    private Map<String, Double> secondSample(FakeMachine machine) {
        AgentOptions options = AgentOptions.parse(new String[] {"--no-ipmi", "--consumers-every", "1s"});
        return sampleTwice(machine, AgentMain.probes(options, machine.tree()));
    }

    private static Map<String, Double> sampleTwice(FakeMachine machine, List<Probe> probes) {
        List<Reading> readings = new ArrayList<>();
        for (Probe probe : probes) {
            probe.sample(new Moment(0, 0), readings);
        }
        machine.fiveSeconds();
        readings.clear();
        for (Probe probe : probes) {
            probe.sample(new Moment(5000, 5_000_000_000L), readings);
        }
        return readings.stream().collect(Collectors.toMap(Reading::series, Reading::value));
    }
}
