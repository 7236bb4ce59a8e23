package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.boucle.app.server.Json;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.TerminalKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Ten thousand random and hostile bodies: an answer 200, 404 or 422 each, in less than 50 ms of CPU once warm. */
class HostileBodiesTest {
    private static final int BODIES = 10_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KEYS = List.of(
            "units",
            "core_units",
            "die_size",
            "name",
            "family",
            "tdp",
            "capacity",
            "density",
            "process",
            "manufacturer",
            "type",
            "layers",
            "weight",
            "vram",
            "vram_dies",
            "unit_weight",
            "case_type",
            "usage",
            "avg_power",
            "time_workload",
            "usage_location",
            "use_time_ratio",
            "hours_life_time",
            "elec_factors",
            "region",
            "other_consumption_ratio",
            "instance_per_server",
            "provider",
            "instance_type",
            "model",
            "configuration",
            "cpu",
            "ram",
            "disk",
            "gpu",
            "power_supply",
            "functional_blocks",
            "hsl_level",
            "workload",
            "load_percentage",
            "time_percentage",
            "power_watt",
            "gwp",
            "archetype",
            "die_size_per_core",
            "model_range");
    private static final List<String> TEXTS = List.of(
            "",
            "aws",
            "m5.large",
            "FRA",
            "eee",
            "Xeon Gold 6134",
            "ssd",
            "hdd",
            "rack",
            "HSL-1",
            "pcb",
            "\u0000",
            "💥💥",
            "' OR 1=1",
            "{{7*7}}",
            "NaN",
            "-Infinity",
            "1e999",
            "8",
            "2.5",
            "true",
            "x".repeat(199),
            "a b ".repeat(40),
            "y".repeat(5_000),
            "../../etc/passwd",
            "<script>");
    private static final double[] NUMBERS = {
        0, -0.0, 1, -1, 2.5, 100, 101, 1e-300, 1e300, -1e300, 1e15, 4.9e-324, 1.7976931348623157e308, 8760, 0.3
    };

    private final Random random = new Random(20260101);

    @Test
    void everyBodyGetsAClearAnswerInTime() {
        Boavizta dialect = new Boavizta(ItFootprint::shipped);
        List<Boavizta.Operation> posts = dialect.operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .toList();
        assertThat(posts).hasSize(4 + ComponentKind.values().length - 1 + TerminalKind.values().length);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < BODIES; i++) {
            Boavizta.Operation operation = posts.get(random.nextInt(posts.size()));
            JsonNode body = random.nextInt(20) == 0 ? value(0) : object(0);
            Call call = new Call(this::query, Optional.of(body));
            double begun = cpuMillis();
            Answer answer = dialect.answer(operation, call);
            String text = answer.text();
            double millis = cpuMillis() - begun;
            boolean clear = answer.status() == 200 || text.contains("detail");
            boolean known = List.of(200, 404, 422).contains(answer.status());
            if (!clear || !known || !isFinite(answer) || i > 500 && millis > 50) {
                String sent = body.toString();
                wrong.add(operation.path() + " " + millis + " ms " + answer.status() + " "
                        + sent.substring(0, Math.min(300, sent.length())));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Time of this thread alone: the machine is shared, and a pause for others is no fault of ours. */
    private static double cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    private static boolean isFinite(Answer answer) {
        if (answer.status() != 200) {
            return true;
        }
        for (JsonNode impact : Json.read(answer.text()).path("impacts")) {
            for (String stage : List.of("embedded", "use")) {
                JsonNode figure = impact.path(stage);
                for (String bound : figure.isObject() ? List.of("value", "min", "max") : List.<String>of()) {
                    if (!Double.isFinite(figure.path(bound).asDouble(Double.NaN))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private List<String> query(String name) {
        return switch (name) {
            case "criteria" -> random.nextBoolean() ? List.of() : List.of("all", "gwp", "no such");
            case "verbose" -> List.of(random.nextBoolean() ? "true" : "0");
            case "duration" ->
                random.nextBoolean() ? List.of() : List.of(String.valueOf(NUMBERS[random.nextInt(NUMBERS.length)]));
            default -> List.of();
        };
    }

    private ObjectNode object(int depth) {
        ObjectNode node = JSON.objectNode();
        int fields = random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            node.set(KEYS.get(random.nextInt(KEYS.size())), value(depth + 1));
        }
        return node;
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 5 ? 4 : 7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 3 -> JSON.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 4 -> {
                var list = JSON.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(depth + 1));
                }
                yield list;
            }
            default -> object(depth + 1);
        };
    }

    @Test
    void asManyModulesAsAreTakenStayFast() {
        StringBuilder ram = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            ram.append(i == 0 ? "" : ",")
                    .append("{\"manufacturer\":\"maker ")
                    .append(i)
                    .append("\",\"capacity\":8}");
        }
        String body = "{\"configuration\":{\"ram\":[" + ram + "]}}";
        JsonNode parsed = Json.read(body);
        double begun = cpuMillis();
        Answer answer = Oracle.call(
                "POST", "/v1/server/", Json.read("{\"verbose\":\"false\"}"), Optional.of(parsed), "compatible");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(cpuMillis() - begun).isLessThan(50);
    }
}
