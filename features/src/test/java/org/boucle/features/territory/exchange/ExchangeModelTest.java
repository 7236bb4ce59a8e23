package org.boucle.features.territory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.boucle.features.territory.exchange.ExchangeProblem.Donor;
import org.boucle.features.territory.exchange.ExchangeProblem.End;
import org.boucle.features.territory.exchange.ExchangeProblem.Hub;
import org.boucle.features.territory.exchange.ExchangeProblem.Link;
import org.boucle.features.territory.exchange.ExchangeProblem.Receiver;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;
import org.boucle.features.territory.linear.PlainSimplex;
import org.junit.jupiter.api.Test;

class ExchangeModelTest {
    private final PlainSimplex simplex = new PlainSimplex();
    private final ExchangeSolver solver = new ExchangeSolver(simplex);

    @Test
    void transportsAtLeastCost() {
        Outcome outcome = simplex.solve(
                Transportation.model(new double[] {35, 50, 40}, new double[] {45, 20, 30, 30}, new double[][] {
                    {8, 6, 10, 9}, {9, 12, 13, 7}, {14, 9, 16, 5}
                }),
                Limits.USUAL);
        assertThat(((Outcome.Solved) outcome).value()).isCloseTo(1020, within(1e-6));
    }

    @Property(tries = 30)
    void choosesWhatEnumerationChooses(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
        ExchangeProblem problem = random(seed, 2, 3);
        ExchangePlan plan = found(solver.solve(problem, Limits.USUAL));
        assertThat(plan.eur()).isCloseTo(byEnumeration(problem), within(1e-4));
        assertThat(plan.gap()).isLessThan(1e-6);
    }

    @Test
    void hubBlendsUpToItsLimit() {
        ExchangeProblem problem = new ExchangeProblem(
                1,
                List.of(new Donor("clean", List.of(100.0)), new Donor("dirty", List.of(100.0))),
                List.of(new Receiver("works", List.of(1000.0))),
                List.of(new Hub("mixer", 500, 100, 1, Optional.of(50.0))),
                List.of(
                        link("a", new End.Site(0), new End.Hub(0), 0, 20),
                        link("b", new End.Site(1), new End.Hub(0), 0, 90),
                        link("c", new End.Hub(0), new End.Site(0), 10, 0)));
        ExchangePlan plan = found(solver.solve(problem, Limits.USUAL));
        assertThat(plan.hubs()).containsExactly("mixer");
        assertThat(plan.eur()).isCloseTo((100 + 75) * 10 - 100, within(1e-6));
    }

    @Test
    void circularHubIsRefused() {
        assertThatThrownBy(() -> new ExchangeProblem(
                        1,
                        List.of(),
                        List.of(),
                        List.of(new Hub("h", 1, 0, 1, Optional.empty())),
                        List.of(link("x", new End.Hub(0), new End.Hub(0), 1, 0))))
                .hasMessageContaining("circular");
    }

    @Test
    void monthsLimitTheExchange() {
        ExchangeProblem problem = new ExchangeProblem(
                2,
                List.of(new Donor("a", List.of(10.0, 0.0))),
                List.of(new Receiver("b", List.of(4.0, 6.0))),
                List.of(),
                List.of(Link.direct("ab", 0, 0, 5, 3, 0, 100, 1, 1)));
        assertThat(found(solver.solve(problem, Limits.USUAL)).eur()).isCloseTo(4 * 5 - 3, within(1e-6));
    }

