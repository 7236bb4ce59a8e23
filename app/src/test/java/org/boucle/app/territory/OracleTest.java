package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boucle.app.server.Json;
import org.boucle.app.solver.SolverProcess;
import org.boucle.app.testing.Shared;
import org.boucle.features.territory.exchange.ExchangeModel;
import org.boucle.features.territory.exchange.ExchangePlan;
import org.boucle.features.territory.exchange.ExchangeProblem;
import org.boucle.features.territory.exchange.ExchangeProblem.Donor;
import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.exchange.ExchangeProblem.Receiver;
import org.boucle.features.territory.exchange.ExchangeSolver;
import org.boucle.features.territory.exchange.Transportation;
import org.boucle.features.territory.heat.Cascade;
import org.boucle.features.territory.heat.HeatStream;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;
import org.boucle.features.territory.sharing.CoreCheck;
import org.boucle.features.territory.sharing.Shapley;
import org.boucle.features.territory.water.FixedLoad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published and recomputed problems beside the checkout, through the worker process. */
class OracleTest {
    private static final SolverProcess SOLVER = new SolverProcess();

    @AfterAll
    static void stop() {
        SOLVER.close();
    }

    @Test
    void exchangeProgramReachesItsOptimumWithItsFiveFlows() throws IOException {
        JsonNode oracle = Json.read(Files.readString(Shared.file("oracle/symbiosis/symbiosis_milp_oracle.json")));
        ExchangeProblem problem = problem(oracle, true);
        ExchangeSolver.Answer answer = new ExchangeSolver(SOLVER).solve(problem, Limits.USUAL);
        ExchangePlan plan = ((ExchangeSolver.Answer.Found) answer).plan();
        assertThat(plan.eur()).isCloseTo(oracle.get("optimum_eur").asDouble(), within(0.01));
        assertThat(plan.eurBound()).isCloseTo(176432, within(0.1));
        assertThat(plan.kgCo2e()).isCloseTo(oracle.get("co2_avoided_kg").asDouble(), within(0.01));
        Map<String, Double> flows = new TreeMap<>();
        plan.runs().forEach(run -> flows.put(problem.links().get(run.link()).id(), (double) Math.round(run.total())));
        Map<String, Double> expected = new TreeMap<>();
        oracle.get("flows")
                .properties()
                .forEach(e -> expected.put(e.getKey(), e.getValue().asDouble()));
        assertThat(flows).isEqualTo(expected);
    }

    @Test
    void mostCarbonWithoutFixedCosts() throws IOException {
        JsonNode oracle = Json.read(Files.readString(Shared.file("oracle/symbiosis/symbiosis_milp_oracle.json")));
        ExchangeModel model = ExchangeModel.ofCarbon(problem(oracle, false), Double.NEGATIVE_INFINITY);
        assertThat(value(model.linear())).isCloseTo(231_811.2556, within(0.001));
    }

