package org.boucle.core.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.boucle.core.factors.PlausibilityScreen.Kind;
import org.boucle.core.factors.PlausibilityScreen.Suspicion;
import org.boucle.core.units.Unit;
import org.junit.jupiter.api.Test;

/** Real errors of public bases, each with the numbers as published. */
class PlausibilityScreenTest {
    private static Factor factor(String id, String code, String impact, double value, String unit, String place) {
        return new Factor(
                id,
                code,
                Name.of(id),
                impact,
                value,
                Unit.parse(unit),
                Geography.of(place),
                Period.of(2020),
                Boundary.CRADLE_TO_GATE,
                GwpSet.UNSTATED,
                Uncertainty.unknown(),
                new Source("a base", id.replaceAll("#.*", ""), "test"));
    }

    private static List<Suspicion> screen(Factor... factors) {
        return PlausibilityScreen.screen(List.of(factors));
    }

    @Test
    void anAcidificationAThousandTimesItsNeighboursIsFlaggedWithTheMeansItSpoils() {
        List<Factor> factors = new ArrayList<>(IntStream.range(0, 26)
                .mapToObj(i -> factor("EU" + i, "electricity.grid", "ap", 0.0012 + 0.00005 * i, "kWh", "WORLD"))
                .toList());
        factors.add(factor("CZE", "electricity.grid", "ap", 8.37957, "kWh", "CZ"));
        factors.add(factor("EEE", "electricity.grid", "ap", 0.223813, "kWh", "EUROPE"));
        factors.add(factor("WOR", "electricity.grid", "ap", 2.32766, "kWh", "WORLD"));
        assertThat(PlausibilityScreen.screen(factors))
                .extracting(Suspicion::factorId)
                .containsExactly("CZE", "WOR", "EEE");
    }

    @Test
    void primaryEnergyMustLieBetweenNoLossAndTheWorstPlant() {
        assertThat(screen(
                        factor("ISL", "electricity.grid", "pe", 0.013, "kWh", "IS"),
                        factor("NAM", "electricity.grid", "pe", 468, "kWh", "NA"),
                        factor("FRA", "electricity.grid", "pe", 11.3, "kWh", "FR")))
                .extracting(Suspicion::factorId, Suspicion::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("ISL", Kind.IMPOSSIBLE),
                        org.assertj.core.groups.Tuple.tuple("NAM", Kind.IMPOSSIBLE));
    }

    @Test
    void akWhLabelledMegajouleIsAUnitSlip() {
        assertThat(screen(factor("FE", "electricity.grid", "fe", 1, "kWh", "WORLD")))
                .containsExactly(new Suspicion("FE", Kind.UNIT_SLIP, 1, 3.6));
    }

    @Test
    void aFossilPartLargerThanItsTotalIsFlagged() {
        assertThat(screen(
                        factor("WOR", "electricity.grid", "ghg", 0.39, "kWh", "WORLD"),
                        factor("WORf", "electricity.grid", "ghg.fossil", 0.59, "kWh", "WORLD")))
                .containsExactly(new Suspicion("WORf", Kind.PART_OVER_WHOLE, 0.59, 0.39));
    }

    @Test
    void naturalGasTenTimesTooHighIsImpossible() {
        assertThat(screen(factor("37138", "fuel.natural-gas", "ghg", 2.32, "kWh", "FR")))
                .extracting(Suspicion::kind)
                .containsExactly(Kind.IMPOSSIBLE);
        assertThat(screen(factor("37138", "fuel.natural-gas", "ghg", 0.232, "kWh", "FR")))
                .isEmpty();
    }

    @Test
    void aHotelNightOfThirtyGramsStandsOutAmongHotels() {
        assertThat(screen(
                        factor("102", "travel.hotel.1", "ghg", 4.73, "item", "FR"),
                        factor("103", "travel.hotel.2", "ghg", 8.53, "item", "FR"),
                        factor("104", "travel.hotel.3", "ghg", 0.03, "item", "FR"),
                        factor("105", "travel.hotel.4", "ghg", 11.43, "item", "FR"),
                        factor("106", "travel.hotel.5", "ghg", 17.11, "item", "FR")))
                .extracting(Suspicion::factorId)
                .containsExactly("104");
    }

    @Test
    void oneKeyWithTwoFiguresIsAContradiction() {
        assertThat(screen(
                        factor("34478", "waste.glass", "ghg", 496, "t", "FR"),
                        factor("34478#2", "waste.glass", "ghg", 41, "t", "FR")))
                .containsExactly(new Suspicion("34478#2", Kind.CONTRADICTION, 41, 496));
    }

    @Test
    void aNegativeBurdenIsFlaggedAndAnUptakeIsNot() {
        assertThat(screen(factor("lu", "equipment.server", "landuse", -3, "item", "WORLD")))
                .extracting(Suspicion::kind)
                .containsExactly(Kind.NEGATIVE);
        assertThat(screen(factor("wood", "material.wood", "carbon.uptake", -1.64, "kg", "WORLD")))
                .isEmpty();
    }

    @Test
    void aThousandTimesItsLikeSmellsOfTonnesAndKilograms() {
        List<Factor> factors = new ArrayList<>(IntStream.range(0, 9)
                .mapToObj(i -> factor(
                        "t" + i,
                        "material.steel",
                        "ghg",
                        2000 + (i == 0 ? 0 : i % 2 == 0 ? 50 * i : -50 * i),
                        "t",
                        "FR"))
                .toList());
        factors.add(factor("slip", "material.steel", "ghg", 2000, "kg", "DE"));
        assertThat(PlausibilityScreen.screen(factors))
                .extracting(Suspicion::factorId, Suspicion::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("slip", Kind.UNIT_SLIP));
    }

    @Test
    void theShippedTablesAreCleanButForWhatIsExplained() {
        // methane and nitrous oxide of wood and biogas without their biogenic CO2, wood's supply beside that CO2; a gas
        // among
        // liquids per cubic metre; hydroelectric grids burn next to nothing, far below the median of grids
        List<String> suspected = PlausibilityScreen.screen(
                        FactorLibrary.shipped().all())
                .stream()
                .map(Suspicion::factorId)
                .toList();
        assertThat(suspected)
                .filteredOn(id -> !id.startsWith("it-grid-"))
                .containsExactlyInAnyOrder(
                        "ipcc-wood-kwh", "ipcc-biogas-kwh", "defra-wtt-natural-gas-m3", "defra-wtt-wood-t");
        assertThat(suspected)
                .filteredOn(id -> id.startsWith("it-grid-"))
                .allMatch(id -> id.matches("it-grid-(is|py|mz|zm|cd|np|no|al|tj)-(adpf|pocp|epm)"));
    }
}
