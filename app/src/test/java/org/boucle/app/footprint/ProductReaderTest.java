package org.boucle.app.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;
import org.boucle.app.footprint.imports.ImportedFile;
import org.boucle.app.footprint.imports.Importers;
import org.boucle.app.server.Json;
import org.boucle.core.factors.FactorLibrary;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.impact.product.Product;
import org.boucle.core.impact.product.ProductFootprint;
import org.boucle.core.input.BadInput;
import org.boucle.core.text.Language;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProductReaderTest {
    private final FactorLibrary library = FactorLibrary.shipped();

    private String chairText() throws Exception {
        return Files.readString(Path.of("..", "examples", "products", "chair.yaml"));
    }

    private Product read(String text) {
        return new ProductReader(library, Language.EN).read("model.yaml", text);
    }

    @Test
    void whatIsWrittenIsReadBackEqual() throws Exception {
        Product chair = read(chairText());
        assertThat(chair.items()).hasSize(17);
        assertThat(read(ProductText.write(chair))).isEqualTo(chair);
        assertThat(ProductFootprint.of(chair, library).missing()).isEmpty();
    }

    @Test
    void excelGivesTheSameProductAsYaml() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[][] rows = {
            {"kind", "name", "flow", "quantity", "recycled", "distance"},
            {"product", "Table", "", "", "", ""},
            {"year", "2024", "", "", "", ""},
            {"materials", "Top", "wood", "12 kg", "", ""},
            {"materials", "Legs", "steel", "3 kg", "30 %", ""},
            {"distribution", "Truck", "freight.road.hgv", "15 kg", "", "300 km"}
        };
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("model");
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    sheet.value(r, c, rows[r][c]);
                }
            }
        }
        String yaml = "product: Table\nyear: 2024\nmaterials:\n- {name: Top, flow: wood, quantity: 12 kg}\n"
                + "- {name: Legs, flow: steel, quantity: 3 kg, recycled: 30 %}\n"
                + "distribution:\n- {name: Truck, flow: freight.road.hgv, quantity: 15 kg, distance: 300 km}\n";
        assertThat(ProductFiles.read("model.xlsx", out.toByteArray(), library)).isEqualTo(read(yaml));
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsPlace() {
        String text = "product: X\nlifetime: long\nmaterials:\n- {name: A, flow: steel, quantity: 4 kWh}\n"
                + "- {name: A, flow: steel, quantity: 1 kg, recycled: 200 %}\nsteps: none\nbogus: 1\n"
                + "distribution:\n- {name: D, flow: freight.road.hgv, quantity: 1 kg}\n- just text\n";
        BadInput bad = catchThrowableOfType(BadInput.class, () -> read(text));
        assertThat(bad.issues())
                .extracting(i -> i.place().path() + " " + i.code())
                .contains(
                        "model.yaml › lifetime footprint.lifetime",
                        "model.yaml › materials › 1 › quantity footprint.mass",
                        "model.yaml › materials › 2 › recycled footprint.share",
                        "model.yaml › steps footprint.list",
                        "model.yaml › bogus footprint.section",
                        "model.yaml › distribution › 1 › distance footprint.distance",
                        "model.yaml › distribution › 2 footprint.item");
    }

    @Test
    void aThousandDamagedModelsEndInAProductOrInIssues() throws Exception {
        String text = chairText();
        SplittableRandom random = new SplittableRandom(3);
        String[] poison = {
            "NaN",
            "&a [*a]",
            "- ",
            ": ",
            "\t",
            "{",
            "]",
            "!!java/object:x",
            "<<: *b",
            "\u0000",
            "-",
            "#",
            "9".repeat(300)
        };
        for (int i = 0; i < 1_000; i++) {
            StringBuilder damaged = new StringBuilder(text);
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                int at = random.nextInt(damaged.length());
                int end = Math.min(damaged.length(), at + random.nextInt(12));
                damaged.replace(at, end, poison[random.nextInt(poison.length)]);
            }
            try {
                ProductFootprint.of(read(damaged.toString()), library);
            } catch (BadInput bad) {
                assertThat(bad.issues()).isNotEmpty();
            }
        }
    }

    @Test
    void aYamlBombIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ",").repeat(8))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThat(catchThrowableOfType(BadInput.class, () -> read(bomb.toString())))
                .isNotNull();
        assertThat(catchThrowableOfType(BadInput.class, () -> read("product: " + "x".repeat(10_000_000))))
                .isNotNull();
        assertThat(catchThrowableOfType(BadInput.class, () -> read("[".repeat(50_000))))
                .isNotNull();
    }

    @Test
    void theOpenLcaPackageReadBackComputesToTheSameTotal() throws Exception {
        ProductFootprint chair = ProductFootprint.of(read(chairText()), library);
        ImportedFile back = Importers.read("chair.zip", JsonLdExport.write(chair), Set.of());
        double total = back.factors().stream()
                .filter(f -> f.code().equals("lca.workshop-chair") && f.impact().equals("ghg"))
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(total).isCloseTo(chair.footprint().total(IndicatorCategory.GHG), within(1e-9));
        assertThat(back.report().coverage()).isEqualTo(1);
    }

    @Test
    void thePactDocumentHasEveryMandatoryFieldAndStopsAtTheGate() throws Exception {
        ProductFootprint chair = ProductFootprint.of(read(chairText()), library);
        JsonNode json = Json.read(new String(
                PactExport.write(chair, "Meubles Dupont", 7, Instant.parse("2026-01-02T03:04:05Z")),
                StandardCharsets.UTF_8));
        for (String field : new String[] {
            "id",
            "specVersion",
            "created",
            "status",
            "companyName",
            "companyIds",
            "productDescription",
            "productIds",
            "productNameCompany",
            "pcf"
        }) {
            assertThat(json.has(field)).as(field).isTrue();
        }
        JsonNode pcf = json.path("pcf");
        for (String field : new String[] {
            "declaredUnitOfMeasurement", "declaredUnitAmount", "productMassPerDeclaredUnit", "referencePeriodStart",
            "referencePeriodEnd", "pcfExcludingBiogenicUptake", "pcfIncludingBiogenicUptake", "fossilCarbonContent",
            "fossilGhgEmissions", "ipccCharacterizationFactors", "crossSectoralStandards", "exemptedEmissionsPercent"
        }) {
            assertThat(pcf.has(field)).as(field).isTrue();
        }
        double gate = Double.parseDouble(pcf.path("pcfExcludingBiogenicUptake").asString());
        assertThat(gate).isPositive().isLessThan(chair.footprint().total(IndicatorCategory.GHG));
        assertThat(pcf.path("biogenicCO2Uptake").asString()).matches("-\\d+(\\.\\d+)?");
        assertThat(pcf.path("declaredUnitAmount").asString()).matches("\\d+");
    }
}
