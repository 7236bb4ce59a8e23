package org.boucle.bench.footprint;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.factors.FactorMatch;
import org.boucle.core.factors.FactorQuery;
import org.boucle.core.factors.Geography;
import org.boucle.core.impact.FootprintComparison;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductFootprint;
import org.boucle.core.impact.product.ProductItem;
import org.boucle.core.impact.product.ProductItem.Knowledge;
import org.boucle.core.units.Quantity;
import org.boucle.core.units.Units;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The footprint of a product of 20 items, a look-up, a search by name, and a comparison of 1,000 runs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class FootprintBenchmark {
    private final FactorLibrary library = FactorLibrary.shipped();
    private final Product heavy = product(4);
    private final Product light = product(3);
    private final FootprintComparison comparison = new FootprintComparison(
            ProductFootprint.of(heavy, library).footprint(),
            ProductFootprint.of(light, library).footprint());

    private static Product product(double kilograms) {
        Knowledge known = Knowledge.declared(Geography.of("FR"));
        List<ProductItem> items = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            items.add(new ProductItem.Material(
                    "part " + i, "material.steel", Quantity.of(kilograms, Units.KILOGRAM), 0.2, 0.05, known));
        }
        for (int i = 0; i < 8; i++) {
            items.add(
                    new ProductItem.Step("step " + i, "electricity.grid", Quantity.of(2, Units.KILOWATT_HOUR), known));
        }
        return new Product("product", "one", 120, Geography.of("FR"), 2025, items);
    }

    @Benchmark
    public ProductFootprint footprint() {
        return ProductFootprint.of(heavy, library);
    }

    @Benchmark
    public List<FactorMatch> lookUp() {
        return library.findParts(FactorQuery.of("freight.road.hgv", "ghg", Geography.of("FR"), 2026));
    }

    @Benchmark
    public List<String> search() {
        return library.search("camion articulé", 10);
    }

    @Benchmark
    public double probability() {
        return comparison.probabilityLower(IndicatorCategory.GHG, 1_000, 1);
    }
}
