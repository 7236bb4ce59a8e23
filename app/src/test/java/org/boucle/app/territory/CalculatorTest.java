package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.boucle.app.server.Json;
import org.boucle.app.testing.Shared;
import org.boucle.core.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Written-down problems: the oracles' own files, and generated cases against plain formulas. */
class CalculatorTest extends CalculatorFixture {
    @Test
    void theOraclesOwnFilesAreRead() throws IOException {
        JsonNode plan =
                json(calculator.exchange(Files.readString(Shared.file("oracle/symbiosis/symbiosis_milp_oracle.json"))));
        assertThat(at(plan, "eur")).isCloseTo(176_432, within(0.01));
        assertThat(at(plan.path("flows"), "1->1")).isCloseTo(700, within(1e-4));
        JsonNode pinch =
                json(calculator.pinch(Files.readString(Shared.file("oracle/symbiosis/pinch_oracles.csv")), 10));
        assertThat(at(pinch.get(0), "hotUtility")).isCloseTo(20, within(1e-6));
        assertThat(at(pinch.get(1).path("pinches").get(0), "shifted")).isCloseTo(145, within(1e-6));
        JsonNode water =
                json(calculator.water(Files.readString(Shared.file("oracle/symbiosis/water_network_oracles.csv"))));
        assertThat(at(water.get(0), "fresh")).isCloseTo(90, within(1e-4));
        assertThat(at(water.get(1), "fresh")).isCloseTo(314.3552, within(1e-3));
        assertThat(at(water.get(1).path("alone").path("B"), "fresh")).isCloseTo(54.6429, within(1e-3));
    }

