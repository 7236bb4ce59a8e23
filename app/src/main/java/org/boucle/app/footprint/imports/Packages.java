package org.boucle.app.footprint.imports;

import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** Life-cycle databases in archives or XML files. */
final class Packages {
    private Packages() {}

    static ImportedFile read(String name, byte[] content) {
        throw BadInput.of(Place.ofFile(name), "import.format");
    }

    static ImportedFile readXml(String name, byte[] content) {
        throw BadInput.of(Place.ofFile(name), "import.format");
    }
}
