package org.boucle.features.energyindex;

import java.util.Optional;

/**
 * A structural change of a site.
 *
 * @param post the post that stops or appears; for a recalibration, empty text
 * @param replaces the post whose specific consumption would have counted had nothing been adjusted: the old line of a
 *     replacement, the old step of a changed step, the neighbouring product of an entrant; empty for a step added
 * @param reason the documented justification
 */
public record StructuralEvent(
        EventKind kind, int year, String post, Optional<String> replaces, Treatment treatment, String reason) {

    public StructuralEvent {
        if (kind != EventKind.RECALIBRATION) {
            Checks.named(post, "post of a structural event in " + year);
        }
        if (treatment == Treatment.AS_IMPROVEMENT && replaces.isEmpty()) {
            throw new IllegalArgumentException("Post " + post + " is read as an improvement of nothing."
                    + " Maybe the post that it replaces is missing?");
        }
        reason = reason.strip();
    }

    public static StructuralEvent leaver(String post, int year, String reason) {
        return new StructuralEvent(EventKind.LEAVER, year, post, Optional.empty(), Treatment.AS_ENTRANT, reason);
    }

    public static StructuralEvent entrant(String post, int year, String neighbour, String reason) {
        return new StructuralEvent(EventKind.ENTRANT, year, post, Optional.of(neighbour), Treatment.AS_ENTRANT, reason);
    }

    public StructuralEvent withTreatment(Treatment other) {
        return new StructuralEvent(kind, year, post, replaces, other, reason);
    }
}
