package org.boucle.features.territory.linear;

/** What a solver may answer. */
public sealed interface Outcome {
    /**
     * A point that keeps all rows.
     *
     * @param bound proven: no point is better than this
     * @param prices of the rows: what one more unit on a row's limit would add; empty with whole-number variables
     * @param seconds spent in the solver
     */
    record Solved(double value, double bound, double[] point, double[] prices, double seconds) implements Outcome {
        /** Distance between the answer and the proven bound, as a share of the answer; 0 where it is proven best. */
        public double gap() {
            double distance = Math.abs(bound - value);
            return distance <= 1e-9 ? 0 : distance / Math.max(1e-9, Math.abs(value));
        }

        /** Whether the gap is below one in a hundred thousand. */
        public boolean isProvenBest() {
            return gap() < 1e-5;
        }
    }

    /** No point keeps all rows. */
    record Infeasible() implements Outcome {}

    /** The goal has no limit: a bound is missing in the model. */
    record Unbounded() implements Outcome {}

    /** Time ran out before any point was found. */
    record OutOfTime(double seconds) implements Outcome {}

    /** The solver itself failed; the reason is for people. */
    record Failed(String reason) implements Outcome {}
}
