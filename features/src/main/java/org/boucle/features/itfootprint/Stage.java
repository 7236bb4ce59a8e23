package org.boucle.features.itfootprint;

/** A stage of life: making (with transport and, where known, end of life), and use. */
public enum Stage {
    EMBEDDED,
    USE
}
