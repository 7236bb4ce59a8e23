package org.boucle.bench.lca;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.boucle.core.impact.lca.Characterisation;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.solver.SparseMatrix;

/**
 * A life-cycle database of the shape and size of ecoinvent, generated from a seed: 600 products made in 32 regions by
 * the same recipe, a global market for each product, and a grid for each region. 340 products are used by others, the
 * rest only by the final consumer. The hard variants send a share of the market links straight to a producer in some
 * region, which destroys the hub structure that makes elimination cheap.
 */
public final class GeneratedDatabase {
    /** Products. */
    public static final int PRODUCTS = 600;
    /** Regions. */
    public static final int REGIONS = 32;
    /** Products that other activities use. */
    public static final int INTERMEDIATES = 340;

    private static final int ENERGY = 20;

    private final SplittableRandom random;
    private final double rewired;
    private int[] rows = new int[400_000];
    private int[] columns = new int[400_000];
    private double[] values = new double[400_000];
    private int entries;

    private GeneratedDatabase(long seed, double rewired) {
        random = new SplittableRandom(seed);
        this.rewired = rewired;
    }

    /** The technosphere matrix, with a share of its market links rewired to producers. */
    public static SparseMatrix technosphere(long seed, double rewired) {
        return new GeneratedDatabase(seed, rewired).generate();
    }

    /** The technosphere with one intervention for each activity. */
    public static LifeCycleDatabase database(long seed, double rewired) {
        SparseMatrix a = technosphere(seed, rewired);
        int[] columns = new int[a.columns()];
        Arrays.setAll(columns, j -> j);
        SparseMatrix b =
                SparseMatrix.of(1, a.columns(), new int[a.columns()], columns, direct(seed + 1, a.columns(), 1));
        return new LifeCycleDatabase(a, b);
    }

    /** One category that counts the one intervention. */
    public static Characterisation characterisation() {
        return new Characterisation(SparseMatrix.of(1, 1, new int[1], new int[1], new double[] {1}));
    }

    /** Direct impacts of each activity in each category, positive, interleaved by category. */
    public static double[] direct(long seed, int activities, int categories) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[activities * categories];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(2 * random.nextGaussian());
        }
        return values;
    }

    private static int producer(int product, int region) {
        return product * REGIONS + region;
    }

    private static int market(int product) {
        return PRODUCTS * REGIONS + product;
    }

    private static int grid(int region) {
        return PRODUCTS * (REGIONS + 1) + region;
    }

    private SparseMatrix generate() {
        int n = PRODUCTS * (REGIONS + 1) + REGIONS;
        for (int j = 0; j < n; j++) {
            add(j, j, 1);
        }
        for (int product = 0; product < PRODUCTS; product++) {
            makeProducers(product);
            for (int region = 0; region < REGIONS; region++) {
                add(producer(product, region), market(product), -1.0 / REGIONS);
            }
        }
        for (int region = 0; region < REGIONS; region++) {
            makeGrid(region);
        }
        return SparseMatrix.of(
                n, n, Arrays.copyOf(rows, entries), Arrays.copyOf(columns, entries), Arrays.copyOf(values, entries));
    }

    private void makeProducers(int product) {
        int[] recipe = new int[10 + random.nextInt(8)];
        double[] amount = new double[recipe.length];
        for (int k = 0; k < recipe.length; k++) {
            recipe[k] = random.nextInt(INTERMEDIATES);
            amount[k] = 0.5 / recipe.length * Math.exp(0.5 * random.nextGaussian());
        }
        for (int region = 0; region < REGIONS; region++) {
            int activity = producer(product, region);
            for (int k = 0; k < recipe.length; k++) {
                boolean direct = rewired > 0 && random.nextDouble() < rewired;
                int input = direct ? producer(recipe[k], random.nextInt(REGIONS)) : market(recipe[k]);
                take(activity, input, amount[k] * Math.exp(0.1 * random.nextGaussian()));
            }
            take(activity, grid(region), 0.05 * Math.exp(0.3 * random.nextGaussian()));
        }
    }

    private void makeGrid(int region) {
        for (int k = 0; k < ENERGY; k++) {
            take(grid(region), producer(k, region), 0.3 / ENERGY * Math.exp(random.nextGaussian() * 0.5));
        }
        take(grid(region), grid((region + 1) % REGIONS), 0.05);
    }

    private void take(int activity, int input, double amount) {
        if (activity != input) {
            add(input, activity, -amount);
        }
    }

    private void add(int row, int column, double value) {
        if (entries == rows.length) {
            rows = Arrays.copyOf(rows, 2 * entries);
            columns = Arrays.copyOf(columns, 2 * entries);
            values = Arrays.copyOf(values, 2 * entries);
        }
        rows[entries] = row;
        columns[entries] = column;
        values[entries++] = value;
    }
}
