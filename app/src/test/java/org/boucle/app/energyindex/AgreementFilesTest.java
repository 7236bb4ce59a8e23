package org.boucle.app.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.boucle.app.Wiring;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.text.Language;
import org.boucle.features.energyindex.Agreement;
import org.boucle.features.energyindex.Conversions;
import org.boucle.features.energyindex.GeneratedSector;
import org.boucle.features.energyindex.NoteExamples;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In and out by file, and everything a file can have wrong: each error says where. */
class AgreementFilesTest {
    private static final Conversions TABLE = Conversions.shipped();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.yaml", "folder"})
    void whatIsWrittenReadsBackTheSame(String name) {
        for (Language language : Language.values()) {
            for (Agreement agreement : List.of(
                    NoteExamples.example1(),
                    NoteExamples.example2(),
                    NoteExamples.example3(),
                    new GeneratedSector(3, 7, 5, 9).agreement())) {
                Path file = directory.resolve(language + agreement.id() + name);
                AgreementFiles.write(file, agreement, language);
                assertThat(AgreementFiles.read(file, TABLE)).isEqualTo(agreement);
            }
        }
    }

    @Test
    void theTemplateIsExample1() throws IOException {
        for (Language language : Language.values()) {
            Path file = directory.resolve("template.xlsx");
            try (var out = Files.newOutputStream(file)) {
                AgreementTemplate.write(language, Wiring.messages(), out);
            }
            assertThat(AgreementFiles.read(file, TABLE)).isEqualTo(NoteExamples.example1());
        }
    }

