package org.boucle.features.energyindex;

/**
 * The price-index family applied to specific consumptions: {@code e} energy per unit, {@code p} quantity, of the
 * reference year 0 and of year t. All in %, each undefined (NaN is never returned: the caller gets an outcome) where its
 * denominator is zero.
 */
public final class IntensityIndices {
    private IntensityIndices() {}

    /** {@code sum e_t P_0 / sum e_0 P_0}: the mix of the reference year. */
    public static IndexOutcome laspeyres(double[] e0, double[] p0, double[] et) {
        return IndexOutcome.of(dot(et, p0), dot(e0, p0));
    }

    /** {@code sum e_t P_t / sum e_0 P_t}: the mix of the year, which is the IEE. */
    public static IndexOutcome paasche(double[] e0, double[] et, double[] pt) {
        return IndexOutcome.of(dot(et, pt), dot(e0, pt));
    }

    /** {@code sqrt(Laspeyres * Paasche)}. */
    public static IndexOutcome fisher(double[] e0, double[] p0, double[] et, double[] pt) {
        IndexOutcome laspeyres = laspeyres(e0, p0, et);
        IndexOutcome paasche = paasche(e0, et, pt);
        if (laspeyres.percent().isEmpty() || paasche.percent().isEmpty()) {
            return IndexOutcome.undefined(IndexOutcome.Reason.NOTHING_PRODUCED, "");
        }
        double product = laspeyres.percent().getAsDouble() * paasche.percent().getAsDouble();
        return IndexOutcome.of(Math.sqrt(product), 100);
    }

    /** {@code (E_t / Q_t) / (E_0 / Q_0)}: the naive index, which mixes efficiency with structure. */
    public static IndexOutcome aggregate(double[] e0, double[] p0, double[] et, double[] pt) {
        double q0 = sum(p0);
        double qt = sum(pt);
        double reference = q0 > 0 ? dot(e0, p0) / q0 : 0;
        return qt > 0
                ? IndexOutcome.of(dot(et, pt) / qt, reference)
                : IndexOutcome.undefined(IndexOutcome.Reason.NOTHING_PRODUCED, "");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sum(double[] a) {
        double sum = 0;
        for (double v : a) {
            sum += v;
        }
        return sum;
    }
}
