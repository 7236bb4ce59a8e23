package org.boucle.features.energyindex;

/** The two blocks of the note's table 5. */
public enum PostKind {
    /** A step of the production of a product; its quantity is the quantity of the product. */
    PRODUCTION,
    /** A building of a group (halls, offices); its quantity is an area, or an area times degree-days. */
    BUILDING
}
