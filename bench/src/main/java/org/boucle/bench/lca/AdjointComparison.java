package org.boucle.bench.lca;

import java.util.Locale;
import org.boucle.core.impact.lca.DirectImpacts;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.lca.LifeCycleEngine;

/**
 * The adjoint of sixteen categories on the generated database, sixteen abreast and in four passes of four as it was before,
 * in turns, in CPU time; one line for each start of the virtual machine.
 */
public final class AdjointComparison {
    private static final int CATEGORIES = 16;
    private static final int ROUNDS = 8;

    private AdjointComparison() {}

    /** Prints the least and the median of the rounds' means, in milliseconds of this thread and of the process. */
    public static void main(String[] arguments) {
        LifeCycleDatabase database = GeneratedDatabase.database(1, 0);
        LifeCycleEngine engine = LifeCycleEngine.of(database);
        int n = database.activities();
        double[] values = GeneratedDatabase.direct(2, n, CATEGORIES);
        DirectImpacts direct = new DirectImpacts(CATEGORIES, values);
        double[][] fours = new double[CATEGORIES / 4][n * 4];
        for (int j = 0; j < n; j++) {
            for (int part = 0; part < fours.length; part++) {
                System.arraycopy(values, j * CATEGORIES + part * 4, fours[part], j * 4, 4);
            }
        }
        double[] now = new double[ROUNDS];
        double[] process = new double[ROUNDS];
        double[] before = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            now[round] = Meter.milliseconds(20, () -> engine.adjoint(direct));
            process[round] = Meter.processMilliseconds(20, () -> engine.adjoint(direct));
            before[round] = Meter.milliseconds(20, () -> {
                for (double[] four : fours) {
                    engine.system().solveTransposed(four, 4);
                }
            });
        }
        System.out.printf(
                Locale.ROOT,
                "adjoint: %.2f ms (median %.2f), with garbage collection %.2f (median %.2f); in fours %.2f (median %.2f);"
                        + " residual %.1e%n",
                least(now),
                median(now),
                least(process),
                median(process),
                least(before),
                median(before),
                engine.adjoint(direct).residual());
    }

    private static double least(double[] values) {
        return java.util.Arrays.stream(values).min().orElseThrow();
    }

    private static double median(double[] values) {
        return java.util.Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
