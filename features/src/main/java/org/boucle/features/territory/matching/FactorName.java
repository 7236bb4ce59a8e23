package org.boucle.features.territory.matching;

/** The factors whose weighted geometric product is the score; in this order in every array. */
public enum FactorName {
    CODE,
    PROPERTIES,
    QUANTITY,
    DISTANCE,
    TIME,
    LEGAL,
    HIERARCHY
}
