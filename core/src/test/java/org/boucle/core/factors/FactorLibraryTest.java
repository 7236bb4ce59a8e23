package org.boucle.core.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.units.Unit;
import org.boucle.core.units.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorLibraryTest {
    private final FactorLibrary library = FactorLibrary.shipped();

    private List<FactorMatch> parts(String code, String place, int year) {
        return library.findParts(FactorQuery.of(code, "ghg", Geography.of(place), year));
    }

    @Test
    void everyShippedFactorHasSourceLicenceKnownPlaceAndKnownImpact() {
        assertThat(library.all()).hasSizeGreaterThan(2500);
        Geographies places = Geographies.shipped();
        assertThat(library.all()).allSatisfy(f -> {
            assertThat(f.source().licence()).isNotBlank();
            assertThat(f.source().title()).isNotBlank();
            assertThat(places.find(f.geography().code())).isPresent();
            assertThat(ImpactCategory.find(f.impact())).isPresent();
            assertThat(f.name().fr()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "acier, material.steel",
        "steel, material.steel",
        "électricité, electricity.grid",
        "electricity, electricity.grid",
        "gaz naturel, fuel.natural-gas",
        "natural gas, fuel.natural-gas",
        "ALUMINIUM, material.aluminium",
        "verre recycle, material.glass.recycled",
        "recycled glass, material.glass.recycled",
        "carton, material.cardboard",
        "porte-conteneurs, freight.sea.container",
        "bois, material.wood",
        "diesel, fuel.diesel",
        "PEHD recyclé, material.plastic.hdpe.recycled",
        "material.steel, material.steel"
    })
    void aFlowIsFoundByItsFrenchOrEnglishNameOrItsCode(String words, String code) {
        assertThat(library.findCode(words)).contains(code);
    }

    @Test
    void theExactFactorComesWithoutFallback() {
        FactorMatch match = parts("electricity.grid", "FR", 2023).getFirst();
        assertThat(match.isExact()).isTrue();
        assertThat(match.factor().value()).isCloseTo(0.056039, within(1e-9));
        assertThat(match.factor().source().licence()).isEqualTo("CC-BY-4.0");
    }

    @Test
    void everyStepAwayFromTheQuestionIsSaid() {
        assertThat(parts("electricity.grid", "FR", 2026).getFirst().fallbacks())
                .containsExactly(new Fallback.Year(2026, Period.of(2023)));
        assertThat(parts("electricity.grid", "BL", 2023).getFirst().fallbacks())
                .containsExactly(new Fallback.Place(Geography.of("BL"), Geography.WORLD));
        FactorMatch stainless = parts("material.steel.stainless", "FR", 2018).getFirst();
        assertThat(stainless.fallbacks())
                .containsExactly(new Fallback.Flow("material.steel.stainless", "material.steel"));
        assertThat(parts("material.glass", "FR", 2025).getFirst().fallbacks())
                .containsExactly(new Fallback.Place(Geography.of("FR"), Geography.of("GB")));
    }

    @Test
    void aCountryFallsBackToItsUnionBeforeTheWorldAndNeverToAStrangerWhereTheWorldIsKnown() {
        Geographies places = Geographies.shipped();
        assertThat(places.chain(Geography.of("FR")))
                .extracting(Geography::code)
                .containsExactly("FR", "EU27", "EUROPE", "WORLD");
        assertThat(places.distance(Geography.of("FR"), Geography.of("GB")))
                .isGreaterThan(places.distance(Geography.of("FR"), Geography.WORLD))
                .isLessThan(places.distance(Geography.of("FR"), Geography.of("CN")));
        assertThat(places.find("France continentale")).contains(Geography.of("FR"));
        assertThat(places.find("RER")).contains(Geography.of("EUROPE"));
        assertThat(places.find("Allemagne")).contains(Geography.of("DE"));
        assertThat(places.find("Atlantis")).isEmpty();
    }

    @Test
    void theNearestYearIsTakenAndSaid() {
        FactorMatch match = parts("electricity.grid.consumption", "FR", 2019).getFirst();
        assertThat(match.factor().period()).isEqualTo(Period.of(2021));
        assertThat(match.fallbacks()).containsExactly(new Fallback.Year(2019, Period.of(2021)));
    }

    @Test
    void directAndUpstreamStandSideBySide() {
        List<FactorMatch> hgv = parts("freight.road.hgv", "GB", 2025);
        assertThat(hgv).extracting(m -> m.factor().boundary()).containsExactly(Boundary.DIRECT, Boundary.UPSTREAM);
        assertThat(hgv.stream().mapToDouble(m -> m.factor().value()).sum()).isCloseTo(0.10163 + 0.02359, within(1e-9));
    }

    @Test
    void theUnitAskedForChoosesAmongFactorsOfOneFlow() {
        FactorQuery query = FactorQuery.of("fuel.diesel", "ghg", Geography.of("FR"), 2025);
        assertThat(library.find(query.withUnit(Units.LITRE))
                        .orElseThrow()
                        .factor()
                        .unit())
                .isEqualTo(Units.LITRE);
        assertThat(library.find(query.withUnit(Units.MEGAWATT_HOUR))
                        .orElseThrow()
                        .factor()
                        .unit())
                .isEqualTo(Units.KILOWATT_HOUR);
        assertThat(library.findParts(query.withUnit(Unit.parse("EUR")))).isEmpty();
    }

    @Test
    void nothingIsFoundForAnUnknownFlow() {
        assertThat(parts("unobtainium", "FR", 2024)).isEmpty();
        assertThat(library.search("", 5)).isEmpty();
        assertThat(library.findById("no-such")).isEqualTo(Optional.empty());
    }

    @Test
    void tablesSharedAlikeAreReachedOnlyByTheirOwnCode() {
        Set<String> codes = library.all().stream()
                .filter(f -> f.source().licence().matches("ODbL.*|CC-BY-SA.*"))
                .map(Factor::code)
                .collect(Collectors.toSet());
        assertThat(codes).containsExactlyInAnyOrder("electricity.grid.consumption", "electricity.grid.ember");
    }

    @Test
    void anHourlyIntensityWeighsWhatWasConsumedWhen() {
        Factor base = parts("electricity.grid", "FR", 2023).getFirst().factor();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        VaryingFactor hourly =
                new VaryingFactor(base, start, Duration.ofHours(1), new double[] {0.02, 0.06, Double.NaN, 0.04});
        assertThat(hourly.at(start.plusSeconds(3600))).isEqualTo(0.06);
        assertThat(hourly.at(start.plusSeconds(7200))).isEqualTo(base.value());
        // 3 kWh at 20 g and 1 kWh at 60 g: (0.06 + 0.06) / 4 = 30 g
        assertThat(hourly.weighted(start, new double[] {3, 1}).value()).isCloseTo(0.03, within(1e-12));
        assertThat(hourly.cleanestStart(1)).isEqualTo(start);
        assertThat(hourly.cleanestStart(2)).isEqualTo(start);
    }
}
