package org.boucle.app.energyindex;

import org.boucle.core.input.Place;

/**
 * A cell as it was read.
 *
 * @param text its text; of a number in plain notation with a point
 * @param formula whether a formula stands in it
 * @param place file, sheet, row and column as the user sees them
 */
record Cell(String text, boolean formula, Place place) {
    boolean isEmpty() {
        return text.isEmpty() && !formula;
    }
}
