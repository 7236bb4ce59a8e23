package org.boucle.features.territory.linear;

/** Solves linear models: a worker process in the application, a plain simplex in tests. */
public interface LinearSolver {
    /**
     * Solves one model.
     *
     * @param limits when to stop
     */
    Outcome solve(LinearModel model, Limits limits);

    /**
     * When to stop.
     *
     * @param seconds of the clock
     * @param gap share of the answer that may be left unproven, 0 for none
     */
    record Limits(double seconds, double gap) {
        public static final Limits USUAL = new Limits(30, 1e-6);

        public Limits {
            if (!(seconds > 0) || !(gap >= 0)) {
                throw new IllegalArgumentException("Limits of " + seconds + " s and gap " + gap);
            }
        }
    }
}
