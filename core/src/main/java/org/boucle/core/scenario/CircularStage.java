package org.boucle.core.scenario;

/** The stages of a circular economy, in the order of the brochure's index table (definitions: NF ISO 59004). */
public enum CircularStage {
    ECODESIGN,
    SUPPLY,
    MANUFACTURING,
    PACKAGING,
    DISTRIBUTION,
    USE,
    SHARING,
    REPAIR,
    REUSE,
    REFURBISHMENT,
    REMANUFACTURING,
    DISASSEMBLY,
    RECYCLING,
    END_OF_LIFE
}
