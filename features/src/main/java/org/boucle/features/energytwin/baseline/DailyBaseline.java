package org.boucle.features.energytwin.baseline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A daily baseline: learnt on the first part of the measured days, followed on the rest.
 *
 * @param days the days used, in order
 * @param measured energy of each in kWh
 * @param expected energy that the baseline gives for each in kWh
 * @param learnt how many of them the baseline was learnt on
 * @param model the baseline
 * @param savings what was saved since, with its uncertainty
 */
public record DailyBaseline(
        List<LocalDate> days, double[] measured, double[] expected, int learnt, BaselineModel model, Savings savings) {
    /** Confidence of the savings' interval on pages. */
    public static final double CONFIDENCE = 0.9;

    /** Days before which no baseline is learnt. */
    public static final int FEWEST = 60;

    /** Learns on 70 % of the days; empty where there are fewer than 60. */
    public static Optional<DailyBaseline> of(MeasuredDays days) {
        return days.size() < FEWEST ? Optional.empty() : of(days, (int) (0.7 * days.size()), CONFIDENCE);
    }

    /**
     * Learns on the first {@code learnt} days; empty where the drivers tell the same thing twice or explain nothing that
     * could be counted.
     */
    public static Optional<DailyBaseline> of(MeasuredDays days, int learnt, double confidence) {
        double[] y = days.energy();
        double[][] x = days.drivers();
        try {
            BaselineModel model = BaselineModel.fit(days.names(), Arrays.copyOf(x, learnt), Arrays.copyOf(y, learnt));
            double[] expected = Arrays.stream(x).mapToDouble(model::expected).toArray();
            Savings savings = Savings.exact(
                    model,
                    Arrays.copyOfRange(x, learnt, x.length),
                    Arrays.copyOfRange(y, learnt, y.length),
                    confidence);
            boolean told = Double.isFinite(savings.saved()) && Double.isFinite(savings.halfWidth());
            return told
                    ? Optional.of(new DailyBaseline(days.days(), y, expected, learnt, model, savings))
                    : Optional.empty();
        } catch (IllegalArgumentException twice) {
            return Optional.empty();
        }
    }

    /** Sum of measured minus expected since the baseline ended, day by day, in kWh. */
    public double[] cusum() {
        double[] sums = new double[measured.length - learnt];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += measured[learnt + i] - expected[learnt + i];
            sums[i] = sum;
        }
        return sums;
    }
}
