package org.boucle.app.footprint;

import java.util.concurrent.atomic.AtomicReference;
import org.boucle.core.factors.FactorLibrary;

/** The shipped factors with those that users imported, kept until the next import. */
final class Libraries {
    private final ImportedFactors imported;
    private final AtomicReference<FactorLibrary> current = new AtomicReference<>();

    Libraries(ImportedFactors imported) {
        this.imported = imported;
    }

    FactorLibrary current() {
        FactorLibrary library = current.get();
        if (library == null) {
            library = FactorLibrary.shipped().with(imported.all());
            current.set(library);
        }
        return library;
    }

    void forget() {
        current.set(null);
    }
}
