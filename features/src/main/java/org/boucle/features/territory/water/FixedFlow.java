package org.boucle.features.territory.water;

import java.util.List;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.ModelBuilder;

/**
 * Least fresh water for sinks that need a given flow below a concentration, from sources of a given flow and
 * concentration (Polley and Polley 2000). One contaminant; fresh water is clean.
 */
public final class FixedFlow {
    private FixedFlow() {}

    /**
     * A sink or a source.
     *
     * @param tonnesPerHour flow
     * @param ppm most tolerated by a sink, carried by a source
     */
    public record Stream(String id, double tonnesPerHour, double ppm) {
        public Stream {
            if (!(tonnesPerHour > 0) || !(ppm >= 0) || Double.isInfinite(tonnesPerHour + ppm)) {
                throw new IllegalArgumentException("Stream " + id + " of " + tonnesPerHour + " t/h at " + ppm + " ppm");
            }
        }
    }

    /** Variables: fresh to each sink, then {@code x_ij} from source i to sink j at {@code sinks + i·sinks + j}. */
    public static LinearModel model(List<Stream> sinks, List<Stream> sources) {
        return model(sinks, sources, new double[sources.size()][sinks.size()]);
    }

    /** @param lost share of the water that leaks between source i and sink j, from 0 to below 1 */
    public static LinearModel model(List<Stream> sinks, List<Stream> sources, double[][] lost) {
        int m = sinks.size();
        ModelBuilder builder = ModelBuilder.minimising();
        for (int j = 0; j < m; j++) {
            builder.variable(1, 0, ModelBuilder.INFINITY);
        }
        for (int i = 0; i < sources.size() * m; i++) {
            builder.variable(0, 0, ModelBuilder.INFINITY);
        }
        for (int j = 0; j < m; j++) {
            builder.row(sinks.get(j).tonnesPerHour(), sinks.get(j).tonnesPerHour());
            builder.entry(j, 1);
            for (int i = 0; i < sources.size(); i++) {
                builder.entry(m + i * m + j, 1 - lost[i][j]);
            }
            builder.rowAtMost(0);
            builder.entry(j, -sinks.get(j).ppm());
            for (int i = 0; i < sources.size(); i++) {
                builder.entry(
                        m + i * m + j,
                        (1 - lost[i][j]) * (sources.get(i).ppm() - sinks.get(j).ppm()));
            }
        }
        for (int i = 0; i < sources.size(); i++) {
            builder.rowAtMost(sources.get(i).tonnesPerHour());
            for (int j = 0; j < m; j++) {
                builder.entry(m + i * m + j, 1);
            }
        }
        return builder.build();
    }

    /** Waste water for a given use of fresh water: what the sources let out beyond what is reused, t/h. */
    public static double waste(List<Stream> sinks, List<Stream> sources, double fresh) {
        double need = sinks.stream().mapToDouble(Stream::tonnesPerHour).sum();
        double offer = sources.stream().mapToDouble(Stream::tonnesPerHour).sum();
        return offer - (need - fresh);
    }
}
