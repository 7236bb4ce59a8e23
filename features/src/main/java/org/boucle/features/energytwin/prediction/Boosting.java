package org.boucle.features.energytwin.prediction;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Least-squares gradient boosting of small regression trees grown leaf by leaf on histograms of binned columns. A
 * missing value ({@code NaN}) has a bin of its own, left of all others. Deterministic for a given seed.
 *
 * <p>Source: J. H. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29
 * (2001); growth by best leaf and histograms after Ke et al., LightGBM, NIPS 2017.
 */
public final class Boosting {
    private static final int BINS = 64;

    /**
     * How to learn.
     *
     * @param trees number of trees
     * @param rate share of each tree's answer that is added
     * @param leaves most leaves of a tree
     * @param minRows fewest rows in a leaf
     * @param l2 shrinkage of leaf values, in rows
     * @param columns share of the columns that a tree may use
     * @param rows share of the rows that a tree sees
     * @param seed of the draw of columns and rows
     */
    public record Settings(
            int trees, double rate, int leaves, int minRows, double l2, double columns, double rows, long seed) {
        public Settings {
            if (trees < 0 || rate <= 0 || leaves < 2 || minRows < 1 || columns <= 0 || rows <= 0) {
                throw new IllegalArgumentException(
                        "trees " + trees + ", rate " + rate + ", leaves " + leaves + ", minRows " + minRows);
            }
        }
    }

    private final double base;
    private final Tree[] trees;

    private Boosting(double base, Tree[] trees) {
        this.base = base;
        this.trees = trees;
    }

    /** A tree in arrays: node {@code i} tests column {@code column[i]} (or is a leaf where that is negative). */
    private record Tree(int[] column, double[] threshold, int[] left, double[] value) {
        double of(double[] row) {
            int node = 0;
            while (column[node] >= 0) {
                double x = row[column[node]];
                node = Double.isNaN(x) || x <= threshold[node] ? left[node] : left[node] + 1;
            }
            return value[node];
        }
    }

    /** The model's answer for one row of columns, in the unit of the learnt target. */
    public double predict(double[] row) {
        double sum = base;
        for (Tree tree : trees) {
            sum += tree.of(row);
        }
        return sum;
    }

    /** Learns {@code target} from {@code rows} (one array of columns each). */
    public static Boosting learn(double[][] rows, double[] target, Settings settings) {
        if (rows.length != target.length || rows.length == 0) {
            throw new IllegalArgumentException(rows.length + " rows for " + target.length + " targets");
        }
        double base = Arrays.stream(target).average().orElse(0);
        Binned binned = Binned.of(rows);
        double[] residual = Arrays.stream(target).map(y -> y - base).toArray();
        SplittableRandom random = new SplittableRandom(settings.seed());
        Tree[] trees = new Tree[settings.trees()];
        for (int t = 0; t < trees.length; t++) {
            Grower grower = new Grower(binned, residual, settings, random);
            trees[t] = grower.grow();
            for (int i = 0; i < rows.length; i++) {
                residual[i] -= trees[t].of(rows[i]);
            }
        }
        return new Boosting(base, trees);
    }

    /** Columns cut in at most {@value BINS} bins at quantiles of their values. */
    private record Binned(byte[][] bin, double[][] edge, int rows) {
        static Binned of(double[][] rows) {
            int columns = rows[0].length;
            byte[][] bin = new byte[columns][rows.length];
            double[][] edge = new double[columns][];
            for (int c = 0; c < columns; c++) {
                edge[c] = edges(rows, c);
                for (int i = 0; i < rows.length; i++) {
                    bin[c][i] = (byte) binOf(rows[i][c], edge[c]);
                }
            }
            return new Binned(bin, edge, rows.length);
        }

        private static double[] edges(double[][] rows, int column) {
            double[] sorted = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .filter(x -> !Double.isNaN(x))
                    .sorted()
                    .toArray();
            double[] cuts = new double[BINS - 2];
            int count = 0;
            for (int k = 1; k <= cuts.length && sorted.length > 1; k++) {
                int at = (int) ((long) k * (sorted.length - 1) / (cuts.length + 1));
                double middle = (sorted[at] + sorted[at + 1]) / 2;
                if (sorted[at] < sorted[at + 1] && (count == 0 || cuts[count - 1] < middle)) {
                    cuts[count++] = middle;
                } else if (sorted[at] > (count == 0 ? Double.NEGATIVE_INFINITY : cuts[count - 1])
                        && sorted[at] < sorted[sorted.length - 1]) {
                    cuts[count++] = sorted[at];
                }
            }
            return Arrays.copyOf(cuts, count);
        }

        private static int binOf(double x, double[] edges) {
            if (Double.isNaN(x)) {
                return 0;
            }
            int at = Arrays.binarySearch(edges, x);
            return 1 + (at >= 0 ? at : -at - 1);
        }
    }

