package org.boucle.features.levers.production01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boucle.core.impact.IndicatorCategory;
import org.boucle.core.scenario.IndicatorChange;
import org.boucle.core.scenario.Proposal;
import org.junit.jupiter.api.Test;

class Production01Test {
    private static final Situation.Grid GRID = new Situation.Grid(0.05, 0.04, 0.06, "test");
    private final Production01 lever = new Production01();

    private static Situation situation(double weeks) {
        return new Situation(
                weeks,
                List.of(
                        new Situation.LongWait("oven", List.of(100.0, 110.0, 90.0, 100.0)),
                        new Situation.LongWait("packer", List.of(0.1, 0.0, 0.2, 0.1))),
                List.of(new Situation.RestLoad(25, 16, 1, 4000)),
                List.of(new Situation.Rate("line 1", 500, 700, 500_000, 450_000, 20_000)),
                List.of(new Situation.RestWater("water", List.of(2.0, 2.2, 1.8))),
                GRID);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(lever.missing(situation(0))).hasSize(2);
        assertThat(lever.missing(situation(1))).hasSize(1);
        assertThat(lever.propose(situation(1))).isEmpty();
        assertThat(lever.missing(situation(8))).isEmpty();
        assertThat(lever.sheet().indicators()).contains(IndicatorCategory.ENERGY, IndicatorCategory.WATER);
    }

    @Test
    void proposesTheLargestSavingFirstAndEveryNumberIsExplained() {
        List<Proposal> proposals = lever.propose(situation(8));
        assertThat(proposals)
                .extracting(Proposal::id)
                .containsExactly(
                        "production-01/rate/line 1",
                        "production-01/rest",
                        "production-01/wait/oven",
                        "production-01/water/water");
        for (Proposal proposal : proposals) {
            for (IndicatorChange change : proposal.changes()) {
                double lines = proposal.explanation().stream()
                        .filter(line -> line.change().category() == change.category())
                        .mapToDouble(line -> line.change().expected())
                        .sum();
                assertThat(lines).isCloseTo(change.expected(), within(1e-9));
                assertThat(change.expected()).isNegative();
            }
            assertThat(proposal.explanation()).allMatch(line -> !line.source().isBlank());
        }
        assertThat(lever.propose(situation(8))).isEqualTo(proposals);
    }

    @Test
    void aYearOfWaitsIsThreeQuartersOfTheMeasuredMean() {
        Proposal oven = lever.propose(situation(8)).stream()
                .filter(proposal -> proposal.id().endsWith("oven"))
                .findFirst()
                .orElseThrow();
        IndicatorChange energy = oven.changes().getFirst();
        assertThat(energy.expected()).isCloseTo(-0.75 * 100 * 365.25 / 7, within(1e-6));
        double error = 1.96 * Math.sqrt(200.0 / 3 / 4) * 365.25 / 7;
        assertThat(energy.low()).isCloseTo(-100 * 365.25 / 7 - error, within(1e-6));
        assertThat(energy.high()).isCloseTo(-0.5 * (100 * 365.25 / 7 - error), within(1e-6));
        assertThat(oven.changes().get(1).expected()).isCloseTo(0.05 * energy.expected(), within(1e-9));
    }
}
