package org.boucle.core.scenario;

import java.util.List;

/**
 * A reduction that a lever proposes.
 *
 * @param id stable for the same proposal on the same subject, so that decisions about it last
 * @param lever acronym of the lever
 * @param titleKey message key of its title
 * @param arguments arguments of the title
 * @param changes over one year, one for each category that it touches
 * @param explanation the lines that add up to the changes, each down to its sources
 */
public record Proposal(
        String id,
        String lever,
        String titleKey,
        List<String> arguments,
        List<IndicatorChange> changes,
        List<ExplanationLine> explanation) {
    public Proposal {
        arguments = List.copyOf(arguments);
        changes = List.copyOf(changes);
        explanation = List.copyOf(explanation);
        if (changes.stream().map(IndicatorChange::category).distinct().count() != changes.size()) {
            throw new IllegalArgumentException("Proposal " + id + " changes one category twice. Maybe sum them first.");
        }
    }

    /**
     * One line of the explanation: what it says, its contribution, where it comes from.
     *
     * @param textKey message key
     * @param source where the figures come from: a series, a factor, an assumption
     */
    public record ExplanationLine(String textKey, List<String> arguments, IndicatorChange change, String source) {
        public ExplanationLine {
            arguments = List.copyOf(arguments);
        }
    }
}
