package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boucle.app.server.Json;
import org.boucle.features.itfootprint.PowerCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Against the recorded answers of a running BoaviztAPI 2.4.1: the same impacts, number for number as doubles. */
class BoaviztaOracleTest {
    /** Criteria that a flag's defect may change; an empty set means every criterion of the use stage. */
    private static final Map<String, Set<String>> MENDED = Map.of(
            "quirk_fe_is_kWh_labelled_MJ", Set.of("fe"),
            "data_ap_factor_outlier", Set.of("ap"),
            "quirk_value_outside_range", Set.of(),
            "quirk_case_units_squared", Set.of(),
            "quirk_cloud_avg_power_drops_usage", Set.of(),
            "quirk_cloud_elec_factors_ignored", Set.of(),
            "quirk_instance_per_server_ignored", Set.of());

    @Test
    void underThePeersRulesEveryAnswerIsThePeers() {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Oracle.Case one : Oracle.cases()) {
            if (one.status() == 200) {
                compared++;
                differences(one, "peer").forEach(difference -> wrong.add(one.id() + " " + difference));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isEqualTo(491);
    }

    @Test
    void byDefaultUnflaggedAnswersAreThePeersAndFlaggedOnesDifferOnlyByTheirDefect() {
        List<String> wrong = new ArrayList<>();
        int equal = 0;
        for (Oracle.Case one : Oracle.cases()) {
            List<String> differences = one.status() == 200 ? differences(one, "compatible") : List.of();
            differences.stream()
                    .filter(difference -> !isMended(one, difference))
                    .forEach(difference -> wrong.add(one.id() + " " + one.flags() + " " + difference));
            equal += one.status() == 200 && differences.isEmpty() ? 1 : 0;
        }
        assertThat(wrong).isEmpty();
        assertThat(equal).isGreaterThanOrEqualTo(364);
    }

    private static boolean isMended(Oracle.Case one, String difference) {
        if (!one.isFlagged()) {
            return false;
        }
        String criterion = difference.split("\\.")[0];
        Set<String> allowed = new HashSet<>();
        for (String flag : one.flags()) {
            Set<String> criteria = MENDED.getOrDefault(flag, Set.of("nothing"));
            if (criteria.isEmpty()) {
                return true;
            }
            allowed.addAll(criteria);
        }
        return allowed.contains(criterion);
    }

    private static List<String> differences(Oracle.Case one, String rules) {
        Answer answer = Oracle.call(one, rules);
        if (answer.status() != one.status()) {
            return List.of("status: " + one.status() + " / " + answer.status());
        }
        JsonNode ours = Json.read(answer.text());
        if (one.hasImpacts()) {
            return Oracle.differences("", one.response().get("impacts"), ours.get("impacts"));
        }
        return one.path().endsWith("consumption_profile/cpu")
                ? curveDifferences(one.response(), ours)
                : Oracle.differences("", one.response(), ours);
    }

    /** b and d of a curve are degenerate: only its power can be compared. */
    private static List<String> curveDifferences(JsonNode peer, JsonNode ours) {
        List<String> found = new ArrayList<>();
        for (double load : new double[] {0, 10, 25, 50, 75, 100}) {
            double theirs = curve(peer).watts(load);
            double mine = curve(ours).watts(load);
            if (Math.abs(theirs - mine) > 2e-5 * theirs) {
                found.add("power at " + load + " %: " + theirs + " / " + mine);
            }
        }
        return found;
    }

    private static PowerCurve curve(JsonNode node) {
        return new PowerCurve(
                node.get("a").asDouble(),
                node.get("b").asDouble(),
                node.get("c").asDouble(),
                node.get("d").asDouble());
    }

    @Test
    void whatTheRecordRefusedIsRefusedAndWhatCrashedThePeerIsNot() {
        List<String> wrong = new ArrayList<>();
        for (Oracle.Case one : Oracle.cases()) {
            int ours = Oracle.call(one, "compatible").status();
            boolean fine = one.status() == 500 ? ours >= 200 && ours < 500 : ours == one.status();
            if (!fine) {
                wrong.add(one.id() + " " + one.status() + " / " + ours);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "cloud", "cpu"})
    void theSweepsAreThePeers(String sweep) {
        List<String> lines = Oracle.lines("boavizta-2.4.1-sweep-" + sweep + ".csv");
        String[] columns = lines.getFirst().split(",");
        List<String> wrong = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            JsonNode impacts = Json.read(swept(sweep, cells).text()).path("impacts");
            for (int i = 0; i < columns.length; i++) {
                String[] path = columns[i].split("_");
                if (path.length == 3) {
                    double ours =
                            impacts.path(path[0]).path(path[1]).path(path[2]).asDouble(Double.NaN);
                    if (cells[i].isEmpty() ? !Double.isNaN(ours) : Double.parseDouble(cells[i]) != ours) {
                        wrong.add(line.split(",")[0] + " " + columns[i] + " " + cells[i] + " / " + ours);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Answer swept(String sweep, String[] cells) {
        ObjectNode query = JsonNodeFactory.instance.objectNode().put("verbose", "false");
        return switch (sweep) {
            case "server" ->
                Oracle.call("GET", "/v1/server/", query.put("archetype", cells[0]), Optional.empty(), "compatible");
            case "cloud" ->
                Oracle.call(
                        "GET",
                        "/v1/cloud/instance",
                        query.put("provider", cells[0]).put("instance_type", cells[1]),
                        Optional.empty(),
                        "compatible");
            default -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", cells[0]);
                body.putObject("usage").put("usage_location", "FRA").put("time_workload", 50);
                yield Oracle.call("POST", "/v1/component/cpu", query, Optional.of(body), "compatible");
            }
        };
    }
}
