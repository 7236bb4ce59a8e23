package org.boucle.features.territory.inventory;

/** What the flow is in law (Directive 2008/98/EC articles 3, 5 and 6). */
public enum LegalStatus {
    PRODUCT,
    REUSE,
    BY_PRODUCT,
    END_OF_WASTE,
    WASTE
}
