package org.boucle.core.impact.solver;

import java.util.Arrays;

/**
 * An immutable sparse matrix, stored by columns, rows ascending within a column. Explicit zeros are kept, so that a
 * matrix whose values are replaced keeps its pattern.
 */
public final class SparseMatrix {
    final int rows;
    final int columns;
    final int[] start;
    final int[] row;
    final double[] value;

    private SparseMatrix(int rows, int columns, int[] start, int[] row, double[] value) {
        this.rows = rows;
        this.columns = columns;
        this.start = start;
        this.row = row;
        this.value = value;
    }

    /** What receives the entries of a matrix. */
    public interface EntryVisitor {
        /** Takes one stored entry: its row, its column and its value. */
        void visit(int row, int column, double value);
    }

    /**
     * A matrix from its entries in any order; entries at the same place are added.
     *
     * @throws IllegalArgumentException if an index lies outside the matrix or a value is not finite
     */
    public static SparseMatrix of(int rows, int columns, int[] rowOf, int[] columnOf, double[] valueOf) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("A matrix cannot have " + rows + " rows and " + columns + " columns.");
        }
        if (rowOf.length != columnOf.length || rowOf.length != valueOf.length) {
            throw new IllegalArgumentException("Rows, columns and values differ in number: " + rowOf.length + ", "
                    + columnOf.length + ", " + valueOf.length + ".");
        }
        for (int k = 0; k < rowOf.length; k++) {
            check(rows, columns, rowOf[k], columnOf[k], valueOf[k], k);
        }
        return compress(rows, columns, rowOf, columnOf, valueOf);
    }

    /** The matrix of zeros without any stored entry. */
    public static SparseMatrix empty(int rows, int columns) {
        return of(rows, columns, new int[0], new int[0], new double[0]);
    }

    private static void check(int rows, int columns, int row, int column, double value, int k) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IllegalArgumentException("Entry " + k + " at row " + row + ", column " + column
                    + " lies outside a matrix of " + rows + " x " + columns + ". Maybe the indices start at 1?");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Entry " + k + " at row " + row + ", column " + column + " is " + value
                    + ". Maybe an amount or a conversion is missing?");
        }
    }

    private static SparseMatrix compress(int rows, int columns, int[] rowOf, int[] columnOf, double[] valueOf) {
        int entries = rowOf.length;
        int[] byRow = sortedBy(rowOf, rows, null);
        int[] order = sortedBy(columnOf, columns, byRow);
        int[] start = new int[columns + 1];
        int[] row = new int[entries];
        double[] value = new double[entries];
        int used = 0;
        int k = 0;
        for (int j = 0; j < columns; j++) {
            start[j] = used;
            for (; k < entries && columnOf[order[k]] == j; k++) {
                int i = rowOf[order[k]];
                if (used > start[j] && row[used - 1] == i) {
                    value[used - 1] += valueOf[order[k]];
                } else {
                    row[used] = i;
                    value[used++] = valueOf[order[k]];
                }
            }
        }
        start[columns] = used;
        return new SparseMatrix(rows, columns, start, Arrays.copyOf(row, used), Arrays.copyOf(value, used));
    }

    /** A stable counting sort of the entries (in the order given) by a key. */
    private static int[] sortedBy(int[] key, int keys, int[] given) {
        int[] next = new int[keys + 1];
        for (int k : key) {
            next[k + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            next[k + 1] += next[k];
        }
        int[] order = new int[key.length];
        for (int k = 0; k < key.length; k++) {
            int entry = given == null ? k : given[k];
            order[next[key[entry]]++] = entry;
        }
        return order;
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** The number of stored entries. */
    public int entries() {
        return row.length;
    }

    /** The position of the first stored entry of a column; the column ends where the next one starts. */
    public int columnStart(int column) {
        return start[column];
    }

    /** The row of a stored entry. */
    public int rowAt(int entry) {
        return row[entry];
    }

    /** The value of a stored entry. */
    public double valueAt(int entry) {
        return value[entry];
    }

    /** A copy of the values, column by column. */
    public double[] values() {
        return value.clone();
    }

    /** The value at a place, zero where nothing is stored. */
    public double get(int i, int j) {
        int found = find(i, j);
        return found < 0 ? 0 : value[found];
    }

    /** The position of the stored entry at a place, or a negative number. */
    public int find(int i, int j) {
        return Arrays.binarySearch(row, start[j], start[j + 1], i);
    }

    /** Shows every stored entry, column by column. */
    public void forEach(EntryVisitor visitor) {
        for (int j = 0; j < columns; j++) {
            for (int p = start[j]; p < start[j + 1]; p++) {
                visitor.visit(row[p], j, value[p]);
            }
        }
    }

    /**
     * The same pattern with other values.
     *
     * @throws IllegalArgumentException if the number of values differs or one is not finite
     */
    public SparseMatrix withValues(double[] values) {
        if (values.length != value.length) {
            throw new IllegalArgumentException(
                    "The pattern has " + value.length + " entries, not " + values.length + ".");
        }
        for (int p = 0; p < values.length; p++) {
            if (!Double.isFinite(values[p])) {
                throw new IllegalArgumentException("Entry " + p + " would become " + values[p] + ".");
            }
        }
        return new SparseMatrix(rows, columns, start, row, values.clone());
    }

    /** The transposed matrix. */
    public SparseMatrix transposed() {
        int[] rowOf = new int[row.length];
        for (int j = 0; j < columns; j++) {
            Arrays.fill(rowOf, start[j], start[j + 1], j);
        }
        return compress(columns, rows, rowOf, row, value);
    }

    /** The product with a column vector. */
    public double[] times(double[] x) {
        requireLength(x, columns);
        double[] y = new double[rows];
        for (int j = 0; j < columns; j++) {
            double xj = x[j];
            if (xj != 0) {
                for (int p = start[j]; p < start[j + 1]; p++) {
                    y[row[p]] += value[p] * xj;
                }
            }
        }
        return y;
    }

    /** The product of the transposed matrix with a vector: one number for each column. */
    public double[] transposedTimes(double[] x) {
        requireLength(x, rows);
        double[] y = new double[columns];
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int p = start[j]; p < start[j + 1]; p++) {
                sum += value[p] * x[row[p]];
            }
            y[j] = sum;
        }
        return y;
    }

    private static void requireLength(double[] x, int expected) {
        if (x.length != expected) {
            throw new IllegalArgumentException("The vector has " + x.length + " entries, expected " + expected + ".");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(start, that.start)
                && Arrays.equals(row, that.row)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "SparseMatrix[" + rows + " x " + columns + ", " + row.length + " entries]";
    }
}
