package org.boucle.core.impact.solver;

import java.util.Arrays;
import java.util.Optional;

/**
 * The elimination order of one strongly connected block and the pattern of its factors. At each step the diagonal entry
 * with the smallest Markowitz product (entries left in its row times entries left in its column) is taken, and the
 * fill that it makes is written down. Elimination stops where the rest is nearly dense, or where the work predicted
 * for the numeric factorisation passes the limit.
 */
final class Elimination {
    private final int size;
    private final Limits limits;
    private final int[][] row;
    private final int[] rowLength;
    private final int[][] column;
    private final int[] columnLength;
    private final int[] columnCount;
    private final int[][] lower;
    private final int[] lowerLength;
    private final boolean[] done;
    private final int[] inPivot;
    private final int[] inRow;
    private final IndexHeap heap;
    private long active;
    private long steps;

    /** Local vertices in the order of their elimination, the dense remainder last. */
    final int[] order;
    /** For each head position the local columns of its row of U, without the diagonal. */
    final int[][] upper;
    /** How many vertices are eliminated one by one; the rest is dense. */
    int head;
    /** Predicted floating-point operations of one numeric factorisation. */
    double work;

    private Elimination(int[][] rows, boolean[] late, Limits limits) {
        this.limits = limits;
        size = rows.length;
        row = rows;
        rowLength = new int[size];
        column = new int[size][4];
        columnLength = new int[size];
        columnCount = new int[size];
        lower = new int[size][4];
        lowerLength = new int[size];
        done = new boolean[size];
        inPivot = new int[size];
        inRow = new int[size];
        Arrays.fill(inPivot, -1);
        Arrays.fill(inRow, -1);
        heap = new IndexHeap(size);
        order = new int[size];
        upper = new int[size][];
        for (int i = 0; i < size; i++) {
            rowLength[i] = row[i].length;
            active += rowLength[i];
            for (int j : row[i]) {
                appendToColumn(j, i);
                columnCount[j]++;
            }
        }
        for (int i = 0; i < size; i++) {
            if (!late[i]) {
                heap.put(i, product(i));
            }
        }
    }

    /**
     * Orders a block.
     *
     * @param rows for each local row the local columns of its other entries, without the diagonal
     * @param late the vertices that may not be eliminated one by one because their pivot proved unusable
     * @return nothing if the predicted work is above the limits
     */
    static Optional<Elimination> of(int[][] rows, boolean[] late, Limits limits) {
        Elimination elimination = new Elimination(rows, late, limits);
        return elimination.run() ? Optional.of(elimination) : Optional.empty();
    }

    /** For the vertex at each position: the head positions of its row of L, ascending. */
    int[] lowerOf(int local) {
        return Arrays.copyOf(lower[local], lowerLength[local]);
    }

    private long product(int i) {
        return (long) rowLength[i] * columnCount[i];
    }

    private boolean run() {
        while (!heap.isEmpty() && !restIsDense()) {
            double degree = Math.sqrt(heap.key(heap.first()));
            if (work + degree * degree * degree * 2 / 3 > limits.factorWork() || steps > limits.analysisWork()) {
                return false;
            }
            eliminate(heap.removeFirst());
        }
        double rest = size - head;
        work += rest * rest * rest * 2 / 3;
        if (rest > limits.largestDense() || work > limits.factorWork()) {
            return false;
        }
        int next = head;
        for (int i = 0; i < size; i++) {
            if (!done[i]) {
                order[next++] = i;
            }
        }
        return true;
    }

    private boolean restIsDense() {
        long rest = size - head;
        return rest <= limits.largestDense() && rest >= 24 && active >= limits.denseTail() * rest * rest;
    }

    private void eliminate(int k) {
        int[] pivotRow = Arrays.copyOf(row[k], rowLength[k]);
        int position = head++;
        order[position] = k;
        upper[position] = pivotRow;
        done[k] = true;
        for (int j : pivotRow) {
            inPivot[j] = k;
            columnCount[j]--;
        }
        active -= pivotRow.length;
        int[] users = column[k];
        int count = 0;
        for (int q = 0; q < columnLength[k]; q++) {
            int i = users[q];
            if (!done[i]) {
                count++;
                appendToLower(i, position);
                mergeInto(i, k, pivotRow);
            }
        }
        work += (2.0 * pivotRow.length + 1) * count;
        column[k] = null;
        refresh(pivotRow, users, columnLength[k]);
    }

    private void refresh(int[] pivotRow, int[] users, int userCount) {
        for (int j : pivotRow) {
            rank(j);
        }
        for (int q = 0; q < userCount; q++) {
            if (!done[users[q]]) {
                rank(users[q]);
            }
        }
    }

    private void rank(int i) {
        if (heap.holds(i)) {
            heap.put(i, product(i));
        }
    }

    /** Row i loses column k and gains the columns of the pivot row that it did not have. */
    private void mergeInto(int i, int k, int[] pivotRow) {
        int[] columns = row[i];
        int length = rowLength[i];
        int common = 0;
        int hole = -1;
        for (int q = 0; q < length; q++) {
            int j = columns[q];
            if (j == k) {
                hole = q;
            } else if (inPivot[j] == k) {
                inRow[j] = i;
                common++;
            }
        }
        columns[hole] = columns[--length];
        steps += length + pivotRow.length;
        int fill = pivotRow.length - common;
        if (length + fill > columns.length) {
            columns = Arrays.copyOf(columns, Math.max(length + fill, 2 * columns.length));
            row[i] = columns;
        }
        for (int j : pivotRow) {
            if (j == i) {
                continue;
            }
            if (inRow[j] == i) {
                inRow[j] = -1;
            } else {
                columns[length++] = j;
                appendToColumn(j, i);
                columnCount[j]++;
            }
        }
        active += length - rowLength[i];
        rowLength[i] = length;
    }

    private void appendToColumn(int j, int i) {
        if (columnLength[j] == column[j].length) {
            column[j] = Arrays.copyOf(column[j], 2 * column[j].length);
        }
        column[j][columnLength[j]++] = i;
    }

    private void appendToLower(int i, int position) {
        if (lowerLength[i] == lower[i].length) {
            lower[i] = Arrays.copyOf(lower[i], 2 * lower[i].length);
        }
        lower[i][lowerLength[i]++] = position;
    }
}
