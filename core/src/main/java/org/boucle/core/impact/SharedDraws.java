package org.boucle.core.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.boucle.core.factors.Uncertainty;

/**
 * Common random numbers for several footprints: each uncertain datum has one place, and one draw per run whatever the
 * order of the lines, derived from its key.
 */
final class SharedDraws {
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Uncertainty> spreads = new ArrayList<>();
    private final List<Long> hashes = new ArrayList<>();

    /** The lines of one footprint: values, and for each line the places of its activity and its factor. */
    record Side(double[] values, int[] activities, int[] factors) {
        double total(double[] multipliers) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[i] * multipliers[activities[i]] * multipliers[factors[i]];
            }
            return sum;
        }
    }

    Side side(List<FootprintLine> lines) {
        Side side = new Side(new double[lines.size()], new int[lines.size()], new int[lines.size()]);
        for (int i = 0; i < lines.size(); i++) {
            List<UncertainDatum> data = UncertainDatum.of(lines.get(i));
            side.values()[i] = lines.get(i).value();
            side.activities()[i] = place(data.get(0));
            side.factors()[i] = place(data.get(1));
        }
        return side;
    }

    private int place(UncertainDatum datum) {
        return places.computeIfAbsent(datum.key(), key -> {
            spreads.add(datum.uncertainty());
            hashes.add(key.hashCode() * 0xD1B54A32D192ED03L);
            return spreads.size() - 1;
        });
    }

    /** The multiplier of every datum in one run. */
    double[] multipliers(long seed) {
        double[] multipliers = new double[spreads.size()];
        for (int i = 0; i < multipliers.length; i++) {
            long mixed = seed * 0x9E3779B97F4A7C15L ^ hashes.get(i);
            multipliers[i] = spreads.get(i).multiplier(new SplittableRandom(mixed).nextGaussian());
        }
        return multipliers;
    }
}
