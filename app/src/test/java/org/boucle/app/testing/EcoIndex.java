package org.boucle.app.testing;

/** The EcoIndex of a page (Green IT): 100 − 5 (3 q(elements) + 2 q(requests) + q(kB)) / 6 over the published quantiles. */
final class EcoIndex {
    private static final double[] ELEMENTS = {
        0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601
    };
    private static final double[] REQUESTS = {
        0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920
    };
    private static final double[] KILOBYTES = {
        0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06,
        2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26
    };

    private EcoIndex() {}

    static double of(double elements, double requests, double kilobytes) {
        return 100
                - 5
                        * (3 * quantile(ELEMENTS, elements)
                                + 2 * quantile(REQUESTS, requests)
                                + quantile(KILOBYTES, kilobytes))
                        / 6;
    }

    private static double quantile(double[] bounds, double value) {
        for (int i = 1; i < bounds.length; i++) {
            if (value < bounds[i]) {
                return i - 1 + (value - bounds[i - 1]) / (bounds[i] - bounds[i - 1]);
            }
        }
        return bounds.length - 1;
    }
}
