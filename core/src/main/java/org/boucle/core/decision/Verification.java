package org.boucle.core.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.boucle.core.scenario.IndicatorChange;

/**
 * The promise of an accepted decision beside what was measured since it is in service, in one indicator category.
 *
 * <p>The saving is avoided energy (or water) on the reporting-period basis of IPMVP: what the baseline learnt before the
 * change expects under the conditions of the days since, minus what was measured. Improvements are positive.
 */
public sealed interface Verification {
    /** Days in the year to which promises refer. */
    double DAYS_A_YEAR = 365.25;

    /** Fractional savings uncertainty above which a saving isn't proven (ASHRAE Guideline 14, 2014, 4.2.11). */
    double LARGEST_UNCERTAINTY = 0.5;

    /** Why nothing can be said yet. */
    enum Lack {
        /** The decision was kept without figures. */
        FIGURES,
        /** Nobody has said since when it is in service. */
        SERVICE,
        /** No meter measures this category inside the boundary. */
        METER,
        /** Too few measured days before it was put in service. */
        BASELINE,
        /** Too few measured days since. */
        REPORT,
        /** The measured days cannot be explained by what is known of them. */
        MODEL
    }

    /**
     * Not measurable yet.
     *
     * @param lack what is missing
     * @param from when it will be there if the meters go on, empty where that depends on people
     * @param found how many days there are
     * @param needed how many days are needed
     */
    record NotYet(Lack lack, Optional<LocalDate> from, int found, int needed) implements Verification {
        public NotYet {
            Objects.requireNonNull(lack, "lack");
            Objects.requireNonNull(from, "from");
        }

        public static NotYet of(Lack lack) {
            return new NotYet(lack, Optional.empty(), 0, 0);
        }
    }

    /**
     * Measured.
     *
     * @param promised improvement promised for a year
     * @param saved improvement measured over the reported days, with its 95 % interval
     * @param from first reported day
     * @param to last reported day
     * @param days days measured among them
     */
    record Measured(IndicatorChange promised, IndicatorChange saved, LocalDate from, LocalDate to, int days)
            implements Verification {
        public Measured {
            if (promised.category() != saved.category()) {
                throw new IllegalArgumentException("A promise of " + promised.category() + " beside a measurement of "
                        + saved.category() + ". Maybe they were paired by position.");
            }
            if (days < 1 || to.isBefore(from)) {
                throw new IllegalArgumentException(
                        days + " days from " + from + " to " + to + ". Maybe the dates are swapped.");
            }
        }

        /** What was promised for as many days as were measured. */
        public IndicatorChange promisedSoFar() {
            return promised.times(days / DAYS_A_YEAR);
        }

        /** The measured saving brought to a year, for comparison; seasons not yet seen are not in it. */
        public IndicatorChange savedPerYear() {
            return saved.times(DAYS_A_YEAR / days);
        }

        /** Days between the first and the last, with those that were not measured. */
        public long span() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }

        /** Fractional savings uncertainty: half width of the interval over the saving; infinite where nothing is saved. */
        public double uncertainty() {
            double half = (saved.high() - saved.low()) / 2;
            return saved.expected() == 0 ? Double.POSITIVE_INFINITY : half / Math.abs(saved.expected());
        }

        public Judgement judgement() {
            IndicatorChange due = promisedSoFar();
            if (saved.high() < due.low()) {
                return Judgement.BELOW;
            }
            if (saved.low() > due.high()) {
                return Judgement.ABOVE;
            }
            return saved.expected() > 0 && uncertainty() <= LARGEST_UNCERTAINTY ? Judgement.KEPT : Judgement.OPEN;
        }
    }
}
