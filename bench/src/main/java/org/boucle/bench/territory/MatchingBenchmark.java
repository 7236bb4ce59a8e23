package org.boucle.bench.territory;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.demo.GeneratedTerritory;
import org.boucle.features.territory.heat.Cascade;
import org.boucle.features.territory.heat.HeatStream;
import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.Inventory;
import org.boucle.features.territory.matching.Candidate;
import org.boucle.features.territory.matching.Explanation;
import org.boucle.features.territory.matching.Matcher;
import org.boucle.features.territory.matching.Matching;
import org.boucle.features.territory.matching.Weights;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Gates and score of a pair, the best partners of one flow, all partners of a territory, and a cascade. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MatchingBenchmark {
    private static final int PAIRS = 1_000;

    private final Catalog catalog = Catalog.shipped();
    private final Inventory inventory = GeneratedTerritory.of(2_000, 300, 1, catalog);
    private final Matcher matcher = new Matcher(inventory, catalog, Weights.DEFAULT);
    private final List<Flow> outs = inventory.flows(Direction.OUT);
    private final List<Flow> ins = inventory.flows(Direction.IN);
    private final List<Candidate> found = matcher.match(50).ranked();
    private final List<HeatStream> streams = java.util.stream.IntStream.range(0, 50)
            .mapToObj(i -> new HeatStream("s" + i, 40 + i * 37 % 200, 45 + i * 53 % 190 + 0.5, 1 + i % 7))
            .toList();
    private int turn;

    /** Pairs of any kind: most are closed by an early gate. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int gateAnyPair() {
        int open = 0;
        for (int i = 0; i < PAIRS; i++) {
            turn++;
            Flow out = outs.get(turn * 31 % outs.size());
            Flow in = ins.get(turn * 17 % ins.size());
            open += matcher.explain(out.id(), in.id()) instanceof Explanation.Scored ? 1 : 0;
        }
        return open;
    }

    /** Pairs that pass all gates: every factor is computed and kept for the reader. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double scoreCandidate() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            Candidate candidate = found.get(turn++ % found.size());
            sum += matcher.explain(candidate.out(), candidate.in()) instanceof Explanation.Scored s ? s.score() : 0;
        }
        return sum;
    }

    @Benchmark
    public List<Candidate> bestFiftyOfOneFlow() {
        return matcher.best(outs.get(turn++ % outs.size()).id(), 50);
    }

    @Benchmark
    public Matching wholeTerritory() {
        return new Matcher(inventory, catalog, Weights.DEFAULT).match(50);
    }

    @Benchmark
    public Cascade cascadeOfFiftyStreams() {
        return Cascade.of(streams, 10);
    }
}
