package org.boucle.features.itfootprint.service;

/** A stage of the equipment's life. */
public enum LifeStage {
    MANUFACTURING,
    DISTRIBUTION,
    USE,
    END_OF_LIFE,
    /** The source gives the whole life in one number, as those of networks do. */
    UNDIVIDED
}
