package org.boucle.app.footprint.imports;

import java.util.List;
import java.util.Optional;
import org.boucle.core.factors.Factor;

/**
 * The factors of a file with the report of their import.
 *
 * @param database the linked database behind the factors; absent for a table of factors
 */
public record ImportedFile(List<Factor> factors, ImportReport report, Optional<LinkedDatabase> database) {
    public ImportedFile {
        factors = List.copyOf(factors);
    }

    ImportedFile(List<Factor> factors, ImportReport report) {
        this(factors, report, Optional.empty());
    }
}