    @Test
    void storageCarriesFromOnePeriodToTheNext() {
        List<Link> links = List.of(Link.direct("ab", 0, 0, 5, 3, 0, 100, 1, 1));
        List<Receiver> takes = List.of(new Receiver("b", List.of(4.0, 6.0)));
        for (double storage : new double[] {0, 2, 4, 100}) {
            ExchangeProblem problem = new ExchangeProblem(
                    2, List.of(new Donor("a", List.of(10.0, 0.0), storage)), takes, List.of(), links);
            double expected = (4 + Math.min(6, storage)) * 5 - 3;
            assertThat(found(solver.solve(problem, Limits.USUAL)).eur())
                    .as("storage of %s", storage)
                    .isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void frontTradesMoneyForCarbon() {
        ExchangeProblem problem = new ExchangeProblem(
                1,
                List.of(new Donor("a", List.of(10.0))),
                List.of(new Receiver("b", List.of(10.0)), new Receiver("c", List.of(10.0))),
                List.of(),
                List.of(Link.direct("rich", 0, 0, 10, 0, 0, 10, 1, 1), Link.direct("green", 0, 1, 2, 0, 0, 10, 1, 5)));
        List<ExchangePlan> front = solver.front(problem, 5, Limits.USUAL);
        assertThat(front).hasSizeGreaterThanOrEqualTo(4);
        for (int i = 1; i < front.size(); i++) {
            assertThat(front.get(i).kgCo2e()).isGreaterThan(front.get(i - 1).kgCo2e());
            assertThat(front.get(i).eur()).isLessThan(front.get(i - 1).eur());
        }
        assertThat(front.getLast().kgCo2e()).isCloseTo(50, within(1e-4));
    }

    static Link link(String id, End from, End to, double eur, double quality) {
        return new Link(id, from, to, eur, 0, 0, 1e6, 1, 0, quality);
    }

    static ExchangePlan found(ExchangeSolver.Answer answer) {
        assertThat(answer).isInstanceOf(ExchangeSolver.Answer.Found.class);
        return ((ExchangeSolver.Answer.Found) answer).plan();
    }

    private static ExchangeProblem random(long seed, int donors, int receivers) {
        Random random = new Random(seed);
        List<Donor> give = new ArrayList<>();
        List<Receiver> take = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int d = 0; d < donors; d++) {
            give.add(new Donor("d" + d, List.of(10.0 + random.nextInt(90))));
        }
        for (int r = 0; r < receivers; r++) {
            take.add(new Receiver("r" + r, List.of(10.0 + random.nextInt(90))));
        }
        for (int d = 0; d < donors; d++) {
            for (int r = 0; r < receivers; r++) {
                links.add(Link.direct(
                        d + "→" + r,
                        d,
                        r,
                        random.nextInt(20) - 2,
                        random.nextInt(300),
                        random.nextInt(15),
                        1e3,
                        0.5 + random.nextDouble() / 2,
                        random.nextInt(9)));
            }
        }
        return new ExchangeProblem(1, give, take, List.of(), links);
    }

    /** Each subset of links forced to run, the amounts by the simplex. */
    private double byEnumeration(ExchangeProblem problem) {
        double best = 0;
        int links = problem.links().size();
        for (int mask = 1; mask < 1 << links; mask++) {
            List<Link> chosen = new ArrayList<>();
            double fixed = 0;
            for (int i = 0; i < links; i++) {
                if ((mask & 1 << i) != 0) {
                    chosen.add(problem.links().get(i));
                    fixed += problem.links().get(i).fixedEur();
                }
            }
            best = Math.max(best, forced(problem, chosen) - fixed);
        }
        return best;
    }

    private double forced(ExchangeProblem problem, List<Link> chosen) {
        var builder = org.boucle.features.territory.linear.ModelBuilder.maximising();
        for (Link link : chosen) {
            builder.variable(link.eurPerUnit(), link.minimumLot(), link.most());
        }
        for (int d = 0; d < problem.donors().size(); d++) {
            builder.rowAtMost(problem.donors().get(d).available().getFirst());
            for (int i = 0; i < chosen.size(); i++) {
                builder.entry(i, chosen.get(i).from().index() == d ? 1 : 0);
            }
        }
        for (int r = 0; r < problem.receivers().size(); r++) {
            builder.rowAtMost(problem.receivers().get(r).demand().getFirst());
            for (int i = 0; i < chosen.size(); i++) {
                builder.entry(i, chosen.get(i).to().index() == r ? chosen.get(i).ratio() : 0);
            }
        }
        return simplex.solve(builder.build(), Limits.USUAL) instanceof Outcome.Solved solved
                ? solved.value()
                : Double.NEGATIVE_INFINITY;
    }
}
