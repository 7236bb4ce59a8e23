package org.boucle.features.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.boucle.features.energyindex.YearToDate.PostDays;
import org.boucle.features.energyindex.YearToDate.PostDrift;
import org.junit.jupiter.api.Test;

class YearToDateTest {
    private static final Conversions TABLE = Conversions.primaryOnly();

    private static PostDays days(String post, double specific, int days, int driftFrom, double drift) {
        SplittableRandom random = new SplittableRandom(post.hashCode());
        double[] quantity = new double[days];
        double[] energy = new double[days];
        for (int d = 0; d < days; d++) {
            quantity[d] = d % 7 >= 5 ? 0 : random.nextDouble(250, 350);
            double e = specific * (d >= driftFrom ? 1 + drift : 1) * random.nextDouble(0.985, 1.015);
            energy[d] = quantity[d] * e;
        }
        return new PostDays(post, quantity, energy);
    }

    @Test
    void theIndexToDateIsTheYearsFormulaOnTheDaysSeen() {
        Agreement agreement = NoteExamples.example1();
        Site site = agreement.sites().getFirst();
        PostDays a = days("A", 1.2, 200, 999, 0);
        PostDays b = days("B", 1.9, 200, 999, 0);
        YearToDate ytd = YearToDate.of(agreement, site, 2013, List.of(a, b), List.of(), TABLE);
        double energy = java.util.Arrays.stream(a.energy()).sum()
                + java.util.Arrays.stream(b.energy()).sum();
        double theoretical = 1.5 * java.util.Arrays.stream(a.quantity()).sum()
                + 2.0 * java.util.Arrays.stream(b.quantity()).sum();
        assertThat(ytd.table().index().percent()).hasValueCloseTo(100 * energy / theoretical, within(1e-9));
        assertThat(ytd.days()).isEqualTo(200);
        assertThat(ytd.drifts()).allMatch(d -> d.now() == Cusum.Drift.NONE);
        YearToDate whole = YearToDate.of(
                agreement,
                site,
                2013,
                List.of(a, b),
                List.of(VectorUse.primary(100_000, EnergyUnit.MWH_PRIMARY)),
                TABLE);
        assertThat(whole.table().energy()).hasValue(100_000);
    }

    @Test
    void aDriftOfTwoPercentIsSeenWithinThreeWeeks() {
        PostDrift drift = YearToDate.drift(days("A", 1.2, 200, 120, 0.02)).orElseThrow();
        assertThat(drift.now()).isEqualTo(Cusum.Drift.UP);
        assertThat(drift.since()).isBetween(121, 141);
        assertThat(drift.usual()).isCloseTo(1.2, within(0.01));
        PostDrift better = YearToDate.drift(days("A", 1.2, 200, 120, -0.03)).orElseThrow();
        assertThat(better.now()).isEqualTo(Cusum.Drift.DOWN);
    }

    /** With k = 0.5 and h = 5 a false alarm comes about every 465 values: over 100 days few of 300 posts cry. */
    @Test
    void fewPostsCryWithoutCause() {
        int cries = 0;
        for (int i = 0; i < 300; i++) {
            PostDrift drift =
                    YearToDate.drift(days("post" + i, 1.2, 140, 999, 0)).orElseThrow();
            cries += drift.steps().stream().anyMatch(s -> s.drift() != Cusum.Drift.NONE) ? 1 : 0;
        }
        assertThat(cries).isLessThan(60);
    }

    @Test
    void aPostThatHasHardlyRunIsNotJudged() {
        assertThat(YearToDate.drift(days("A", 1.2, 25, 10, 0.5))).isEmpty();
    }
}
