package org.boucle.core.impact.lca;

import java.util.random.RandomGenerator;
import org.boucle.core.factors.Uncertainty;

/**
 * How uncertain one number of a database is, as a multiplier of the number, so that it survives every change of unit and
 * every allocation.
 */
public sealed interface Spread {
    /** Variance of the multiplier: that of the number divided by its square. */
    double variance();

    /** Draws a multiplier. */
    double draw(RandomGenerator random);

    /** The number is certain. */
    enum Certain implements Spread {
        INSTANCE;

        @Override
        public double variance() {
            return 0;
        }

        @Override
        public double draw(RandomGenerator random) {
            return 1;
        }
    }

    /**
     * Lognormal with the number as median, so that its sign never changes: with &mu; = e<sup>&sigma;&sup2;/2</sup>, Var =
     * &mu;&sup2; (e<sup>&sigma;&sup2;</sup> - 1).
     *
     * @param sigma ln GSD, from 0 to 5
     */
    record Lognormal(double sigma) implements Spread {
        public Lognormal {
            require(
                    sigma >= 0 && sigma <= 5,
                    "A lognormal spread of " + sigma + " lies outside 0 to 5."
                            + " Maybe a GSD was given instead of its logarithm?");
        }

        @Override
        public double variance() {
            double s2 = sigma * sigma;
            return s2 == 0 ? 0 : Math.exp(s2) * Math.expm1(s2);
        }

        @Override
        public double draw(RandomGenerator random) {
            return sigma == 0 ? 1 : Math.exp(sigma * random.nextGaussian());
        }
    }

    /**
     * Normal with the number as mean. A wide one changes the number's sign now and then, as it says.
     *
     * @param deviation standard deviation divided by the number's size, at most 100
     */
    record Normal(double deviation) implements Spread {
        public Normal {
            require(
                    deviation >= 0 && deviation <= 100,
                    "A relative standard deviation of " + deviation
                            + " lies outside 0 to 100. Maybe it is absolute: divide it by the number.");
        }

        @Override
        public double variance() {
            return deviation * deviation;
        }

        @Override
        public double draw(RandomGenerator random) {
            return 1 + deviation * random.nextGaussian();
        }
    }

    /**
     * Triangular between two multipliers; the number itself is 1, which need not be the peak.
     *
     * @param low least multiplier
     * @param mode most likely multiplier
     * @param high greatest multiplier
     */
    record Triangular(double low, double mode, double high) implements Spread {
        public Triangular {
            require(
                    low <= mode && mode <= high && Math.abs(low) < 1e6 && Math.abs(high) < 1e6,
                    "Not a triangle of multipliers: " + low + ", " + mode + ", " + high + ".");
        }

        /** (a&sup2; + b&sup2; + c&sup2; - ab - ac - bc) / 18. */
        @Override
        public double variance() {
            return ((high - low) * (high - low) + (mode - low) * (mode - high)) / 18;
        }

        @Override
        public double draw(RandomGenerator random) {
            double width = high - low;
            double u = random.nextDouble();
            return u * width < mode - low
                    ? low + Math.sqrt(u * width * (mode - low))
                    : high - Math.sqrt((1 - u) * width * (high - mode));
        }
    }

    /**
     * Any multiplier between two equally likely.
     *
     * @param low least multiplier
     * @param high greatest multiplier
     */
    record Uniform(double low, double high) implements Spread {
        public Uniform {
            require(
                    low <= high && Math.abs(low) < 1e6 && Math.abs(high) < 1e6,
                    "Not a range of multipliers: " + low + " to " + high + ".");
        }

        @Override
        public double variance() {
            return (high - low) * (high - low) / 12;
        }

        @Override
        public double draw(RandomGenerator random) {
            return low + (high - low) * random.nextDouble();
        }
    }

    /** A spread as the factor library states it; per cents count as a lognormal of the same relative variance. */
    static Spread of(Uncertainty uncertainty) {
        return switch (uncertainty) {
            case Uncertainty.Unknown none -> Certain.INSTANCE;
            case Uncertainty.Lognormal l -> new Lognormal(Math.log(l.gsd()));
            case Uncertainty.Assumed a -> new Lognormal(Math.log(a.gsd()));
            case Uncertainty.PlusMinus p -> new Lognormal(Spreads.sigmaOf(p.relativeVariance()));
            case Uncertainty.MinMax m -> new Triangular(m.low(), 1, m.high());
        };
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
