package org.boucle.features.territory.privacy;

import org.boucle.features.territory.inventory.Direction;
import org.boucle.features.territory.inventory.Flow;
import org.boucle.features.territory.inventory.FlowKind;

/**
 * A candidate as one side sees it before both have opted in: nothing here names, weighs or places the other.
 *
 * @param token opaque and random; it stands for the synergy
 * @param ownFlow id of the asking company's own flow
 * @param kind of what flows
 * @param chapter first two digits of the partner's waste code, or its resource; empty where the partner only described it
 */
public record AnonymousCandidate(
        String token,
        String ownFlow,
        Direction partnerDirection,
        FlowKind kind,
        String chapter,
        Band.Decade amount,
        Band.Distance distance,
        String grade) {
    /** @param own the asking company's flow; only its id is used */
    public static AnonymousCandidate of(String token, Flow own, Flow partner, double km, double score) {
        String chapter = partner.wasteCode().length() >= 2 ? partner.wasteCode().substring(0, 2) : partner.resource();
        return new AnonymousCandidate(
                token,
                own.id(),
                partner.direction(),
                partner.kind(),
                chapter,
                Band.amount(partner.perYear()),
                Band.distance(km),
                Band.grade(score));
    }
}
