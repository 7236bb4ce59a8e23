package org.boucle.app.levers;

import java.util.List;
import java.util.Optional;
import org.boucle.app.verification.Verified;
import org.boucle.core.decision.Verification;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.LeverSheet;

/** One cell of the matrix. */
public sealed interface Cell {
    /** The lever does not act on this indicator. */
    record NotConcerned() implements Cell {}

    /** The lever isn't built yet. */
    record NotBuilt() implements Cell {}

    /** Data is missing. */
    record Missing(int needs) implements Cell {}

    /** Data is there and nothing measurable is left to save, or this indicator cannot be told from it. */
    record Nothing() implements Cell {}

    /** What could still be saved in a year, as an improvement: positive is better. */
    record Potential(IndicatorChange improvement) implements Cell {}

    /**
     * The cell of a lever and an indicator. Proposals add up; their half-intervals add in quadrature, as those of
     * independent estimates do (JCGM 100:2008, 5.1.2).
     */
    static Cell of(LeverSheet sheet, IndicatorCategory category, Optional<Standing> standing) {
        if (!sheet.indicators().contains(category)) {
            return new NotConcerned();
        }
        if (standing.isEmpty()) {
            return new NotBuilt();
        }
        if (!standing.get().missing().isEmpty()) {
            return new Missing(standing.get().missing().size());
        }
        List<IndicatorChange> changes = standing.get().proposals().stream()
                .flatMap(proposal -> proposal.changes().stream())
                .filter(change -> change.category() == category)
                .map(IndicatorChange::asImprovement)
                .toList();
        return changes.isEmpty() ? new Nothing() : new Potential(sum(category, changes));
    }

    /** What accepted decisions about a lever have verifiably saved in a category, each brought to a year. */
    static Optional<IndicatorChange> verified(LeverSheet sheet, IndicatorCategory category, List<Verified> decisions) {
        List<IndicatorChange> savings = decisions.stream()
                .filter(one -> sheet.indicators().contains(category))
                .filter(one -> one.decision().lever().equals(sheet.acronym()))
                .flatMap(one -> one.find(category).flatMap(Verified.Line::measured).stream())
                .filter(measured ->
                        measured.saved().expected() > 0 && measured.uncertainty() <= Verification.LARGEST_UNCERTAINTY)
                .map(Verification.Measured::savedPerYear)
                .toList();
        return savings.isEmpty() ? Optional.empty() : Optional.of(sum(category, savings));
    }

    /** Several changes together. */
    static IndicatorChange sum(IndicatorCategory category, List<IndicatorChange> changes) {
        double expected = 0;
        double below = 0;
        double above = 0;
        for (IndicatorChange change : changes) {
            expected += change.expected();
            below += Math.pow(change.expected() - change.low(), 2);
            above += Math.pow(change.high() - change.expected(), 2);
        }
        return new IndicatorChange(category, expected - Math.sqrt(below), expected, expected + Math.sqrt(above));
    }
}
