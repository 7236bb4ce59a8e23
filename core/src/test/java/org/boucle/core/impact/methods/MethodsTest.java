package org.boucle.core.impact.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.boucle.core.data.ReferenceTable;
import org.boucle.core.impact.EfCategory;
import org.boucle.core.impact.ImpactCategory;
import org.boucle.core.impact.methods.CircularFootprint.Shares;
import org.boucle.core.impact.methods.CircularityIndicators.Inflow;
import org.boucle.core.impact.methods.CircularityIndicators.Outflow;
import org.boucle.core.impact.methods.MaterialCircularity.Destination;
import org.boucle.core.impact.methods.MaterialCircularity.Efficiency;
import org.boucle.core.impact.methods.MaterialCircularity.Feedstock;
import org.boucle.core.impact.methods.TransportChain.Fuel;
import org.boucle.core.impact.methods.TransportChain.Hub;
import org.boucle.core.impact.methods.TransportChain.Leg;
import org.boucle.core.impact.methods.TransportChain.Operation;
import org.boucle.core.impact.methods.TransportChain.Shipment;
import org.junit.jupiter.api.Test;

/** Each formula with numbers worked by hand. */
class MethodsTest {
    private final CircularFootprint plastic = new CircularFootprint(2, 0.5, 0.6, 2, 1.5, 0.4, 0.3, 0.1);

    @Test
    void theCircularFootprintFormulaTermByTerm() {
        Shares s = new Shares(0.5, 0, 0.4, 0.6, 0.2, 0.9, 0.9);
        // 0.6*2 + 0.4*(0.5*0.5 + 0.5*2*0.9) + 0.5*0.6*(0.6 - 2*0.9) = 1.66 - 0.36
        assertThat(plastic.material(s)).isCloseTo(1.30, within(1e-12));
        assertThat(plastic.energy(s)).isCloseTo(0.2 * (1.5 - 0.7), within(1e-12));
        assertThat(plastic.disposal(s)).isCloseTo(0.2 * 0.1, within(1e-12));
        assertThat(plastic.total(s)).isCloseTo(1.48, within(1e-12));
    }

    @Test
    void withoutAnyRecyclingItIsVirginAndDisposal() {
        assertThat(plastic.total(new Shares(0.5, 0, 0, 0, 0, 1, 1))).isCloseTo(2.1, within(1e-12));
    }

    @Test
    void itsTwoLimitsAreRecycledContentAndAvoidedBurden() {
        // A = 1: the user of recycled matter takes all, the end of life gives no credit
        assertThat(plastic.material(new Shares(1, 0, 0.4, 0.6, 0, 1, 1))).isCloseTo(0.6 * 2 + 0.4 * 0.5, within(1e-12));
        // A = 0: content counts as virgin, the end of life takes all the credit
        assertThat(plastic.material(new Shares(0, 0, 0.4, 0.6, 0, 1, 1))).isCloseTo(2 + 0.6 * (0.6 - 2), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shares(0.5, 0, 40, 0.6, 0, 1, 1))
                .withMessageContaining("per cent");
    }

    @Test
    void materialCircularityAtItsLimitsAndBetween() {
        Efficiency perfect = new Efficiency(1, 1);
        MaterialCircularity linear =
                new MaterialCircularity(10, new Feedstock(0, 0, 0), new Destination(0, 0, 0, 0), perfect, 1, 1);
        assertThat(linear.linearFlowIndex()).isEqualTo(1);
        assertThat(linear.indicator()).isCloseTo(0.1, within(1e-12));
        MaterialCircularity closed =
                new MaterialCircularity(10, new Feedstock(1, 0, 0), new Destination(1, 0, 0, 0), perfect, 1, 1);
        assertThat(closed.indicator()).isEqualTo(1);
        MaterialCircularity half = new MaterialCircularity(
                10, new Feedstock(0.5, 0, 0), new Destination(0.5, 0, 0, 0), new Efficiency(0.8, 0.8), 1, 1);
        // V 5, W0 5, WC 1, WF 1.25, W 6.125; LFI 11.125 / 20.125
        assertThat(half.wasteKilograms()).isCloseTo(6.125, within(1e-12));
        assertThat(half.indicator()).isCloseTo(1 - 0.9 * 11.125 / 20.125, within(1e-12));
    }

    @Property(tries = 200)
    void materialCircularityStaysBetweenZeroAndOneAndGrowsWithLife(
            @ForAll @DoubleRange(min = 0, max = 1) double in,
            @ForAll @DoubleRange(min = 0, max = 1) double out,
            @ForAll @DoubleRange(min = 0.1, max = 1) double efficiency,
            @ForAll @DoubleRange(min = 0.2, max = 5) double life) {
        MaterialCircularity m = new MaterialCircularity(
                1,
                new Feedstock(in, 0, 0),
                new Destination(out, 0, 0, 0),
                new Efficiency(efficiency, efficiency),
                life,
                1);
        MaterialCircularity longer = new MaterialCircularity(
                1,
                new Feedstock(in, 0, 0),
                new Destination(out, 0, 0, 0),
                new Efficiency(efficiency, efficiency),
                life * 2,
                1);
        assertThat(m.indicator()).isBetween(0.0, 1.0);
        assertThat(longer.indicator()).isGreaterThanOrEqualTo(m.indicator());
    }

