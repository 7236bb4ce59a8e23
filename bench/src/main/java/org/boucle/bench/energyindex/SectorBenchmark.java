package org.boucle.bench.energyindex;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Consolidation;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.GeneratedSector;
import org.boucle.features.energyindex.Site;
import org.boucle.features.energyindex.SiteYears;
import org.boucle.features.energyindex.Waterfall;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Consolidation of a sector of 40 posts over 12 years with its yearly waterfalls, by number of companies. Companies
 * beyond the first 300 repeat these, so that the memory holds 300 and only the computation grows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
public class SectorBenchmark {
    private static final int KEPT = 300;

    /** Number of companies. */
    @Param({"10", "100", "300", "1000", "10000"})
    public int companies;

    private Agreement shell;
    private List<Site> sites;
    private final Conversions conversions = Conversions.primaryOnly();

    /** Generates the companies that are kept. */
    @Setup
    public void generate() {
        GeneratedSector sector = new GeneratedSector(Math.min(companies, KEPT), 40, 12, 1);
        shell = sector.shell();
        sites = sector.agreement().sites();
    }

    /** Every index of every site and year, their consolidation, and the waterfall of each year. */
    @Benchmark
    public double consolidate() {
        Consolidation.Accumulator sums = new Consolidation.Accumulator(shell.name());
        for (int i = 0; i < companies; i++) {
            Site site = sites.get(i % sites.size());
            sums.add(site, SiteYears.of(shell, site, conversions));
        }
        List<Consolidation> years = sums.years();
        double check = 0;
        for (int t = 1; t < years.size(); t++) {
            check += Waterfall.of(years.get(t - 1), years.get(t)).orElseThrow().intensity();
        }
        return check;
    }
}
