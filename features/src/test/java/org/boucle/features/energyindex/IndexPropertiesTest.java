package org.boucle.features.energyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every agreement, on generated ones. */
class IndexPropertiesTest {
    private static final Conversions TABLE = Conversions.primaryOnly();
    private static final int YEARS = 6;

    private static Agreement generated(int companies, int posts, long seed) {
        return new GeneratedSector(companies, posts, YEARS, seed).agreement();
    }

    private static List<SiteYear> years(Agreement agreement, Site site) {
        return SiteYears.of(agreement, site, TABLE);
    }

    private static void sameIndices(List<SiteYear> a, List<SiteYear> b, double tolerance) {
        assertThat(b).hasSameSizeAs(a);
        for (int t = 0; t < a.size(); t++) {
            assertThat(b.get(t).index().percent().orElseThrow())
                    .isCloseTo(a.get(t).index().percent().orElseThrow(), within(tolerance));
        }
    }

    @Property(tries = 2000)
    void isAHundredInTheReferenceYear(@ForAll @IntRange(min = 1, max = 12) int posts, @ForAll long seed) {
        Agreement agreement = generated(1, posts, seed);
        SiteYear first = years(agreement, agreement.sites().getFirst()).getFirst();
        assertThat(first.index().percent().orElseThrow()).isCloseTo(100, within(1e-9));
    }

    @Property(tries = 1000)
    void matchesThePlainSum(@ForAll @IntRange(min = 1, max = 12) int posts, @ForAll long seed) {
        Agreement agreement = generated(1, posts, seed);
        Site site = agreement.sites().getFirst();
        for (SiteYear year : years(agreement, site)) {
            YearEntry entry = site.findYear(year.year()).orElseThrow();
            double theoretical = 0;
            for (Map.Entry<String, Double> q : entry.quantities().entrySet()) {
                Post post = site.findPost(q.getKey()).orElseThrow();
                theoretical += q.getValue() * post.reference().orElseThrow().perUnit();
            }
            double energy = entry.energy().getFirst().quantity();
            assertThat(year.index().percent().orElseThrow()).isCloseTo(100 * energy / theoretical, within(1e-9));
        }
    }

    @Property(tries = 1000)
    void isBlindToScale(
            @ForAll @IntRange(min = 1, max = 8) int posts,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double k,
            @ForAll long seed) {
        Agreement agreement = generated(1, posts, seed);
        Site site = agreement.sites().getFirst();
        Site scaled = scale(site, id -> true, q -> q * k, e -> e * k);
        sameIndices(years(agreement, site), years(agreement, scaled), 1e-9);
    }

    @Property(tries = 1000)
    void isBlindToTheUnitOfAProduct(@ForAll @IntRange(min = 1, max = 8) int posts, @ForAll long seed) {
        Agreement agreement = generated(1, posts, seed);
        Site site = agreement.sites().getFirst();
        Post first = site.posts().getFirst();
        ReferenceConsumption e0 = first.reference().orElseThrow();
        Site inKilograms = scale(site, first.id()::equals, q -> q * 1000, e -> e)
                .with(first.withUnit("kg").withReference(e0.withPerUnit(e0.perUnit() / 1000, e0.year())));
        sameIndices(years(agreement, site), years(agreement, inKilograms), 1e-9);
    }

    @Property(tries = 1000)
    void aZeroRowIsARemovedRow(@ForAll @IntRange(min = 2, max = 8) int posts, @ForAll long seed) {
        Agreement agreement = generated(1, posts, seed);
        Site site = agreement.sites().getFirst();
        String gone = site.posts().getLast().id();
        Site zero = scale(site, gone::equals, _ -> 0, e -> e);
        Site removed = site.withPosts(site.posts().subList(0, posts - 1))
                .withYears(site.years().stream().map(y -> y.without(gone)).toList());
        sameIndices(years(agreement, removed), years(agreement, zero), 1e-9);
    }

    @Property(tries = 500)
    void theSectorIsTheWeightedMeanOfItsMembers(
            @ForAll @IntRange(min = 1, max = 12) int companies,
            @ForAll @IntRange(min = 1, max = 6) int posts,
            @ForAll long seed) {
        for (Consolidation year : Consolidation.sector(generated(companies, posts, seed), TABLE)) {
            double mean = 0;
            for (Consolidation.Member member : year.members()) {
                mean += year.weight(member).orElseThrow() * member.index().value();
            }
            assertThat(year.index().percent().orElseThrow()).isCloseTo(mean, within(1e-9));
        }
    }

    @Property(tries = 1000)
    void anEntrantAtTheSameIndexChangesNothing(
            @ForAll @DoubleRange(min = 0.3, max = 1.2) double index,
            @ForAll @DoubleRange(min = 1, max = 1e6) double a,
            @ForAll @DoubleRange(min = 1, max = 1e6) double b) {
        assertThat(Perturbation.delta(index, a, index, b)).isZero();
        assertThat(withEntrant(index, a, index, b)).isCloseTo(index, within(1e-12));
    }

    @Property(tries = 5000)
    void deltaIsTheDifference(
            @ForAll @DoubleRange(min = 0.01, max = 1.5) double index,
            @ForAll @DoubleRange(min = 0, max = 10) double share) {
        double direct = Perturbation.with(index, share) - index;
        assertThat(Perturbation.delta(index, share)).isCloseTo(direct, within(1e-12));
        assertThat(Perturbation.delta(index, 1, 1, share)).isCloseTo(direct, within(1e-12));
        Perturbation.largestShare(index, Perturbation.delta(index, share))
                .ifPresent(x -> assertThat(Perturbation.delta(index, x)).isCloseTo(direct, within(1e-12)));
    }

