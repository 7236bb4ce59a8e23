package org.boucle.features.territory.matching;

/** Why a pair is no candidate at all; the first that closes is told. */
public enum Gate {
    OPEN,
    KIND,
    CODE,
    SAME_SITE,
    DISTANCE,
    LEGAL,
    PROPERTY,
    TIME
}
