package org.boucle.app.footprint.imports;

import java.util.Map;

/**
 * What a user decides about an import.
 *
 * @param allocation how processes with several products are divided
 * @param parameters values that replace those of the file's global parameters of the same name, in lower case
 */
public record ImportOptions(Allocation allocation, Map<String, Double> parameters) {
    /** Everything as the file states it. */
    public static final ImportOptions STATED = new ImportOptions(Allocation.STATED, Map.of());

    public ImportOptions {
        parameters = Map.copyOf(parameters);
    }

    /** The same with another allocation. */
    public ImportOptions with(Allocation other) {
        return new ImportOptions(other, parameters);
    }
}
