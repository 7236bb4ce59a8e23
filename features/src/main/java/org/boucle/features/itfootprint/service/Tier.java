package org.boucle.features.itfootprint.service;

/** One of the three parts of every digital service. */
public enum Tier {
    TERMINALS,
    NETWORKS,
    DATA_CENTRES
}
