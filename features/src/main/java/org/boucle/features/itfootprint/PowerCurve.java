package org.boucle.features.itfootprint;

/**
 * Power of a processor against its load, {@code P(w) = a ln(b (w + c)) + d} in W, at least 1 W, w in per cent.
 *
 * <p>b and d are degenerate: only {@code a ln b + d} counts, so curves compare by their power, never by b or d.
 */
public record PowerCurve(double a, double b, double c, double d) {
    /** Power in W at a load in per cent. */
    public double watts(double loadPercent) {
        double inside = b * (loadPercent + c);
        double power = a == 0 ? d : a * Math.log(inside) + d;
        return power >= 1 ? power : 1;
    }
}
