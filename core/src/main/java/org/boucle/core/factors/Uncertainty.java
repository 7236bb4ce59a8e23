package org.boucle.core.factors;

/**
 * What is known about the spread of a value, relative to the value, so that it survives every change of unit.
 *
 * <p>A multiplier is drawn from a standard normal number: two results that draw the same number for the same factor move
 * together, which is what makes a comparison fair.
 */
public sealed interface Uncertainty {
    /** Half-width of a 95 % interval in standard deviations. */
    double Z95 = 1.959963984540054;

    /** Variance of the value divided by the square of the value. */
    double relativeVariance();

    /** The multiplier of the value at a standard normal number. */
    double multiplier(double z);

    /** Whether the source stated a spread, as against one assumed here or none. */
    boolean stated();

    /** The 95 % interval around a value of any sign. */
    default Interval around(double value) {
        double a = value * multiplier(-Z95);
        double b = value * multiplier(Z95);
        return new Interval(Math.min(a, b), Math.max(a, b));
    }

    static Uncertainty unknown() {
        return Unknown.INSTANCE;
    }

    static Uncertainty lognormal(double gsd) {
        return new Lognormal(gsd);
    }

    static Uncertainty plusMinus(double percentAt95) {
        return new PlusMinus(percentAt95);
    }

    static Uncertainty minMax(double low, double high) {
        return new MinMax(low, high);
    }

    static Uncertainty assumed(double gsd, String why) {
        return new Assumed(gsd, why);
    }

    /** Nothing is known. Counts as no variance, and results say which share of them it covers. */
    enum Unknown implements Uncertainty {
        INSTANCE;

        @Override
        public double relativeVariance() {
            return 0;
        }

        @Override
        public double multiplier(double z) {
            return 1;
        }

        @Override
        public boolean stated() {
            return false;
        }
    }

    /** Lognormal with the value as median and a geometric standard deviation of at least 1. */
    record Lognormal(double gsd) implements Uncertainty {
        public Lognormal {
            requireGsd(gsd);
        }

        /** {@code Var = mu^2 (e^(s^2) - 1)} with {@code mu = median e^(s^2/2)} and {@code s = ln GSD}. */
        @Override
        public double relativeVariance() {
            double s2 = Math.log(gsd) * Math.log(gsd);
            return Math.exp(s2) * Math.expm1(s2);
        }

        @Override
        public double multiplier(double z) {
            return Math.exp(z * Math.log(gsd));
        }

        @Override
        public boolean stated() {
            return true;
        }
    }

    /**
     * Plus or minus so many per cent at 95 %, with the value as mean, drawn as a lognormal of the same mean and variance
     * so that a large spread never turns a burden into a credit.
     */
    record PlusMinus(double percent) implements Uncertainty {
        public PlusMinus {
            if (!(percent >= 0) || percent > 1000) {
                throw new IllegalArgumentException("Not a spread in per cent at 95 %: " + percent);
            }
        }

        @Override
        public double relativeVariance() {
            double cv = percent / 100 / Z95;
            return cv * cv;
        }

        @Override
        public double multiplier(double z) {
            double s2 = Math.log1p(relativeVariance());
            return Math.exp(Math.sqrt(s2) * z - s2 / 2);
        }

        @Override
        public boolean stated() {
            return true;
        }
    }

    /** Between two multipliers of the value, most likely the value itself (triangular). */
    record MinMax(double low, double high) implements Uncertainty {
        public MinMax {
            if (!(low <= 1 && high >= 1) || Double.isInfinite(low) || Double.isInfinite(high)) {
                throw new IllegalArgumentException("The value must lie between its bounds: multipliers " + low + " and "
                        + high + ". Maybe they are absolute: divide them by the value.");
            }
        }

        @Override
        public double relativeVariance() {
            return (low * low + high * high + 1 - low * high - low - high) / 18;
        }

        @Override
        public double multiplier(double z) {
            double u = Normal.cumulative(z);
            double width = high - low;
            if (width == 0) {
                return 1;
            }
            double split = (1 - low) / width;
            return u < split ? low + Math.sqrt(u * width * (1 - low)) : high - Math.sqrt((1 - u) * width * (high - 1));
        }

        @Override
        public boolean stated() {
            return true;
        }
    }

    /** A lognormal spread assumed here because the source states none; shown as an assumption. */
    record Assumed(double gsd, String why) implements Uncertainty {
        public Assumed {
            requireGsd(gsd);
            if (why.isBlank()) {
                throw new IllegalArgumentException("An assumed spread needs its reason");
            }
        }

        @Override
        public double relativeVariance() {
            return new Lognormal(gsd).relativeVariance();
        }

        @Override
        public double multiplier(double z) {
            return new Lognormal(gsd).multiplier(z);
        }

        @Override
        public boolean stated() {
            return false;
        }
    }

    private static void requireGsd(double gsd) {
        if (!(gsd >= 1) || gsd > 100) {
            throw new IllegalArgumentException("A geometric standard deviation lies between 1 and 100, got " + gsd
                    + ". Maybe it is GSD squared: take its square root.");
        }
    }
}
