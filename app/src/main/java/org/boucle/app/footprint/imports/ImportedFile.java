package org.boucle.app.footprint.imports;

import java.util.List;
import org.boucle.core.factors.Factor;

/** The factors of a file with the report of their import. */
public record ImportedFile(List<Factor> factors, ImportReport report) {
    public ImportedFile {
        factors = List.copyOf(factors);
    }
}
