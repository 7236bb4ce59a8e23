package org.boucle.features.energytwin.states;

/** What a machine is doing, as its power tells. */
public enum PowerState {
    /** No power, or only that of a pilot lamp. */
    OFF,
    /** Waits with little power: controls, a pilot heater. */
    STANDBY,
    /** Ready without making anything: kept hot, running empty. */
    IDLE,
    /** Makes something. */
    PROCESSING
}
