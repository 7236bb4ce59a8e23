package org.boucle.features.itfootprint;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The distribution of a sum: each part triangular between its bounds with the value as mode, times a log-normal error of its
 * factor. Bounds tell what is unknown of the equipment, the factor's error what is unknown of the data.
 *
 * <p>A fixed seed: the same question gives the same percentiles.
 */
public final class Uncertainty {
    private static final int DRAWS = 2_000;
    private static final long SEED = 20_260_101;

    private Uncertainty() {}

    /**
     * A part of the sum.
     *
     * @param spread geometric standard deviation of its factor, 1 for none; pedigree of generic data about 1.3
     */
    public record Part(Estimate estimate, double spread) {
        public Part {
            if (!(spread >= 1)) {
                throw new IllegalArgumentException("Geometric standard deviation " + spread + ". Maybe 1 was meant.");
            }
        }
    }

    /** Percentiles of the sum. */
    public record Percentiles(double p5, double p50, double p95) {}

    public static Percentiles of(List<Part> parts) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        double[] sums = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            for (Part part : parts) {
                double error = part.spread() == 1 ? 1 : Math.exp(Math.log(part.spread()) * random.nextGaussian());
                sums[i] += triangular(part.estimate(), random.nextDouble()) * error;
            }
        }
        Arrays.sort(sums);
        return new Percentiles(sums[DRAWS / 20], sums[DRAWS / 2], sums[DRAWS - 1 - DRAWS / 20]);
    }

    private static double triangular(Estimate estimate, double u) {
        double width = estimate.max() - estimate.min();
        if (!(width > 0)) {
            return estimate.value();
        }
        double mode = Math.clamp((estimate.value() - estimate.min()) / width, 0, 1);
        return u < mode
                ? estimate.min() + width * Math.sqrt(u * mode)
                : estimate.max() - width * Math.sqrt((1 - u) * (1 - mode));
    }

    /** The usual error of data of an assessment: embedded generic data 1.3, electricity of a known year 1.1. */
    public static Percentiles ofTotal(Assessment assessment, Criterion criterion) {
        List<Part> parts = new java.util.ArrayList<>();
        assessment.find(criterion, Stage.EMBEDDED).ifPresent(e -> parts.add(new Part(e, 1.3)));
        assessment.find(criterion, Stage.USE).ifPresent(e -> parts.add(new Part(e, 1.1)));
        return of(parts);
    }
}