    /** A leaf that may still be split, with its best split found. */
    private static final class Leaf {
        int node;
        int[] rows;
        double[] sum;
        int[] count;
        double total;
        double gain;
        int column = -1;
        int bin;
    }

    /** Grows one tree on the residuals. */
    private static final class Grower {
        private final Binned data;
        private final double[] residual;
        private final Settings settings;
        private final int[] columns;
        private final int[] column;
        private final double[] threshold;
        private final int[] left;
        private final double[] value;
        private final int[] sampled;
        private int nodes = 1;

        Grower(Binned data, double[] residual, Settings settings, SplittableRandom random) {
            this.data = data;
            this.residual = residual;
            this.settings = settings;
            int size = 2 * settings.leaves() - 1;
            column = new int[size];
            threshold = new double[size];
            left = new int[size];
            value = new double[size];
            Arrays.fill(column, -1);
            columns = draw(data.bin().length, settings.columns(), random);
            sampled = draw(data.rows(), settings.rows(), random);
        }

        private static int[] draw(int size, double share, SplittableRandom random) {
            int[] all = new int[size];
            int count = 0;
            for (int i = 0; i < size; i++) {
                if (share >= 1 || random.nextDouble() < share) {
                    all[count++] = i;
                }
            }
            return count == 0 ? new int[] {random.nextInt(size)} : Arrays.copyOf(all, count);
        }

        Tree grow() {
            Leaf[] open = new Leaf[settings.leaves()];
            Leaf root = new Leaf();
            root.rows = sampled;
            histogram(root);
            split(root);
            open[0] = root;
            for (int count = 1; count < settings.leaves(); count++) {
                int best = 0;
                for (int i = 1; i < count; i++) {
                    best = open[i].gain > open[best].gain ? i : best;
                }
                if (open[best].gain <= 1e-9) {
                    break;
                }
                Leaf[] children = divide(open[best]);
                open[best] = children[0];
                open[count] = children[1];
            }
            for (Leaf leaf : open) {
                if (leaf != null) {
                    value[leaf.node] = settings.rate() * leaf.total / (leaf.rows.length + settings.l2());
                }
            }
            return new Tree(column, threshold, left, value);
        }

        private Leaf[] divide(Leaf parent) {
            byte[] bins = data.bin()[parent.column];
            int[] low = new int[parent.rows.length];
            int[] high = new int[parent.rows.length];
            int lows = 0;
            int highs = 0;
            for (int row : parent.rows) {
                if (bins[row] <= parent.bin) {
                    low[lows++] = row;
                } else {
                    high[highs++] = row;
                }
            }
            Leaf a = new Leaf();
            Leaf b = new Leaf();
            a.rows = Arrays.copyOf(low, lows);
            b.rows = Arrays.copyOf(high, highs);
            Leaf small = lows < highs ? a : b;
            Leaf large = lows < highs ? b : a;
            histogram(small);
            large.sum = parent.sum;
            large.count = parent.count;
            large.total = parent.total - small.total;
            for (int i = 0; i < large.sum.length; i++) {
                large.sum[i] -= small.sum[i];
                large.count[i] -= small.count[i];
            }
            column[parent.node] = parent.column;
            threshold[parent.node] =
                    parent.bin == 0 ? Double.NEGATIVE_INFINITY : data.edge()[parent.column][parent.bin - 1];
            left[parent.node] = nodes;
            a.node = nodes++;
            b.node = nodes++;
            split(a);
            split(b);
            return new Leaf[] {a, b};
        }

        private void histogram(Leaf leaf) {
            leaf.sum = new double[columns.length * BINS];
            leaf.count = new int[columns.length * BINS];
            for (int k = 0; k < columns.length; k++) {
                byte[] bins = data.bin()[columns[k]];
                int offset = k * BINS;
                for (int row : leaf.rows) {
                    leaf.sum[offset + bins[row]] += residual[row];
                    leaf.count[offset + bins[row]]++;
                }
            }
            for (int row : leaf.rows) {
                leaf.total += residual[row];
            }
        }

        private void split(Leaf leaf) {
            double all = leaf.total * leaf.total / (leaf.rows.length + settings.l2());
            for (int k = 0; k < columns.length; k++) {
                double sum = 0;
                int count = 0;
                int last = data.edge()[columns[k]].length;
                for (int bin = 0; bin <= last; bin++) {
                    sum += leaf.sum[k * BINS + bin];
                    count += leaf.count[k * BINS + bin];
                    int rest = leaf.rows.length - count;
                    if (count < settings.minRows() || rest < settings.minRows()) {
                        continue;
                    }
                    double other = leaf.total - sum;
                    double gain = sum * sum / (count + settings.l2()) + other * other / (rest + settings.l2()) - all;
                    if (gain > leaf.gain) {
                        leaf.gain = gain;
                        leaf.column = columns[k];
                        leaf.bin = bin;
                    }
                }
            }
        }
    }
}
