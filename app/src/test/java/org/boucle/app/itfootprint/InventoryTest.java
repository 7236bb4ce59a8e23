package org.boucle.app.itfootprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.boucle.core.input.BadInput;
import org.boucle.core.text.Language;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.ItFootprint;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** The same inventory as CSV and as Excel. */
class InventoryTest {
    private static final String CSV =
            "kind;quantity;device;location;years\nterminal;12;laptop-pro;FRA;4,5\n\nserver;2,5;;DEU;\n";

    /** {@code CSV} in cells: numbers as numbers, a row left out. */
    static byte[] excel(String secondKind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("park");
            List<String> header = List.of("kind", "quantity", "device", "location", "years");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, "terminal");
            sheet.value(1, 1, 12);
            sheet.value(1, 2, "laptop-pro");
            sheet.value(1, 3, "FRA");
            sheet.value(1, 4, 4.5);
            sheet.value(3, 0, secondKind);
            sheet.value(3, 1, 2.5);
            sheet.value(3, 3, "DEU");
        }
        return bytes.toByteArray();
    }

    @Test
    void excelWeighsWhatCsvWeighs() throws IOException {
        ItFootprint engine = ItFootprint.shipped();
        Inventory.Result csv = Inventory.read("park.csv", CSV.getBytes(StandardCharsets.UTF_8), Language.FR)
                .weigh("park.csv", engine);
        for (Language language : Language.values()) {
            Inventory.Result excel =
                    Inventory.read("park.xlsx", excel("server"), language).weigh("park.xlsx", engine);
            assertThat(excel.totals()).isEqualTo(csv.totals());
            assertThat(excel.lines()).extracting(line -> line.line().row()).containsExactly(2, 4);
        }
        assertThat(csv.lines()).extracting(line -> line.line().row()).containsExactly(2, 4);
        double sum = csv.lines().stream()
                .mapToDouble(line -> line.totals().get(Criterion.GWP).value())
                .sum();
        assertThat(csv.totals().get(Criterion.GWP).value()).isCloseTo(sum, within(1e-9 * sum));
    }

    @Test
    void aFaultInExcelIsToldWithItsRow() throws IOException {
        byte[] content = excel("spaceship");
        BadInput bad = catchThrowableOfType(BadInput.class, () -> Inventory.read("park.xlsx", content, Language.EN));
        assertThat(bad.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.place().file()).isEqualTo("park.xlsx");
            assertThat(issue.place().row()).isEqualTo(4);
            assertThat(issue.place().column()).isEqualTo("kind");
        });
        byte[] broken = {'P', 'K', 3, 4, 0, 0};
        assertThat(catchThrowableOfType(BadInput.class, () -> Inventory.read("park.xlsx", broken, Language.EN))
                        .issues())
                .hasSize(1);
    }
}
