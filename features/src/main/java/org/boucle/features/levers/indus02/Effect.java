package org.boucle.features.levers.indus02;

import java.util.ArrayList;
import java.util.List;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.NetBenefit;
import org.boucle.core.scenario.NetBenefit.Figure;
import org.boucle.core.scenario.Proposal.ExplanationLine;
import org.boucle.features.levers.indus02.Situation.Kit;

/**
 * One action on some kit.
 *
 * @param before reference, in kg CO2e in a year
 * @param after observed
 */
record Effect(Kit kit, String text, List<String> arguments, Figure before, Figure after, Spared spared) {
    /** kWh and kg spared in a year. */
    record Spared(double energy, double kilograms) {}

    List<ExplanationLine> lines(Figure saved) {
        String source = kit.source();
        List<ExplanationLine> lines = new ArrayList<>();
        lines.add(new ExplanationLine(
                text,
                arguments,
                new IndicatorChange(IndicatorCategory.GHG, -saved.high(), -saved.expected(), -saved.low()),
                source));
        add(lines, "itfootprint.lever.energy", IndicatorCategory.ENERGY, spared.energy());
        add(lines, "itfootprint.lever.material", IndicatorCategory.MATERIAL, spared.kilograms());
        return lines;
    }

    private void add(List<ExplanationLine> lines, String key, IndicatorCategory category, double amount) {
        if (amount != 0) {
            lines.add(new ExplanationLine(
                    key, List.of(kit.label()), IndicatorChange.exactly(category, -amount), kit.source()));
        }
    }

    /** What the net benefit takes away: the twin's own footprint and the rebound. */
    static List<ExplanationLine> costs(NetBenefit net, double energy, double kilograms, String ownSource) {
        List<ExplanationLine> lines = new ArrayList<>();
        Figure own = net.own();
        Figure lost = net.lostToRebound();
        String assumed = "ITU-T L.1480; assumption " + Indus02.whole(100 * Indus02.REBOUND.low()) + "–"
                + Indus02.whole(100 * Indus02.REBOUND.high()) + " %";
        lines.add(new ExplanationLine(
                "itfootprint.lever.own",
                List.of(),
                new IndicatorChange(IndicatorCategory.GHG, own.low(), own.expected(), own.high()),
                ownSource));
        lines.add(new ExplanationLine(
                "itfootprint.lever.rebound",
                List.of(),
                new IndicatorChange(IndicatorCategory.GHG, lost.low(), lost.expected(), lost.high()),
                assumed));
        rebound(lines, IndicatorCategory.ENERGY, energy, assumed);
        rebound(lines, IndicatorCategory.MATERIAL, kilograms, assumed);
        return lines;
    }

    private static void rebound(List<ExplanationLine> lines, IndicatorCategory category, double spared, String source) {
        if (spared != 0) {
            lines.add(new ExplanationLine(
                    "itfootprint.lever.rebound",
                    List.of(),
                    IndicatorChange.exactly(category, spared * Indus02.REBOUND.expected()),
                    source));
        }
    }
}