    private static Issue only(byte[] workbook) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> AgreementFiles.read("accord.xlsx", workbook, TABLE));
        assertThat(bad).isNotNull();
        assertThat(bad.issues()).as("%s", bad.issues()).hasSize(1);
        return bad.issues().getFirst();
    }

    /** Example 1 as a workbook, changed sheet by sheet before it is written. */
    private static byte[] workbook(Consumer<Worksheet> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            for (SheetRows rows : SheetRows.of(NoteExamples.example1(), Language.FR)) {
                Worksheet sheet = workbook.newWorksheet(rows.sheet().title(Language.FR));
                for (int c = 0; c < rows.header().size(); c++) {
                    sheet.value(0, c, rows.header().get(c));
                }
                for (int r = 0; r < rows.rows().size(); r++) {
                    for (int c = 0; c < rows.rows().get(r).size(); c++) {
                        Object value = rows.rows().get(r).get(c);
                        if (value instanceof Number number) {
                            sheet.value(r + 1, c, number);
                        } else if (!value.toString().isEmpty()) {
                            sheet.value(r + 1, c, value.toString());
                        }
                    }
                }
                change.accept(sheet);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static byte[] in(String name, Consumer<Worksheet> change) {
        return workbook(sheet -> {
            if (sheet.getName().equals(name)) {
                change.accept(sheet);
            }
        });
    }

    private static void isAt(Issue issue, String code, String sheet, int row, String column) {
        assertThat(issue.code()).isEqualTo("energyindex." + code);
        assertThat(issue.place().sheet()).isEqualTo(sheet);
        assertThat(issue.place().row()).isEqualTo(row);
        assertThat(issue.place().column()).isEqualTo(column);
        for (Language language : Language.values()) {
            String text = issue.text(Wiring.messages(), language);
            assertThat(text).contains(sheet).doesNotContain("energyindex.").doesNotContain("{");
        }
    }

    @Test
    void missingE0() {
        isAt(only(in("Postes", s -> s.value(1, 6, (String) null))), "e0-missing", "Postes", 2, "G (e0)");
    }

    @Test
    void negativeProduction() {
        isAt(only(in("Quantités", s -> s.value(2, 4, -5))), "negative", "Quantités", 3, "E (2003)");
    }

    @Test
    void tonnesAgainstKilograms() {
        isAt(only(in("Quantités", s -> s.value(1, 2, "kg"))), "unit-mismatch", "Quantités", 2, "C (unité)");
    }

    @Test
    void aPostUsedBeforeItExists() {
        byte[] content = in("Postes", s -> s.value(2, 10, 2003));
        BadInput bad = catchThrowableOfType(BadInput.class, () -> AgreementFiles.read("accord.xlsx", content, TABLE));
        isAt(bad.issues().getFirst(), "before-start", "Quantités", 3, "D (2002)");
        isAt(bad.issues().getLast(), "before-start", "Sous-compteurs", 3, "D (2002)");
    }

    @Test
    void aYearTwice() {
        isAt(only(in("Quantités", s -> s.value(0, 4, 2002))), "year-twice", "Quantités", 1, "E");
    }

    @Test
    void aFormula() {
        isAt(only(in("Quantités", s -> s.formula(1, 5, "2*50000"))), "formula", "Quantités", 2, "F (2004)");
    }

    @Test
    void aRenamedSheet() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            for (String name : List.of("Accord", "Sites", "Postes", "Production")) {
                workbook.newWorksheet(name).value(0, 0, "id");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        BadInput bad = catchThrowableOfType(
                BadInput.class, () -> AgreementFiles.read("accord.xlsx", bytes.toByteArray(), TABLE));
        assertThat(bad.issues())
                .anySatisfy(i -> {
                    assertThat(i.code()).isEqualTo("energyindex.sheet-unknown");
                    assertThat(i.place().sheet()).isEqualTo("Production");
                })
                .anySatisfy(i -> {
                    assertThat(i.code()).isEqualTo("energyindex.sheet-missing");
                    assertThat(i.text(Wiring.messages(), Language.FR))
                            .contains("Quantités")
                            .contains("renommée");
                });
    }

    @Test
    void aFileOfFiftyMegabytes() {
        Issue issue = only(new byte[50_000_000]);
        assertThat(issue.code()).isEqualTo("energyindex.too-large");
        assertThat(issue.text(Wiring.messages(), Language.FR))
                .contains("accord.xlsx")
                .contains("50 Mo");
    }

    @Test
    void aSmallFileThatUnpacksToGigabytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 250; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(1_000_000);
        assertThat(only(bytes.toByteArray()).code()).isEqualTo("energyindex.too-large");
    }

    @Test
    void damagedFiles() {
        byte[] good = workbook(_ -> {});
        byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);
        assertThat(only(cut).code()).isEqualTo("energyindex.unreadable");
        assertThat(only("PK not a zip".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("energyindex.unreadable");
        assertThat(only(new byte[0]).code()).isEqualTo("energyindex.unreadable");
        for (int i = 0; i < 200; i++) {
            byte[] flipped = good.clone();
            flipped[(int) ((long) i * good.length / 200)] ^= 0x55;
            assertNoOtherThan(() -> AgreementFiles.read("accord.xlsx", flipped, TABLE));
        }
    }

    /** Methods of packing that no workbook uses need libraries that are not there. */
    @Test
    void otherCompressionIsUnreadable() {
        byte[] content = workbook(_ -> {});
        for (int i = 0; i + 4 < content.length; i++) {
            boolean central = content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 1 && content[i + 3] == 2;
            if (central) {
                content[i + 10] = 93; // Zstandard
            }
        }
        assertThat(only(content).code()).isEqualTo("energyindex.unreadable");
    }

    private static void assertNoOtherThan(Runnable reading) {
        try {
            reading.run();
        } catch (BadInput expected) {
            assertThat(expected.issues()).isNotEmpty();
        }
    }

    @Test
    void yamlSaysTheLine() {
        String yaml = AgreementFiles.yaml(SheetRows.of(NoteExamples.example1(), Language.EN));
        String bad = yaml.replaceFirst("2003: 100000", "2003: many");
        BadInput issues = catchThrowableOfType(
                BadInput.class, () -> AgreementFiles.read("a.yaml", bad.getBytes(StandardCharsets.UTF_8), TABLE));
        Issue issue = issues.issues().getFirst();
        assertThat(issue.code()).isEqualTo("energyindex.not-a-number");
        assertThat(issue.place().sheet()).isEqualTo("Quantities");
        assertThat(issue.place().column()).isEqualTo("2003");
        int line = (int) bad.substring(0, bad.indexOf("many")).lines().count();
        assertThat(issue.place().row()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "a: &x [*x]",
                "Agreement: 5",
                "{\"Agreement\": [[]]}",
                "Agreement: [{id: {id: {id: 1}}}]",
                "Sites: [{site: [1]}]",
                "? [a]\n: b",
                "Agreement: [{id: a, scheme: primary, unit: GJp}]\nSites: [{}]\nPosts: []\nQuantities: []",
                "!!java.net.URL [\"http://localhost\"]"
            })
    void strangeTextIsBadInput(String text) {
        BadInput bad = catchThrowableOfType(
                BadInput.class, () -> AgreementFiles.read("a.yaml", text.getBytes(StandardCharsets.UTF_8), TABLE));
        assertThat(bad).isNotNull();
        bad.issues()
                .forEach(i -> assertThat(i.text(Wiring.messages(), Language.EN)).doesNotContain("energyindex."));
    }

    @Test
    void frenchCsvWithSemicolonsAndCommas() throws IOException {
        Files.writeString(directory.resolve("Accord.csv"), "id;barème;unité\nx;primary;MWhp\n");
        Files.writeString(directory.resolve("Sites.csv"), "site;année de référence\ns;2002\n");
        Files.writeString(
                directory.resolve("Postes.csv"),
                "site;poste;genre;produit ou groupe;unité;e0\ns;A;production;A;t;1,5\n");
        Files.writeString(directory.resolve("Quantités.csv"), "site;poste;unité;2002\ns;A;t;100 000\n");
        Files.writeString(directory.resolve("Énergie.csv"), "site;vecteur;unité;2002\ns;primary;MWhp;150000\n");
        Agreement agreement = AgreementFiles.read(directory, TABLE);
        assertThat(agreement
                        .sites()
                        .getFirst()
                        .findPost("A")
                        .orElseThrow()
                        .reference()
                        .orElseThrow()
                        .perUnit())
                .isEqualTo(1.5);
        assertThat(agreement.sites().getFirst().years().getFirst().findQuantity("A"))
                .hasValue(100_000);
    }

    @Test
    void resultsAreWrittenAsTable5AndReport() {
        Agreement agreement = NoteExamples.example2();
        Wording words = new Wording(Wiring.messages(), Language.FR);
        byte[] table = Table5Workbook.of(agreement, agreement.sites().getFirst(), 2012, TABLE, words);
        List<SheetTable> read = WorkbookTables.read("t.xlsx", table, Limits.DEFAULT);
        assertThat(read).extracting(SheetTable::name).first().asString().contains("2012");
        YearReport report = YearReport.of(agreement, agreement.sites().getFirst(), 2012, TABLE, List.of());
        for (Language language : Language.values()) {
            byte[] pdf = YearReportPdf.of(report, new Wording(Wiring.messages(), language));
            assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
            assertThat(text(pdf)).contains(language == Language.FR ? "79,6" : "79.6");
        }
        assertThat(Optional.of(report.gap())).isPresent();
    }

    private static String text(byte[] pdf) {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
