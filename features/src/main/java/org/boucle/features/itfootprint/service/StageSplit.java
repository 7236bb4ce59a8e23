package org.boucle.features.itfootprint.service;

/**
 * How an embedded impact divides into its stages; the three shares add up to 1.
 *
 * @param source where the shares come from
 */
public record StageSplit(double manufacturing, double distribution, double endOfLife, String source) {
    /** All of it counts as manufacturing, where nobody knows better. */
    public static final StageSplit UNKNOWN = new StageSplit(1, 0, 0, "");

    public StageSplit {
        if (Math.abs(manufacturing + distribution + endOfLife - 1) > 1e-6) {
            throw new IllegalArgumentException("Shares of stages must add up to 1, were " + manufacturing + ", "
                    + distribution + ", " + endOfLife);
        }
    }
}
