package org.boucle.features.energyindex;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Table 5 of a site for a year and the indices that follow from it. The totals are the sums of the lines.
 *
 * @param lines the posts that operated
 * @param vectors the numerator by vector; empty where the sub-meters make it
 * @param index the index with entrants at their own reference
 * @param unadjusted the index had nothing been adjusted
 * @param co2Index IGES, {@code 100 CO2 / sum co2_0 P}
 */
public record SiteYear(
        String site,
        int year,
        List<PostLine> lines,
        List<VectorLine> vectors,
        double energyUncertainty,
        IndexOutcome index,
        IndexOutcome unadjusted,
        IndexOutcome co2Index) {

    public SiteYear {
        lines = List.copyOf(lines);
        vectors = List.copyOf(vectors);
    }

    /** Sum of column (3), in the agreement's energy unit. */
    public double theoretical() {
        double sum = 0;
        for (PostLine line : lines) {
            sum += line.theoretical();
        }
        return sum;
    }

    /** Sum of column (3) of one block of the table. */
    public double theoretical(PostKind kind) {
        return lines.stream()
                .filter(l -> l.post().kind() == kind)
                .mapToDouble(PostLine::theoretical)
                .sum();
    }

    /** What the site really consumed, if it was recorded, in the agreement's energy unit. */
    public OptionalDouble energy() {
        return SiteYears.energy(lines, vectors);
    }

    /** Share of the theoretical consumption that stands on references of entrants, 0 to 1. */
    public double entrantShare() {
        double all = theoretical();
        double entrants = 0;
        for (PostLine line : lines) {
            entrants += line.entrant() ? line.theoretical() : 0;
        }
        return all > 0 ? entrants / all : 0;
    }
}
