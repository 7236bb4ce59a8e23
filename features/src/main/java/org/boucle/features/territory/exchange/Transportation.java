package org.boucle.features.territory.exchange;

import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.ModelBuilder;

/** The transportation problem: meet all demands from supplies at least cost (Hitchcock 1941). */
public final class Transportation {
    private Transportation() {}

    /** Variable {@code i · demands + j} is the amount from supply i to demand j. */
    public static LinearModel model(double[] supply, double[] demand, double[][] cost) {
        ModelBuilder builder = ModelBuilder.minimising();
        for (double[] row : cost) {
            for (double each : row) {
                builder.variable(each, 0, ModelBuilder.INFINITY);
            }
        }
        for (int i = 0; i < supply.length; i++) {
            builder.rowAtMost(supply[i]);
            for (int j = 0; j < demand.length; j++) {
                builder.entry(i * demand.length + j, 1);
            }
        }
        for (int j = 0; j < demand.length; j++) {
            builder.row(demand[j], demand[j]);
            for (int i = 0; i < supply.length; i++) {
                builder.entry(i * demand.length + j, 1);
            }
        }
        return builder.build();
    }
}
