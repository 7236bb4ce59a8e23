package org.boucle.app.ingest;

import java.util.List;
import org.boucle.features.telemetry.PointCheck.Fault;

/**
 * What became of a delivery, once that is durable.
 *
 * @param accepted points kept in their series
 * @param quarantined points of unknown series, kept aside until somebody accepts the series
 * @param refusals points not kept, the first {@link #MOST_REFUSALS}
 * @param refused how many were not kept
 */
public record Receipt(long accepted, long quarantined, long refused, List<Refusal> refusals) {
    static final int MOST_REFUSALS = 100;
    static final Receipt NOTHING = new Receipt(0, 0, 0, List.of());

    public Receipt {
        refusals = List.copyOf(refusals);
    }

    /** One point that was not kept; {@code index} counts from 0 in the delivery. */
    public record Refusal(int index, Fault fault, String series, String detail) {}
}
