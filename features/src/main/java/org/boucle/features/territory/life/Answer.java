package org.boucle.features.territory.life;

/** An answer to a question of the law. */
public enum Answer {
    OPEN,
    YES,
    NO,
    NOT_APPLICABLE
}
