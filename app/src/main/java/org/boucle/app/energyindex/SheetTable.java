package org.boucle.app.energyindex;

import java.util.List;
import java.util.Optional;
import org.boucle.core.input.Place;

/**
 * One sheet as it was read, before anything is understood.
 *
 * @param name its name in the file
 * @param header the first row
 * @param rows the rows below, empty ones left out; cells by position, short rows end early
 */
record SheetTable(String name, Place place, List<Cell> header, List<List<Cell>> rows) {

    Optional<Sheet> kind() {
        return Sheet.find(name);
    }
}
