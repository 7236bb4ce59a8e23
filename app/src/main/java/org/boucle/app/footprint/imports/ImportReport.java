package org.boucle.app.footprint.imports;

import java.util.List;
import java.util.Map;
import org.boucle.core.factors.PlausibilityScreen.Suspicion;

/**
 * What an import found, said at its end.
 *
 * @param format what the file turned out to be
 * @param read data sets or rows read
 * @param kept factors that can be used
 * @param skipped rows left out because they carry nothing to use (an archived row, a component of another), not errors
 * @param unlinked exchanges whose supplier is not in the file; their impacts are missing from the results
 * @param linked exchanges between processes of the file
 * @param uncharacterised elementary flows without a characterisation factor
 * @param uncharacterisedKilograms their mass over all processes, one unit of each
 * @param duplicates keys met twice with the same meaning; the first one counts
 * @param suspicions what the plausibility screen flags
 * @param notes further remarks, in English
 * @param divided processes with several products
 * @param allocated how they were divided, at most 200 of them
 * @param counts how many amounts came from formulas, are uncertain, or met a factor of their place, and how many did not
 */
public record ImportReport(
        String format,
        int read,
        int kept,
        int skipped,
        int unlinked,
        int linked,
        List<String> uncharacterised,
        double uncharacterisedKilograms,
        List<String> duplicates,
        List<Suspicion> suspicions,
        List<String> notes,
        int divided,
        List<Allocated> allocated,
        Map<String, Integer> counts) {
    public ImportReport {
        uncharacterised = List.copyOf(uncharacterised);
        duplicates = List.copyOf(duplicates);
        suspicions = List.copyOf(suspicions);
        notes = List.copyOf(notes);
        allocated = List.copyOf(allocated);
        counts = Map.copyOf(counts);
    }

    /** The report of a table of factors, where nothing is linked. */
    static ImportReport ofTable(String format, int read, int kept, int skipped, List<String> notes) {
        return new ImportReport(
                format, read, kept, skipped, 0, 0, List.of(), 0, List.of(), List.of(), notes, 0, List.of(), Map.of());
    }

    /** Linked part of the exchanges between processes, from 0 to 1; 1 where there are none. */
    public double coverage() {
        return linked + unlinked == 0 ? 1 : (double) linked / (linked + unlinked);
    }
}
