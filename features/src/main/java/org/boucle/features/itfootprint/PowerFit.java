package org.boucle.features.itfootprint;

/**
 * Fits a {@link PowerCurve} to measured points within a box around a base curve: a, b, c up to three times the base, d
 * within twice its size.
 *
 * <p>Since only {@code e = a ln b + d} counts, two of the four parameters follow in closed form for a fixed c, and c is
 * found on a logarithmic grid refined by golden section: deterministic, no optimiser.
 */
final class PowerFit {
    private static final int GRID = 60;
    private static final int REFINEMENTS = 70;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final double[] load;
    private final double[] power;
    private final PowerCurve base;
    private final boolean boxed;
    private final double highestD;

    private PowerFit(double[] load, double[] power, PowerCurve base, boolean boxed) {
        this.load = load;
        this.power = power;
        this.base = base;
        this.boxed = boxed;
        this.highestD = base.d() + 2 * Math.abs(base.d());
    }

    /**
     * @param load loads in per cent
     * @param power powers in W at those loads
     * @param base where the search starts, and the middle of the box
     * @param boxed whether the box binds a and d
     */
    static PowerCurve fit(double[] load, double[] power, PowerCurve base, boolean boxed) {
        return new PowerFit(load, power, base, boxed).best();
    }

    private PowerCurve best() {
        double highestC = 3 * base.c();
        double low = Math.log(highestC * 1e-6);
        double high = Math.log(highestC);
        int bestIndex = 0;
        double bestError = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double error = error(Math.exp(low + (high - low) * i / GRID));
            if (error < bestError) {
                bestError = error;
                bestIndex = i;
            }
        }
        double left = low + (high - low) * Math.max(0, bestIndex - 1) / GRID;
        double right = low + (high - low) * Math.min(GRID, bestIndex + 1) / GRID;
        double c = golden(left, right);
        return error(c) <= bestError ? curve(c) : curve(Math.exp(low + (high - low) * bestIndex / GRID));
    }

    private double golden(double from, double to) {
        double left = from;
        double right = to;
        double inner = right - GOLDEN * (right - left);
        double outer = left + GOLDEN * (right - left);
        double innerError = error(Math.exp(inner));
        double outerError = error(Math.exp(outer));
        for (int i = 0; i < REFINEMENTS; i++) {
            if (innerError < outerError) {
                right = outer;
                outer = inner;
                outerError = innerError;
                inner = right - GOLDEN * (right - left);
                innerError = error(Math.exp(inner));
            } else {
                left = inner;
                inner = outer;
                innerError = outerError;
                outer = left + GOLDEN * (right - left);
                outerError = error(Math.exp(outer));
            }
        }
        return Math.exp((left + right) / 2);
    }

    private PowerCurve curve(double c) {
        double[] line = line(c);
        double b = boxed ? 3 * base.b() : base.b();
        return new PowerCurve(line[0], b, c, line[1] - line[0] * Math.log(b));
    }

    private double error(double c) {
        double[] line = line(c);
        double sum = 0;
        for (int i = 0; i < load.length; i++) {
            double gap = line[0] * Math.log(load[i] + c) + line[1] - power[i];
            sum += gap * gap;
        }
        return sum;
    }

    /** Slope a and intercept e of the power against {@code ln(load + c)}, within the box. */
    private double[] line(double c) {
        int n = load.length;
        double meanL = 0;
        double meanP = 0;
        for (int i = 0; i < n; i++) {
            meanL += Math.log(load[i] + c) / n;
            meanP += power[i] / n;
        }
        double sxy = 0;
        double sxx = 0;
        for (int i = 0; i < n; i++) {
            double l = Math.log(load[i] + c) - meanL;
            sxy += l * (power[i] - meanP);
            sxx += l * l;
        }
        double a = sxx == 0 ? 0 : Math.max(0, sxy / sxx);
        a = boxed ? Math.min(a, 3 * base.a()) : a;
        double e = meanP - a * meanL;
        double k = Math.log(3 * base.b());
        if (!boxed || e <= a * k + highestD) {
            return new double[] {a, e};
        }
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < n; i++) {
            double l = Math.log(load[i] + c) + k;
            top += l * (power[i] - highestD);
            bottom += l * l;
        }
        a = Math.clamp(bottom == 0 ? 0 : top / bottom, 0, 3 * base.a());
        return new double[] {a, a * k + highestD};
    }
}
