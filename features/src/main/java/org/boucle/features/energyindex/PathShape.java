package org.boucle.features.energyindex;

/** How a target path runs between its two ends. */
public enum PathShape {
    /** The same relative step each year: what the note's tables use, {@code e_k = e_0 (e_N / e_0)^(k/N)}. */
    GEOMETRIC,
    /** The same absolute step each year. */
    LINEAR;

    /**
     * Value of the path after {@code step} of {@code steps} years; before and after, the value of the nearer end.
     */
    public double at(double start, double end, int step, int steps) {
        if (step <= 0) {
            return start;
        }
        if (step >= steps) {
            return end;
        }
        double share = (double) step / steps;
        return switch (this) {
            case GEOMETRIC -> start * Math.pow(end / start, share);
            case LINEAR -> start + (end - start) * share;
        };
    }
}
