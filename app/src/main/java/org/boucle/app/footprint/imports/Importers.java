package org.boucle.app.footprint.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.PlausibilityScreen;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.core.units.Units;

/** Recognises the format of a file and reads its factors: whole, or not at all with every issue. */
public final class Importers {
    private Importers() {}

    /**
     * Reads a file.
     *
     * @param known ids that exist already and stay; an import never replaces another's factor
     */
    public static ImportedFile read(String name, byte[] content, Set<String> known) {
        return read(name, content, known, ImportOptions.STATED);
    }

    /** Reads a file with what the user decided. */
    public static ImportedFile read(String name, byte[] content, Set<String> known, ImportOptions options) {
        if (content.length == 0) {
            throw BadInput.of(Place.ofFile(name), "import.empty");
        }
        ImportedFile file = recognise(name, content, options);
        if (file.factors().isEmpty()) {
            throw BadInput.of(Place.ofFile(name), "import.nothing");
        }
        return screened(file, known);
    }

    private static ImportedFile recognise(String name, byte[] content, ImportOptions options) {
        if (isZip(content)) {
            return Packages.read(name, content, options);
        }
        String start = new String(content, 0, Math.min(content.length, 4_000), StandardCharsets.UTF_8).strip();
        if (start.startsWith("<") || start.startsWith("\uFEFF<")) {
            return Packages.readXml(name, content, options);
        }
        Issues issues = new Issues();
        List<SheetFile.Row> rows = SheetFile.read(name, content, issues);
        ImportedFile file =
                BaseCarbone.isHeader(rows) ? BaseCarbone.read(rows, issues) : OwnTable.read(name, rows, issues);
        issues.throwIfAny();
        return file;
    }

    static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K';
    }

    private static ImportedFile screened(ImportedFile file, Set<String> known) {
        ImportReport report = file.report();
        Set<String> seen = new HashSet<>(known);
        List<Factor> kept = new ArrayList<>();
        List<String> duplicates = new ArrayList<>(report.duplicates());
        for (Factor factor : file.factors()) {
            requireStorable(factor);
            if (seen.add(factor.id())) {
                kept.add(factor);
            } else if (duplicates.size() < 200) {
                duplicates.add(factor.id());
            }
        }
        List<PlausibilityScreen.Suspicion> suspicions =
                PlausibilityScreen.screen(file.factors()).stream().limit(200).toList();
        return new ImportedFile(
                kept,
                new ImportReport(
                        report.format(),
                        report.read(),
                        kept.size(),
                        report.skipped(),
                        report.unlinked(),
                        report.linked(),
                        report.uncharacterised(),
                        report.uncharacterisedKilograms(),
                        duplicates,
                        suspicions,
                        report.notes(),
                        report.divided(),
                        report.allocated(),
                        report.counts()),
                file.database());
    }

    /** A unit must be read back from its symbol as the same unit, else the store could not give the factor back. */
    private static void requireStorable(Factor factor) {
        boolean same =
                Units.find(factor.unit().symbol()).filter(factor.unit()::equals).isPresent();
        if (!same) {
            throw BadInput.of(
                    Place.ofField(factor.id()), "import.unit", factor.unit().symbol());
        }
    }

    /** A short, safe identifier from a text. */
    static String slug(String text) {
        String folded = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return folded.length() <= 80 ? folded : folded.substring(0, 80);
    }
}
