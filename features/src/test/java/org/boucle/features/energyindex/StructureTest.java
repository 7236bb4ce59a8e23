package org.boucle.features.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boucle.features.energyindex.IndexOutcome.Reason;
import org.boucle.features.energyindex.IndexOutcome.Undefined;
import org.junit.jupiter.api.Test;

/** Structural changes, uncertainty and advice on small cases worked by hand. */
class StructureTest {
    private static final Conversions TABLE = Conversions.primaryOnly();

    @Test
    void bothReadingsOfAReplacement() {
        Agreement agreement = replaced();
        Site site = agreement.sites().getFirst();
        StructuralEvent event = site.findEntry("new").orElseThrow();
        Readings both = Readings.of(agreement, site, event, 2011, TABLE);
        // E = 500 + 800; as an improvement over 5 * 100 + 10 * 100, as an entrant over 5 * 100 + 8 * 100
        assertThat(both.asImprovement().percent()).hasValueCloseTo(100 * 1300 / 1500.0, within(1e-12));
        assertThat(both.asEntrant().percent()).hasValueCloseTo(100.0, within(1e-12));
        Site chosen = site.withEvents(List.of(event.withTreatment(Treatment.AS_IMPROVEMENT)));
        assertThat(SiteYears.of(agreement, chosen, 2011, TABLE).index()).isEqualTo(both.asImprovement());
    }

    private static Agreement replaced() {
        Post old = Post.production("old", "t", 10, 2010).withLastYear(2010);
        Post fresh = Post.production("new", "t", 8, 2011);
        Post rest = Post.production("rest", "t", 5, 2010);
        List<YearEntry> years = List.of(
                YearEntry.metered(2010, Map.of("old", 100.0, "rest", 100.0), Map.of("old", 1000.0, "rest", 500.0)),
                YearEntry.metered(2011, Map.of("new", 100.0, "rest", 100.0), Map.of("new", 800.0, "rest", 500.0)));
        Site site = Site.of("s", 2010, List.of(old, fresh, rest), years)
                .with(new StructuralEvent(
                        EventKind.REPLACEMENT, 2011, "new", Optional.of("old"), Treatment.AS_ENTRANT, "worn out"));
        return new Agreement("a", "a", "", "primary", EnergyUnit.GJ_PRIMARY, List.of(site));
    }

    @Test
    void anEntrantThatWaitsForItsReferenceLeavesTheIndexAbsent() {
        Agreement agreement = NoteExamples.example2();
        Site site = agreement.sites().getFirst();
        Post b = site.findPost("B").orElseThrow();
        Post pending = new Post("B", b.kind(), "B", "", "t", Optional.empty(), 2005, OptionalInt.empty());
        SiteYear year = SiteYears.of(agreement, site.with(pending), 2012, TABLE);
        assertThat(year.index()).isEqualTo(new Undefined(Reason.REFERENCE_PENDING, "B"));
        assertThat(year.unadjusted().percent()).hasValueCloseTo(81.3889, within(5e-5));
        Effect effect =
                Effect.of(agreement, site.with(pending), pending, ReferenceConsumption.of(1.7, 2005), 2012, TABLE);
        assertThat(effect.before().percent()).hasValueCloseTo(81.3889, within(5e-5));
        assertThat(effect.after().percent()).hasValueCloseTo(79.6196, within(5e-5));
    }

    @Test
    void absentDataSaysWhy() {
        Post a = Post.production("A", "t", 2, 2010);
        Post b = Post.production("B", "t", 2, 2010);
        VectorUse gas = new VectorUse("natural-gas", 3, "MWh");
        Site site = Site.of(
                "s",
                2010,
                List.of(a, b),
                List.of(
                        YearEntry.of(2010, Map.of("A", 1.0), List.of(VectorUse.primary(2, EnergyUnit.GJ_PRIMARY))),
                        YearEntry.of(2011, Map.of("A", 1.0, "B", 1.0), List.of()),
                        YearEntry.of(2012, Map.of("A", 1.0, "B", 1.0), List.of(gas))));
        Agreement agreement = new Agreement("a", "", "", "primary", EnergyUnit.GJ_PRIMARY, List.of(site));
        assertThat(SiteYears.of(agreement, site, 2010, TABLE).index())
                .isEqualTo(new Undefined(Reason.QUANTITY_MISSING, "B"));
        assertThat(SiteYears.of(agreement, site, 2011, TABLE).index())
                .isEqualTo(new Undefined(Reason.ENERGY_MISSING, ""));
        assertThat(SiteYears.of(agreement, site, 2012, TABLE).index())
                .isEqualTo(new Undefined(Reason.CONVERSION_MISSING, "natural-gas MWh"));
        assertThat(SiteYears.of(agreement, site, 2013, TABLE).index()).isEqualTo(new Undefined(Reason.NO_ENTRY, ""));
        assertThat(Consolidation.sector(agreement, TABLE).getFirst().absent()).hasSize(1);
    }

    @Test
    void vectorsConvertByScheme() {
        Conversions table = Conversions.shipped();
        Post a = Post.production("A", "t", 9, 2010)
                .withReference(ReferenceConsumption.of(9, 2010).withCo2(600));
        Site site = Site.of(
                "s",
                2010,
                List.of(a),
                List.of(YearEntry.of(
                        2010,
                        Map.of("A", 100.0),
                        List.of(new VectorUse("electricity", 60, "MWh"), new VectorUse("natural-gas", 100, "MWh")))));
        Agreement agreement = new Agreement("a", "", "", "wallonia-adb", EnergyUnit.GJ_PRIMARY, List.of(site));
        SiteYear year = SiteYears.of(agreement, site, 2010, table);
        assertThat(year.index().percent()).hasValueCloseTo(100.0, within(1e-9));
        assertThat(year.co2Index().percent()).hasValueCloseTo(100 * (60 * 504.9 + 100 * 201.96) / 60_000, within(1e-9));
        assertThat(year.vectors().getFirst().primary()).isCloseTo(540, within(1e-9));
    }