    @Property(tries = 1000)
    void recalibrationClosesAndDoesNotJump(
            @ForAll @IntRange(min = 1, max = 8) int posts,
            @ForAll @IntRange(min = 1, max = YEARS - 1) int at,
            @ForAll @IntRange(min = 1, max = YEARS - 1) int again,
            @ForAll long seed) {
        Agreement agreement = generated(1, posts, seed);
        Site site = agreement.sites().getFirst();
        List<SiteYear> years = years(agreement, site);
        List<Recalibration> all = new ArrayList<>();
        for (int step : new int[] {at, again}) {
            SiteYear year = years.get(step);
            Recalibration closed = Recalibration.closing(year, Map.of("P001", 3.0), "audit");
            assertThat(closed.theoretical(year))
                    .isCloseTo(
                            year.energy().getAsDouble(),
                            within(1e-12 * year.energy().getAsDouble()));
            if (all.isEmpty() || at != again) {
                all.add(closed);
            }
        }
        ChainedSeries series = ChainedSeries.of(site.withRecalibrations(all), years);
        int first = Math.min(at, again);
        for (int t = 0; t <= first; t++) {
            assertThat(series.chained().get(t).index().percent().orElseThrow())
                    .isCloseTo(series.original().get(t).index().percent().orElseThrow(), within(1e-9));
        }
        ChainedSeries once = ChainedSeries.of(
                site.withRecalibrations(all.stream()
                        .filter(r -> r.year() == years.get(first).year())
                        .toList()),
                years);
        int last = Math.max(at, again);
        assertThat(series.chained().get(last).index().percent().orElseThrow())
                .isCloseTo(once.chained().get(last).index().percent().orElseThrow(), within(1e-9));
    }

    @Property(tries = 1000)
    void isBlindToTheOrderOfRows(@ForAll @IntRange(min = 2, max = 12) int posts, @ForAll long seed) {
        Agreement agreement = generated(1, posts, seed);
        Site site = agreement.sites().getFirst();
        List<Post> shuffled = new ArrayList<>(site.posts());
        Collections.shuffle(shuffled, new Random(seed));
        sameIndices(years(agreement, site), years(agreement, site.withPosts(shuffled)), 1e-9);
    }

    @Property(tries = 1000)
    void growsWithTheEnergy(
            @ForAll @IntRange(min = 1, max = 8) int posts,
            @ForAll @DoubleRange(min = 1.01, max = 3) double more,
            @ForAll long seed) {
        Agreement agreement = generated(1, posts, seed);
        Site site = agreement.sites().getFirst();
        List<SiteYear> before = years(agreement, site);
        List<SiteYear> after = years(agreement, scale(site, _ -> false, q -> q, e -> e * more));
        for (int t = 0; t < before.size(); t++) {
            assertThat(after.get(t).index().percent().orElseThrow())
                    .isGreaterThan(before.get(t).index().percent().orElseThrow());
        }
    }

    @Property(tries = 500)
    void theWaterfallLeavesNoRest(
            @ForAll @IntRange(min = 1, max = 8) int companies,
            @ForAll @IntRange(min = 1, max = 6) int posts,
            @ForAll long seed) {
        List<Consolidation> years = Consolidation.sector(generated(companies, posts, seed), TABLE);
        for (int t = 1; t < years.size(); t++) {
            Waterfall fall = Waterfall.of(years.get(t - 1), years.get(t)).orElseThrow();
            assertThat(fall.fromIndex() + fall.activity() + fall.structure() + fall.intensity())
                    .isCloseTo(years.get(t).index().percent().orElseThrow(), within(1e-9));
            double energy = fall.parts().stream()
                    .mapToDouble(p -> p.energyActivity() + p.energyStructure() + p.energyIntensity())
                    .sum();
            double change = years.get(t).real() - years.get(t - 1).real();
            assertThat(energy).isCloseTo(change, within(1e-9 * years.get(t).real()));
        }
    }

    private static double withEntrant(double indexA, double a, double indexB, double b) {
        return (a * indexA + b * indexB) / (a + b);
    }

    private static Site scale(
            Site site,
            java.util.function.Predicate<String> posts,
            DoubleUnaryOperator quantity,
            DoubleUnaryOperator energy) {
        return site.withYears(site.years().stream()
                .map(y -> y.withQuantities(map(y.quantities(), posts, quantity))
                        .withEnergy(y.energy().stream()
                                .map(v -> new VectorUse(v.vector(), energy.applyAsDouble(v.quantity()), v.unit()))
                                .toList()))
                .toList());
    }

    private static Map<String, Double> map(
            Map<String, Double> values, java.util.function.Predicate<String> posts, DoubleUnaryOperator change) {
        Map<String, Double> all = new LinkedHashMap<>();
        values.forEach((post, v) -> all.put(post, posts.test(post) ? change.applyAsDouble(v) : v));
        return all;
    }

    @Property(tries = 200)
    void nothingProducedIsNoIndex(@ForAll @IntRange(min = 1, max = 8) int posts, @ForAll long seed) {
        Agreement agreement = generated(1, posts, seed);
        Site stopped = scale(agreement.sites().getFirst(), _ -> true, _ -> 0, e -> e);
        for (SiteYear year : years(agreement, stopped)) {
            assertThat(year.index()).isEqualTo(new IndexOutcome.Undefined(IndexOutcome.Reason.NOTHING_PRODUCED, ""));
            assertThat(year.index().percent()).isEmpty();
            assertThat(Optional.of(year.unadjusted().percent())).contains(java.util.OptionalDouble.empty());
        }
    }
}
