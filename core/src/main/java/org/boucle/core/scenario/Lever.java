package org.boucle.core.scenario;

import java.util.List;

/**
 * One of the brochure's opportunities at work: it says what data it needs, what is missing in a situation, and turns a
 * situation into proposals. Pure: the same situation gives the same proposals.
 *
 * @param <S> its situation, a record
 */
public interface Lever<S> {
    LeverSheet sheet();

    /** All that it can use, the indispensable first. */
    List<DataNeed> needs();

    /** What is missing in the situation for any proposal at all; empty where it can propose. */
    List<DataNeed> missing(S situation);

    /** The proposals, best first; empty where data is missing or nothing is left to save. */
    List<Proposal> propose(S situation);
}
