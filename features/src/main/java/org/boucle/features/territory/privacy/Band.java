package org.boucle.features.territory.privacy;

/**
 * Coarse classes by which a company may know a partner that has not opted in. They depend on the partner and the
 * distance alone, never on the asking company's own amount, so that trying other amounts teaches nothing more.
 */
public final class Band {
    private static final double[] KILOMETRES = {5, 20, 50, 150};

    private Band() {}

    /**
     * The decade of an amount.
     *
     * @param from lower end, a power of ten
     * @param to ten times as much
     */
    public record Decade(double from, double to) {}

    /** The decade in which an amount lies, at least 1 to 10. */
    public static Decade amount(double perYear) {
        double from = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(perYear, 1)))));
        return new Decade(from, from * 10);
    }

    /**
     * Class of a distance.
     *
     * @param from km
     * @param to km, ∞ in the last class
     */
    public record Distance(double from, double to) {}

    public static Distance distance(double km) {
        double from = 0;
        for (double to : KILOMETRES) {
            if (km < to) {
                return new Distance(from, to);
            }
            from = to;
        }
        return new Distance(from, Double.POSITIVE_INFINITY);
    }

    /** How promising, from A to D: the score itself would tell the distance and the amount. */
    public static String grade(double score) {
        if (score >= 0.75) {
            return "A";
        }
        if (score >= 0.55) {
            return "B";
        }
        return score >= 0.35 ? "C" : "D";
    }
}
