package org.boucle.app.footprint.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** Recognises the life-cycle database inside an archive or an XML file by what it contains. */
final class Packages {
    private Packages() {}

    /** An archive: openLCA JSON-LD, ILCD, EcoSpold 1 or 2 files, or an Excel workbook of factors. */
    static ImportedFile read(String name, byte[] content, ImportOptions options) {
        List<String> entries = new ArrayList<>();
        Archives.forEach(
                name,
                content,
                entry -> {
                    if (entries.size() < 1_000) {
                        entries.add(entry.replace('\\', '/').toLowerCase(Locale.ROOT));
                    }
                    return false;
                },
                (entry, bytes) -> {});
        if (entries.stream().anyMatch(e -> e.startsWith("xl/"))) {
            return workbook(name, content);
        }
        if (entries.stream().anyMatch(e -> e.matches("(.*/)?flows/[^/]+\\.json"))) {
            return ProcessFactors.of(name, JsonLdReader.read(name, content, options), options);
        }
        if (entries.stream().anyMatch(e -> e.matches("(.*/)?flows/[^/]+\\.xml"))) {
            return ProcessFactors.of(name, IlcdReader.read(name, content, options), options);
        }
        if (entries.stream().anyMatch(e -> e.endsWith(".spold"))) {
            return ProcessFactors.of(name, EcoSpold2Reader.readArchive(name, content), options);
        }
        if (entries.stream().anyMatch(e -> e.endsWith(".xml"))) {
            return ProcessFactors.of(name, EcoSpold1Reader.readArchive(name, content), options);
        }
        throw BadInput.of(Place.ofFile(name), "import.format");
    }

    private static ImportedFile workbook(String name, byte[] content) {
        var issues = new org.boucle.core.input.Issues();
        List<SheetFile.Row> rows = SheetFile.read(name, content, issues);
        return OwnTable.read(name, rows, issues);
    }

    /** One XML file: EcoSpold 1 or 2. */
    static ImportedFile readXml(String name, byte[] content, ImportOptions options) {
        String start = new String(content, 0, Math.min(4_000, content.length), java.nio.charset.StandardCharsets.UTF_8);
        if (start.contains("EcoSpold02")) {
            return ProcessFactors.of(name, EcoSpold2Reader.readFile(name, content), options);
        }
        if (start.contains("ecoSpold") || start.contains("EcoSpold01")) {
            return ProcessFactors.of(name, EcoSpold1Reader.readFile(name, content), options);
        }
        XmlNode.stream(Place.ofFile(name), content, List.of(), node -> {});
        throw BadInput.of(Place.ofFile(name), "import.format");
    }
}