    @Test
    void cascadesAgreeWithTheGreatestDeficit() {
        Random random = new Random(7);
        for (int trial = 0; trial < 300; trial++) {
            double scale = Math.pow(10, random.nextInt(13) - 6);
            double difference = random.nextInt(4) * 5;
            StringBuilder text = new StringBuilder("{\"dTmin\":" + difference + ",\"streams\":[");
            List<double[]> streams = new ArrayList<>();
            int count = 1 + random.nextInt(8);
            for (int i = 0; i < count; i++) {
                double supply = random.nextInt(30) * 10;
                double target = supply + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(20)) * 10;
                double capacity = (random.nextInt(10)) * scale;
                streams.add(new double[] {supply, target, capacity});
                text.append(i == 0 ? "" : ",")
                        .append("{\"supply\":" + supply + ",\"target\":" + target + ",\"cp\":" + capacity + "}");
            }
            String problem = text + "]}";
            if (streams.stream().allMatch(s -> s[2] == 0)) {
                assertThatThrownBy(() -> calculator.pinch(problem, 10)).isInstanceOf(BadInput.class);
                continue;
            }
            JsonNode answer = json(calculator.pinch(problem, 10));
            double[] plain = greatestDeficit(streams, difference);
            double slack = 1e-8 * scale * 1e4;
            assertThat(at(answer, "hotUtility")).as(problem).isCloseTo(plain[0], within(slack));
            assertThat(at(answer, "coldUtility")).as(problem).isCloseTo(plain[1], within(slack));
        }
    }

    /** QH is the greatest need above any temperature beyond what is given above it; QC closes the balance. */
    private static double[] greatestDeficit(List<double[]> streams, double difference) {
        double most = 0;
        double balance = 0;
        for (double[] corner : streams) {
            for (double t : new double[] {corner[0], corner[1]}) {
                double shifted = t + (corner[0] > corner[1] ? -difference / 2 : difference / 2);
                most = Math.max(
                        most,
                        streams.stream()
                                .mapToDouble(s -> above(s, shifted, difference))
                                .sum());
            }
        }
        for (double[] s : streams) {
            balance += s[2] * (s[0] - s[1]);
        }
        return new double[] {most, most + balance};
    }

    /** What a stream needs (positive) or gives (negative) above a shifted temperature. */
    private static double above(double[] s, double t, double difference) {
        double shift = s[0] > s[1] ? -difference / 2 : difference / 2;
        double high = Math.max(s[0], s[1]) + shift;
        double low = Math.min(s[0], s[1]) + shift;
        return (s[0] > s[1] ? -1 : 1) * s[2] * Math.max(0, high - Math.max(low, t));
    }

    @Test
    void fixedLoadsAgreeWithTheLimitingComposite() {
        Random random = new Random(11);
        for (int trial = 0; trial < 60; trial++) {
            double scale = Math.pow(10, random.nextInt(7) - 2);
            StringBuilder text = new StringBuilder("{\"processes\":[");
            List<double[]> processes = new ArrayList<>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                double inlet = random.nextInt(6) * 50;
                double outlet = inlet + (1 + random.nextInt(8)) * 50;
                double load = random.nextInt(20) * 100 * scale;
                processes.add(new double[] {inlet, outlet, load});
                text.append(i == 0 ? "" : ",")
                        .append("{\"inlet\":" + inlet + ",\"outlet\":" + outlet + ",\"load\":" + load + "}");
            }
            double fresh = 0;
            for (double[] end : processes) {
                double below = 0;
                for (double[] p : processes) {
                    below += p[2] / (p[1] - p[0]) * Math.max(0, Math.min(p[1], end[1]) - p[0]);
                }
                fresh = Math.max(fresh, below / end[1]);
            }
            JsonNode answer = json(calculator.water(text + "]}"));
            assertThat(at(answer, "fresh")).as(text.toString()).isCloseTo(fresh, within(1e-5 * Math.max(fresh, 1e-3)));
        }
    }

    @Test
    void fixedFlowsAgreeWithTheWaterCascade() {
        Random random = new Random(13);
        for (int trial = 0; trial < 60; trial++) {
            double[][] sinks = streams(random);
            double[][] sources = streams(random);
            double fresh = 0;
            double need = 0;
            for (double[] each : sinks) {
                need += each[0];
            }
            for (double[] each : sources) {
                need -= each[0];
            }
            fresh = Math.max(fresh, need);
            for (double c = 10; c <= 400; c += 10) {
                double lack = 0;
                for (double[] s : sinks) {
                    lack += s[0] * Math.max(0, c - s[1]);
                }
                for (double[] s : sources) {
                    lack -= s[0] * Math.max(0, c - s[1]);
                }
                fresh = Math.max(fresh, lack / c);
            }
            String text = "{\"sinks\":" + text(sinks) + ",\"sources\":" + text(sources) + "}";
            JsonNode answer = json(calculator.water(text));
            assertThat(at(answer, "fresh")).as(text).isCloseTo(fresh, within(1e-5 * Math.max(1, fresh)));
        }
    }

    private static double[][] streams(Random random) {
        double[][] streams = new double[1 + random.nextInt(5)][];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = new double[] {1 + random.nextInt(100), random.nextInt(30) * 10};
        }
        return streams;
    }

    private static String text(double[][] streams) {
        StringBuilder text = new StringBuilder("[");
        for (double[] s : streams) {
            text.append(text.length() == 1 ? "" : ",").append("{\"flow\":" + s[0] + ",\"ppm\":" + s[1] + "}");
        }
        return text + "]";
    }

    @Test
    void transportationAgreesWithAllAssignmentsOfUnits() {
        Random random = new Random(17);
        for (int trial = 0; trial < 25; trial++) {
            int[] supply = {random.nextInt(5), random.nextInt(5), 1 + random.nextInt(4)};
            int[] demand = {random.nextInt(4), random.nextInt(4)};
            int[][] cost = new int[3][2];
            for (int[] row : cost) {
                row[0] = random.nextInt(21) - 3;
                row[1] = random.nextInt(21) - 3;
            }
            double best = cheapest(supply, demand, cost, 0, 0);
            String text = "{\"supply\":" + Json.write(supply) + ",\"demand\":" + Json.write(demand) + ",\"cost\":"
                    + Json.write(cost) + "}";
            JsonNode answer = json(calculator.transport(text));
            assertThat(answer.path("found").asBoolean()).as(text).isEqualTo(best < 1e8);
            if (best < 1e8) {
                assertThat(at(answer, "cost")).as(text).isCloseTo(best, within(1e-6));
            }
        }
    }

    private static double cheapest(int[] supply, int[] demand, int[][] cost, int j, int met) {
        if (j == demand.length) {
            return 0;
        }
        if (met == demand[j]) {
            return cheapest(supply, demand, cost, j + 1, 0);
        }
        double best = 1e9;
        for (int i = 0; i < supply.length; i++) {
            if (supply[i] > 0) {
                supply[i]--;
                best = Math.min(best, cost[i][j] + cheapest(supply, demand, cost, j, met + 1));
                supply[i]++;
            }
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1, 1e4, 1e8})
    void exchangesAgreeWithEnumerationAtAnyScale(double scale) {
        Random random = new Random(19);
        for (int trial = 0; trial < 12; trial++) {
            int donors = 1 + random.nextInt(3);
            int receivers = 1 + random.nextInt(2);
            StringBuilder links = new StringBuilder();
            List<double[]> rows = new ArrayList<>();
            for (int d = 0; d < donors; d++) {
                for (int r = 0; r < receivers; r++) {
                    double[] link = {
                        d, r, random.nextInt(20) - 2, random.nextInt(120) * scale, random.nextInt(12) * scale
                    };
                    rows.add(link);
                    links.append(links.isEmpty() ? "" : ",")
                            .append("{\"from\":\"d" + d + "\",\"to\":\"r" + r + "\",\"eur\":" + link[2] + ",\"fixed\":"
                                    + link[3] + ",\"lot\":" + link[4] + "}");
                }
            }
            double[] give =
                    random.doubles(donors, 0, 40).map(x -> Math.rint(x) * scale).toArray();
            double[] take = random.doubles(receivers, 0, 40)
                    .map(x -> Math.rint(x) * scale)
                    .toArray();
            String text = "{\"donors\":" + ends("d", "available", give) + ",\"receivers\":" + ends("r", "demand", take)
                    + ",\"links\":[" + links + "]}";
            JsonNode answer = json(calculator.exchange(text));
            double best = enumerated(rows, give, take);
            assertThat(at(answer, "eur")).as(text).isCloseTo(best, within(1e-4 * Math.max(scale, Math.abs(best))));
            assertThat(at(answer, "eurBound")).as(text).isGreaterThanOrEqualTo(best - 1e-4 * Math.max(scale, best));
        }
    }

    private static String ends(String prefix, String name, double[] amounts) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < amounts.length; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"" + prefix + i + "\",\"" + name + "\":" + amounts[i] + "}");
        }
        return text + "]";
    }

    /** All subsets of links forced to run; with ratio 1 the best amounts of a subset are a flow of most gain. */
    private static double enumerated(List<double[]> links, double[] give, double[] take) {
        double best = 0;
        for (int mask = 1; mask < 1 << links.size(); mask++) {
            List<double[]> chosen = new ArrayList<>();
            double fixed = 0;
            for (int i = 0; i < links.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    chosen.add(links.get(i));
                    fixed += links.get(i)[3];
                }
            }
            best = Math.max(best, forced(chosen, give, take) - fixed);
        }
        return best;
    }

    /** Amounts of links that must run: lots first, then the rest by cheapest augmenting paths (min-cost flow). */
    private static double forced(List<double[]> links, double[] give, double[] take) {
        double[] left = give.clone();
        double[] need = take.clone();
        double eur = 0;
        double[] more = new double[links.size()];
        for (double[] link : links) {
            left[(int) link[0]] -= link[4];
            need[(int) link[1]] -= link[4];
            eur += link[4] * link[2];
        }
        for (double each : left) {
            if (each < -1e-9 * Math.max(1, Math.abs(each))) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        for (double each : need) {
            if (each < -1e-9 * Math.max(1, Math.abs(each))) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return eur + PlainFlow.most(links, left, need, more);
    }
}