    @Test
    void surplusOfTheExampleIsSharedAndTheCoreChecked() throws IOException {
        JsonNode oracle = Json.read(Files.readString(Shared.file("oracle/symbiosis/symbiosis_milp_oracle.json")));
        ExchangeProblem problem = problem(oracle, true);
        CoalitionValue value = new CoalitionValue(problem, SOLVER);
        Shapley shares = Shapley.of(7, value, 100, 1);
        double sum = 0;
        for (double share : shares.shares()) {
            sum += share;
        }
        assertThat(sum).isCloseTo(176432, within(0.1));
        assertThat(CoreCheck.of(shares.shares(), value).deficit()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void transportationProblem() {
        LinearModel model =
                Transportation.model(new double[] {35, 50, 40}, new double[] {45, 20, 30, 30}, new double[][] {
                    {8, 6, 10, 9}, {9, 12, 13, 7}, {14, 9, 16, 5}
                });
        assertThat(value(model)).isCloseTo(1020, within(1e-6));
    }

    @Test
    void waterOfTheParkAndOfEachCompanyAlone() throws IOException {
        Map<String, List<FixedLoad.Process>> problems = new TreeMap<>();
        List<String> lines = Files.readAllLines(Shared.file("oracle/symbiosis/water_network_oracles.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            problems.computeIfAbsent(cells[0], k -> new ArrayList<>())
                    .add(new FixedLoad.Process(
                            cells[2],
                            Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            Double.parseDouble(cells[5])));
        }
        assertThat(value(FixedLoad.model(problems.get("WangSmith1994")))).isCloseTo(90, within(1e-6));
        List<FixedLoad.Process> park = problems.get("OlesenPolley1996_EIP_Boix");
        assertThat(value(FixedLoad.model(park))).isCloseTo(314.3552, within(1e-3));
        double[] alone = {98.3333, 54.6429, 186.6667};
        double[] without = {137.5, 99.0, 237.5};
        for (int company = 0; company < 3; company++) {
            String name = "ABC".substring(company, company + 1);
            List<FixedLoad.Process> mine =
                    park.stream().filter(p -> p.id().startsWith(name)).toList();
            assertThat(value(FixedLoad.model(mine))).isCloseTo(alone[company], within(1e-3));
            assertThat(FixedLoad.withoutReuse(mine)).isCloseTo(without[company], within(1e-6));
        }
    }

    @Test
    void pinchTargetsAndTemperatures() throws IOException {
        Pattern stream = Pattern.compile("(\\w+):([\\d.]+)->([\\d.]+)@([\\d.]+)");
        List<String> lines = Files.readAllLines(Shared.file("oracle/symbiosis/pinch_oracles.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            List<HeatStream> streams = new ArrayList<>();
            Matcher matcher = stream.matcher(cells[2]);
            while (matcher.find()) {
                streams.add(new HeatStream(
                        matcher.group(1),
                        Double.parseDouble(matcher.group(2)),
                        Double.parseDouble(matcher.group(3)),
                        Double.parseDouble(matcher.group(4))));
            }
            Cascade cascade = Cascade.of(streams, Double.parseDouble(cells[1]));
            assertThat(cascade.hotUtility()).as(cells[0]).isCloseTo(Double.parseDouble(cells[3]), within(1e-4));
            assertThat(cascade.coldUtility()).as(cells[0]).isCloseTo(Double.parseDouble(cells[4]), within(1e-4));
            assertThat(cascade.pinches()).as(cells[0]).contains(Double.parseDouble(cells[5]));
            assertThat(cascade.recovered(streams)).as(cells[0]).isCloseTo(Double.parseDouble(cells[6]), within(1e-4));
        }
    }

    private static double value(LinearModel model) {
        Outcome outcome = SOLVER.solve(model, Limits.USUAL);
        assertThat(outcome).isInstanceOf(Outcome.Solved.class);
        return ((Outcome.Solved) outcome).value();
    }

    /** The example's coefficients: avoided virgin and disposal, less transport. */
    private static ExchangeProblem problem(JsonNode oracle, boolean fixed) {
        List<Donor> donors = new ArrayList<>();
        List<Receiver> receivers = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        oracle.get("available_t").forEach(a -> donors.add(new Donor("d" + donors.size(), List.of(a.asDouble()))));
        oracle.get("demand_t").forEach(d -> receivers.add(new Receiver("r" + receivers.size(), List.of(d.asDouble()))));
        for (int i = 0; i < donors.size(); i++) {
            for (int j = 0; j < receivers.size(); j++) {
                JsonNode rho = oracle.get("rho").get(i).get(j);
                if (!rho.isNull()) {
                    double km = oracle.get("km").get(i).get(j).asDouble();
                    double eur = rho.asDouble() * at(oracle, "virgin_price", j)
                            + at(oracle, "disposal_price", i)
                            - km * oracle.get("transport_eur_tkm").asDouble();
                    double kg = rho.asDouble() * at(oracle, "co2_virgin_kg_t", j)
                            + at(oracle, "co2_disposal_kg_t", i)
                            - km * oracle.get("co2_transport_kg_tkm").asDouble();
                    links.add(Link.direct(
                            (i + 1) + "->" + (j + 1),
                            i,
                            j,
                            eur,
                            fixed ? oracle.get("fixed_eur_per_link").asDouble() : 0,
                            fixed ? oracle.get("min_lot_t").asDouble() : 0,
                            1e6,
                            rho.asDouble(),
                            kg));
                }
            }
        }
        return new ExchangeProblem(1, donors, receivers, List.of(), links);
    }

    private static double at(JsonNode oracle, String name, int index) {
        return oracle.get(name).get(index).asDouble();
    }
}
