package org.boucle.features.territory.life;

import java.util.List;
import java.util.Set;
import org.boucle.features.territory.inventory.Flow;

/**
 * An exchange on its way.
 *
 * @param consents companies that have opted in
 * @param promisedPerYear amount agreed, in the base unit of the flow's kind; 0 until studied
 */
public record Synergy(
        String id,
        String out,
        String in,
        Stage stage,
        Set<String> consents,
        Checklist checklist,
        double promisedPerYear,
        List<Measured> measured) {
    public Synergy {
        consents = Set.copyOf(consents);
        measured = List.copyOf(measured);
    }

    /**
     * What really went.
     *
     * @param period for instance {@code 2026-11}
     * @param amount in the base unit of the flow's kind
     */
    public record Measured(String period, double amount) {}

    /** Why a step cannot be taken. */
    public enum Obstacle {
        NONE,
        NOT_NEXT,
        CONSENT_MISSING,
        LAW_OPEN
    }

    /** Whether both sides have said that they may be named to each other. */
    public boolean isOpen(String giver, String taker) {
        return consents.contains(giver) && consents.contains(taker);
    }

    /** What stands in the way of a stage: consents before negotiating, the law before running. */
    public Obstacle obstacle(Stage next, String giver, String taker, Flow flow, boolean hazardous) {
        if (!stage.next().contains(next)) {
            return Obstacle.NOT_NEXT;
        }
        boolean needsConsent = next == Stage.NEGOTIATED || next == Stage.RUNNING;
        if (needsConsent && !isOpen(giver, taker)) {
            return Obstacle.CONSENT_MISSING;
        }
        if (next == Stage.RUNNING && !checklist.missing(flow, hazardous).isEmpty()) {
            return Obstacle.LAW_OPEN;
        }
        return Obstacle.NONE;
    }

    /** Measured so far over what was promised for the same number of months; 1 means as promised. */
    public double kept() {
        double sum = measured.stream().mapToDouble(Measured::amount).sum();
        double promised = promisedPerYear * measured.size() / 12;
        return promised > 0 ? sum / promised : 0;
    }
}
