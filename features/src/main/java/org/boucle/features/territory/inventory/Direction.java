package org.boucle.features.territory.inventory;

/** Whether a site needs the flow or has it to give. */
public enum Direction {
    IN,
    OUT;

    public Direction opposite() {
        return this == IN ? OUT : IN;
    }
}
