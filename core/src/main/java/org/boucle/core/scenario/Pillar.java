package org.boucle.core.scenario;

/** The seven pillars of the circular economy after ADEME, as the brochure numbers them. */
public enum Pillar {
    SUSTAINABLE_SUPPLY,
    ECODESIGN,
    INDUSTRIAL_ECOLOGY,
    FUNCTIONAL_ECONOMY,
    RESPONSIBLE_CONSUMPTION,
    LONGER_USE,
    RECYCLING;

    /** From 1 to 7. */
    public int number() {
        return ordinal() + 1;
    }
}
