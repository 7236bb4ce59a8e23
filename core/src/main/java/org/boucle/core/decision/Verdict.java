package org.boucle.core.decision;

/** What people say of a proposal. */
public enum Verdict {
    ACCEPTED,
    REFUSED,
    POSTPONED
}
