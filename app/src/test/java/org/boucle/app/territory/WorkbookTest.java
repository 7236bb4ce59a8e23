package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.boucle.app.Wiring;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Issue;
import org.boucle.core.text.Language;
import org.boucle.features.territory.catalog.Catalog;
import org.boucle.features.territory.intake.Batch;
import org.boucle.features.territory.inventory.Confidence;
import org.boucle.features.territory.inventory.LegalStatus;
import org.junit.jupiter.api.Test;

class WorkbookTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 21);
    private static final Map<String, Object> SITE =
            Map.of("company", "A", "id", "s", "latitude", 49, "longitude", 6, "activity", "23.51");

    @Test
    void readsFrenchAndEnglishWordsAndUnits() {
        Batch batch = read(Companies.cement());
        assertThat(batch.flows()).singleElement().satisfies(flow -> {
            assertThat(flow.perYear()).isEqualTo(5678);
            assertThat(flow.confidence()).isEqualTo(Confidence.AUDITED);
        });
        assertThat(read(Companies.steel()).flows().getFirst().status()).isEqualTo(LegalStatus.WASTE);
    }

    @Test
    void tellsUnknownCode() {
        assertIssue(flow("code", "99 99 99"), "territory.code.unknown");
    }

    @Test
    void tellsCodeWithdrawnOnTheDate() {
        assertIssue(flow("code", "20 01 33*"), "territory.code.withdrawn");
        Batch earlier = Workbook.read(
                "a.xlsx",
                new ByteArrayInputStream(Companies.workbook(List.of(SITE), List.of(flow("code", "20 01 33*")))),
                Catalog.shipped(),
                LocalDate.of(2026, 11, 8),
                Language.FR);
        assertThat(earlier.flows()).hasSize(1);
    }

    @Test
    void tellsNegativeAndReversedRanges() {
        assertIssue(flow("amount", -5), "territory.negative");
        assertIssue(flow("min", 200), "territory.reversed");
        assertIssue(flow("properties", "moisture=9..3 %"), "territory.property.reversed");
    }

    @Test
    void tellsFlowWithoutUnit() {
        Map<String, Object> flow = new java.util.HashMap<>(flow("label", "x"));
        flow.remove("unit");
        assertIssue(flow, "territory.unit.missing");
        assertIssue(flow("unit", "m3/a"), "territory.unit.dimension");
        assertIssue(flow("unit", "boisseaux"), "territory.unit.unknown");
    }

    @Test
    void readsNarrowerWishesUseAndOffers() {
        Map<String, Object> crane = new java.util.HashMap<>(flow("label", "Grue"));
        crane.putAll(Map.of("kind", "équipement", "unit", "h/a", "use_hours", 3, "wait_hours", 0.5, "machines", 2));
        Map<String, Object> wish = new java.util.HashMap<>(flow("properties", "moisture<=10 (<=6) %"));
        wish.put("id", "w");
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        Workbook.write(
                bytes,
                Map.of(
                        "Sites", List.of(SITE),
                        "Flows", List.of(crane, wish),
                        "Offers", List.of(Map.of("supplier", "S", "what", "pallets", "from", 10, "eur", 120))));
        Batch batch = read(bytes.toByteArray());
        assertThat(batch.flows().getFirst().properties())
                .extracting(p -> p.name())
                .contains("use-length", "wait", "machines");
        assertThat(batch.flows().getLast().properties().getFirst().targetMax()).isEqualTo(6);
        assertThat(batch.offers())
                .singleElement()
                .satisfies(tier -> assertThat(tier.from()).isEqualTo(10));
        assertThat(batch.place().path()).isEqualTo("a.xlsx › Sites › 2 › company");
        assertIssue(flow("use_hours", -1), "territory.negative");
        assertIssue(flow("properties", "moisture<=10 (<=12) %"), "territory.property.reversed");
    }

    @Test
    void twoWorkbooksOfOneCompanyAreToldWithBothPlacesAndNothingIsKept() {
        try (org.boucle.app.testing.TestServer server = org.boucle.app.testing.TestServer.withAdministrator()) {
            TerritoryDesk desk = new TerritoryDesk(server.house(), Catalog::shipped, (model, limits) -> {
                throw new IllegalStateException("no solver");
            });
            Batch first = named("première.xlsx", Companies.steel());
            Batch other = named("ciment.xlsx", Companies.cement());
            Batch again = named("deuxième.xlsx", Companies.steel());
            assertThatThrownBy(() -> desk.take(List.of(first, other, again), true, "t"))
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            bad -> assertThat(bad.issues()).singleElement().satisfies(issue -> {
                                assertThat(issue.code()).isEqualTo("territory.company.twice");
                                assertThat(issue.place().path()).isEqualTo("deuxième.xlsx › Sites › 2 › company");
                                assertThat(issue.arguments()).contains("première.xlsx › Sites › 2 › company");
                            }));
            assertThat(desk.inventory().sites()).isEmpty();
            desk.take(List.of(first, other), false, "t");
            assertThatThrownBy(() -> desk.take(again, false, "t"))
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            bad -> assertThat(bad.issues().getFirst().place().file())
                                    .isEqualTo("deuxième.xlsx"));
        }
    }

    @Test
    void namesInOtherScriptsStayApart() {
        assertThat(org.boucle.features.territory.intake.Intake.slug("日本製鉄"))
                .isNotEqualTo(org.boucle.features.territory.intake.Intake.slug("三菱"));
        assertThat(org.boucle.features.territory.intake.Intake.slug("Société É. & Cie"))
                .isEqualTo("societe-e-cie");
    }

    private static Batch named(String file, byte[] bytes) {
        return Workbook.read(file, new ByteArrayInputStream(bytes), Catalog.shipped(), DATE, Language.FR);
    }

    @Test
    void tellsCircularHub() {
        Map<String, Object> hub =
                Map.of("id", "h", "latitude", 49, "longitude", 6, "accepts", "sand", "gives", "sand", "capacity", 10);
        byte[] bytes = Companies.workbook(List.of(SITE), List.of(flow("label", "x")), List.of(hub));
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.issues()).singleElement().satisfies(issue -> {
                            assertThat(issue.code()).isEqualTo("territory.hub.circular");
                            assertThat(issue.place().path()).isEqualTo("a.xlsx › Hubs › 2 › gives");
                        }));
    }

    @Test
    void tellsEverythingAtOnceWithItsPlace() {
        byte[] bytes = Companies.workbook(
                List.of(SITE, Map.of("company", "B", "id", "s", "latitude", 490, "longitude", 6)),
                List.of(flow("site", "elsewhere"), flow("hazards", "HP99"), flow("operation", "R99")));
        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(BadInput.class, bad -> {
            assertThat(bad.issues())
                    .extracting(Issue::code)
                    .contains(
                            "territory.company.several",
                            "territory.duplicate",
                            "territory.site.unknown",
                            "territory.hazard.unknown",
                            "territory.operation.unknown");
            assertThat(bad.issues()).allSatisfy(issue -> {
                assertThat(issue.place().row()).isPositive();
                assertThat(issue.text(Wiring.messages(), Language.FR)).doesNotContain("territory.");
                assertThat(issue.text(Wiring.messages(), Language.EN)).doesNotContain("territory.");
            });
        });
    }

    @Test
    void examplesAreRead() throws java.io.IOException {
        try (var files = java.nio.file.Files.list(java.nio.file.Path.of("..", "examples", "territories", "valley"))) {
            assertThat(files.toList())
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(
                                    read(java.nio.file.Files.readAllBytes(file)).flows())
                            .isNotEmpty());
        }
    }

    @Test
    void rubbishIsNoWorkbook() {
        assertThatThrownBy(() -> read(new byte[] {1, 2, 3})).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(BadInput.class);
    }

    private static Map<String, Object> flow(String column, Object value) {
        Map<String, Object> flow = new java.util.HashMap<>(Map.of(
                "id",
                "f" + column,
                "site",
                "s",
                "direction",
                "OUT",
                "kind",
                "MATERIAL",
                "label",
                "x",
                "amount",
                100,
                "unit",
                "t/a"));
        flow.put(column, value);
        return flow;
    }

    private static void assertIssue(Map<String, Object> flow, String code) {
        byte[] bytes = Companies.workbook(List.of(SITE), List.of(flow));
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.issues()).anySatisfy(issue -> {
                            assertThat(issue.code()).isEqualTo(code);
                            assertThat(issue.place().sheet()).isEqualTo("Flows");
                            assertThat(issue.place().row()).isEqualTo(2);
                        }));
    }

    private static Batch read(byte[] bytes) {
        return Workbook.read("a.xlsx", new ByteArrayInputStream(bytes), Catalog.shipped(), DATE, Language.FR);
    }
}
