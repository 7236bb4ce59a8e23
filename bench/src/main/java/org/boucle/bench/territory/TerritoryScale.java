package org.boucle.bench.territory;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.boucle.app.solver.SolverProcess;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.demo.GeneratedTerritory;
import org.boucle.features.territory.exchange.ExchangeCase;
import org.boucle.features.territory.exchange.ExchangeSolver;
import org.boucle.features.territory.exchange.Periods;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.matching.Candidate;
import org.boucle.features.territory.matching.Matcher;
import org.boucle.features.territory.matching.Matching;
import org.boucle.features.territory.matching.Weights;

/** Matching from 1,000 to 100,000 flows, and the exchange network of 20,000 flows at 3,000 sites to a proven gap. */
public final class TerritoryScale {
    private static final int KEEP = 50;

    private TerritoryScale() {}

    public static void main(String[] arguments) {
        Catalog catalog = Catalog.shipped();
        match(GeneratedTerritory.of(5_000, 750, 2, catalog), catalog);
        System.out.println("flows  sites  CPU s  wall s  pairs rated  pairs in all  candidates  memory MB");
        for (int flows : new int[] {1_000, 3_000, 10_000, 20_000, 100_000}) {
            report(flows, catalog);
        }
        network(catalog);
    }

    private static Matching match(Inventory inventory, Catalog catalog) {
        return new Matcher(inventory, catalog, Weights.DEFAULT).match(KEEP);
    }

    private static void report(int flows, Catalog catalog) {
        Inventory inventory = GeneratedTerritory.of(flows, flows * 3 / 20, 1, catalog);
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        Matching matching = match(inventory, catalog);
        double wall = (System.nanoTime() - start) / 1e9;
        int candidates =
                matching.byFlow().values().stream().mapToInt(List::size).sum();
        System.out.printf(
                Locale.ROOT,
                "%6d %6d %6.2f %6.2f %12d %12.0f %9d %8.0f%n",
                flows,
                flows * 3 / 20,
                cpuSeconds() - cpu,
                wall,
                matching.ratedPairs(),
                (double) flows * flows / 4,
                candidates,
                usedMegabytes());
        if (candidates < 0) {
            throw new IllegalStateException(matching.toString());
        }
    }

    private static void network(Catalog catalog) {
        Inventory inventory = GeneratedTerritory.of(20_000, 3_000, 1, catalog);
        Matcher matcher = new Matcher(inventory, catalog, Weights.DEFAULT);
        List<Candidate> candidates = matcher.match(KEEP).ranked();
        long start = System.nanoTime();
        ExchangeCase exchange = ExchangeCase.of(inventory, catalog, matcher, candidates, Periods.YEAR);
        System.out.printf(
                Locale.ROOT,
                "network: %d candidates, %d links that can pay, built in %.1f s%n",
                candidates.size(),
                exchange.problem().links().size(),
                (System.nanoTime() - start) / 1e9);
        long solving = System.nanoTime();
        try (SolverProcess solver = new SolverProcess()) {
            ExchangeSolver.Answer answer = new ExchangeSolver(solver).solve(exchange.problem(), new Limits(300, 0.01));
            if (answer instanceof ExchangeSolver.Answer.Found found) {
                System.out.printf(
                        Locale.ROOT,
                        "plan: %.0f EUR/a, bound %.0f, gap %.3f %%, %d exchanges, %.1f s wall%n",
                        found.plan().eur(),
                        found.plan().eurBound(),
                        100 * found.plan().gap(),
                        found.plan().runs().size(),
                        (System.nanoTime() - solving) / 1e9);
            } else {
                System.out.println(answer);
            }
        }
    }

    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    private static double usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