    @Test
    void uncertaintyIsCarriedToTheIndex() {
        ReferenceConsumption a = new ReferenceConsumption(2, 2010, 0.1, OptionalDouble.empty(), "");
        ReferenceConsumption b = new ReferenceConsumption(3, 2010, 0.3, OptionalDouble.empty(), "");
        Site site = Site.of(
                "s",
                2010,
                List.of(
                        Post.production("A", "t", 2, 2010).withReference(a),
                        Post.production("B", "t", 3, 2010).withReference(b)),
                List.of(new YearEntry(
                        2011,
                        Map.of("A", 100.0, "B", 100.0),
                        List.of(VectorUse.primary(450, EnergyUnit.GJ_PRIMARY)),
                        Map.of(),
                        0.02)));
        Agreement agreement = new Agreement("a", "", "", "primary", EnergyUnit.GJ_PRIMARY, List.of(site));
        SiteYear year = SiteYears.of(agreement, site, 2011, TABLE);
        IndexUncertainty free = IndexUncertainty.of(year, 0).orElseThrow();
        assertThat(free.reference()).isCloseTo(Math.sqrt(100 + 900) / 500, within(1e-12));
        IndexUncertainty bound = IndexUncertainty.of(year, 1).orElseThrow();
        assertThat(bound.reference()).isCloseTo(40 / 500.0, within(1e-12));
        assertThat(bound.points()).isCloseTo(90 * Math.hypot(0.02, 0.08), within(1e-12));
    }

    @Test
    void adviceNamesEachThreshold() {
        Agreement agreement = NoteExamples.example2();
        Site site = agreement.sites().getFirst();
        SiteYear year = SiteYears.of(agreement, site, 2012, TABLE);
        RecalibrationAdvice quiet = RecalibrationAdvice.of(site, year, 0, RecalibrationAdvice.Thresholds.DEFAULT);
        assertThat(quiet.entrantShare()).isCloseTo(34 / 184.0, within(1e-12));
        assertThat(quiet.recalibrate()).isFalse();
        RecalibrationAdvice strict =
                RecalibrationAdvice.of(site, year, 0, new RecalibrationAdvice.Thresholds(0.1, 0.03, 0));
        assertThat(strict.findings())
                .containsExactly(RecalibrationAdvice.Finding.ENTRANT_SHARE, RecalibrationAdvice.Finding.ADDITIONS);
        Site renewed = site.withRecalibrations(List.of(Recalibration.closing(year, Map.of(), "audit")));
        assertThat(RecalibrationAdvice.of(renewed, year, 0, new RecalibrationAdvice.Thresholds(0.1, 0.03, 0))
                        .recalibrate())
                .isFalse();
    }

    @Test
    void theSiteWaterfallTellsStructureFromIntensity() {
        Agreement agreement = NoteExamples.example1(2013, 2008);
        Site site = agreement.sites().getFirst();
        SiteYear before = SiteYears.of(agreement, site, 2007, TABLE);
        SiteYear after = SiteYears.of(agreement, site, 2008, TABLE);
        Waterfall fall = Waterfall.of(before, after).orElseThrow();
        assertThat(fall.fromIndex()).isCloseTo(89.9089, within(5e-5));
        assertThat(fall.toIndex()).isCloseTo(84.1466, within(5e-5));
        assertThat(fall.structure() + fall.intensity()).isCloseTo(fall.toIndex() - fall.fromIndex(), within(1e-9));
        assertThat(fall.structure()).isNegative();
        assertThat(fall.intensity()).isNegative();
    }

    @Test
    void companiesConsolidateTheirSites() {
        Agreement one = NoteExamples.example1();
        Site a = one.sites().getFirst();
        Site b = new Site("b", "b", a.company(), "", 2002, a.target(), a.posts(), a.years(), List.of(), List.of());
        Map<String, List<Consolidation>> companies = Consolidation.companies(one.with(b), TABLE);
        assertThat(companies).hasSize(1);
        assertThat(companies.get(a.company()).getLast().index().percent()).hasValueCloseTo(81.0, within(1e-9));
    }

    @Test
    void targetPathAndGap() {
        Target target = Target.geometric(2002, 2012, 81);
        assertThat(target.at(2002)).isEqualTo(100);
        assertThat(target.at(2012)).isEqualTo(81);
        assertThat(target.at(2007)).isCloseTo(90, within(1e-9));
        Target linear = new Target(2002, 2012, 81, OptionalDouble.empty(), PathShape.LINEAR);
        assertThat(linear.at(2007)).isCloseTo(90.5, within(1e-9));
        assertThat(target.gap(2012, 83)).isCloseTo(2, within(1e-12));
    }

    @Test
    void recordsRefuseProgrammersMistakes() {
        assertThatThrownBy(() -> YearEntry.of(2010, Map.of("A", -1.0), List.of()))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> Post.production("A", "t", 1, 2010).withLastYear(2009))
                .hasMessageContaining("before it starts");
        YearEntry year = YearEntry.of(2010, Map.of(), List.of());
        assertThatThrownBy(() -> Site.of("s", 2010, List.of(), List.of(year, year)))
                .hasMessageContaining("twice");
    }
}
