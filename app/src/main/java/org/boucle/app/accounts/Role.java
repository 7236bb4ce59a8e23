package org.boucle.app.accounts;

/** What a person may do. An administrator may do everything. */
public enum Role {
    /** Reads everything of the site. */
    VIEWER,
    /** Acknowledges alerts and enters readings. */
    OPERATOR,
    /** Imports data, edits models, proposes and decides for the site. */
    ENERGY_MANAGER,
    /** Coordinates a territory: sees all companies' flows. */
    COORDINATOR,
    /** Reads everything, signs evidence, changes nothing else. */
    AUDITOR,
    /** Everything, accounts included. */
    ADMINISTRATOR
}
