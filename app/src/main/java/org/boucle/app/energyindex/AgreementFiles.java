package org.boucle.app.energyindex;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.core.text.Language;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Agreements in files: workbook, YAML or JSON, or a folder of CSV files. */
final class AgreementFiles {
    private AgreementFiles() {}

    /** Reads a file or folder; throws {@link BadInput} with the located issues. */
    static Agreement read(Path path, Conversions conversions) {
        try {
            if (Files.isDirectory(path)) {
                return AgreementReader.read(path.toString(), folder(path), conversions);
            }
            if (!Files.isReadable(path)) {
                throw BadInput.of(Place.ofFile(path.toString()), "energyindex.no-file");
            }
            if (Files.size(path) > Limits.DEFAULT.bytes()) {
                throw BadInput.of(
                        Place.ofFile(path.toString()),
                        "energyindex.too-large",
                        WorkbookTables.megabytes(Files.size(path)),
                        WorkbookTables.megabytes(Limits.DEFAULT.bytes()));
            }
            return read(path.getFileName().toString(), Files.readAllBytes(path), conversions);
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading " + path, failure);
        }
    }

    /** Reads an uploaded file by the ending of its name; a text without known ending is taken as YAML or JSON. */
    static Agreement read(String name, byte[] content, Conversions conversions) {
        boolean zipped = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        List<SheetTable> tables = zipped || name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? WorkbookTables.read(name, content, Limits.DEFAULT)
                : TextTables.yaml(name, text(name, content), Limits.DEFAULT);
        return AgreementReader.read(name, tables, conversions);
    }

    private static List<SheetTable> folder(Path folder) throws IOException {
        List<SheetTable> tables = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".csv")) {
                    String name = file.getFileName().toString();
                    tables.add(TextTables.csv(name, text(name, Files.readAllBytes(file)), Limits.DEFAULT));
                }
            }
        }
        return tables;
    }

    private static String text(String name, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            throw BadInput.of(Place.ofFile(name), "energyindex.not-utf8");
        }
    }

    /** Writes by the ending of the name: .xlsx, .yaml, .yml, or a folder of CSV files. */
    static void write(Path path, Agreement agreement, Language language) {
        List<SheetRows> sheets = SheetRows.of(agreement, language);
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".xlsx")) {
                try (OutputStream out = Files.newOutputStream(path)) {
                    workbook(sheets, Optional.empty(), out);
                }
            } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                Files.writeString(path, yaml(sheets));
            } else {
                Files.createDirectories(path);
                for (SheetRows sheet : sheets) {
                    Files.writeString(path.resolve(sheet.sheet().title(language) + ".csv"), csv(sheet));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Writing " + path, failure);
        }
    }

    /** A workbook of the sheets, with a sheet of help in front where there is one. */
    static void workbook(List<SheetRows> sheets, Optional<List<String>> help, OutputStream out) {
        Language language = Language.findByCode("fr").orElseThrow();
        boolean french = sheets.getFirst().header().contains(Sheet.Column.SCHEME.title(language));
        try (Workbook workbook = new Workbook(out, "Boucle", "1.0")) {
            help.ifPresent(lines -> helpSheet(workbook.newWorksheet(french ? "Aide" : "Help"), lines));
            for (SheetRows sheet : sheets) {
                fill(workbook.newWorksheet(sheet.sheet().title(french ? Language.FR : Language.EN)), sheet);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Writing a workbook", failure);
        }
    }

    private static void helpSheet(Worksheet sheet, List<String> lines) {
        sheet.width(0, 110);
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(i, 0, lines.get(i));
            sheet.style(i, 0).wrapText(true).set();
        }
        sheet.style(0, 0).bold().fontSize(14).set();
    }

    private static void fill(Worksheet sheet, SheetRows rows) {
        for (int c = 0; c < rows.header().size(); c++) {
            String title = rows.header().get(c);
            if (title.matches("[0-9]{4}")) {
                sheet.value(0, c, Integer.valueOf(title));
            } else {
                sheet.value(0, c, title);
            }
            sheet.width(c, Math.max(12, title.length() + 2));
        }
        sheet.range(0, 0, 0, Math.max(0, rows.header().size() - 1))
                .style()
                .bold()
                .fillColor("DDE7E4")
                .set();
        sheet.freezePane(0, 1);
        for (int r = 0; r < rows.rows().size(); r++) {
            for (int c = 0; c < rows.rows().get(r).size(); c++) {
                switch (rows.rows().get(r).get(c)) {
                    case Number number -> sheet.value(r + 1, c, number);
                    case Object text when !text.toString().isEmpty() -> sheet.value(r + 1, c, text.toString());
                    case Object _ -> {
                        // an empty cell stays empty
                    }
                }
            }
        }
    }

    static String csv(SheetRows sheet) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(
                        ",", sheet.header().stream().map(AgreementFiles::quoted).toList()))
                .append('\n');
        for (List<Object> row : sheet.rows()) {
            text.append(String.join(",", row.stream().map(v -> quoted(plain(v))).toList()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^\",;\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    static String yaml(List<SheetRows> sheets) {
        StringBuilder text = new StringBuilder();
        for (SheetRows sheet : sheets) {
            if (sheet.rows().isEmpty()) {
                continue;
            }
            text.append(sheet.sheet().title(Language.EN)).append(":\n");
            for (List<Object> row : sheet.rows()) {
                String cells = java.util.stream.IntStream.range(0, row.size())
                        .filter(i -> !row.get(i).toString().isEmpty())
                        .mapToObj(i -> key(sheet.header().get(i)) + ": " + scalar(row.get(i)))
                        .collect(java.util.stream.Collectors.joining(", "));
                text.append("  - {").append(cells).append("}\n");
            }
        }
        return text.toString();
    }

    private static String key(String title) {
        return title.matches("[a-z0-9 ]+") ? title : scalar(title);
    }

    private static String scalar(Object value) {
        return value instanceof Number ? plain(value) : '"' + escaped(value.toString()) + '"';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** Shortest notation that reads back to the same double. */
    static String plain(Object value) {
        return value instanceof Double d
                ? BigDecimal.valueOf(d).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
