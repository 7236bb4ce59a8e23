package org.boucle.app.footprint.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.boucle.core.factors.Factor;
import org.boucle.core.factors.Geography;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class ImportersTest {
    private static ImportedFile read(String name, byte[] content) {
        return Importers.read(name, content, Set.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static double ghg(ImportedFile file, String code) {
        return file.factors().stream()
                .filter(f -> f.impact().equals("ghg") && f.code().equals(code))
                .findFirst()
                .map(Factor::value)
                .orElseThrow();
    }

    private static void solvedAndReported(ImportedFile file, String power, String steel) {
        assertThat(ghg(file, power)).isCloseTo(Fixtures.POWER, within(1e-12));
        assertThat(ghg(file, steel)).isCloseTo(Fixtures.STEEL, within(1e-12));
        assertThat(file.report().linked()).isEqualTo(2);
        assertThat(file.report().unlinked()).isZero();
        assertThat(file.report().coverage()).isEqualTo(1);
        assertThat(file.report().uncharacterised()).hasSize(1);
        assertThat(file.report().uncharacterisedKilograms()).isCloseTo(0.005, within(1e-12));
    }

    @Test
    void openLcaJsonLdIsLinkedSolvedAndReported() {
        ImportedFile file = read("db.zip", Fixtures.zip(Fixtures.jsonLd()));
        solvedAndReported(file, "lca.electricity-production", "lca.steel-production");
        assertThat(file.factors()).anyMatch(f -> f.geography().equals(Geography.of("FR")));
    }

    @Test
    void ecoSpold1() {
        solvedAndReported(read("db.xml", bytes(Fixtures.ecoSpold1())), "lca.electricity", "lca.steel");
    }

    @Test
    void ecoSpold2() {
        solvedAndReported(
                read("db.zip", Fixtures.zip(Fixtures.ecoSpold2())),
                "lca.electricity-production",
                "lca.steel-production");
    }

    @Test
    void ilcd() {
        solvedAndReported(
                read("db.zip", Fixtures.zip(Fixtures.ilcd())), "lca.electricity-production", "lca.steel-production");
    }

    @Test
    void aMissingSupplierIsCountedAsUnlinked() {
        Map<String, String> files = Fixtures.ecoSpold2();
        files.remove("datasets/a2.spold");
        ImportedFile file = read("db.zip", Fixtures.zip(files));
        assertThat(file.report().unlinked()).isEqualTo(1);
        assertThat(file.report().coverage()).isZero();
        assertThat(ghg(file, "lca.electricity-production")).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void ownCsvAndExcelGiveTheSameFactors() throws Exception {
        ImportedFile csv = read("own.csv", bytes(Fixtures.own()));
        assertThat(csv.factors()).hasSize(3);
        assertThat(csv.factors().get(2).unit().symbol()).isEqualTo("kWh");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("factors");
            String[] lines = Fixtures.own().split("\n");
            for (int r = 0; r < lines.length; r++) {
                String[] cells = lines[r].split(",", -1);
                for (int c = 0; c < cells.length; c++) {
                    sheet.value(r, c, cells[c]);
                }
            }
        }
        assertThat(read("own.xlsx", out.toByteArray()).factors()).isEqualTo(csv.factors());
    }

    @Test
    void theBaseCarboneLayoutInItsOwnEncoding() {
        ImportedFile file = read("base.csv", Fixtures.baseCarbone().getBytes(Charset.forName("windows-1252")));
        assertThat(file.report().format()).isEqualTo("Base Carbone CSV");
        assertThat(file.factors())
                .extracting(Factor::id)
                .containsExactly("basecarbone-90001", "basecarbone-90002", "basecarbone-90002-biogenic");
        assertThat(file.factors().getFirst().value()).isEqualTo(2150.5);
        assertThat(file.factors().getFirst().name().fr()).isEqualTo("Acier d'essai, tôle");
        assertThat(file.report().skipped()).isEqualTo(3);
        assertThat(file.report().notes()).anyMatch(n -> n.contains("repas moyen"));
        Factor gas = file.factors().get(1);
        assertThat(gas.code()).endsWith(".90002.net");
        assertThat(gas.name().fr()).isEqualTo("Gaz d'essai (PCI)");
    }

    @Test
    void netAndGrossCalorificValuesOfTheBaseCarboneStayApart() {
        String gross = Fixtures.baseCarbone().replace("kWh PCI", "kWh PCS");
        ImportedFile file = read("base.csv", gross.getBytes(Charset.forName("windows-1252")));
        assertThat(file.factors().get(1).code()).endsWith(".90002.gross");
        assertThat(file.factors().get(1).name().en()).isEqualTo("Test gas (gross calorific value)");
        assertThat(file.factors().getFirst().code()).endsWith(".90001");
    }

    @Test
    void everyWrongCellIsToldWithItsPlaceAndNothingIsKept() {
        String csv = "code,value,unit,source\nmaterial.a,NaN,kg,S\nmaterial.b,1,parsec,S\n,2,kg,\n";
        BadInput bad = catchThrowableOfType(BadInput.class, () -> read("own.csv", bytes(csv)));
        assertThat(bad.issues())
                .extracting(i -> i.place().row() + " " + i.place().column() + " " + i.code())
                .containsExactly(
                        "2 value import.number",
                        "3 unit import.unit",
                        "4 code import.missing",
                        "4 source import.missing");
    }

    @Test
    void aKnownIdIsADuplicateAndNeverReplaced() {
        ImportedFile file = Importers.read("own.csv", bytes(Fixtures.own()), Set.of("x1"));
        assertThat(file.factors()).extracting(Factor::id).containsExactly("x2", "x3");
        assertThat(file.report().duplicates()).containsExactly("x1");
    }

    @Test
    void suspiciousFiguresAreFlaggedInTheReport() {
        String csv = "code,value,unit,source\nfuel.natural-gas,2.32,kWh,Some base\n";
        assertThat(read("own.csv", bytes(csv)).report().suspicions()).hasSize(1);
    }

    @Test
    void hostileXmlIsRefusedAtOnce() {
        String lol =
                "<?xml version=\"1.0\"?><!DOCTYPE ecoSpold [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]><ecoSpold><dataset>&c;</dataset></ecoSpold>";
        refused("x.xml", bytes(lol), "import.xml");
        String file = "<?xml version=\"1.0\"?><!DOCTYPE ecoSpold [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<ecoSpold><dataset>&e;</dataset></ecoSpold>";
        refused("x.xml", bytes(file), "import.xml");
        refused("x.xml", bytes("<ecoSpold>" + "<a>".repeat(5_000)), "import.depth");
        refused("x.xml", bytes(Fixtures.ecoSpold1().substring(0, 700)), "import.xml");
    }

    @Test
    void aZipBombStopsBeforeItFillsAnything() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("flows/a.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                zip.write(zeros);
            }
        }
        assertThat(out.size()).isLessThan(400_000);
        refused("bomb.zip", out.toByteArray(), "import.bomb");
        byte[] good = Fixtures.zip(Fixtures.jsonLd());
        refused("cut.zip", Arrays.copyOf(good, good.length / 2), "import.zip");
    }

    @Test
    void wrongNumbersReferencesUnitsAndLoopsAreNamed() {
        refused("a.zip", changed("processes/p2.json", "\"amount\":1.5", "\"amount\":\"NaN\""), "import.number");
        refused("a.zip", changed("processes/p2.json", "\"amount\":1.0", "\"amount\":-0.0"), "import.reference");
        refused("a.zip", changed("unit_groups/mass.json", "\"name\":\"kg\"", "\"name\":\"\""), "import.unknown");
        refused("a.zip", changed("flows/steel.json", "\"@id\":\"m\"", "\"@id\":\"nowhere\""), "import.unknown");
        refused("a.zip", changed("processes/p1.json", "\"@id\":\"steel\"", "\"@id\":\"ghost\""), "import.unknown");
        // a kilowatt hour that takes half a kilogram of steel that takes two kilowatt hours: nothing is left
        refused(
                "a.zip",
                changed("processes/p1.json", "\"amount\":1.0,\"isInput\":true", "\"amount\":500,\"isInput\":true"),
                "import.singular");
    }

    @Test
    void aTextOfTenMegabytesIsTakenInStrideOrRefused() {
        String longName = "x".repeat(10_000_000);
        assertThatThrownBy(() -> read("own.csv", bytes("code,value,unit,source\n" + longName + ",1,kg,S\n")))
                .isInstanceOf(BadInput.class);
        ImportedFile cut = read("x.xml", bytes(Fixtures.ecoSpold1().replace("Particulates", longName)));
        assertThat(cut.factors()).isNotEmpty();
    }

    private static byte[] changed(String entry, String from, String to) {
        Map<String, String> files = Fixtures.jsonLd();
        assertThat(files.get(entry)).contains(from);
        files.computeIfPresent(entry, (e, text) -> text.replace(from, to));
        return Fixtures.zip(files);
    }

    private static void refused(String name, byte[] content, String code) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> read(name, content));
        assertThat(bad).as("refusal of " + name + " for " + code).isNotNull();
        assertThat(bad.issues()).extracting(Issue::code).contains(code);
    }
}
