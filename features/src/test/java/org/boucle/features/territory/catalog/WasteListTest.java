package org.boucle.features.territory.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.boucle.core.text.Language;
import org.junit.jupiter.api.Test;

class WasteListTest {
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 8);
    private static final LocalDate AFTER = LocalDate.of(2026, 11, 9);

    private final WasteList list = Catalog.shipped().wastes();

    @Test
    void countsTheCodesOfBothVersions() {
        assertThat(list.entriesOn(BEFORE)).hasSize(842);
        assertThat(list.entriesOn(BEFORE).stream().filter(WasteEntry::hazardous))
                .hasSize(408);
        assertThat(list.entriesOn(AFTER)).hasSize(880);
        assertThat(list.entriesOn(AFTER).stream().filter(WasteEntry::hazardous)).hasSize(435);
        assertThat(list.versionOn(BEFORE).name()).isEqualTo("2014/955/EU");
        assertThat(list.versionOn(AFTER).name()).isEqualTo("2025/934");
    }

    @Test
    void keepsWithdrawnCodesReadable() {
        assertThat(list.lookup("20 01 33*", AFTER)).isInstanceOf(WasteList.Lookup.Withdrawn.class);
        assertThat(list.lookup("20 01 33*", BEFORE)).isInstanceOf(WasteList.Lookup.InForce.class);
        assertThat(list.lookup("19 14 02", BEFORE)).isInstanceOf(WasteList.Lookup.NotYet.class);
        assertThat(list.lookup("99 99 99", AFTER)).isInstanceOf(WasteList.Lookup.Unknown.class);
    }

    @Test
    void alkalineBatteriesBecomeHazardous() {
        assertThat(list.find("160604", BEFORE).orElseThrow().hazardous()).isFalse();
        assertThat(list.find("160604", AFTER).orElseThrow().written()).isEqualTo("16 06 04*");
    }

    @Test
    void blackMassIsNewAndHazardousInBothLanguages() {
        WasteEntry entry = list.find("19 14 02", AFTER).orElseThrow();
        assertThat(entry.hazardous()).isTrue();
        assertThat(entry.label(Language.FR)).contains("masse noire");
        assertThat(entry.label(Language.EN)).contains("black mass");
    }

    @Test
    void everyRuleNamesKnownCodesResourcesAndOperations() {
        Catalog catalog = Catalog.shipped();
        for (Rule rule : catalog.rules()) {
            assertThat(catalog.resources().keySet()).containsAll(rule.resources());
            assertThat(catalog.findOperation(rule.operation())).as(rule.donor()).isPresent();
            if (rule.isForWasteCode()) {
                assertThat(list.find(rule.donor(), AFTER)).as(rule.donor()).isPresent();
            }
        }
    }

    @Test
    void limitsReadWhatTheyWrite() {
        for (String text : new String[] {"moisture<=10 %", "temperature>=160 °C", "chloride=60 mg/kg", "ph=6..9"}) {
            assertThat(Limits.write(Limits.find(text).orElseThrow())).isEqualTo(text);
        }
        assertThat(Limits.find("moisture about 10")).isEmpty();
    }

    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"2026-11-08", "2026-11-09", "2026-11-22", "2026-12-09"})
    void everythingShippedHoldsBeforeAndAfterTheNewList(String date) {
        Catalog catalog = Catalog.shipped();
        java.time.LocalDate day = java.time.LocalDate.parse(date);
        java.util.List<String> codes = new java.util.ArrayList<>();
        catalog.rules().forEach(rule -> codes.add(rule.donor()));
        catalog.presumed().forEach(flow -> codes.add(flow.wasteCode()));
        org.boucle.features.territory.demo.Kalundborg.inventory().flows().forEach(flow -> codes.add(flow.wasteCode()));
        org.boucle.features.territory.demo.DeuxRives.inventory().flows().forEach(flow -> codes.add(flow.wasteCode()));
        assertThat(codes.stream()
                        .filter(code -> code.matches("\\d{6}"))
                        .filter(code -> catalog.wastes().find(code, day).isEmpty())
                        .distinct())
                .isEmpty();
    }
}
