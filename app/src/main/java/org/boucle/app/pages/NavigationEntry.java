package org.boucle.app.pages;

import org.boucle.app.accounts.Access;

/**
 * A page's place in the navigation.
 *
 * @param stage of the cycle, under which it stands
 * @param path where it leads
 * @param key message key of its name
 * @param order among its stage, small first
 */
public record NavigationEntry(Stage stage, String path, String key, int order, Access access) {
    /** The cycle: measure → understand → propose → decide → verify; and what stands apart. */
    public enum Stage {
        MEASURE,
        UNDERSTAND,
        PROPOSE,
        DECIDE,
        VERIFY,
        HOUSE
    }
}
