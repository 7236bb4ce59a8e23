package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.boucle.core.impact.lca.Spread;
import org.boucle.core.impact.lca.Spreads;
import org.boucle.core.impact.solver.SparseMatrix;

/** A matrix being filled, with the spreads of its entries; entries at the same place are added, their variances too. */
final class Entries {
    private int[] rows = new int[1024];
    private int[] columns = new int[1024];
    private double[] values = new double[1024];
    private final List<Spread> spreads = new ArrayList<>();
    private int size;

    void add(int row, int column, double value, Spread spread) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            columns = Arrays.copyOf(columns, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        rows[size] = row;
        columns[size] = column;
        values[size++] = value;
        spreads.add(spread);
    }

    SparseMatrix matrix(int allRows, int allColumns) {
        return SparseMatrix.of(
                allRows,
                allColumns,
                Arrays.copyOf(rows, size),
                Arrays.copyOf(columns, size),
                Arrays.copyOf(values, size));
    }

    /** The spreads in the order of the matrix made of these entries. */
    Spreads spreads(SparseMatrix matrix) {
        Spread[] placed = new Spread[matrix.entries()];
        double[] variance = new double[placed.length];
        boolean[] several = new boolean[placed.length];
        for (int k = 0; k < size; k++) {
            int p = matrix.find(rows[k], columns[k]);
            variance[p] += values[k] * values[k] * spreads.get(k).variance();
            several[p] = placed[p] != null;
            placed[p] = spreads.get(k);
        }
        for (int p = 0; p < placed.length; p++) {
            double square = matrix.valueAt(p) * matrix.valueAt(p);
            if (several[p]) {
                double relative = square == 0 ? 0 : Math.min(1e6, variance[p] / square);
                placed[p] = relative == 0 ? Spread.Certain.INSTANCE : new Spread.Lognormal(Spreads.sigmaOf(relative));
            }
        }
        return Spreads.of(Arrays.asList(placed));
    }
}
