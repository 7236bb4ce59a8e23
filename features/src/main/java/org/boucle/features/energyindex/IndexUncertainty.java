package org.boucle.features.energyindex;

import java.util.Optional;
import org.boucle.features.energyindex.IndexOutcome.Defined;

/**
 * Uncertainty of an index from those of its references and its energy: {@code u(R)^2 = sum (P_i u(e0_i))^2 + 2 sum_{i<j}
 * rho P_i P_j u_i u_j} and {@code u(IEE) / IEE = sqrt((u(E)/E)^2 + (u(R)/R)^2)}.
 *
 * @param reference relative standard uncertainty u(R)/R of the theoretical consumption
 * @param energy relative standard uncertainty u(E)/E
 * @param points standard uncertainty u(IEE) in points of index
 */
public record IndexUncertainty(double reference, double energy, double points) {

    /** Half-width of the interval at 95 %, in points of index (coverage factor 1.96). */
    public double halfWidth() {
        return 1.96 * points;
    }

    /**
     * @param correlation rho between the references of any two posts, 0 (independent) to 1 (one common audit error)
     */
    public static Optional<IndexUncertainty> of(SiteYear year, double correlation) {
        if (correlation < 0 || correlation > 1) {
            throw new IllegalArgumentException("Correlation " + correlation + " is outside 0..1.");
        }
        if (!(year.index() instanceof Defined index)) {
            return Optional.empty();
        }
        double sum = 0;
        double squares = 0;
        for (PostLine line : year.lines()) {
            sum += line.uncertainty();
            squares += line.uncertainty() * line.uncertainty();
        }
        // 2 sum_{i<j} u_i u_j = (sum u_i)^2 - sum u_i^2
        double variance = squares + correlation * (sum * sum - squares);
        double reference = Math.sqrt(variance) / index.theoretical();
        double energy = year.energyUncertainty();
        return Optional.of(new IndexUncertainty(reference, energy, index.value() * Math.hypot(reference, energy)));
    }
}
