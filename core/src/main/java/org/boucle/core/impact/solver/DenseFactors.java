package org.boucle.core.impact.solver;

/**
 * Factors of a small dense matrix, row by row, with the pivot of each row chosen among its columns after scaling them.
 * Four earlier rows are applied at a time, so that the row in work is read and written once for four updates.
 */
final class DenseFactors {
    private final int size;
    private final double[] a;
    private final int[] column;
    private final double[] scale;
    private double smallestRatio = Double.POSITIVE_INFINITY;
    private int weakest;

    private DenseFactors(int size, double[] values) {
        this.size = size;
        a = values;
        column = new int[size];
        scale = new double[size];
    }

    /**
     * Factorises in place.
     *
     * @param values the matrix by rows; taken over
     * @param reference for each row the size that its entries had before earlier steps cancelled them; a pivot much
     *     smaller than this is noise
     */
    static DenseFactors of(int size, double[] values, double[] reference) {
        DenseFactors factors = new DenseFactors(size, values);
        factors.prepare(reference);
        for (int i = 0; i < size; i++) {
            factors.reduce(i);
            factors.pivot(i, reference[i]);
        }
        return factors;
    }

    /** The smallest pivot relative to what its row was before. */
    double smallestRatio() {
        return smallestRatio;
    }

    /** The row with the smallest pivot ratio. */
    int weakest() {
        return weakest;
    }

    private void prepare(double[] reference) {
        for (int i = 0; i < size; i++) {
            column[i] = i;
            for (int j = 0; j < size; j++) {
                scale[j] = Math.max(scale[j], Math.abs(a[i * size + j]));
            }
        }
        for (int j = 0; j < size; j++) {
            scale[j] = scale[j] > 0 ? 1 / scale[j] : 1;
        }
        for (int i = 0; i < size; i++) {
            double largest = 0;
            double plain = 0;
            for (int j = 0; j < size; j++) {
                largest = Math.max(largest, Math.abs(a[i * size + j]) * scale[j]);
                plain = Math.max(plain, Math.abs(a[i * size + j]));
            }
            reference[i] = plain > 0 ? largest * Math.max(1, reference[i] / plain) : 1;
        }
    }

    private void reduce(int i) {
        int to = i * size;
        int k = 0;
        for (; k + 4 <= i; k += 4) {
            int r0 = k * size;
            int r1 = r0 + size;
            int r2 = r1 + size;
            int r3 = r2 + size;
            double l0 = a[to + k] / a[r0 + k];
            double l1 = (a[to + k + 1] - l0 * a[r0 + k + 1]) / a[r1 + k + 1];
            double l2 = (a[to + k + 2] - l0 * a[r0 + k + 2] - l1 * a[r1 + k + 2]) / a[r2 + k + 2];
            double l3 = (a[to + k + 3] - l0 * a[r0 + k + 3] - l1 * a[r1 + k + 3] - l2 * a[r2 + k + 3]) / a[r3 + k + 3];
            a[to + k] = l0;
            a[to + k + 1] = l1;
            a[to + k + 2] = l2;
            a[to + k + 3] = l3;
            for (int j = k + 4; j < size; j++) {
                a[to + j] -= l0 * a[r0 + j] + l1 * a[r1 + j] + l2 * a[r2 + j] + l3 * a[r3 + j];
            }
        }
        for (; k < i; k++) {
            int from = k * size;
            double l = a[to + k] / a[from + k];
            a[to + k] = l;
            for (int j = k + 1; j < size; j++) {
                a[to + j] -= l * a[from + j];
            }
        }
    }

    private void pivot(int i, double reference) {
        int best = i;
        double largest = -1;
        for (int j = i; j < size; j++) {
            double candidate = Math.abs(a[i * size + j]) * scale[column[j]];
            if (candidate > largest) {
                largest = candidate;
                best = j;
            }
        }
        double ratio = largest / reference;
        if (!(ratio >= smallestRatio)) {
            smallestRatio = Double.isNaN(ratio) ? 0 : ratio;
            weakest = i;
        }
        if (best != i) {
            swap(best, i);
        }
    }

    private void swap(int j, int k) {
        int kept = column[j];
        column[j] = column[k];
        column[k] = kept;
        for (int at = 0; at < size * size; at += size) {
            double value = a[at + j];
            a[at + j] = a[at + k];
            a[at + k] = value;
        }
    }

    /** Solves in place for several right-hand sides, interleaved from an offset. */
    void solve(double[] x, int offset, int sides) {
        double[] work = new double[size];
        for (int s = 0; s < sides; s++) {
            for (int i = 0; i < size; i++) {
                double sum = x[offset + i * sides + s];
                for (int k = 0; k < i; k++) {
                    sum -= a[i * size + k] * work[k];
                }
                work[i] = sum;
            }
            for (int i = size - 1; i >= 0; i--) {
                double sum = work[i];
                for (int j = i + 1; j < size; j++) {
                    sum -= a[i * size + j] * work[j];
                }
                work[i] = sum / a[i * size + i];
            }
            for (int i = 0; i < size; i++) {
                x[offset + column[i] * sides + s] = work[i];
            }
        }
    }

    /**
     * Solves the transposed system in place for several right-hand sides, interleaved.
     *
     * @param rows where each unknown stands
     */
    void solveTransposed(double[] x, int[] rows, int sides) {
        double[] work = new double[size];
        for (int s = 0; s < sides; s++) {
            for (int i = 0; i < size; i++) {
                work[i] = x[rows[column[i]] * sides + s];
            }
            upperTransposed(work);
            lowerTransposed(work);
            for (int i = 0; i < size; i++) {
                x[rows[i] * sides + s] = work[i];
            }
        }
    }

    /** Four unknowns at a time are taken off those that follow, so that these are read and written once for four. */
    private void upperTransposed(double[] work) {
        int i = 0;
        for (; i + 4 <= size; i += 4) {
            for (int k = i; k < i + 4; k++) {
                work[k] /= a[k * size + k];
                takeOff(work, k, k + 1, i + 4);
            }
            takeOffFour(work, i, i + 4, size);
        }
        for (; i < size; i++) {
            work[i] /= a[i * size + i];
            takeOff(work, i, i + 1, size);
        }
    }

    private void lowerTransposed(double[] work) {
        int i = size;
        for (; i >= 4; i -= 4) {
            for (int k = i - 1; k >= i - 4; k--) {
                takeOff(work, k, i - 4, k);
            }
            takeOffFour(work, i - 4, 0, i - 4);
        }
        for (int k = i - 1; k >= 0; k--) {
            takeOff(work, k, 0, k);
        }
    }

    /** Takes unknown k times its row off a range of others. */
    private void takeOff(double[] work, int k, int from, int to) {
        double value = work[k];
        int row = k * size;
        for (int j = from; j < to; j++) {
            work[j] -= a[row + j] * value;
        }
    }

    /** Takes unknowns k to k + 3 times their rows off a range of others. */
    private void takeOffFour(double[] work, int k, int from, int to) {
        int r0 = k * size;
        int r1 = r0 + size;
        int r2 = r1 + size;
        int r3 = r2 + size;
        double w0 = work[k];
        double w1 = work[k + 1];
        double w2 = work[k + 2];
        double w3 = work[k + 3];
        for (int j = from; j < to; j++) {
            work[j] -= w0 * a[r0 + j] + w1 * a[r1 + j] + w2 * a[r2 + j] + w3 * a[r3 + j];
        }
    }
}
