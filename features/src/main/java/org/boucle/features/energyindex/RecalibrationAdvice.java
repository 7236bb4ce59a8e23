package org.boucle.features.energyindex;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the reference audit should be renewed, because added references accumulate uncertainty (note, "En pratique").
 *
 * @param findings the thresholds that are exceeded; empty means no advice
 */
public record RecalibrationAdvice(
        double entrantShare, double referenceUncertainty, int additions, List<Finding> findings) {

    /** What speaks for a new reference audit. */
    public enum Finding {
        /** A large share of the theoretical consumption stands on entrants. */
        ENTRANT_SHARE,
        /** The theoretical consumption has become uncertain. */
        UNCERTAINTY,
        /** Many rows were added. */
        ADDITIONS
    }

    /**
     * Thresholds, ours where the note gives none.
     *
     * @param entrantShare share of R on entrants, 0 to 1
     * @param uncertainty relative standard uncertainty u(R)/R
     * @param additions number of added rows
     */
    public record Thresholds(double entrantShare, double uncertainty, int additions) {
        /** 30 % of R, 3 % of uncertainty, 5 additions. */
        public static final Thresholds DEFAULT = new Thresholds(0.30, 0.03, 5);
    }

    public RecalibrationAdvice {
        findings = List.copyOf(findings);
    }

    public boolean recalibrate() {
        return !findings.isEmpty();
    }

    public static RecalibrationAdvice of(Site site, SiteYear year, double correlation, Thresholds thresholds) {
        int since = site.recalibrations().stream()
                .mapToInt(Recalibration::year)
                .filter(r -> r <= year.year())
                .max()
                .orElse(Integer.MIN_VALUE);
        int additions = (int) site.events().stream()
                .filter(e -> e.kind().addsPost() && e.year() > since && e.year() <= year.year())
                .count();
        double share = year.lines().stream()
                        .filter(l -> l.entrant() && l.post().firstYear() > since)
                        .mapToDouble(PostLine::theoretical)
                        .sum()
                / Math.max(year.theoretical(), Double.MIN_VALUE);
        double uncertainty = IndexUncertainty.of(year, correlation)
                .map(IndexUncertainty::reference)
                .orElse(0.0);
        List<Finding> findings = new ArrayList<>();
        if (share > thresholds.entrantShare()) {
            findings.add(Finding.ENTRANT_SHARE);
        }
        if (uncertainty > thresholds.uncertainty()) {
            findings.add(Finding.UNCERTAINTY);
        }
        if (additions > thresholds.additions()) {
            findings.add(Finding.ADDITIONS);
        }
        return new RecalibrationAdvice(share, uncertainty, additions, findings);
    }
}