    @Test
    void aTransportChainAfterIso14083() {
        // a carrier burns 30,000 L at 2.5 + 0.6 kg/L, empty trips included, for 70 rounds of 12 t over 1,000 km
        double intensity =
                new Operation(List.of(new Fuel(30_000, 2.5, 0.6)), List.of(new Shipment(840, 1_000))).intensity();
        assertThat(intensity).isCloseTo(93_000 / 840_000.0, within(1e-12));
        TransportChain chain =
                new TransportChain(List.of(new Leg(12, 700, intensity), new Hub(12, 1.2), new Leg(12, 900, 0.02)));
        // 930 + 14.4 + 216
        assertThat(chain.kilograms()).isCloseTo(1_160.4, within(1e-9));
        assertThat(chain.intensity(12)).isCloseTo(1_160.4 / (12 * 1_600), within(1e-12));
        assertThat(TransportChain.Mode.ROAD.countedKilometres(1_050)).isCloseTo(1_000, within(1e-9));
        assertThat(TransportChain.Mode.SEA.countedKilometres(1_150)).isCloseTo(1_000, within(1e-9));
        assertThat(TransportChain.flownKilometres(1_000)).isEqualTo(1_095);
        // a quarter of the way round
        assertThat(TransportChain.greatCircle(0, 0, 0, 90)).isCloseTo(Math.PI / 2 * 6_371, within(1e-6));
    }

    @Test
    void theCoreIndicatorsOfIso59020() {
        List<Inflow> in = List.of(new Inflow(80, 0, 0.25, 0), new Inflow(20, 0.5, 0, 0.5));
        assertThat(CircularityIndicators.reusedContent(in)).isCloseTo(10, within(1e-12));
        assertThat(CircularityIndicators.recycledContent(in)).isCloseTo(20, within(1e-12));
        assertThat(CircularityIndicators.renewableContent(in)).isCloseTo(10, within(1e-12));
        List<Outflow> out = List.of(new Outflow(60, 1.5, 6, 30, 0), new Outflow(40, 1, 0, 0, 20));
        assertThat(CircularityIndicators.lifetimeRatio(out)).isCloseTo(1.3, within(1e-12));
        assertThat(CircularityIndicators.reusedOutflow(out)).isCloseTo(6, within(1e-12));
        assertThat(CircularityIndicators.recycledOutflow(out)).isCloseTo(30, within(1e-12));
        assertThat(CircularityIndicators.biologicalOutflow(out)).isCloseTo(20, within(1e-12));
        assertThat(CircularityIndicators.renewableEnergy(30, 120)).isCloseTo(25, within(1e-12));
        assertThat(CircularityIndicators.circularWater(10, 40)).isCloseTo(25, within(1e-12));
        assertThat(CircularityIndicators.waterReuse(30, 20)).isCloseTo(1.5, within(1e-12));
        assertThat(CircularityIndicators.materialProductivity(500, 100)).isCloseTo(5, within(1e-12));
        assertThat(CircularityIndicators.resourceIntensity(90, 10, 100, 10)).isCloseTo(0.9, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Inflow(1, 0.6, 0.6, 0))
                .withMessageContaining("counted twice");
        assertThatIllegalArgumentException().isThrownBy(() -> CircularityIndicators.waterReuse(1, 0));
    }

    @Test
    void gsdPropagationOfTheBilanCarbone() {
        // ln^2: 0.009084 + 0.033241 + 0.000392 + 0.009084 + 0.002380 = 0.054182; exp(sqrt) = 1.26209
        double gsd2 = new BilanCarboneUncertainty.Quality(3, 3, 3, 3, 3).gsd2();
        assertThat(gsd2).isCloseTo(1.26209, within(1e-4));
        assertThat(new BilanCarboneUncertainty.Quality(5, 5, 5, 5, 5).gsd2()).isEqualTo(1);
        assertThat(BilanCarboneUncertainty.ofEmission(1.5, 1.2)).isCloseTo(1.559825, within(1e-5));
        // two equal emissions of GSD2 1.5: exp(2 * sqrt(2) * 0.5 * ln sqrt 1.5)
        assertThat(BilanCarboneUncertainty.ofSum(List.of(
                        new BilanCarboneUncertainty.Emission(10, 1.5), new BilanCarboneUncertainty.Emission(10, 1.5))))
                .isCloseTo(1.332034, within(1e-5));
        assertThat(BilanCarboneUncertainty.Label.of(1.33)).isEqualTo(BilanCarboneUncertainty.Label.MEDIUM);
        assertThat(BilanCarboneUncertainty.Label.of(3)).isEqualTo(BilanCarboneUncertainty.Label.VERY_HIGH);
        assertThat(BilanCarboneUncertainty.pedigree(0.0006, 0.002, 0.01))
                .isCloseTo(Math.exp(2 * Math.sqrt(0.0126)), within(1e-12));
    }

    @Test
    void theSingleScoreOfAPersonYearIsOnePointAndGapsAreSaid() {
        Map<EfCategory, Double> personYear = new EnumMap<>(EfCategory.class);
        for (ReferenceTable.Row row :
                ReferenceTable.of("factors/ef31_weights.csv").rows()) {
            if (ImpactCategory.get(row.text("category")) instanceof EfCategory c) {
                personYear.put(c, row.number("normalisation_per_person_year"));
            }
        }
        assertThat(SingleScore.of(personYear).points()).isCloseTo(1, within(1e-4));
        assertThat(SingleScore.of(personYear).missing()).isEmpty();
        SingleScore climateOnly = SingleScore.of(Map.of(EfCategory.CLIMATE, 7553.08));
        assertThat(climateOnly.points()).isCloseTo(0.2106, within(1e-9));
        assertThat(climateOnly.missingWeight()).isCloseTo(1 - 0.2106, within(1e-4));
        assertThat(climateOnly.missing()).hasSize(15).doesNotContain(EfCategory.CLIMATE);
        // the EF 3.1 ozone value, not the 0.053648 of EF 3.0
        assertThat(SingleScore.pointsPerUnit(EfCategory.OZONE)).isCloseTo(0.0631 / 0.0523484, within(1e-9));
    }
}
