package org.boucle.features.territory.catalog;

import org.boucle.features.territory.inventory.Direction;

/** A flow usual in a branch: yearly amount per full-time employee in the base unit of its kind. */
public record PresumedFlow(
        String activity,
        Direction direction,
        String wasteCode,
        String resource,
        double perEmployee,
        String operation,
        String source) {}
